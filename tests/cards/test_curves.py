"""Outlines of drawings."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import pytest

from assetkit.cards.crowd import stand_in_rows
from assetkit.cards.curves import PERSON_WIDTH, circle, person, point_on_circle


@pytest.mark.parametrize("turn", [Fraction(n, 97) for n in range(0, 98, 7)])
def test_a_point_lies_where_the_sine_says(turn: Fraction) -> None:
    angle = 2 * math.pi * turn
    assert point_on_circle(turn) == pytest.approx((math.sin(angle), -math.cos(angle)), abs=1e-12)


def test_quarters_are_exact() -> None:
    corners = [point_on_circle(Fraction(n, 4)) for n in range(4)]
    assert [(round(x, 15), round(y, 15)) for x, y in corners] == [(0, -1), (1, 0), (0, 1), (-1, 0)]


def test_a_circle_is_round_to_a_fiftieth_of_a_pixel() -> None:
    for radius in (10.0, 330.0):
        corners = circle(0, 0, radius)
        middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(corners)]
        assert min(math.hypot(x, y) for x, y in middles) > radius - 0.02 * max(1, radius / 100)


def test_a_person_fills_its_height_and_is_symmetric() -> None:
    points = [point for outline in person(10, 20, 200) for point in outline]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert (min(xs), max(xs)) == pytest.approx((10, 10 + 200 * PERSON_WIDTH), abs=1)
    assert (min(ys), max(ys)) == pytest.approx((20, 220), abs=0.5)
    assert sum(xs) / len(xs) == pytest.approx(50, abs=0.6)


@pytest.mark.parametrize("count", [3, 4, 7, 9, 10, 12, 15, 20])
@pytest.mark.parametrize(("width", "height"), [(660, 460), (930, 300), (790, 620), (165, 115)])
def test_a_crowd_stands_inside_its_box_in_rows_that_are_balanced(count: int, width: int, height: int) -> None:
    crowd = stand_in_rows(count, width, height)
    assert len(crowd.places) == count
    assert max(x for x, _ in crowd.places) + crowd.figure * PERSON_WIDTH <= width + 1e-6
    assert max(y for _, y in crowd.places) + crowd.figure <= height + 1e-6
    rows = [sum(y == each for _, y in crowd.places) for each in sorted({y for _, y in crowd.places})]
    assert max(rows) - min(rows) <= 1
    first_row = sorted(x for x, y in crowd.places if y == 0)
    assert all(b - a > crowd.figure * PERSON_WIDTH for a, b in pairwise(first_row))
