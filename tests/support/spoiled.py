"""Finished files with a picture worth looking at, clean ones and ones with a single planted fault.

Whatever is planted is made by ffmpeg from the outside: no code of quality control has a part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from assetkit.geometry import Box, Size
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Layout, Platform
from assetkit.quality.records import Expected
from assetkit.quality.shown import Shown, Stretch
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.text.fonts import font_dir
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg
from support.finished import AMPLITUDE, HOUSE, TAGS

SIZE, RATE, SECONDS = Size(216, 384), Fraction(25), 3
ZONE, BUTTONS = Box(16, 190, 184, 60), Box(0, 260, 216, 124)
SCENE = "between(n,25,49)"
"""The frames of the second of three scenes."""
EXPECTED = Expected(SIZE, RATE, SECONDS * 25, Fraction(1), -14.0)
WORDS = {"kk": "Үйге қайтар жол", "ru": "Дорога домой"}

_NAMED_SIZES = ("width", "height", "ratio")


@dataclass(frozen=True)
class Spoiled:
    """How a file differs from a clean one; `filters` stand before the text, `late` behind it."""

    filters: str = "null"
    late: str = "null"
    texts: Sequence[AssEvent] | None = None
    size: Size = SIZE
    tags: str = TAGS
    x264: str = "open-gop=0"
    coding: Sequence[str] = ()
    mux: Sequence[str] = (*HOUSE, "-fflags", "+bitexact")
    sound: str = f"{AMPLITUDE}*sin(2*PI*997*t)"
    sound_seconds: float = SECONDS
    seconds: float = SECONDS
    codec: str = "h264"


def text_of(language: str, zone: Box = ZONE) -> AssEvent:
    """Give a caption in a zone of the picture, as a post would tell of it."""
    layout = lay_out(WORDS[language], language, size=SIZE, zone=zone)
    assert isinstance(layout, CaptionLayout)
    return AssEvent(FrameRange(8, 40), layout)


def shown_in(language: str, zone: Box = ZONE) -> Shown:
    """Give what the post of a clean file says of its picture."""
    return Shown((Stretch(FrameRange(0, SECONDS * 25), "footage", "film.mp4"),), (text_of(language, zone),))


def small_platform(name: str = "tiktok") -> Platform:
    """Give a platform that ships, with the small picture of these files and buttons at its bottom."""
    platform = load_catalogue().platforms[name]
    layout = Layout("small", SIZE, ZONE, Box(16, 40, 184, 200), (BUTTONS,))
    limits = tuple(limit for limit in platform.limits if not limit.name.endswith(_NAMED_SIZES))
    coded = replace(platform.format, size=SIZE, gop_seconds=Fraction(1))
    return replace(platform, format=coded, layout=layout, limits=limits)


def make_spoiled(path: Path, made: Spoiled) -> Path:
    """Encode three scenes in motion with a caption and a tone."""
    texts = [text_of("kk")] if made.texts is None else made.texts
    script = path.with_suffix(".ass")
    script.write_text(write_ass(texts, made.size if not texts else SIZE, RATE), encoding="utf-8")
    picture = f"testsrc2=size={made.size}:rate={RATE}:duration={made.seconds}"
    scenes = f"format=yuv420p,hue=h=120:enable='{SCENE}',hue=h=240:enable='gte(n,50)'"
    words = f"ass=f={script}:fontsdir={font_dir()}" if texts else "null"
    graph = f"{scenes},{made.filters},format=yuv420p,{words},{made.late},format=yuv420p,{made.tags}"
    tone = f"aevalsrc='{made.sound}|{made.sound}':s=48000:d={made.sound_seconds}"
    inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
    coder = ["-vf", graph, *_coder(made)]
    groups = ["-g", "25", "-bf", "2", "-sc_threshold", "0"]
    sound = ["-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2"]
    notes = "6" if made.codec == "h264" else "39|40"  # what a coder writes of itself
    clean = ["-bsf:v", f"filter_units=remove_types={notes}", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    ends = ["-map_metadata", "-1", *made.coding, *made.mux]
    run_ffmpeg(["-y", *inputs, *coder, *groups, *sound, *clean, *ends, str(path)], loglevel="error")
    return path


def _coder(made: Spoiled) -> list[str]:
    if made.codec == "h264":
        return [
            *["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", "1", "-x264-params"],
            made.x264,
        ]
    quiet = "pools=none:frame-threads=1:log-level=error:open-gop=0:keyint=25:scenecut=0:info=0"
    return [
        *["-c:v", "libx265", "-preset", "ultrafast", "-crf", "20", "-tag:v", "hvc1", "-x265-params"],
        quiet,
    ]


def with_box(data: bytes, kind: str, body: bytes, inside: tuple[str, bytes] | None = None) -> bytes:
    """Give a file with its index first with one box more: in the index, or as the last of all where it is
    "uuid". A box `inside` it is named by its four letters."""
    body += _box(*inside) if inside else b""
    added = _box(kind, body)
    if kind == "uuid":
        return data + added
    at = data.index(b"moov") - 4
    length = int.from_bytes(data[at : at + 4], "big")
    index = bytearray(data[at : at + length] + added)
    index[:4] = len(index).to_bytes(4, "big")
    place = index.find(b"stco")
    while place >= 0:  # the media move back by as much as the index grows
        for number in range(int.from_bytes(index[place + 8 : place + 12], "big")):
            entry = slice(place + 12 + 4 * number, place + 16 + 4 * number)
            index[entry] = (int.from_bytes(index[entry], "big") + len(added)).to_bytes(4, "big")
        place = index.find(b"stco", place + 4)
    return data[:at] + bytes(index) + data[at + length :]


def _box(kind: str, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind.encode("latin-1") + body


def cut_short(source: Path, path: Path, share: float = 0.7) -> Path:
    """Give the beginning of a file, as a copy that broke off leaves it."""
    data = source.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path
