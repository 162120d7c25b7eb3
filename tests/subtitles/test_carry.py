"""Cues come to the master's frames: in order, one at a time, rounded by one rule."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assetkit.subtitles.carry import conform_cues, find_frameless
from assetkit.subtitles.cues import Cue, Emphasis, FrameCue, WordTime
from assetkit.timecode import FrameRange

Number = int | str | Fraction


def _cue(start: Number, stop: Number, *lines: str) -> Cue:
    return Cue(Fraction(start), Fraction(stop), lines)


def _spans(cues: list[Cue], rate: int = 25) -> list[tuple[int, int, str]]:
    return [(cue.range.start, cue.range.stop, cue.text) for cue in conform_cues(cues, Fraction(rate))]


def test_seconds_become_frames_halves_up() -> None:
    assert _spans([_cue("0.02", "0.98", "a", "b")]) == [(1, 25, "a\nb")]
    assert _spans([_cue("0.019", "1.001", "a")]) == [(0, 25, "a")]
    assert conform_cues([_cue(1001, 1002, "a")], Fraction(24000, 1001)) == (
        FrameCue(FrameRange(24000, 24024), "a"),
    )


def test_cues_are_sorted_and_overlaps_end_at_the_next_start() -> None:
    assert _spans([_cue(3, 4, "b"), _cue(1, "3.5", "a")]) == [(25, 75, "a"), (75, 100, "b")]


def test_gaps_and_durations_are_left_alone() -> None:
    assert _spans([_cue(0, 1, "a"), _cue("1.04", "1.08", "b")]) == [(0, 25, "a"), (26, 27, "b")]


def test_cues_of_one_start_are_said_together() -> None:
    assert _spans([_cue(1, 2, "— Сен?"), _cue(1, 3, "— Мен.")]) == [(25, 75, "— Сен?\n— Мен.")]


def test_what_stands_on_the_text_moves_along_when_cues_are_said_together() -> None:
    first = Cue(Fraction(1), Fraction(2), ("Go", "home"), 4, "Ana", (Emphasis(3, 7, italic=True),))
    word = WordTime(Fraction(3, 2), 0)
    second = Cue(Fraction(1), Fraction(3), ("No",), 8, "Boris", (Emphasis(0, 2, bold=True),), (word,))
    (cue,) = conform_cues([first, second], Fraction(25))
    assert (cue.text, cue.line, cue.range) == ("Go\nhome\nNo", 4, FrameRange(25, 75))
    assert cue.emphasis == (Emphasis(3, 7, italic=True), Emphasis(8, 10, bold=True))
    assert cue.words == ((38, 8),)
    assert (cue.speaker, cue.turns) == ("", ((0, "Ana"), (8, "Boris")))


def test_words_outside_a_cue_are_left_out() -> None:
    words = tuple(WordTime(Fraction(at), start) for at, start in ((0, 0), (1, 3), (2, 6)))
    cue = Cue(Fraction(1), Fraction(4), ("a, b, c",), words=words)
    assert conform_cues([cue, _cue(2, 3, "d")], Fraction(25))[0].words == ((25, 3),)


def test_what_holds_no_frame_is_left_out_and_named() -> None:
    short, flash = _cue(1, 1, "zero"), _cue("2.001", "2.01", "flash")
    assert _spans([short, flash, _cue(3, 4, "a")]) == [(75, 100, "a")]
    assert find_frameless([short, flash, _cue(3, 4, "a")], Fraction(25)) == (short, flash)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 200)), max_size=12))
def test_no_two_cues_share_a_frame_and_no_words_are_lost(times: list[tuple[int, int]]) -> None:
    cues = [
        _cue(Fraction(start, 100), Fraction(start + length, 100), f"w{n}")
        for n, (start, length) in enumerate(times)
    ]
    carried = conform_cues(cues, Fraction(25))
    assert all(a.range.stop <= b.range.start for a, b in pairwise(carried))
    assert all(len(cue.range) > 0 for cue in carried)
    lost = {cue.lines[0] for cue in find_frameless(cues, Fraction(25))}
    said = {word for cue in carried for word in cue.text.split("\n")}
    assert said | lost == {cue.lines[0] for cue in cues} and not said & lost
