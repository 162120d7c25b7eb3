"""Which frames of a cut are looked at: those that a person names, or the middle of every clip and card."""

from __future__ import annotations

from fractions import Fraction

from assetkit.plan.tasks import CardSource, FileTask
from assetkit.timecode import Duration, Timecode, parse_duration, parse_timecode
from assetkit.timeline.records import Timeline

WORDS = ("start", "middle", "end")
Moment = str | Duration | Timecode


def parse_moment(text: str) -> Moment:
    """Read "start", "middle", "end", a length ("2s", "12f") or a timecode; raises ValueError."""
    word = text.strip()
    if word in WORDS:
        return word
    if word.endswith(("s", "f")):
        return parse_duration(word)
    try:
        return parse_timecode(word)
    except ValueError as error:
        known = "start, middle, end, 2s, 12f, 00:00:05:12 or 00:00:05.480"
        raise ValueError(f"{text!r} is not a time in a cut; write {known}") from error


def frame_of(moment: Moment, frames: int, rate: Fraction) -> int | None:
    """Give the frame of a cut of so many frames; None where the cut has ended by then.

    Raises ValueError where a timecode names a frame that does not exist at this rate.
    """
    if isinstance(moment, str):
        return {"start": 0, "middle": frames // 2, "end": frames - 1}[moment]
    frame = moment.in_frames(rate)
    return frame if frame < frames else None


def middle_frames(timeline: Timeline) -> tuple[int, ...]:
    """Give the middle frame of every clip and card, clear of the dissolves at its sides where it can be."""
    into = {dissolve.first + 1: dissolve.range.stop for dissolve in timeline.dissolves}
    out_of = {dissolve.first: dissolve.range.start for dissolve in timeline.dissolves}
    frames = []
    for index, segment in enumerate(timeline.segments):
        start = into.get(index, segment.range.start)
        stop = out_of.get(index, segment.range.stop)
        if stop <= start:
            start, stop = segment.range.start, segment.range.stop
        frames.append((start + stop) // 2)
    return tuple(frames)


def held_frames(file: FileTask) -> dict[int, int]:
    """Give the middle of the time that each card stands still, by the frame at which the card begins."""
    held: dict[int, int] = {}
    at = 0
    for span in file.spans:
        source = span.sources[0]
        if len(span.sources) == 1 and isinstance(source, CardSource):
            start = at - source.start
            held[start] = start + (source.spec.hold_from + source.spec.hold_until) // 2
        at += span.frames
    return held
