"""Painting a ring that fills up: its pixels are sorted once by the way that they lie around its centre.

A frame then colours a first part of them in one colour and the rest in the other; only those at the edge
between the two are mixed.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.cards.curves import Point, circle, point_on_circle
from assetkit.cards.layout import Arc
from assetkit.geometry import Box, Size
from assetkit.render.blending import OPAQUE, lay_over, steps_of
from assetkit.render.drawing import rasterise

Colours = npt.NDArray[np.uint8]
Colour = npt.NDArray[np.uint16]
Pixels = npt.NDArray[np.void]
_PIXEL = np.dtype("V3")  # three bytes at once: numpy moves them twice as fast as three single ones
_EDGE = 1.5  # pixels beside the edge that it may touch


class ArcInk:
    """One ring in pictures of one size; `lay` needs a ground of one colour, and is quick there."""

    def __init__(self, arc: Arc, size: Size, ground: Colour, colour: Colour, rest: Colour) -> None:
        self._arc = arc
        self._ground, self._colour, self._rest = ground, colour, rest
        rows, columns, coverage = _pixels(arc, size)
        across = columns.astype(np.float64) + (0.5 - arc.centre[0])
        down = rows.astype(np.float64) + (0.5 - arc.centre[1])
        around = _around(across, down)
        order = np.argsort(around, kind="stable")
        self._around = around[order]
        self._across, self._down = across[order], down[order]
        self._coverage: npt.NDArray[np.uint8] = coverage[order]
        self._places = (rows * size.width + columns)[order]
        self._solid = self._blend(OPAQUE)
        x, y = (middle - arc.outer for middle in arc.centre)
        self.box = Box(x, y, 2 * arc.outer, 2 * arc.outer)

    def lay(self, picture: Colours, number: int, level: int) -> None:
        """Lay the ring of a frame on a picture, at `level` of 256 of its opacity."""
        share = self._arc.shares[min(number, len(self._arc.shares) - 1)]
        colours, rest = self._solid if level == OPAQUE else self._blend(level)
        pixels = picture.reshape(-1).view(_PIXEL)
        first, last = self._edge(share)
        pixels[self._places[:first]] = colours[:first]
        pixels[self._places[last:]] = rest[last:]
        if first < last:
            edge = slice(first, last)
            part = self._inside(edge, point_on_circle(share))
            mixed = (_parted(colours[edge]) * part + _parted(rest[edge]) * (OPAQUE - part) + 128) >> 8
            pixels[self._places[edge]] = _whole(mixed.astype(np.uint8))

    def lay_over(self, picture: Colours, number: int, level: int) -> None:
        """Lay the ring of a frame on a picture of many colours, or on one with alpha."""
        share = self._arc.shares[min(number, len(self._arc.shares) - 1)]
        first, last = self._edge(share)
        colours = np.empty((len(self._places), 3), np.uint16)
        colours[:first], colours[last:] = self._colour, self._rest
        part = self._inside(slice(first, last), point_on_circle(share))
        colours[first:last] = (self._colour * part + self._rest * (OPAQUE - part) + 128) >> 8
        pixels = picture.reshape(-1, picture.shape[-1])
        under = pixels[self._places]
        lay_over(under, colours, steps_of(level)[self._coverage])
        pixels[self._places] = under

    def _blend(self, level: int) -> tuple[Pixels, Pixels]:
        """Give the colour of each pixel, inside of the share and outside of it."""
        alpha = steps_of(level)[:, None]
        tables = (self._ground * (OPAQUE - alpha) + each * alpha for each in (self._colour, self._rest))
        one, other = (_whole(((table + 128) >> 8).astype(np.uint8))[self._coverage] for table in tables)
        return one, other

    def _edge(self, share: Fraction) -> tuple[int, int]:
        """Give which pixels, by their order, the edge between the colours may touch."""
        if share <= 0 or share >= 1:
            return (len(self._places),) * 2 if share >= 1 else (0, 0)
        across, down = point_on_circle(share)
        middle, reach = float(_around(np.array([across]), np.array([down]))[0]), _EDGE / self._arc.inner
        first, last = np.searchsorted(self._around, (middle - reach, middle + reach))
        return int(first), int(last)

    def _inside(self, edge: slice, to: Point) -> Colour:
        """Give how much of each pixel, in 256 parts, lies before the edge that points to `to`."""
        beyond = to[0] * self._down[edge] - to[1] * self._across[edge]
        inside = np.clip(0.5 - beyond, 0.0, 1.0)
        return np.floor(inside * OPAQUE + 0.5).astype(np.uint16)[:, None]


def _pixels(
    arc: Arc, size: Size
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    """Give the rows, columns and coverage of a full ring's pixels inside the picture."""
    x, y = arc.centre
    edges = [_edges(circle(x, y, arc.outer)), _edges(circle(x, y, arc.inner)[::-1])]
    mask = rasterise(np.concatenate(edges))
    rows, columns = np.nonzero(mask.coverage)
    coverage = mask.coverage[rows, columns]
    rows, columns = rows + mask.y, columns + mask.x
    inside = (rows >= 0) & (rows < size.height) & (columns >= 0) & (columns < size.width)
    return rows[inside], columns[inside], coverage[inside]


def _whole(colours: Colours) -> Pixels:
    return np.ascontiguousarray(colours).view(_PIXEL).reshape(-1)


def _parted(pixels: Pixels) -> Colours:
    return np.ascontiguousarray(pixels).view(np.uint8).reshape(-1, 3)


def _edges(corners: tuple[Point, ...]) -> npt.NDArray[np.float64]:
    points = np.array(corners, np.float64)
    return np.concatenate([points, np.roll(points, -1, axis=0)], axis=1)


def _around(across: npt.NDArray[np.float64], down: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give the way around a centre from 0 at the top to 4, clockwise: as an angle grows, without its sine."""
    share = np.abs(across) / (np.abs(across) + np.abs(down))
    right = np.where(down < 0, share, 2 - share)
    around: npt.NDArray[np.float64] = np.where(across >= 0, right, np.where(down < 0, 4 - share, 2 + share))
    return around
