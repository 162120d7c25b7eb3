"""Edges within a word, with the nearest pause in frames."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.checks.hearing.records import Play, Track
from assetkit.checks.hearing.words import check_words
from assetkit.diagnostics import Place
from support.captioned import caption_file, film_of
from support.voices import RATE, hear, speak

HEARD = hear(speak(8, [(1, 1.4), (1.6, 2.0), (2.2, 2.8), (5, 7.5)]))
ITEM = Place("recipes/a.yaml", 9, 9)
CUES = film_of(caption_file("ru", (20, 75, "Иди домой сейчас"), (120, 190, "Долго")))
FRAME = RATE // 25


def track_of(*plays: Play) -> Track:
    return Track("films/a.mp4", HEARD, Fraction(25), Place("recipes/a.yaml", 3, 1), plays, "a-film")


def play(first: int, last: int, cut: str = "teaser", **edges: bool) -> Play:
    """A clip of frames [first, last)."""
    return Play(cut, first * FRAME, (last - first) * FRAME, 0, place=ITEM, **edges)


def test_a_clip_that_ends_within_a_word_may_end_in_the_next_pause() -> None:
    (found,) = check_words(track_of(play(20, 48)), CUES)
    assert found.code == "AK756" and found.place == ITEM
    assert "ends within a word, at 00:00:01:22 of films/a.mp4 (teaser 00:00:01:02)" in found.message
    assert found.remedy == (
        "end it 3 frames later, at 00:00:02:01, where it is quiet, or let its sound lag by 3f"
    )


def test_a_clip_that_begins_within_a_word_may_begin_in_the_pause_before() -> None:
    (found,) = check_words(track_of(play(42, 80)), CUES)
    assert "begins within a word, at 00:00:01:17" in found.message
    assert "begin it 4 frames earlier, at 00:00:01:13" in found.remedy
    assert "let its sound lead by 4f" in found.remedy


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (24, 71, "in pauses"),
        (90, 110, "in silence"),
        (140, 160, "in a long sound without a pause near"),
    ],
)
def test_other_edges_are_left(first: int, last: int, why: str) -> None:
    assert check_words(track_of(play(first, last)), CUES) == [], why


def test_what_is_soft_or_no_speech_is_left() -> None:
    within = play(42, 48)
    assert len(check_words(track_of(within), CUES)) == 2
    assert check_words(track_of(replace(within, opens=False, closes=False)), CUES) == []
    assert check_words(track_of(within), film_of(caption_file("ru", (120, 190, "Долго")))) == []
    assert len(check_words(track_of(within), None)) == 2


def test_cuts_that_share_an_edge_share_the_finding() -> None:
    plays = [play(24, 48, "a"), play(24, 48, "b"), play(30, 48, "c")]
    found = [item for item in check_words(track_of(*plays), CUES) if " ends " in item.message]
    assert len(found) == 1 and "(a 00:00:00:23, b 00:00:00:23, 1 more)" in found[0].message
