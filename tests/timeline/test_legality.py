"""Edges that cut a cue in any language are found, and what is proposed instead cuts none in any."""

from __future__ import annotations

import os
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.diagnostics import Findings
from assetkit.recipe.records import Captions, Cut, Item
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.rules import apply_rules, time_rules
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import follow_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.legality import BusyFrames, CutClip, find_cut_clips
from assetkit.timeline.records import Timeline
from support.campaigns import CAMPAIGN, HERE
from support.scenes import clip, cue_lists, dissolve, facts

RATE = Fraction(25)
Ranges = tuple[tuple[int, int], ...]


def _timeline(*items: Item | tuple[int, int]) -> Timeline:
    sequence = tuple(clip("first", *item) if isinstance(item, tuple) else item for item in items)
    cut = Cut("cut", sequence, None, None, (), Captions(), ("x",), HERE)
    findings = Findings()
    made = conform(cut, {"first": facts("first")}, replace(CAMPAIGN, rate=RATE), findings)
    assert made is not None, findings.items
    return made


def _cues(*ranges: tuple[int, int]) -> tuple[FrameCue, ...]:
    return tuple(FrameCue(FrameRange(*area), f"cue {area[0]}") for area in ranges)


def _find(timeline: Timeline, **languages: tuple[FrameCue, ...]) -> tuple[CutClip, ...]:
    cues = {language: {"first": own} for language, own in languages.items()}
    carried = {language: follow_cues(timeline, films) for language, films in cues.items()}
    return find_cut_clips(timeline, cues, carried)


def _proposed(found: CutClip) -> list[tuple[int, int]]:
    return [(area.start, area.stop) for area in found.proposals()]


def test_edges_between_cues_and_exactly_on_them_are_clean() -> None:
    assert not _find(_timeline((100, 150)), kk=_cues((100, 150)), ru=_cues((60, 100), (120, 140)))


def test_the_nearest_edges_are_clean_in_every_language() -> None:
    (found,) = _find(
        _timeline((100, 150)),
        kk=_cues((90, 104), (140, 155)),
        ru=_cues((103, 110)),
        en=_cues((80, 92), (154, 160)),
    )
    assert [cut.language for cut in found.start.cuts] == ["kk"]
    assert [cut.language for cut in found.stop.cuts] == ["kk"]
    assert (found.start.before, found.start.after) == (80, 110)
    assert (found.stop.before, found.stop.after) == (140, 160)
    assert _proposed(found) == [(110, 140), (80, 160)]


def test_the_nearest_range_may_move_one_edge_out_and_one_in() -> None:
    (found,) = _find(_timeline((100, 150)), kk=_cues((98, 120), (130, 151)))
    assert _proposed(found) == [(98, 151), (120, 130)]
    (found,) = _find(_timeline((100, 150)), kk=_cues((98, 120), (149, 170)))
    assert _proposed(found) == [(98, 149), (120, 149), (98, 170)]


def test_no_range_is_empty_and_none_leaves_the_master() -> None:
    (found,) = _find(_timeline((100, 150)), kk=_cues((90, 160)))
    assert _proposed(found) == [(90, 160)]
    (found,) = _find(_timeline((100, 600)), kk=_cues((590, 620)))
    assert (found.stop.before, found.stop.after) == (590, None)
    assert _proposed(found) == [(100, 590)]


def test_handles_of_dissolves_are_kept_free() -> None:
    timeline = _timeline((100, 150), dissolve(12), (20, 70))
    (found,) = _find(timeline, kk=_cues((3, 40)))
    assert found.segment.source == FrameRange(20, 70)
    assert (found.start.before, found.start.after) == (None, 40)
    assert not _find(timeline, kk=_cues((140, 156))), "it comes to its end in the dissolve"


def test_a_join_over_which_the_words_run_on_cuts_nothing() -> None:
    assert not _find(_timeline((100, 120), (120, 150)), kk=_cues((110, 130)))


def test_what_the_rules_added_may_be_cut() -> None:
    ruled = apply_rules(_cues((100, 130), (139, 200)), time_rules(RATE)).cues
    assert not _find(_timeline((133, 200)), kk=ruled)
    (found,) = _find(_timeline((120, 200)), kk=ruled)
    assert _proposed(found) == [(130, 200), (100, 200)]


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 40, deadline=None)
@given(st.lists(cue_lists(), min_size=1, max_size=3), st.integers(0, 500), st.integers(2, 99))
def test_what_is_proposed_is_legal(languages: list[tuple[FrameCue, ...]], start: int, length: int) -> None:
    named = {f"l{number}": cues for number, cues in enumerate(languages)}
    found = _find(_timeline((start, start + length)), **named)

    def is_cut(edge: int) -> bool:
        return any(cue.range.start < edge < cue.range.stop for cues in languages for cue in cues)

    assert bool(found) == (is_cut(start) or is_cut(start + length))
    for area in (area for cut in found for area in cut.proposals()):
        assert 0 <= area.start < area.stop <= 600
        assert not is_cut(area.start) and not is_cut(area.stop)
        assert not _find(_timeline((area.start, area.stop)), **named)


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 30, deadline=None)
@given(st.lists(cue_lists(), min_size=1, max_size=3), st.integers(0, 600))
def test_no_clean_edge_lies_nearer(languages: list[tuple[FrameCue, ...]], edge: int) -> None:
    before, after = BusyFrames(languages).around(edge)
    assert before <= edge <= after
    for nearer in range(before + 1, after):
        assert any(cue.range.start < nearer < cue.range.stop for cues in languages for cue in cues)
