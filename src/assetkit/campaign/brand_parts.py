"""What a brand says of type, grid and motion, and the dated data that its words stand for."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from assetkit.packaged import read_packaged

_FILE = "brand.yaml"

Curve = tuple[Fraction, Fraction, Fraction, Fraction]
"""The control points x1, y1, x2, y2 of a cubic Bézier from (0, 0) to (1, 1)."""


@dataclass(frozen=True)
class TypeScale:
    """The largest type of each class on cards, in percent of the short edge; the number's of the height.

    A card shrinks its type where its words need it, and other fields of a class keep their distance to the
    largest: a label is as much smaller than `small` as the kind's design has it.
    """

    headline: Fraction = Fraction("14.2")
    number: Fraction = Fraction(42)
    body: Fraction = Fraction("8.4")
    small: Fraction = Fraction("4.6")
    source: Fraction = Fraction("2.8")

    def ratio(self, name: str) -> Fraction:
        """Give how much larger or smaller a class is than where a brand says nothing."""
        usual: Fraction = getattr(_USUAL, name)
        own: Fraction = getattr(self, name)
        return own / usual


@dataclass(frozen=True)
class Grid:
    """Where things stand: `margin` in percent of the short edge, kept free beside a platform's own zones.

    `column` is where the second column of a wide card begins, `gutter` the space before it, both in percent
    of the zone's width.
    """

    margin: Fraction = Fraction(0)
    column: int = 52
    gutter: int = 8


@dataclass(frozen=True)
class Motion:
    """How cards move: `tempo` multiplies all durations; `enter` and `leave` ease, () is the house's cubic.

    Reduced motion is fades alone: nothing rises, grows or counts, and all that is read is read as long.
    """

    tempo: Fraction = Fraction(1)
    enter: Curve | tuple[()] = ()
    leave: Curve | tuple[()] = ()
    reduced: bool = False


_USUAL = TypeScale()


@functools.cache
def load_brand_data() -> dict[str, dict[str, dict[str, Any]]]:
    """Give the packaged curves, tempos and least sizes, each with its source."""
    data: dict[str, dict[str, dict[str, Any]]] = read_packaged("assetkit.campaign", _FILE)
    return data


def least_size(name: str) -> Fraction:
    """Give the least that a class of the type scale may be, in percent."""
    return Fraction(str(load_brand_data()["least"][name]["value"]))


def motion_of(tempo: str, easing: str, reduced: bool) -> Motion:
    """Give the motion that a brand's words stand for; `tempo` is a name or a factor."""
    data = load_brand_data()
    named = data["tempos"].get(tempo)
    factor = Fraction(str(named["value"])) if named else Fraction(tempo)
    curve = data["curves"].get(easing)
    if curve is None:
        return Motion(factor, reduced=reduced)
    return Motion(factor, _curve(curve["enter"]), _curve(curve["leave"]), reduced)


def _curve(points: list[Any]) -> Curve:
    x1, y1, x2, y2 = (Fraction(str(each)) for each in points)
    return x1, y1, x2, y2
