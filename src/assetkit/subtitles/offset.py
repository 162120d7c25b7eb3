"""Files whose time does not start at the film's first frame, most often at an hour of tape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.report import Report
from assetkit.timecode import Duration, Timecode

_HOUR = 3600


def find_offset(
    cues: Sequence[Cue],
    starts_at: Timecode | Duration | None,
    rate: Fraction | None,
    length: Fraction | None,
    report: Report,
) -> Fraction:
    """Give the file's time at the first frame of the film, in seconds.

    It is what a person states; else the last full hour before the first cue, where the film, which is
    `length` seconds long, proves that the cues fit so and not otherwise; else nothing.
    """
    if starts_at is not None:
        return _stated(starts_at, rate, report)
    if not cues or length is None:
        return Fraction(0)
    first, last = min(cue.start for cue in cues), max(cue.start for cue in cues)
    hour = first // _HOUR * _HOUR
    if last < length:
        return Fraction(0)
    if hour > 0 and last - hour < length:
        message = f"the file's time starts at {hour // _HOUR:02d}:00:00:00, as the film's length proves"
        report.note("AK436", message)
        return Fraction(hour)
    beyond = [cue for cue in cues if cue.start >= length]
    # Where no cue is in the film, a post would have no captions, and look finished.
    tell = report.error if len(beyond) == len(cues) else report.warning
    tell(
        "AK436",
        f"{len(beyond)} of {len(cues)} cues begin after the film has ended",
        beyond[0].line,
        measured=f"{float(last):.3f} s",
        required=f"less than {float(length):.3f} s",
        remedy="Give the subtitles of this film, or say the file's `starts_at:`.",
    )
    return Fraction(0)


def move(cues: Iterable[Cue], offset: Fraction) -> Iterable[Cue]:
    """Give the cues, and the times of their words, so much earlier."""
    if not offset:
        return cues
    return (
        replace(
            cue,
            start=cue.start - offset,
            stop=cue.stop - offset,
            words=tuple(replace(word, at=word.at - offset) for word in cue.words),
        )
        for cue in cues
    )


def _stated(starts_at: Timecode | Duration, rate: Fraction | None, report: Report) -> Fraction:
    if isinstance(starts_at, Duration) and starts_at.seconds is not None:
        return starts_at.seconds
    if isinstance(starts_at, Timecode) and starts_at.frames is None:
        return starts_at.hours * 3600 + starts_at.minutes * 60 + starts_at.seconds
    count = rate or Fraction(25)
    try:
        return starts_at.in_frames(count) / count
    except ValueError as error:
        report.error("AK430", f"`starts_at:` cannot be: {error}", remedy="Correct it in the recipe.")
        return Fraction(0)
