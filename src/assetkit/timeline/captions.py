"""The cues of a film carried into a timeline: a cue follows its words and is clipped at its clip's edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assetkit.diagnostics import Place
from assetkit.recipe.records import Super
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.records import FootageSegment, Timeline


@dataclass(frozen=True)
class CarriedCue:
    """A cue in timeline frames, how many frames it has in its film, and where its (first) clip is written."""

    cue: FrameCue
    whole: int
    place: Place

    @property
    def is_clipped(self) -> bool:
        """Whether an edge of a clip took frames away."""
        return len(self.cue.range) < self.whole


def carry_cues(timeline: Timeline, cues: Mapping[str, tuple[FrameCue, ...]]) -> tuple[FrameCue, ...]:
    """Give the cues in timeline frames. `cues` holds each film's cues in frames of its master.

    A clip that is used twice shows its cues twice; a cue that runs on over a join of clips that follow
    each other in the master is one cue still, so that it does not flash at the join.
    """
    return tuple(carried.cue for carried in trace_cues(timeline, cues))


def trace_cues(timeline: Timeline, cues: Mapping[str, tuple[FrameCue, ...]]) -> tuple[CarriedCue, ...]:
    """Give what `carry_cues` gives, and of each cue what was clipped from it."""
    carried: list[CarriedCue] = []
    for segment in timeline.segments:
        if not isinstance(segment, FootageSegment):
            continue
        for cue in cues.get(segment.film, ()):
            shown = cue.range.overlap(segment.source)
            if shown is not None:
                moved = FrameCue(shown.shift(segment.at - segment.source.start), cue.text)
                carried.append(CarriedCue(moved, len(cue.range), segment.item.place))
    return tuple(_join_running(carried))


def _join_running(carried: list[CarriedCue]) -> list[CarriedCue]:
    joined: list[CarriedCue] = []
    for item in carried:
        last = joined[-1].cue if joined else None
        if last and last.text == item.cue.text and last.range.stop == item.cue.range.start:
            longer = FrameCue(FrameRange(last.range.start, item.cue.range.stop), last.text)
            joined[-1] = replace(joined[-1], cue=longer)
        else:
            joined.append(item)
    return joined


def place_super(super_: Super, timeline: Timeline) -> FrameRange:
    """Give the timeline frames of a super, clipped at the end of the cut."""
    start = super_.at.in_frames(timeline.rate)
    stop = start + super_.length.in_frames(timeline.rate)
    return FrameRange(min(start, timeline.frames), min(stop, timeline.frames))
