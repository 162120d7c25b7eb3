"""Find out what a sound file is: its sounds, how long they are, and where it begins."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from assetkit.errors import MediaError
from assetkit.media.sounds import VERSION, SoundFileFacts, sound_facts_from_json, sound_facts_to_json
from assetkit.tool.digest import file_digest, replace_file
from assetkit.tool.masters import lock_path
from assetkit.tool.probe import FORMATS, find_pictures, sounds_of

if TYPE_CHECKING:
    from av.container import InputContainer

# One file each, that tells the time of its sound. Bare AAC tells none, and playlists name further files.
SOUND_FORMATS = f"{FORMATS},wav,w64,flac,mp3,ogg,aiff,caf"
_MOST_LOCK_BYTES = 1 << 20
_REMEDY = "Use WAV, FLAC, MP3, M4A, Ogg, AIFF or a film with sound."
# Formats whose time 0 means something: edit lists and delays are counted from it.
_TIMED = ("mov", "matroska")


def sound_file_facts(root: Path, file: str, memo_dir: Path) -> SoundFileFacts:
    """Give the facts of a sound file by its path from the workspace `root`.

    Where the file is there it is probed once per content, and remembered in `memo_dir`; else the lock
    `<root>/facts/<path>.json` speaks. Raises MediaError where there is neither, or where it cannot be used.
    """
    path = root / file
    if path.is_file():
        return _remembered(path, file, memo_dir)
    lock = lock_path(root, file)
    try:
        with lock.open("rb") as stream:
            return sound_facts_from_json(stream.read(_MOST_LOCK_BYTES).decode("utf-8", "replace"))
    except OSError as error:
        where = lock.relative_to(root)
        remedy = (
            f"Put it there, correct the path, or run `assetkit facts --lock` where it is, and commit {where}."
        )
        raise MediaError(f"{file}: there is no such file.", remedy=remedy) from error


def write_sound_lock(root: Path, facts: SoundFileFacts) -> Path:
    """Write facts to the lock that `sound_file_facts` reads where the file is not there; gives its path."""
    lock = lock_path(root, facts.path)
    replace_file(lock, sound_facts_to_json(facts))
    return lock


def _remembered(path: Path, name: str, memo_dir: Path) -> SoundFileFacts:
    digest = file_digest(path, memo_dir / "digests.json")
    key = hashlib.sha256(f"sound {VERSION} {digest}".encode()).hexdigest()
    memo = memo_dir / "facts" / f"{key}.json"
    try:
        return replace(sound_facts_from_json(memo.read_text(encoding="utf-8")), path=name)
    except (OSError, UnicodeDecodeError, MediaError):
        facts = probe_sound_file(path, name=name, digest=digest)
        replace_file(memo, sound_facts_to_json(facts))
        return facts


def probe_sound_file(path: Path, *, name: str | None = None, digest: str | None = None) -> SoundFileFacts:
    """Read the facts of a file with sound: one pass over its packets, and its first frame decoded.

    A cover picture is no picture. Raises MediaError, with a remedy, for what cannot be used.
    """
    shown = name or str(path)
    known = digest or file_digest(path, None)
    with _opened(path, shown) as container:
        sounds = sounds_of(container)
        if not sounds:
            raise MediaError(f"{shown}: there is no sound in it.", remedy=_REMEDY)
        start = _start(container)
    with _opened(path, shown) as container:
        ends = _ends(container)
    if not all(end > start for end in ends):
        raise MediaError(f"{shown}: a sound in it is empty.", remedy="Export the file again.")
    return SoundFileFacts(shown, known, start, sounds, tuple(end - start for end in ends))


@contextmanager
def _opened(path: Path, shown: str) -> Iterator[InputContainer]:
    import av

    options = {"format_whitelist": SOUND_FORMATS, "protocol_whitelist": "file"}
    try:
        with av.open(f"file:{path.resolve()}", options=options) as container:
            yield container
    except av.FFmpegError as error:
        message = f"{shown}: it cannot be used as sound: {error.strerror}."
        raise MediaError(message, remedy=_REMEDY) from error


def _start(container: InputContainer) -> Fraction:
    """Give the time that stands for the film's first frame: of the first picture, or of the first sound."""
    pictures = find_pictures(container)
    if not pictures and any(part in _TIMED for part in container.format.name.split(",")):
        return Fraction(0)
    stream = pictures[0] if pictures else container.streams.audio[0]
    for packet in container.demux(stream):
        for frame in packet.decode():
            time: int | None = getattr(frame, "pts", None)
            if time is not None:
                return time * Fraction(stream.time_base or 1)
    return Fraction(0)


def _ends(container: InputContainer) -> list[Fraction]:
    ends = [Fraction(0) for _ in container.streams.audio]
    places = {stream.index: place for place, stream in enumerate(container.streams.audio)}
    for packet in container.demux(list(container.streams.audio)):
        if packet.size and packet.pts is not None:
            end = (packet.pts + (packet.duration or 0)) * Fraction(packet.time_base)
            place = places[packet.stream.index]
            ends[place] = max(ends[place], end)
    return ends
