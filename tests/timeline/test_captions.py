"""Cues carried into a cut know what was clipped from them."""

from __future__ import annotations

from fractions import Fraction

from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import carry_cues, trace_cues
from assetkit.timeline.records import FootageSegment, Timeline
from support.scenes import clip, facts


def _timeline(*ranges: tuple[int, int]) -> Timeline:
    segments, at = [], 0
    for start, stop in ranges:
        segments.append(
            FootageSegment(clip("first", start, stop), facts("first"), FrameRange(start, stop), at)
        )
        at += stop - start
    return Timeline(Fraction(25), tuple(segments), ())


def _cues(*ranges: tuple[int, int]) -> dict[str, tuple[FrameCue, ...]]:
    return {"first": tuple(FrameCue(FrameRange(*area), f"cue {area[0]}") for area in ranges)}


def test_a_whole_cue_is_not_clipped_and_a_cut_one_says_how_long_it_was() -> None:
    traced = trace_cues(_timeline((100, 150)), _cues((90, 103), (110, 140)))
    assert [(item.cue.range, item.whole, item.is_clipped) for item in traced] == [
        (FrameRange(0, 3), 13, True),
        (FrameRange(10, 40), 30, False),
    ]


def test_a_cue_that_runs_on_over_a_join_is_whole_again() -> None:
    timeline, cues = _timeline((100, 120), (120, 150)), _cues((115, 125))
    (traced,) = trace_cues(timeline, cues)
    assert traced.cue.range == FrameRange(15, 25)
    assert not traced.is_clipped
    assert carry_cues(timeline, cues) == (traced.cue,)
    (short,) = trace_cues(_timeline((100, 120), (121, 150)), cues)
    assert (len(short.cue.range), short.whole, short.is_clipped) == (9, 10, True)
