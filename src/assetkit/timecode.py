"""Time as whole frames on exact rates, and the ways people write it.

Ranges are half-open. Seconds become frames by floor(t x rate + 1/2), limits by floor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

RATES = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
}
SAMPLE_RATE = 48000

_DURATION = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,9})?)\s*(s|f)")
_TIMECODE = re.compile(r"([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?:([:;])([0-9]{2,3})|\.([0-9]{1,6}))?")
_RATE = re.compile(r"[0-9]{1,6}(/[1-9][0-9]{0,5}|\.[0-9]{1,6})?")  # bounded: 1e999999999 is a number too


@dataclass(frozen=True, order=True)
class FrameRange:
    """Frames [start, stop)."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def overlap(self, other: FrameRange) -> FrameRange | None:
        """Give what both ranges hold, or None."""
        if self.start >= other.stop or other.start >= self.stop:
            return None  # by far the most frequent answer
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return FrameRange(start, stop) if start < stop else None

    def shift(self, by: int) -> FrameRange:
        """Move the range by whole frames."""
        return FrameRange(self.start + by, self.stop + by)


@dataclass(frozen=True)
class Duration:
    """A length as a person wrote it: whole frames ("12f") or exact seconds ("3s", "2.5s")."""

    frames: int | None = None
    seconds: Fraction | None = None

    def in_frames(self, rate: Fraction) -> int:
        """Round to the nearest frame, halves up."""
        return (
            self.frames if self.frames is not None else seconds_to_frames(self.seconds or Fraction(0), rate)
        )

    def in_samples(self, rate: Fraction) -> int:
        """Round to the nearest sample at 48 kHz, halves up; frames are those of `rate`."""
        if self.frames is not None:
            return sample_of_frame(self.frames, rate)
        return seconds_to_frames(self.seconds or Fraction(0), Fraction(SAMPLE_RATE))

    def limit_in_frames(self, rate: Fraction) -> int:
        """Give the most frames that do not exceed this length."""
        if self.frames is not None:
            return self.frames
        return int((self.seconds or Fraction(0)) * rate // 1)

    def __str__(self) -> str:
        return f"{self.frames}f" if self.frames is not None else f"{float(self.seconds or 0):g}s"


@dataclass(frozen=True)
class Timecode:
    """A position as a person wrote it; `frames` is None where only seconds were given."""

    hours: int
    minutes: int
    seconds: Fraction
    frames: int | None = None
    drop_frame: bool = False

    def in_frames(self, rate: Fraction) -> int:
        """Count frames from 00:00:00:00; the nominal rate counts where a frame number is written.

        Raises ValueError where the frame number does not exist at this rate.
        """
        if self.frames is None:
            total = self.hours * 3600 + self.minutes * 60 + self.seconds
            return seconds_to_frames(total, rate)
        nominal = nominal_rate(rate)
        if self.frames >= nominal:
            raise ValueError(f"frame {self.frames} does not exist at {format_rate(rate)} frames per second")
        whole_minutes = self.hours * 60 + self.minutes
        count = (whole_minutes * 60 + int(self.seconds)) * nominal + self.frames
        if not self.drop_frame:
            return count
        return count - self._dropped(nominal, whole_minutes)

    def _dropped(self, nominal: int, whole_minutes: int) -> int:
        if nominal not in (30, 60):
            raise ValueError("drop-frame timecode (;) exists only at 29.97 and 59.94 frames per second")
        per_minute = nominal // 15
        first_of_minute = self.seconds == 0 and (self.frames or 0) < per_minute
        if first_of_minute and whole_minutes % 10:
            raise ValueError(
                f"drop-frame timecode has no frame {self.frames:02d} at the start of this minute"
            )
        return per_minute * (whole_minutes - whole_minutes // 10)


def parse_duration(text: str) -> Duration:
    """Read "3s", "2.5s" or "12f"; raises ValueError with what would be right."""
    match = _DURATION.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a length; write seconds (3s, 2.5s) or frames (12f)")
    number, unit = match.groups()
    if unit == "s":
        return Duration(seconds=Fraction(number))
    if "." in number:
        raise ValueError(f"{text!r} is not a whole number of frames")
    return Duration(frames=int(number))


def parse_timecode(text: str) -> Timecode:
    """Read "00:00:03:12", "00:00:03;12", "00:00:03.480" or "00:00:03"; raises ValueError."""
    match = _TIMECODE.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a timecode; write 00:00:03:12, 00:00:03;12 or 00:00:03.480")
    hours, minutes, seconds, mark, frames, decimals = match.groups()
    exact = Fraction(f"{seconds}.{decimals}") if decimals else Fraction(seconds)
    return Timecode(int(hours), int(minutes), exact, int(frames) if frames else None, mark == ";")


def parse_rate(text: str) -> Fraction:
    """Read a rate as people write it ("25", "23.976", "30000/1001"); raises ValueError."""
    named = RATES.get(text.strip())
    if named:
        return named
    if not _RATE.fullmatch(text.strip()):
        raise ValueError(f"{text!r} is not a frame rate; known: {', '.join(RATES)}")
    rate = Fraction(text.strip())
    if rate not in RATES.values():
        raise ValueError(f"{text!r} is not a known frame rate; known: {', '.join(RATES)}")
    return rate


def format_rate(rate: Fraction) -> str:
    """Write a rate as people do: "23.976", "25"."""
    for name, value in RATES.items():
        if value == rate:
            return name
    return f"{float(rate):.3f}"


def nominal_rate(rate: Fraction) -> int:
    """Give the whole number of frames that timecode counts in a second."""
    # In whole numbers: every time that is written asks for it.
    return (2 * rate.numerator + rate.denominator) // (2 * rate.denominator)


def seconds_to_frames(seconds: Fraction, rate: Fraction) -> int:
    """Round a time to the nearest frame, halves up."""
    # floor(seconds x rate + 1/2) in whole numbers: a plan asks for this a hundred thousand times.
    over = seconds.numerator * rate.numerator
    under = seconds.denominator * rate.denominator
    return (2 * over + under) // (2 * under)


def sample_of_frame(frame: int, rate: Fraction) -> int:
    """Give the first 48 kHz sample of a frame."""
    return (2 * frame * SAMPLE_RATE * rate.denominator + rate.numerator) // (2 * rate.numerator)


def format_timecode(frame: int, rate: Fraction, *, drop_frame: bool = False) -> str:
    """Write a frame count as timecode; drop-frame is for 29.97 and 59.94 frames per second only."""
    nominal = nominal_rate(rate)
    if drop_frame:
        frame += _numbers_dropped(frame, nominal)
    seconds, frames = divmod(frame, nominal)
    mark = ";" if drop_frame else ":"
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{frames:02d}"


def _numbers_dropped(frame: int, nominal: int) -> int:
    """Count the frame numbers left out before a frame: the first of each minute, but not of each tenth."""
    per_minute = nominal // 15
    shown = nominal * 60 - per_minute  # frames of a minute that leaves some out
    tens, rest = divmod(frame, 10 * shown + per_minute)
    minutes = max(0, rest - per_minute) // shown
    return per_minute * (9 * tens + minutes)
