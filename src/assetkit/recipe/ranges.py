"""Ranges as people write them: `A - B`, where B is the first frame that is left out."""

from __future__ import annotations

import re
from fractions import Fraction

from assetkit.timecode import Duration, Timecode, parse_duration, parse_timecode

Position = Timecode | Duration

_SPLIT = re.compile(r"\s+[-–]\s+")
_CLOSE = re.compile(r"([0-9:;.]+[sf]?)\s*[-–—]\s*([0-9:;.]+[sf]?)")
_LONGEST = 64


def looks_like_range(text: str) -> bool:
    """Whether a clip's text is meant as a range and not as a name: names have no spaces and no colons."""
    return ":" in text or ";" in text or _SPLIT.search(text) is not None


def parse_range(text: str) -> tuple[Position, Position]:
    """Read "A - B" with both ends as timecodes or lengths; or ValueError: what is wrong; what to write."""
    ends = _SPLIT.split(text.strip()) if len(text) <= _LONGEST else []
    if len(ends) != 2:
        close = _CLOSE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
        if close:
            raise ValueError(f"a range has spaces around its hyphen; write {close[1]} - {close[2]}")
        raise ValueError("a range has two ends; write both ends: 00:00:03:00 - 00:00:08:12")
    return _position(ends[0]), _position(ends[1])


def is_backwards(start: Position, stop: Position) -> bool:
    """Whether the range is surely empty or reversed at every rate; False where the rate would decide."""
    first, second = _order(start), _order(stop)
    if first[0] == second[0]:
        return first[1:] >= second[1:]
    # One end in frames of a rate not known here, the other in seconds: whole seconds decide, if anything.
    if "frames" in (first[0], second[0]):
        return False
    return first[1] > second[1]


def _position(text: str) -> Position:
    if ":" in text:
        return parse_timecode(text)
    return parse_duration(text)


def _order(position: Position) -> tuple[str, Fraction, int]:
    """Give the unit, whole or exact seconds, and frames after them; equal units can be compared."""
    if isinstance(position, Duration):
        if position.frames is not None:
            return ("frames", Fraction(0), position.frames)
        return ("seconds", position.seconds or Fraction(0), 0)
    seconds = position.hours * 3600 + position.minutes * 60 + position.seconds
    if position.frames is None:
        return ("seconds", seconds, 0)
    return ("drop" if position.drop_frame else "whole", seconds, position.frames)
