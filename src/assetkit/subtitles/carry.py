"""Carry cues from seconds to the master's frames, once for the whole list; cuts only clip afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assetkit.subtitles.cues import Cue, FrameCue
from assetkit.timecode import FrameRange, seconds_to_frames


def conform_cues(cues: Iterable[Cue], rate: Fraction) -> tuple[FrameCue, ...]:
    """Give the cues on the master's frames, in order, at most one on a frame.

    Times become floor(t x rate + 1/2). Cues of one start become one, their lines in the order given; a cue
    that lasts into the next ends where that starts. A cue that holds no frame is left out: see
    `find_frameless`. Durations and gaps are otherwise left as they were made.
    """
    ordered: list[tuple[FrameRange, tuple[str, ...]]] = []
    for reach, lines in sorted(_on_frames(cues, rate), key=lambda cue: cue[0].start):
        if ordered and ordered[-1][0].start == reach.start:
            before, said = ordered.pop()
            reach, lines = FrameRange(reach.start, max(before.stop, reach.stop)), said + lines
        ordered.append((reach, lines))
    nexts = [reach.start for reach, _ in ordered[1:]]
    stops = [min(cue[0].stop, start) for cue, start in zip(ordered, nexts, strict=False)]
    stops += [reach.stop for reach, _ in ordered[-1:]]
    return tuple(
        FrameCue(FrameRange(reach.start, stop), "\n".join(lines))
        for (reach, lines), stop in zip(ordered, stops, strict=True)
    )


def find_frameless(cues: Iterable[Cue], rate: Fraction) -> tuple[Cue, ...]:
    """Give the cues that are too short to hold a frame: text that nobody would see."""
    return tuple(cue for cue in cues if not _frames_of(cue, rate))


def _frames_of(cue: Cue, rate: Fraction) -> FrameRange | None:
    start, stop = seconds_to_frames(cue.start, rate), seconds_to_frames(cue.stop, rate)
    return FrameRange(start, stop) if start < stop else None


def _on_frames(cues: Iterable[Cue], rate: Fraction) -> list[tuple[FrameRange, tuple[str, ...]]]:
    placed = ((_frames_of(cue, rate), cue.lines) for cue in cues)
    return [(reach, lines) for reach, lines in placed if reach is not None]
