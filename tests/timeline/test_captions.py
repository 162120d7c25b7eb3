"""A cue follows its words into a cut: whole or clipped, in order, never two at a time, never drifting."""

from __future__ import annotations

import os
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.diagnostics import Findings
from assetkit.recipe.records import Captions, Cut, Item
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.rules import apply_rules, time_rules
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import (
    EVERY_FRAME,
    Remainder,
    carry_cues,
    follow_cues,
    readable_remainder,
)
from assetkit.timeline.conform import conform
from assetkit.timeline.records import FootageSegment, Timeline
from support.campaigns import CAMPAIGN, HERE
from support.scenes import CARDS, Scene, card_of, clip, cue_lists, dissolve, facts, scenes

RATE = Fraction(25)
Seen = list[tuple[int, int, str]]


def _timeline(*items: Item | tuple[int, int]) -> Timeline:
    """Conform clips of the first film, given as frames, and other items."""
    sequence = tuple(clip("first", *item) if isinstance(item, tuple) else item for item in items)
    cut = Cut("cut", sequence, None, None, (), Captions(), ("x",), HERE)
    findings = Findings()
    masters = {slug: facts(slug) for slug in ("first", "second")}
    made = conform(cut, masters, replace(CAMPAIGN, rate=RATE), findings)
    assert made is not None, findings.items
    return made


def _cues(*ranges: tuple[int, int]) -> dict[str, tuple[FrameCue, ...]]:
    return {"first": tuple(FrameCue(FrameRange(*area), f"cue {area[0]}") for area in ranges)}


def _seen(timeline: Timeline, cues: dict[str, tuple[FrameCue, ...]]) -> Seen:
    return [(cue.range.start, cue.range.stop, cue.text) for cue in carry_cues(timeline, cues)]


def test_a_whole_cue_is_not_clipped_and_a_cut_one_says_how_long_it_was() -> None:
    traced = follow_cues(_timeline((100, 150)), _cues((75, 122), (125, 150))).kept
    assert [(item.cue.range, item.whole, item.is_clipped) for item in traced] == [
        (FrameRange(0, 22), 47, True),
        (FrameRange(25, 50), 25, False),
    ]
    assert (traced[0].source, traced[0].shown) == (FrameRange(75, 122), FrameRange(100, 122))


def test_what_cannot_be_read_is_left_out_and_told() -> None:
    carried = follow_cues(_timeline((100, 150)), _cues((90, 103), (110, 112), (140, 300)))
    assert [item.cue.text for item in carried.kept] == ["cue 110"], "a whole cue stays, however short"
    assert [(item.cue.range, item.whole) for item in carried.dropped] == [
        (FrameRange(0, 3), 13),
        (FrameRange(40, 50), 160),
    ]


@pytest.mark.parametrize(
    ("shown", "whole", "readable"),
    [(21, 500, True), (20, 500, False), (15, 20, True), (14, 20, False), (1, 1, True)],
)
def test_a_remainder_is_as_long_as_a_cue_must_be_or_most_of_its_own(
    shown: int, whole: int, readable: bool
) -> None:
    assert readable_remainder(RATE) == Remainder(21, Fraction(3, 4))
    assert readable_remainder(RATE).is_readable(shown, whole) is readable


def test_a_cue_that_runs_on_over_a_join_is_whole_again() -> None:
    timeline, cues = _timeline((100, 120), (120, 150)), _cues((115, 125))
    (traced,) = follow_cues(timeline, cues).kept
    assert traced.cue.range == FrameRange(15, 25)
    assert not traced.is_clipped and (traced.first, traced.last) == (0, 1)
    assert carry_cues(timeline, cues) == (traced.cue,)
    (short,) = follow_cues(_timeline((100, 120), (121, 150)), cues).kept
    assert (len(short.cue.range), short.whole, short.is_clipped) == (9, 10, True)


def test_a_clip_used_twice_shows_its_cues_twice_and_cards_none() -> None:
    timeline = _timeline((100, 150), card_of(CARDS[0], 50), (100, 150), (100, 150))
    assert _seen(timeline, _cues((100, 150))) == [
        (0, 50, "cue 100"),
        (100, 150, "cue 100"),
        (150, 200, "cue 100"),
    ]


def test_frames_that_the_rules_added_are_no_words() -> None:
    ruled = {"first": apply_rules(_cues((100, 130), (139, 200))["first"], time_rules(RATE)).cues}
    assert [cue.range.stop for cue in ruled["first"]] == [137, 200]
    assert _seen(_timeline((133, 200)), ruled) == [(6, 67, "cue 139")], "its words were said before"
    (first, _) = follow_cues(_timeline((100, 200)), ruled).kept
    assert (first.cue.range, first.whole, first.is_clipped) == (FrameRange(0, 37), 30, False)
    (first, _) = follow_cues(_timeline((100, 132), (132, 200)), ruled).kept
    assert first.cue.range == FrameRange(0, 37), "it lingers on over a join"
    assert not follow_cues(_timeline((100, 132)), ruled).kept[0].is_clipped
    assert first.cue.linger == 0


DISSOLVE = dissolve(12)  # frames 44 to 56 of a cut that begins with a clip of 50


@pytest.mark.parametrize(
    ("cues", "seen"),
    [
        # The first clip is (100, 150), the second (300, 350): its frame 300 is frame 50 of the cut.
        ([(120, 154)], [(20, 54, "cue 120")]),
        ([(120, 180)], [(20, 56, "cue 120")]),
        ([(270, 340)], [(44, 90, "cue 270")]),
        ([(297, 340)], [(47, 90, "cue 297")]),
        ([(120, 180), (270, 340)], [(20, 50, "cue 120"), (50, 90, "cue 270")]),
        ([(120, 180), (303, 340)], [(20, 53, "cue 120"), (53, 90, "cue 303")]),
        ([(120, 147), (270, 340)], [(20, 47, "cue 120"), (47, 90, "cue 270")]),
        ([(120, 149), (152, 170), (280, 299)], [(20, 49, "cue 120")]),
    ],
    ids=[
        "ends in it",
        "ends after it",
        "begins before it",
        "begins in it",
        "both",
        "late",
        "early",
        "handles",
    ],
)
def test_in_a_dissolve_a_cue_may_finish_where_the_other_clip_is_silent(
    cues: list[tuple[int, int]], seen: Seen
) -> None:
    assert _seen(_timeline((100, 150), DISSOLVE, (300, 350)), _cues(*cues)) == seen


def test_a_cue_never_stands_over_a_card() -> None:
    timeline = _timeline((100, 150), DISSOLVE, card_of(CARDS[0], 50), dissolve(12), (300, 350))
    assert _seen(timeline, _cues((120, 180), (270, 340))) == [(20, 50, "cue 120"), (100, 140, "cue 270")]


def test_times_of_words_are_carried_and_clipped_and_the_text_is_whole() -> None:
    words = ((100, 0), (110, 3), (135, 8), (160, 12))
    cue = FrameCue(FrameRange(100, 170), "Go home my dear", words=words)
    (whole,) = carry_cues(_timeline((50, 200)), {"first": (cue,)})
    assert whole == replace(cue, range=FrameRange(50, 120), words=tuple((f - 50, c) for f, c in words))
    (tail,) = carry_cues(_timeline((120, 150)), {"first": (cue,)})
    assert tail.text == cue.text
    assert tail.words == ((0, 3), (15, 8)), "the word that is being said at the edge begins there"
    (joined,) = carry_cues(_timeline((90, 120), (120, 150)), {"first": (cue,)})
    assert joined.words == ((10, 0), (20, 3), (45, 8))


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 40, deadline=None)
@given(scenes(), st.booleans())
def test_captions_never_overlap_never_leave_the_cut_and_keep_their_order_and_text(
    scene: Scene, ruled: bool
) -> None:
    timeline, cues = scene.timeline, scene.cues
    if ruled:
        rules = time_rules(timeline.rate)
        cues = {slug: apply_rules(film, rules).cues for slug, film in cues.items()}
    carried = follow_cues(timeline, cues)
    for item, following in pairwise(carried.kept):
        assert item.cue.range.stop <= following.cue.range.start
    for item in carried.kept:
        assert 0 <= item.cue.range.start < item.cue.range.stop <= timeline.frames
        (own,) = [cue for cue in cues[item.film] if cue.said == item.source]
        assert item.cue.text == own.text
        first = timeline.segments[item.first]
        assert isinstance(first, FootageSegment) and first.film == item.film
        # Exactly with its clip: the frame of the cut shows the frame of the master that has the cue.
        assert item.cue.range.start - first.at == item.shown.start - first.source.start
        assert own.range.start <= item.shown.start and item.shown.stop <= own.range.stop
        least = readable_remainder(timeline.rate)
        assert not item.is_clipped or least.is_readable(len(item.cue.range), item.whole)
    shown = [item.cue.text for item in follow_cues(timeline, cues, EVERY_FRAME).kept]
    assert len(shown) == len(carried.kept) + len(carried.dropped)


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 40, deadline=None)
@given(cue_lists(), st.integers(0, 400), st.integers(1, 200))
def test_a_clip_shows_what_its_frames_show_wherever_it_stands(
    cues: tuple[FrameCue, ...], start: int, length: int
) -> None:
    films = {"first": cues}
    alone = carry_cues(_timeline((start, start + length)), films)
    later = carry_cues(_timeline(clip("second", 0, 77), (start, start + length)), films)
    assert [replace(cue, range=cue.range.shift(77)) for cue in alone] == list(later)


def test_ten_minutes_of_two_hundred_clips_are_exact_to_the_frame() -> None:
    """The frames of every cue, against seconds reckoned through independently of the frame ranges."""
    rate = Fraction(24000, 1001)
    film = facts("first", rate)
    film = replace(film, frame_count=20_000)
    cues = tuple(
        FrameCue(FrameRange(start, start + 40 + start % 29), f"cue {start}") for start in range(7, 19_800, 83)
    )
    starts = [(index * 7919) % 19_000 for index in range(200)]
    lengths = [60 + (index * 37) % 25 for index in range(200)]
    items = tuple(clip("first", start, start + n) for start, n in zip(starts, lengths, strict=True))
    cut = Cut("long", items, None, None, (), Captions(), ("x",), HERE)
    timeline = conform(cut, {"first": film}, replace(CAMPAIGN, rate=rate), Findings())
    assert timeline is not None and timeline.frames > 590 * rate
    shown = [""] * timeline.frames
    for cue in carry_cues(timeline, {"first": cues}, EVERY_FRAME):
        shown[cue.range.start : cue.range.stop] = [cue.text] * len(cue.range)
    at = 0
    for start, length in zip(starts, lengths, strict=True):
        for frame in range(start, start + length):
            begun = (frame - 7) // 83 * 83 + 7
            wanted = f"cue {begun}" if frame >= 7 and frame < begun + 40 + begun % 29 else ""
            assert shown[at] == wanted, (at, frame)
            at += 1
    assert at == timeline.frames
