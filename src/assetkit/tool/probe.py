"""Find out what a master is, and refuse what cannot be cut rightly, with the reason and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts, SoundFacts
from assetkit.tool.digest import file_digest
from assetkit.tool.scan import decode_first, scan_packets

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.codeccontext import VideoCodecContext
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

# Formats that are one file and index their frames by time. Playlists and image sequences name further files,
# and are never opened.
FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts"
COLOURS = {
    "bt709": Colour("bt709", "bt709", "bt709", False, True),
    "bt601-525": Colour("smpte170m", "smpte170m", "smpte170m", False, True),
    "bt601-625": Colour("bt470bg", "bt470bg", "smpte170m", False, True),
}
# ITU-T H.273, by ffmpeg's names.
_MATRICES = {0: "gbr", 1: "bt709", 4: "fcc", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 8: "ycgco"}
_MATRICES |= {9: "bt2020nc", 10: "bt2020c"}
_PRIMARIES = {1: "bt709", 4: "bt470m", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 8: "film", 9: "bt2020"}
_PRIMARIES |= {10: "smpte428", 11: "smpte431", 12: "smpte432", 22: "ebu3213"}
_TRANSFERS = {1: "bt709", 4: "gamma22", 5: "gamma28", 6: "smpte170m", 7: "smpte240m", 8: "linear", 9: "log"}
_TRANSFERS |= {10: "log_sqrt", 11: "iec61966-2-4", 12: "bt1361e", 13: "iec61966-2-1", 14: "bt2020-10"}
_TRANSFERS |= {15: "bt2020-12", 16: "smpte2084", 17: "smpte428", 18: "arib-std-b67"}
_UNTAGGED = (0, 2, 3)
# What is converted to BT.709 exactly: BT.601's matrix and its two sets of primaries. They share one curve.
_CONVERTED = ("bt709", "smpte170m", "bt470bg")
_ONE_CURVE = ("bt709", "smpte170m", "iec61966-2-4", "bt2020-10", "bt2020-12")
_HIGH_DEFINITION = 720
# Coders of single pictures. A cover has one frame; where a file does not count frames it has no film in them.
_STILLS = ("mjpeg", "png", "bmp", "gif", "webp", "tiff")
_MOST_BITS = 10


def probe_master(
    path: Path, *, colour: str | None = None, name: str | None = None, digest: str | None = None
) -> MasterFacts:
    """Read a master's facts: one pass over its packets, and its first frame decoded.

    `colour` ("bt709", "bt601-525", "bt601-625") says what an untagged picture means; `name` is the path
    that facts and messages carry; `digest` is the file's SHA-256 where it is known already. Raises
    MediaError, with a remedy, for what cannot be read or not be cut rightly.
    """
    shown = name or str(path)
    if colour is not None and colour not in COLOURS:
        raise MediaError(f"{colour!r} is not a colour.", remedy=f"Write one of: {', '.join(COLOURS)}.")
    if not path.is_file():
        raise MediaError(f"{shown}: there is no such file.", remedy="Put it there, or correct the path.")
    known = digest or file_digest(path, None)
    with _named(shown), _opened(path, shown) as container:
        stream = _video_of(container, shown)
        frame = decode_first(shown, container, stream)
        _refuse_picture(shown, stream, frame)
        seen = _picture_facts(shown, container, stream, frame, colour)
    # Opened anew instead of rewound: a seek to 0 does not come back to packets before time 0.
    with _named(shown), _opened(path, shown) as container:
        timing = scan_packets(shown, container, _video_of(container, shown), frame.pts or 0)
    return MasterFacts(
        path=shown,
        digest=known,
        rate=timing.rate,
        first_pts=timing.first_pts,
        frame_count=timing.frame_count,
        key_frames=timing.key_frames,
        **vars(seen),
    )


@dataclass(frozen=True)
class _Seen:
    codec: str
    size: Size
    pixel_format: str
    time_base: Fraction
    container_start: Fraction
    colour: Colour
    sounds: tuple[SoundFacts, ...]
    picture: int


def _picture_facts(
    shown: str, container: InputContainer, stream: VideoStream, frame: VideoFrame, colour: str | None
) -> _Seen:
    return _Seen(
        codec=stream.codec_context.name,
        size=Size(frame.width, frame.height),
        pixel_format=frame.format.name,
        time_base=Fraction(stream.time_base or 1),
        container_start=Fraction(container.start_time or 0, 1_000_000),
        colour=_colour_of(shown, stream.codec_context, colour),
        sounds=sounds_of(container),
        picture=[one.index for one in container.streams.video].index(stream.index),
    )


@contextmanager
def _opened(path: Path, shown: str) -> Iterator[InputContainer]:
    import av

    # "file:" keeps names like "concat:a|b" from being protocols.
    options = {"format_whitelist": FORMATS, "protocol_whitelist": "file"}
    try:
        container = av.open(f"file:{path.resolve()}", options=options)
    except av.FFmpegError as error:
        remedy = "Use an MP4, MOV, Matroska or MPEG-TS file."
        raise MediaError(
            f"{shown}: it cannot be used as a master: {error.strerror}.", remedy=remedy
        ) from error
    with container:
        yield container


@contextmanager
def _named(shown: str) -> Iterator[None]:
    import av

    try:
        yield
    except av.FFmpegError as error:
        remedy = "Copy or export the master again."
        raise MediaError(f"{shown}: the file is damaged ({error.strerror}).", remedy=remedy) from error


def _video_of(container: InputContainer, shown: str) -> VideoStream:
    from av.stream import Discard

    films = find_pictures(container)
    if not films:
        raise MediaError(f"{shown}: there is no video in it.", remedy="Use the film, not its sound or cover.")
    if len(films) > 1:
        raise MediaError(f"{shown}: there are {len(films)} videos in it.", remedy="Export it with one video.")
    for stream in container.streams:
        if stream is not films[0]:
            stream.discard = Discard.all
    return films[0]


def find_pictures(container: InputContainer) -> list[VideoStream]:
    """Give the video streams that are films: a cover picture is none, whether it is marked as one or not."""
    from av.stream import Disposition

    films = [one for one in container.streams.video if not one.disposition & Disposition.attached_pic]
    moving = [one for one in films if one.codec_context.name not in _STILLS or one.frames > 1]
    return moving or [one for one in films if not container.streams.audio or one.frames != 1]


def _refuse_picture(shown: str, stream: VideoStream, frame: VideoFrame) -> None:
    context = stream.codec_context
    parts = frame.format.components
    bits = max(part.bits for part in parts)
    aspect = stream.sample_aspect_ratio or context.sample_aspect_ratio
    reasons = (
        (frame.rotation, f"the picture is turned by {frame.rotation} degrees through metadata", "upright"),
        (frame.interlaced_frame or int(context.field_order) > 1, "the picture is interlaced", "progressive"),
        (aspect not in (None, 0, 1), f"its pixels are not square ({aspect})", "with square pixels"),
        (_is_hdr(context), "the picture is HDR or has BT.2020 colours", "graded for BT.709 (SDR)"),
        (_strange_colour(context), f"its colours are tagged {_strange_colour(context)}", "in BT.709 (SDR)"),
        (bits > _MOST_BITS, f"its samples have {bits} bits", "with 8 or 10 bits"),
        (any(part.is_alpha for part in parts), "the picture is partly transparent (alpha)", "without alpha"),
        (frame.format.is_rgb, "its pixels are RGB", "in YUV (BT.709)"),
    )
    for wrong, reason, wanted in reasons:
        if wrong:
            raise MediaError(f"{shown}: {reason}.", remedy=f"Export the master {wanted}.")


def _is_hdr(context: VideoCodecContext) -> bool:
    return (
        _TRANSFERS.get(int(context.color_trc)) in ("smpte2084", "arib-std-b67")
        or _PRIMARIES.get(int(context.color_primaries)) == "bt2020"
        or _MATRICES.get(int(context.colorspace)) in ("bt2020nc", "bt2020c")
    )


def _strange_colour(context: VideoCodecContext) -> str:
    """Give the tags that no exact conversion is made for; an empty text where there are none."""
    tags = (
        ("matrix", int(context.colorspace), _MATRICES, _CONVERTED),
        ("primaries", int(context.color_primaries), _PRIMARIES, _CONVERTED),
        ("transfer", int(context.color_trc), _TRANSFERS, _ONE_CURVE),
    )
    strange = [
        f"{kind} {names.get(code, code)}"
        for kind, code, names, known in tags
        if code not in _UNTAGGED and names.get(code) not in known
    ]
    return ", ".join(strange)


def _colour_of(shown: str, context: VideoCodecContext, told: str | None) -> Colour:
    full = int(context.color_range) == 2 or (context.pix_fmt or "").startswith("yuvj")
    tagged = int(context.colorspace) not in _UNTAGGED
    if not tagged and told is None and context.height < _HIGH_DEFINITION:
        reason = f"its colours are not tagged, and {context.height} lines do not say which are meant"
        raise MediaError(f"{shown}: {reason}.", remedy=f"Say `colour:` in the recipe: {', '.join(COLOURS)}.")
    meant = COLOURS[told or "bt709"]
    matrix = _MATRICES.get(int(context.colorspace), "unknown") if tagged else meant.matrix
    if told and matrix != meant.matrix:
        reason = f"its colours are tagged {matrix}, but `colour: {told}` is said of it"
        raise MediaError(f"{shown}: {reason}.", remedy="Remove `colour:`, or correct the file's tags.")
    spare = Colour(matrix, "unknown", "unknown", full) if tagged and not told else meant
    primaries = _PRIMARIES.get(int(context.color_primaries), spare.primaries)
    transfer = _TRANSFERS.get(int(context.color_trc), spare.transfer)
    return Colour(matrix, primaries, transfer, full, assumed=not tagged and told is None)


def sounds_of(container: InputContainer) -> tuple[SoundFacts, ...]:
    """Give the sound streams of a file that a decoder is known for."""
    return tuple(
        SoundFacts(
            index=index,
            codec=stream.codec_context.name,
            rate=int(stream.codec_context.sample_rate or 0),
            channels=int(stream.codec_context.channels or 0),
            layout=_layout(stream.codec_context.layout.name),
            language=str(stream.metadata.get("language", "")).replace("und", ""),
        )
        for index, stream in enumerate(container.streams.audio)
        if stream.codec_context is not None
    )


def _layout(name: str) -> str:
    # Matroska does not say which places PCM channels have; the tool then takes the usual ones, and so do we.
    return {"1 channels": "mono", "2 channels": "stereo"}.get(name, name)
