"""Which format a file has: told by what it holds, then by the suffix of its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.ass import read_ass
from assetkit.subtitles.formats.microdvd import CUE, read_microdvd
from assetkit.subtitles.formats.sbv import TIMING, read_sbv
from assetkit.subtitles.formats.source import Source
from assetkit.subtitles.formats.srt import read_srt
from assetkit.subtitles.formats.ttml import read_ttml
from assetkit.subtitles.formats.vtt import read_vtt

READERS: dict[str, Callable[[Source], list[Cue]]] = {
    "srt": read_srt,
    "vtt": read_vtt,
    "ass": read_ass,
    "ttml": read_ttml,
    "sbv": read_sbv,
    "microdvd": read_microdvd,
}
"""The reader of each format."""
TITLES = {
    "srt": "SRT",
    "vtt": "WebVTT",
    "ass": "ASS",
    "ttml": "TTML",
    "sbv": "SBV",
    "microdvd": "MicroDVD",
}
"""How people call each format."""

_SUFFIXES = {
    ".srt": "srt",
    ".vtt": "vtt",
    ".ass": "ass",
    ".ssa": "ass",
    ".ttml": "ttml",
    ".dfxp": "ttml",
    ".xml": "ttml",
    ".itt": "ttml",
    ".sbv": "sbv",
    ".sub": "microdvd",
}
_BEGINS = (
    ("vtt", re.compile(r"WEBVTT(?:[ \t\n]|$)")),
    ("ass", re.compile(r"\s*\[(?:Script Info|V4\+? Styles|Events)\]|\s*Dialogue\s*:", re.IGNORECASE)),
    ("ttml", re.compile(r"\s*(?:<\?xml|<!--|<!DOCTYPE|<(?:\w+:)?tt[\s>])")),
)
_HEAD = 20


def tell_format(text: str, name: str) -> tuple[str, bool]:
    """Give the format, and whether the name's suffix says another one."""
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower())
    found = _by_content(text) or by_name or "srt"
    return found, by_name is not None and by_name != found


def _by_content(text: str) -> str | None:
    for form, pattern in _BEGINS:
        if pattern.match(text):
            return form
    lines = [line for line in text[:20000].split("\n") if line.strip()][:_HEAD]
    if any(CUE.match(line) for line in lines[:3]):
        return "microdvd"
    if any(TIMING.match(line) for line in lines[:3]):
        return "sbv"
    return None
