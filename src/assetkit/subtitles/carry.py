"""Carry cues from seconds to the master's frames, once for the whole list; cuts only clip afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from assetkit.subtitles.cues import Cue, Emphasis, FrameCue
from assetkit.timecode import FrameRange, seconds_to_frames


def conform_cues(cues: Iterable[Cue], rate: Fraction) -> tuple[FrameCue, ...]:
    """Give the cues on the master's frames, in order, at most one on a frame.

    Times become floor(t x rate + 1/2). Cues of one start become one, their lines in the order given; a cue
    that lasts into the next ends where that starts. A cue that holds no frame is left out: see
    `find_frameless`. Durations and gaps are otherwise left as they were made: see `subtitles.rules`.
    """
    ordered: list[FrameCue] = []
    for cue in sorted(_on_frames(cues, rate), key=lambda cue: cue.range.start):
        if ordered and ordered[-1].range.start == cue.range.start:
            cue = _say_together(ordered.pop(), cue)
        ordered.append(cue)
    nexts = [cue.range.start for cue in ordered[1:]]
    ended = [end_cue(cue, min(cue.range.stop, start)) for cue, start in zip(ordered, nexts, strict=False)]
    return (*ended, *ordered[-1:])


def find_frameless(cues: Iterable[Cue], rate: Fraction) -> tuple[Cue, ...]:
    """Give the cues that are too short to hold a frame: text that nobody would see."""
    return tuple(cue for cue in cues if not _frames_of(cue, rate))


def end_cue(cue: FrameCue, stop: int) -> FrameCue:
    """Give the cue with another end; the text stays whole, times of words past the end are left out.

    Frames that are added are the cue's `linger`.
    """
    if stop == cue.range.stop:
        return cue
    words = tuple(word for word in cue.words if word[0] < stop)
    linger = max(0, stop - cue.said.stop)
    return replace(cue, range=FrameRange(cue.range.start, stop), words=words, linger=linger)


def _frames_of(cue: Cue, rate: Fraction) -> FrameRange | None:
    start, stop = seconds_to_frames(cue.start, rate), seconds_to_frames(cue.stop, rate)
    return FrameRange(start, stop) if start < stop else None


def _on_frames(cues: Iterable[Cue], rate: Fraction) -> list[FrameCue]:
    placed = ((_frames_of(cue, rate), cue) for cue in cues)
    return [
        FrameCue(reach, cue.text, cue.line, cue.speaker, cue.emphasis, _words_of(cue, reach, rate))
        for reach, cue in placed
        if reach is not None
    ]


def _words_of(cue: Cue, reach: FrameRange, rate: Fraction) -> tuple[tuple[int, int], ...]:
    """Give the times of the words on frames; those outside the cue are left out."""
    timed = ((seconds_to_frames(word.at, rate), word.start) for word in cue.words)
    return tuple((frame, start) for frame, start in timed if reach.start <= frame < reach.stop)


def _say_together(first: FrameCue, second: FrameCue) -> FrameCue:
    """Make one cue of two that begin together: the lines of both, and what stands on them moved along."""
    by = len(first.text) + 1
    emphasis = tuple(
        Emphasis(each.start + by, each.stop + by, each.italic, each.bold) for each in second.emphasis
    )
    words = tuple((frame, start + by) for frame, start in second.words)
    return replace(
        first,
        range=FrameRange(first.range.start, max(first.range.stop, second.range.stop)),
        text=f"{first.text}\n{second.text}",
        speaker=first.speaker if first.speaker == second.speaker else "",
        emphasis=first.emphasis + emphasis,
        words=tuple(sorted(first.words + words)),
        turns=(*(first.turns or ((0, first.speaker),)), (by, second.speaker)),
    )
