"""The cues of a film carried into a timeline: a cue follows its words and is clipped at its clip's edges."""

from __future__ import annotations

from collections.abc import Mapping

from assetkit.recipe.records import Super
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.records import FootageSegment, Timeline


def carry_cues(timeline: Timeline, cues: Mapping[str, tuple[FrameCue, ...]]) -> tuple[FrameCue, ...]:
    """Give the cues in timeline frames. `cues` holds each film's cues in frames of its master.

    A clip that is used twice shows its cues twice; a cue that runs on over a join of clips that follow
    each other in the master is one cue still, so that it does not flash at the join.
    """
    carried: list[FrameCue] = []
    for segment in timeline.segments:
        if not isinstance(segment, FootageSegment):
            continue
        for cue in cues.get(segment.film, ()):
            shown = cue.range.overlap(segment.source)
            if shown is not None:
                carried.append(FrameCue(shown.shift(segment.at - segment.source.start), cue.text))
    return tuple(_join_running(carried))


def _join_running(cues: list[FrameCue]) -> list[FrameCue]:
    joined: list[FrameCue] = []
    for cue in cues:
        if joined and joined[-1].text == cue.text and joined[-1].range.stop == cue.range.start:
            joined[-1] = FrameCue(FrameRange(joined[-1].range.start, cue.range.stop), cue.text)
        else:
            joined.append(cue)
    return joined


def place_super(super_: Super, timeline: Timeline) -> FrameRange:
    """Give the timeline frames of a super, clipped at the end of the cut."""
    start = super_.at.in_frames(timeline.rate)
    stop = start + super_.length.in_frames(timeline.rate)
    return FrameRange(min(start, timeline.frames), min(stop, timeline.frames))
