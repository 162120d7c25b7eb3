"""Times of subtitle files: decimals with a point or a comma, or frames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from assetkit.subtitles.report import Report
from assetkit.timecode import Timecode, format_rate

USUAL_RATE = Fraction(25)
"""What frames are counted in where nobody says a rate; that it was supposed is reported."""

CLOCK = r"-?\s?(?:\d{1,3}\s?:\s?)?\d{1,2}\s?:\s?\d{1,2}(?:\s?[.,:;]\s?\d{1,9})?"
"""A time as people and programs write it, with spaces where they slip in; ASCII digits only."""
_PARTS = re.compile(r"(-?)(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:([.,:;])(\d{1,9}))?", re.ASCII)


@dataclass
class Clock:
    """Reads times, and remembers whether any was in frames; `rate` None means that nobody says it."""

    report: Report
    rate: Fraction | None
    counted: bool = False

    def read(self, text: str) -> Fraction:
        """Give seconds, which may be negative. Raises ValueError that says what is wrong."""
        match = _PARTS.fullmatch(re.sub(r"\s", "", text))
        if not match:
            raise ValueError(f"{text.strip()!r} is no time")
        sign, hours, minutes, seconds, mark, rest = match.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return (-1 if sign else 1) * (whole + self._rest(mark, rest, whole))

    def frames(self, count: int) -> Fraction:
        """Give the seconds of so many frames."""
        self.counted = True
        return Fraction(count) / (self.rate or USUAL_RATE)

    def finish(self) -> None:
        """Report a rate that was supposed."""
        if self.counted and self.rate is None:
            message = f"its times are in frames, and nobody says of which rate: {format_rate(USUAL_RATE)}"
            self.report.warning("AK437", message, remedy="Say it in the recipe: {file: …, rate: 25}.")

    def _rest(self, mark: str | None, rest: str | None, whole: int) -> Fraction:
        if mark is None or rest is None:
            return Fraction(0)
        if mark in ".," or len(rest) > 2:
            return Fraction(int(rest), 10 ** len(rest))
        code = Timecode(whole // 3600, whole // 60 % 60, Fraction(whole % 60), int(rest), mark == ";")
        return self.frames(code.in_frames(self.rate or USUAL_RATE)) - whole
