"""The rules of time move ends only, never too far, and once is enough."""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.rules import CLOSED, LENGTHENED, PARTED, RuledCues, apply_rules, time_rules
from assetkit.timecode import RATES, FrameRange

FILM = time_rules(Fraction(24))


def _cues(*ranges: tuple[int, int]) -> tuple[FrameCue, ...]:
    return tuple(FrameCue(FrameRange(*area), f"cue {n}", line=n) for n, area in enumerate(ranges, 1))


def _ruled(*ranges: tuple[int, int]) -> RuledCues:
    return apply_rules(_cues(*ranges), FILM)


def _ends(*ranges: tuple[int, int]) -> list[int]:
    return [cue.range.stop for cue in _ruled(*ranges).cues]


def test_the_numbers_at_film_rate() -> None:
    assert (FILM.least, FILM.most, FILM.gap, FILM.seen) == (20, 168, 2, 12)
    assert time_rules(Fraction(60000, 1001)).gap == 2


@pytest.mark.parametrize(
    ("gap", "end"), [(0, 98), (1, 98), (2, 98), (3, 98), (11, 98), (12, 88), (24, 76)], ids=str
)
def test_gaps_are_two_frames_or_half_a_second(gap: int, end: int) -> None:
    assert _ends((40, 100 - gap), (100, 150)) == [end, 150]


def test_a_short_cue_is_lengthened_into_free_room_only() -> None:
    assert _ends((0, 5), (60, 90)) == [20, 90]
    assert _ends((0, 5), (15, 40)) == [13, 40]
    assert _ends((0, 5), (25, 50)) == [23, 50], "twenty frames would leave a gap that only flashes"
    assert _ends((0, 30), (40, 45)) == [38, 60], "after the last cue there is room"


def test_a_gap_is_not_made_by_making_a_cue_too_short() -> None:
    assert _ends((0, 21), (21, 60)) == [20, 60]
    assert _ends((0, 12), (12, 60)) == [12, 60]


def test_a_gap_is_not_closed_by_making_a_cue_too_long() -> None:
    assert _ends((0, 165), (170, 200)) == [168, 200]
    assert _ends((0, 165), (171, 200)) == [165, 200]


def test_what_was_changed_is_told() -> None:
    ruled = _ruled((0, 30), (30, 80), (85, 90), (120, 150))
    assert [(each.rule, each.line, each.was, each.now) for each in ruled.moved] == [
        (PARTED, 1, 30, 28),
        (CLOSED, 2, 80, 83),
        (LENGTHENED, 3, 90, 105),
    ]
    assert ruled.count() == {PARTED: 1, CLOSED: 1, LENGTHENED: 1}
    assert ruled.describe() == (
        "1 cue shortened to leave a gap before the next (line 1), "
        "1 cue lengthened to be read (line 3), 1 cue lengthened to close a gap (line 2)"
    )
    assert _ruled((0, 30), (38, 80), (85, 120)).describe() == "2 cues lengthened to close a gap (from line 1)"
    assert _ruled((0, 30)).describe() == ""


def test_words_past_a_new_end_are_left_out_and_the_text_is_whole() -> None:
    first = FrameCue(FrameRange(0, 50), "Go home now", words=((0, 0), (20, 3), (49, 8)))
    cue, _ = apply_rules((first, *_cues((50, 90))), FILM).cues
    assert cue.range == FrameRange(0, 48)
    assert cue.text == "Go home now" and cue.words == ((0, 0), (20, 3))


@st.composite
def _lists(draw: st.DrawFn) -> tuple[FrameCue, ...]:
    steps = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 200)), max_size=8))
    ranges, at = [], 0
    for gap, length in steps:
        ranges.append((at + gap, at + gap + length))
        at += gap + length
    return _cues(*ranges)


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 60, deadline=None)
@given(_lists(), st.sampled_from(tuple(RATES.values())))
def test_the_rules_hold_and_change_nothing_when_applied_again(
    cues: tuple[FrameCue, ...], rate: Fraction
) -> None:
    rules = time_rules(rate)
    ruled = apply_rules(cues, rules)
    assert apply_rules(ruled.cues, rules) == RuledCues(ruled.cues, ())
    assert [(cue.text, cue.range.start) for cue in ruled.cues] == [(c.text, c.range.start) for c in cues]
    for before, cue in zip(cues, ruled.cues, strict=True):
        if len(cue.range) < len(before.range):
            assert len(cue.range) >= rules.least, "shortened too much"
        if len(cue.range) > len(before.range):
            assert len(cue.range) <= max(rules.least, rules.most), "lengthened too much"
    for cue, following in pairwise(ruled.cues):
        gap = following.range.start - cue.range.stop
        assert gap >= 0
        assert gap >= rules.gap or len(cue.range) <= rules.least
        if rules.gap < gap < rules.seen:
            assert len(cue.range) + gap - rules.gap > rules.most
        if len(cue.range) < rules.least:
            assert gap <= rules.gap
