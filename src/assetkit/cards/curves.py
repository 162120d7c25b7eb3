"""Curves of drawings as corners in pixels, in plain additions and multiplications: the same everywhere."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache

Point = tuple[float, float]
_CORNERS = 16  # of a quarter circle: off by less than 0.2 % of its radius in 100


@lru_cache(maxsize=4096)
def point_on_circle(turn: Fraction) -> Point:
    """Give where a share of a turn points, clockwise from the top, on a circle of radius 1, y downward."""
    quarter, rest = divmod(turn * 4, 1)
    sine, cosine = _sine(rest), _sine(1 - rest)
    return ((sine, -cosine), (cosine, sine), (-sine, cosine), (-cosine, -sine))[int(quarter) % 4]


def _sine(quarters: Fraction) -> float:
    """Give the sine of a share of a right angle by its series: a library's may differ in the last bit."""
    angle = float(quarters) * (math.pi / 2)
    term = total = angle
    for step in range(1, 14):
        term *= -(angle * angle) / (2 * step * (2 * step + 1))
        total += term
    return total


def circle(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """Give the corners of a circle, fine enough for its size, clockwise."""
    count = max(64, 4 * math.ceil(radius))
    return arc(x, y, radius, Fraction(0), Fraction(count - 1, count), count)


def arc(x: float, y: float, radius: float, start: Fraction, stop: Fraction, count: int) -> tuple[Point, ...]:
    """Give `count` points from one share of a turn to another, clockwise from the top."""
    turns = (start + (stop - start) * step / (count - 1) for step in range(count))
    return tuple((x + radius * across, y + radius * down) for across, down in map(point_on_circle, turns))


def person(left: float, top: float, height: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Draw a standing person by a head and a body: nobody in particular, upright, at rest.

    `PERSON_WIDTH` of the height wide.
    """
    unit, middle = height / 100, left + PERSON_WIDTH * height / 2
    right = [(middle + x * unit, top + y * unit) for x, y in _half_body()]
    mirrored = [(2 * middle - x, y) for x, y in reversed(right)]
    return circle(middle, top + 11 * unit, 11 * unit), (*right, *mirrored)


@lru_cache(maxsize=1)
def _half_body() -> tuple[Point, ...]:
    """Give the right half of a body, from the neck over the shoulder, the arm and the leg, in hundredths."""
    shoulder = arc(8.0, 37.0, 12.0, Fraction(0), Fraction(1, 4), _CORNERS)
    hand = arc(16.5, 62.0, 3.5, Fraction(1, 4), Fraction(3, 4), _CORNERS)
    armpit = ((13.0, 43.0), (10.8, 43.0))
    foot = arc(5.9, 95.1, 4.9, Fraction(1, 4), Fraction(3, 4), _CORNERS)
    return (*shoulder, *hand, *armpit, *foot, (1.0, 67.0))


PERSON_WIDTH = 0.4
"""How wide a person is, as a share of the height."""
