"""Whole-pixel pictures: sizes, boxes, shapes, and the crop that frames a focus."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, order=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def ratio(self) -> Fraction:
        """Width over height, exact."""
        return Fraction(self.width, self.height)

    @property
    def short_edge(self) -> int:
        """The shorter side in pixels: the S of the type-size rules."""
        return min(self.width, self.height)

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle in pixels, origin at the top left; right and bottom are exclusive."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column past the box."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First row past the box."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """The box without its place."""
        return Size(self.width, self.height)

    def contains(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        inside_x = self.x <= other.x and other.right <= self.right
        return inside_x and self.y <= other.y and other.bottom <= self.bottom


@dataclass(frozen=True)
class Focus:
    """Where in the picture the subject is: 0..1 from the left and from the top."""

    x: float = 0.5
    y: float = 0.5


def shape_of(size: Size) -> str:
    """Name the shape of a picture, as recipes write it: "9:16", "4:5", "1:1", "16:9"."""
    ratio = size.ratio
    return f"{ratio.numerator}:{ratio.denominator}"


@functools.lru_cache(maxsize=4096)
def crop_around(master: Size, target: Size, focus: Focus) -> Box:
    """Give the largest box of the target's shape inside the master, as near to the focus as it fits.

    Even numbers throughout, because chroma of 4:2:0 is sampled in pairs.
    """
    if master.ratio >= target.ratio:
        width = min(_even(master.height * target.ratio), master.width)
        height = master.height
    else:
        width = master.width
        height = min(_even(master.width / target.ratio), master.height)
    x = _even_floor(_clamp(focus.x * master.width - width / 2, 0, master.width - width))
    y = _even_floor(_clamp(focus.y * master.height - height / 2, 0, master.height - height))
    return Box(x, y, width, height)


def fit_inside(master: Size, target: Size) -> Box:
    """Give the box, centred in the target, that holds the whole master picture at its own shape."""
    if master.ratio >= target.ratio:
        width, height = target.width, min(_even(target.width / master.ratio), target.height)
    else:
        width, height = min(_even(target.height * master.ratio), target.width), target.height
    return Box(
        _even_floor((target.width - width) / 2), _even_floor((target.height - height) / 2), width, height
    )


def _even(value: Fraction | float) -> int:
    return max(2, 2 * round(value / 2))


def _even_floor(value: float) -> int:
    return int(value // 2) * 2


def _clamp(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
