"""Look at one finished file: boxes, tables, units and loudness, by code that did not make it."""

from __future__ import annotations

import mmap
from pathlib import Path

from assetkit.errors import MediaError, ToolError
from assetkit.quality.atoms import Atom, BrokenFileError, read_atoms, read_children
from assetkit.quality.picture import read_picture
from assetkit.quality.records import FileReport, PictureReport, SoundReport
from assetkit.quality.sound import measure_loudness, read_sound
from assetkit.quality.tracks import Track, read_track


def inspect_file(
    path: Path, *, loudness: bool = True, full: bool = False, heard: SoundReport | None = None
) -> FileReport:
    """Describe an MP4 or MOV file. What cannot be read is a fault of the report, not an exception.

    `loudness` decodes the sound once, but where a sound of the very same packets was `heard` before; `full`
    decodes every frame of the picture and counts.
    Raises MediaError only where the file cannot be opened at all, ToolError where the tool was killed.
    """
    faults: list[str] = []
    tracks: list[Track] = []
    atoms: tuple[Atom, ...] = ()
    picture: PictureReport | None = None
    sound: SoundReport | None = None
    try:
        with path.open("rb") as stream:
            atoms = read_atoms(stream)
            tracks = _read_tracks(atoms)
            picture, sound = _describe(tracks, stream.fileno())
    except BrokenFileError as error:
        faults.append(str(error))
    except OSError as error:
        raise MediaError(
            f"{path.name} cannot be read: {error.strerror}.", remedy="Check its name."
        ) from error
    if sound and heard and heard.measured and _is_alike(sound, heard):
        sound = heard
    elif sound and loudness:
        try:
            sound = measure_loudness(path, sound)
        except ToolError as error:
            # A tool that was ended by a signal has said nothing about the file.
            if int(error.facts.get("code", 0)) < 0:
                raise
            faults.append(error.message)
    decoded = _count_decoded(path, faults) if full and picture else None
    return _report(path, atoms, tracks, (picture, sound), decoded, tuple(faults))


def _is_alike(one: SoundReport, other: SoundReport) -> bool:
    """Whether two sounds are of one form and length."""
    form = ("codec", "sample_rate", "channels", "duration", "kbps")
    return all(getattr(one, name) == getattr(other, name) for name in form)


def _report(
    path: Path,
    atoms: tuple[Atom, ...],
    tracks: list[Track],
    found: tuple[PictureReport | None, SoundReport | None],
    decoded: int | None,
    faults: tuple[str, ...],
) -> FileReport:
    handlers = [track.handler for track in tracks]
    order = [atom.kind for atom in atoms]
    return FileReport(
        name=path.name,
        bytes=path.stat().st_size,
        brands=_read_brands(atoms),
        index_first="moov" in order and "mdat" in order and order.index("moov") < order.index("mdat"),
        edit_lists=sum(track.edit_lists for track in tracks),
        metadata=_list_metadata(atoms),
        pictures=handlers.count("vide"),
        sounds=handlers.count("soun"),
        others=sum(handler not in ("vide", "soun") for handler in handlers),
        picture=found[0],
        sound=found[1],
        decoded_frames=decoded,
        faults=faults,
    )


def _read_tracks(atoms: tuple[Atom, ...]) -> list[Track]:
    moov = next((atom for atom in atoms if atom.kind == "moov"), None)
    if moov is None:
        raise BrokenFileError("there is no index (moov): not MP4, or cut short")
    if any(atom.kind == "moof" for atom in atoms):
        raise BrokenFileError("the file is fragmented (moof)")
    return [read_track(trak) for trak in moov.find_all("trak")]


def _describe(tracks: list[Track], descriptor: int) -> tuple[PictureReport | None, SoundReport | None]:
    video = next((track for track in tracks if track.handler == "vide"), None)
    audio = next((track for track in tracks if track.handler == "soun"), None)
    if video is None or not video.sizes:
        raise BrokenFileError("there is no picture")
    with mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as data:
        picture = read_picture(video, data)
    return picture, read_sound(audio) if audio else None


def _read_brands(atoms: tuple[Atom, ...]) -> tuple[str, ...]:
    body = next((atom.body for atom in atoms if atom.kind == "ftyp"), b"")
    words = [body[at : at + 4] for at in (0, *range(8, len(body) - 3, 4))]
    return tuple(dict.fromkeys(word.decode("latin-1") for word in words if word))


def _list_metadata(atoms: tuple[Atom, ...]) -> tuple[str, ...]:
    moov = next((atom for atom in atoms if atom.kind == "moov"), None)
    if moov is None:
        return ()
    found = [*moov.find_all("udta"), *moov.find_all("trak.udta"), *moov.find_all("meta")]
    names = [name for atom in found for name in _name_entries(atom)]
    header = moov.find("mvhd")
    if header and any(header.body[4 : 20 if header.body[0] == 1 else 12]):
        names.append("creation time")
    return tuple(dict.fromkeys(names))


def _name_entries(atom: Atom) -> list[str]:
    try:
        entries = read_children(atom.body, 4 if atom.kind == "meta" else 0)
        if "meta" in entries:
            entries |= read_children(entries.pop("meta"), 4)
        entries.pop("hdlr", None)
        if "ilst" in entries:
            entries |= read_children(entries.pop("ilst"), 0)
        return sorted(entries)
    except BrokenFileError:
        return [atom.kind]


def _count_decoded(path: Path, faults: list[str]) -> int:
    import av

    count = 0
    try:
        with av.open(str(path), options={"err_detect": "explode"}) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            stream.codec_context.options = {"err_detect": "explode"}
            for _ in container.decode(stream):
                count += 1
    except av.FFmpegError as error:
        faults.append(f"decoding stopped after {count} frames: {error}")
    return count
