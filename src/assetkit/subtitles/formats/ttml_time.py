"""Times of TTML: clock times, offsets, frames and ticks, in what the document counts in."""

from __future__ import annotations

import re
from fractions import Fraction

from assetkit.subtitles.formats.clock import USUAL_RATE
from assetkit.subtitles.formats.source import Source
from assetkit.timecode import format_rate, nominal_rate

_CLOCK = re.compile(r"(\d{1,4}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9})|[:;](\d{1,3})(?:\.\d+)?)?", re.ASCII)
_OFFSET = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms|f|t)", re.ASCII)
_UNITS = {"h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "ms": Fraction(1, 1000)}


class TtmlClock:
    """Reads times; a rate that the recipe states goes before the document's, and that before the master's."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rate = source.rate
        self.ticks = Fraction(1)
        self.counted = False

    def learn(self, attributes: dict[str, str]) -> None:
        """Take up what the document's element says of its rate and ticks."""
        rate = _number(attributes.get("frameRate", ""))
        up, _, down = attributes.get("frameRateMultiplier", "1 1").partition(" ")
        if rate and _number(up) and _number(down):
            own = rate * _number(up) / _number(down)
            if self.source.stated and self.source.rate and self.source.rate != own:
                message = (
                    f"the file says {float(own):.3f} frames per second, the recipe another: that is taken"
                )
                self.source.report.note("AK437", message, 1)
            else:
                self.rate = own
        ticks = _number(attributes.get("tickRate", ""))
        self.ticks = ticks or (self.rate or USUAL_RATE if rate else Fraction(1))

    def read(self, text: str) -> Fraction:
        """Give seconds; raises ValueError that says what is wrong."""
        clock = _CLOCK.fullmatch(text.strip())
        offset = _OFFSET.fullmatch(text.strip())
        if clock:
            hours, minutes, seconds, decimals, frames = clock.groups()
            whole = Fraction(int(hours) * 3600 + int(minutes) * 60 + int(seconds))
            if frames:
                return self._frames(int(whole) * nominal_rate(self.rate or USUAL_RATE) + int(frames))
            return whole + (Fraction(int(decimals), 10 ** len(decimals)) if decimals else 0)
        if not offset:
            raise ValueError(f"{text.strip()!r} is no time of TTML")
        number, unit = Fraction(offset[1]), offset[2]
        if unit == "t":
            return number / self.ticks
        if unit == "f":
            self.counted = True
            return number / (self.rate or USUAL_RATE)
        return number * _UNITS[unit]

    def finish(self) -> None:
        """Report a rate that was supposed."""
        if self.counted and self.rate is None:
            message = f"its times are in frames, and nobody says of which rate: {format_rate(USUAL_RATE)}"
            self.source.report.warning("AK437", message, remedy="Say it in the recipe: {file: …, rate: 25}.")

    def _frames(self, count: int) -> Fraction:
        self.counted = True
        return Fraction(count) / (self.rate or USUAL_RATE)


def _number(text: str) -> Fraction:
    return Fraction(int(text)) if re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII) else Fraction(0)
