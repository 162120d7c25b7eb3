"""Draw glyphs from their outlines, by number: coverage masks, independent of Pillow's text layout."""

from __future__ import annotations

import functools
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.text.shaping import load_font

Coverage = npt.NDArray[np.float32]
Point = tuple[float, float]

_FINER = 6  # samples a pixel each way
_STEPS = 6  # chords that stand for one curve


@functools.lru_cache(maxsize=2048)
def glyph_coverage(
    font_name: str, glyph: int, em: float, shift: Point, slant: float = 0.0
) -> tuple[Coverage, int, int]:
    """Give a glyph's coverage, 0 to 1, with the left and top pixel of its array from the origin, y downwards.

    `shift` moves the origin by parts of a pixel; `slant` leans the glyph to the right by so much of
    its height, around its baseline. A glyph without ink gives an empty array.
    """
    contours = [
        [((x + slant * y) * em + shift[0], shift[1] - y * em) for x, y in contour]
        for contour in _contours(font_name, glyph)
    ]
    points = [point for contour in contours for point in contour]
    if not points:
        return np.zeros((0, 0), np.float32), 0, 0
    left, top = (math.floor(min(point[axis] for point in points)) for axis in (0, 1))
    right, bottom = (math.ceil(max(point[axis] for point in points)) + 1 for axis in (0, 1))
    winding = np.zeros(((bottom - top) * _FINER, (right - left) * _FINER + 1), np.int16)
    for contour in contours:
        _wind([((x - left) * _FINER, (y - top) * _FINER) for x, y in contour], winding)
    winding = winding.cumsum(axis=1)[:, :-1]
    fine = (winding != 0).reshape(bottom - top, _FINER, right - left, _FINER)
    mask = fine.mean(axis=(1, 3), dtype=np.float32)
    mask.flags.writeable = False
    return mask, left, top


def _wind(points: list[Point], winding: npt.NDArray[np.int16]) -> None:
    """Mark where each row crosses a contour, +1 or -1 by the way it turns.

    Summed from the left, the marks give how often a place is enclosed: contours of these fonts overlap each
    other and themselves, and both count as filled.
    """
    height, width = winding.shape
    starts = np.array(points)
    (x, y), (end_x, end_y) = starts.T, np.roll(starts, -1, axis=0).T
    first = np.ceil(np.minimum(y, end_y) - 0.5).astype(np.intp).clip(0, height)
    last = np.ceil(np.maximum(y, end_y) - 0.5).astype(np.intp).clip(0, height)
    counts = last - first
    edges = np.repeat(np.arange(len(points)), counts)  # one entry for each row that an edge crosses
    rows = np.arange(len(edges)) - np.repeat(counts.cumsum() - counts - first, counts)
    slopes = (end_x - x)[edges] / (end_y - y)[edges]
    crossings = x[edges] + (rows + 0.5 - y[edges]) * slopes
    columns = np.ceil(crossings - 0.5).astype(np.intp).clip(0, width - 1)
    np.add.at(winding, (rows, columns), np.where(end_y > y, 1, -1)[edges].astype(np.int16))


@functools.lru_cache(maxsize=2048)
def _contours(font_name: str, glyph: int) -> tuple[tuple[Point, ...], ...]:
    """Give a glyph's contours as polygons in ems, y upwards."""
    font = load_font(font_name)
    pen = _Flattener(font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    return tuple(tuple(contour) for contour in pen.contours if len(contour) > 2)


class _Flattener:
    """A fontTools pen that turns curves into chords."""

    def __init__(self, upem: int) -> None:
        self.upem = upem
        self.contours: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the pen protocol's name
        self.contours.append([self._ems(point)])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.contours[-1].append(self._ems(point))

    def qCurveTo(self, *points: Any) -> None:  # noqa: N802
        controls = [self._ems(point) for point in points]
        for place, control in enumerate(controls[:-1]):
            is_last = place == len(controls) - 2
            end = controls[-1] if is_last else _between(control, controls[place + 1], 0.5)
            start = self.contours[-1][-1]
            for step in range(1, _STEPS + 1):
                share = step / _STEPS
                near, far = _between(start, control, share), _between(control, end, share)
                self.contours[-1].append(_between(near, far, share))

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        a, b, c, d = self.contours[-1][-1], self._ems(first), self._ems(second), self._ems(end)
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
            self.contours[-1].append(_between(_between(ab, bc, t), _between(bc, cd, t), t))

    def closePath(self) -> None:  # noqa: N802
        """Polygons close themselves."""

    def endPath(self) -> None:  # noqa: N802
        """Polygons close themselves."""

    def _ems(self, point: Point) -> Point:
        return point[0] / self.upem, point[1] / self.upem


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
