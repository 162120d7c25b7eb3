"""Cues: as read in seconds, and carried to frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.timecode import FrameRange


@dataclass(frozen=True)
class Cue:
    """One subtitle as its file says: [start, stop) in seconds, plain text by lines, no markup."""

    start: Fraction
    stop: Fraction
    lines: tuple[str, ...]


@dataclass(frozen=True)
class FrameCue:
    """One subtitle on the frames of a timeline; lines of `text` are parted by a newline."""

    range: FrameRange
    text: str
