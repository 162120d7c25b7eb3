"""A first teaser: in the film's order, inside its length, and of what can be seen."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assetkit.media.shots import Shot
from assetkit.recipe.proposal import choose_pieces, name_shots
from assetkit.timecode import FrameRange

RATE = Fraction(25)


def film(lengths: list[int], dark: tuple[int, ...] = ()) -> list[Shot]:
    shots, at = [], 0
    for index, length in enumerate(lengths):
        shots.append(Shot(FrameRange(at, at + length), 0.02 if index in dark else 0.5))
        at += length
    return shots


def chosen(shots: list[Shot], budget: int = 300) -> list[tuple[str, int, int]]:
    pieces = choose_pieces(shots, budget, RATE)
    return [(piece.select.name, piece.range.start, piece.range.stop) for piece in pieces]


def test_short_shots_are_shown_whole_and_of_long_ones_the_middle() -> None:
    assert chosen(film([50, 1000, 75])) == [
        ("shot-01", 0, 50),
        ("shot-02", 512, 587),
        ("shot-03", 1050, 1125),
    ]


def test_dark_and_very_short_shots_are_passed_over() -> None:
    assert [name for name, *_ in chosen(film([50, 50, 10, 50], dark=(0,)))] == ["shot-02", "shot-04"]


def test_where_there_is_nothing_else_they_are_taken() -> None:
    assert chosen(film([10])) == [("shot-01", 0, 10)]
    assert chosen(film([50], dark=(0,))) == [("shot-01", 0, 50)]


def test_pieces_are_spread_over_the_film() -> None:
    names = [name for name, *_ in chosen(film([50] * 41), budget=250)]
    assert names == ["shot-01", "shot-11", "shot-21", "shot-31", "shot-41"]


def test_a_single_piece_is_cut_to_the_budget() -> None:
    assert chosen(film([2000]), budget=30) == [("shot-01", 984, 1014)]


def test_names_sort_as_the_shots_do() -> None:
    names = [select.name for select in name_shots(film([10] * 120))]
    assert names[0] == "shot-001" and names == sorted(names)


@given(
    st.lists(st.integers(1, 600), min_size=1, max_size=40), st.integers(1, 400), st.sets(st.integers(0, 39))
)
def test_a_teaser_is_in_order_inside_its_shots_and_its_length(
    lengths: list[int], budget: int, dark: set[int]
) -> None:
    pieces = choose_pieces(film(lengths, tuple(dark)), budget, RATE)
    assert pieces and sum(len(piece.range) for piece in pieces) <= budget
    assert all(piece.range.overlap(piece.select.range) == piece.range for piece in pieces)
    starts = [piece.range.start for piece in pieces]
    assert starts == sorted(set(starts))
