"""Drawn type: glyph outlines by id become masks of exact pixel coverage.

The rasteriser is written in plain float64 additions and multiplications, so that the same font bytes give
the same mask on every machine; no system library for shaping or drawing takes part. Lines lie unhinted, on
whole-pixel baselines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.text.shaping import load_font

Points = npt.NDArray[np.float64]
Coverage = npt.NDArray[np.uint8]
_TOLERANCE = 0.02  # how far a flattened curve may lie from the true one, in pixels


@dataclass(frozen=True)
class Mask:
    """How much of each pixel is ink: `coverage` is (height, width) uint8, its top left pixel at (x, y)."""

    x: int
    y: int
    coverage: Coverage

    @property
    def right(self) -> int:
        """First column past the ink."""
        return self.x + int(self.coverage.shape[1])

    @property
    def bottom(self) -> int:
        """First row past the ink."""
        return self.y + int(self.coverage.shape[0])

    def moved(self, dx: int, dy: int = 0) -> Mask:
        """Give the same ink at another whole-pixel place."""
        return Mask(self.x + dx, self.y + dy, self.coverage)


@dataclass(frozen=True)
class PlacedGlyph:
    """One glyph of a font by its id, its origin in pixels on the picture."""

    glyph: int
    x: float
    y: float


def draw_glyphs(glyphs: Sequence[PlacedGlyph], font_name: str, em: int) -> Mask:
    """Draw glyphs at `em` pixels; overlapping contours are one body of ink. No ink gives an empty mask."""
    edges = [
        outline * _FLIP + np.array([placed.x, placed.y, placed.x, placed.y])
        for placed in glyphs
        if len(outline := _outline(font_name, placed.glyph, em))
    ]
    if not edges:
        return Mask(0, 0, np.zeros((0, 0), np.uint8))
    return rasterise(np.concatenate(edges))


def rasterise(edges: Points) -> Mask:
    """Cover pixels by closed outlines given as directed edges, rows of (x0, y0, x1, y1), y downward.

    A pixel's coverage is the exact area inside, after the signed-area method of font rasterisers: each
    edge adds its height and its area to the pixels that it crosses, and a running sum along the row fills.
    """
    left, top = (int(np.floor(edges[:, [axis, axis + 2]].min())) for axis in (0, 1))
    right, bottom = (int(np.ceil(edges[:, [axis, axis + 2]].max())) for axis in (0, 1))
    width, height = right - left, bottom - top
    local = edges - np.array([left, top, left, top], np.float64)
    local = local[local[:, 1] != local[:, 3]]
    pieces = _split(_split(local, 1), 0)
    middle = (
        pieces[:, :2] + pieces[:, 2:]
    ) * 0.5  # never on a border, where rounding could pick the wrong side
    column, row = np.floor(middle[:, 0]).astype(np.int64), np.floor(middle[:, 1]).astype(np.int64)
    rise = pieces[:, 3] - pieces[:, 1]
    beside = middle[:, 0] - column
    stride = width + 2
    cell = row * stride + column
    total = np.bincount(cell, rise * (1.0 - beside), (height + 1) * stride)
    total += np.bincount(cell + 1, rise * beside, (height + 1) * stride)
    area = np.abs(np.cumsum(total.reshape(height + 1, stride), axis=1))[:height, :width]
    coverage = np.floor(np.minimum(area, 1.0) * 255.0 + 0.5).astype(np.uint8)
    return Mask(left, top, coverage)


def _split(edges: Points, axis: int) -> Points:
    """Cut edges at every whole number of one axis, so that each piece lies in one row or column."""
    start, stop = edges[:, axis], edges[:, axis + 2]
    low, high = np.minimum(start, stop), np.maximum(start, stop)
    first = np.floor(low)
    count = np.maximum(np.ceil(high) - first, 1).astype(np.int64)
    of = np.repeat(np.arange(len(edges)), count)
    step = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count) + first[of]
    lower, upper = np.maximum(low[of], step), np.minimum(high[of], step + 1)
    forward = (stop >= start)[of]
    begin, end = np.where(forward, lower, upper), np.where(forward, upper, lower)
    span = (stop - start)[of]
    flat = span == 0
    safe = np.where(flat, 1.0, span)
    at_begin = np.where(flat, 0.0, (begin - start[of]) / safe)
    at_end = np.where(flat, 1.0, (end - start[of]) / safe)
    other = 1 - axis
    base, run = edges[of, other], (edges[:, other + 2] - edges[:, other])[of]
    pieces = np.empty((len(of), 4))
    pieces[:, axis], pieces[:, axis + 2] = begin, end
    pieces[:, other], pieces[:, other + 2] = base + at_begin * run, base + at_end * run
    return pieces


_FLIP = np.array([1.0, -1.0, 1.0, -1.0])  # font outlines grow upward, pictures downward


@lru_cache(maxsize=4096)
def _outline(font_name: str, glyph: int, em: int) -> Points:
    """Flatten one glyph's outline at `em` pixels, y upward, origin at the glyph's own."""
    font = load_font(font_name)
    pen = _EdgePen(em / font.face.upem)
    font.draw_glyph(glyph, _draw_functions(), pen)
    return np.array(pen.edges, np.float64).reshape(-1, 4)


class _EdgePen:
    """Collects directed straight edges; curves are cut fine enough for the tolerance."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.edges: list[tuple[float, float, float, float]] = []
        self.start = self.at = (0.0, 0.0)

    def move(self, x: float, y: float) -> None:
        self.start = self.at = (x * self.scale, y * self.scale)

    def line(self, x: float, y: float) -> None:
        self._edge((x * self.scale, y * self.scale))

    def curve(self, *numbers: float) -> None:
        scaled = [number * self.scale for number in numbers]
        points = [self.at, *zip(scaled[::2], scaled[1::2], strict=True)]
        for point in _flatten(points):
            self._edge(point)

    def close(self) -> None:
        self._edge(self.start)

    def _edge(self, to: tuple[float, float]) -> None:
        if to != self.at:
            self.edges.append((*self.at, *to))
        self.at = to


def _flatten(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Cut a quadratic or cubic curve into equal steps of its parameter; the start is left out."""
    bends = [
        abs(a[axis] - 2 * b[axis] + c[axis])
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
        for axis in (0, 1)
    ]
    steps = 1
    while max(bends) > _TOLERANCE * steps * steps and steps < 64:
        steps += 1
    return [*(_on_curve(points, step / steps) for step in range(1, steps)), points[-1]]


def _on_curve(points: Sequence[tuple[float, float]], t: float) -> tuple[float, float]:
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]


@lru_cache(maxsize=1)
def _draw_functions() -> Any:
    import uharfbuzz

    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    functions.set_quadratic_to_func(lambda a, b, x, y, pen: pen.curve(a, b, x, y))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.curve(a, b, c, d, x, y))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions
