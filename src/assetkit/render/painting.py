"""Painting a laid-out card: everything is drawn once as masks, a frame lays the masks on the ground.

Blending is integer arithmetic on sRGB values, 256 steps of opacity, so that a frame is the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.cards.layout import Arc, Bar, Counter, Entrance, Layout, Line, Placed, Polygon, Turn
from assetkit.cards.motion import ease_in, ease_out
from assetkit.cards.setting import counter_cells
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.render.arcs import ArcInk
from assetkit.render.drawing import Mask, PlacedGlyph, draw_glyphs, rasterise
from assetkit.text.shaping import shape

Frame = npt.NDArray[np.uint8]
_OPAQUE = 256


@dataclass(frozen=True)
class _Ink:
    """Drawn masks of one part of the card: one for each moving frame where it counts, else a single one."""

    masks: tuple[Mask, ...]
    colour: npt.NDArray[np.uint16]
    enters: Entrance
    turns: Turn | None = None

    def mask_at(self, frame: int) -> Mask:
        return self.masks[min(frame, len(self.masks) - 1)]

    def colour_at(self, frame: int) -> npt.NDArray[np.uint16]:
        if self.turns is None or frame < self.turns.start:
            return self.colour
        turned = _level(ease_out(frame - self.turns.start + 1, self.turns.frames))
        other = _colour(self.turns.colour)
        return ((self.colour * (_OPAQUE - turned) + other * turned + 128) >> 8).astype(np.uint16)


class CardPainter:
    """Gives the frames of one card; the same number always gives the same picture."""

    def __init__(self, spec: CardSpec, layout: Layout) -> None:
        self._spec = spec
        self._layout = layout
        self._ground = _colour(spec.background)
        self._rings = tuple(
            (self._ring(placed.what), placed.enters)
            for placed in layout.placed
            if isinstance(placed.what, Arc)
        )
        self._inks = tuple(
            _draw(placed.what, placed) for placed in layout.placed if not isinstance(placed.what, Arc)
        )
        self._empty = np.empty((spec.size.height, spec.size.width, 3), np.uint8)
        self._empty[:] = self._ground.astype(np.uint8)
        self._busy = _busy(layout, spec.hold_from)
        self._rest: tuple[int, Frame] | None = None

    def frame(self, number: int) -> Frame:
        """Give a frame as (height, width, 3) uint8 sRGB; outside the card its first and last frames stand."""
        number = max(0, min(number, self._spec.frames - 1))
        since = self._at_rest_since(number)
        if since is None:
            return self._paint(number)
        if self._rest is None or self._rest[0] != since:
            self._rest = since, self._paint(since)
        return self._rest[1].copy()

    def _at_rest_since(self, number: int) -> int | None:
        """Give the first frame that equals this one and all between; None where something moves."""
        if self._spec.hold_from <= number < self._spec.hold_until:
            return self._spec.hold_from
        if number >= self._layout.leaves_at:
            return None
        if any(start <= number < last for start, last in self._busy):
            return None
        return max((last for _, last in self._busy if last <= number), default=0)

    def _paint(self, number: int) -> Frame:
        picture = self._empty.copy()
        staying = self._staying(number)
        painted: list[Box] = []
        for ring, enters in self._rings:
            if number >= enters.start and staying:
                come = ease_out(number - enters.start + 1, enters.frames)
                ring.lay(picture, number, _level(come * staying))
        for ink in self._inks:
            moved = _enter(ink, number)
            if moved is None or not staying:
                continue
            mask, opacity = moved
            box = Box(mask.x, mask.y, mask.coverage.shape[1], mask.coverage.shape[0])
            _lay(picture, mask, ink.colour_at(number), self._ground, _level(opacity * staying), painted)
            painted.append(box)
        return picture

    def _ring(self, arc: Arc) -> ArcInk:
        return ArcInk(arc, self._spec.size, self._ground, _colour(arc.colour), _colour(arc.rest))

    def _staying(self, number: int) -> Fraction:
        gone = number - self._layout.leaves_at + 1
        if gone <= 0 or not self._layout.leaving:
            return Fraction(1)
        return 1 - ease_in(gone, self._layout.leaving)


def _busy(layout: Layout, hold_from: int) -> tuple[tuple[int, int], ...]:
    """Give when each part moves: from its first frame to the one in which it has landed."""
    found = []
    for placed in layout.placed:
        what, enters, turns = placed.what, placed.enters, placed.turns
        found.append((enters.start, enters.start + enters.frames - 1))
        if isinstance(what, Counter):
            found.append((0, len(what.texts) - 1))
        if isinstance(what, Arc):
            found.append((0, hold_from))
        if turns:
            found.append((turns.start, turns.start + turns.frames - 1))
    return tuple(found)


def _draw(what: Line | Bar | Counter | Polygon, placed: Placed) -> _Ink:
    if isinstance(what, Bar):
        masks: tuple[Mask, ...] = (
            Mask(what.box.x, what.box.y, np.full((what.box.height, what.box.width), 255, np.uint8)),
        )
    elif isinstance(what, Counter):
        masks = _draw_counter(what)
    elif isinstance(what, Polygon):
        masks = (_draw_polygon(what),)
    else:
        masks = (draw_line(what),)
    return _Ink(masks, _colour(what.colour), placed.enters, placed.turns)


def _draw_polygon(polygon: Polygon) -> Mask:
    corners = np.array(polygon.corners, np.float64)
    return rasterise(np.concatenate([corners, np.roll(corners, -1, axis=0)], axis=1))


def draw_line(line: Line) -> Mask:
    """Draw a line so that its ink begins exactly at its column, whatever its first letter."""
    shaped = shape(line.text, line.font, line.em)
    origin = line.x - shaped.ink.left
    glyphs = [PlacedGlyph(glyph.id, origin + glyph.x, line.baseline + glyph.y) for glyph in shaped.glyphs]
    return draw_glyphs(glyphs, line.font, line.em)


def _draw_counter(counter: Counter) -> tuple[Mask, ...]:
    """Draw every step from one atlas of glyphs, on whole pixels; the leftmost ink begins at the column."""
    cells = [counter_cells(text, counter.font, counter.em) for text in counter.texts]
    atlas = {
        glyph: draw_glyphs([PlacedGlyph(glyph, 0.0, 0.0)], counter.font, counter.em)
        for glyph in {cell.glyph for step in cells for cell in step}
    }
    steps = [
        [atlas[cell.glyph].moved(cell.x) for cell in step if atlas[cell.glyph].coverage.size]
        for step in cells
    ]
    left = min(glyph.x for step in steps for glyph in step)
    return tuple(_join(step).moved(counter.x - left, counter.baseline) for step in steps)


def _join(glyphs: list[Mask]) -> Mask:
    left, top = min(glyph.x for glyph in glyphs), min(glyph.y for glyph in glyphs)
    right, bottom = max(glyph.right for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    coverage = np.zeros((bottom - top, right - left), np.uint8)
    for glyph in glyphs:
        place = coverage[glyph.y - top : glyph.bottom - top, glyph.x - left : glyph.right - left]
        np.maximum(place, glyph.coverage, out=place)
    return Mask(left, top, coverage)


def _enter(ink: _Ink, number: int) -> tuple[Mask, Fraction] | None:
    """Give the mask where it stands in a frame, and how much of it shows; None before it enters."""
    mask, enters = ink.mask_at(number), ink.enters
    if number < enters.start:
        return None
    come = ease_out(number - enters.start + 1, enters.frames)
    if enters.grows:
        columns = max(1, _round(come * mask.coverage.shape[1]))
        return Mask(mask.x, mask.y, mask.coverage[:, :columns]), Fraction(1)
    if enters.climbs:
        rows = max(1, _round(come * mask.coverage.shape[0]))
        return Mask(mask.x, mask.bottom - rows, mask.coverage[-rows:]), Fraction(1)
    return mask.moved(0, _round((1 - come) * enters.rise)), come


def _lay(
    picture: Frame,
    mask: Mask,
    colour: npt.NDArray[np.uint16],
    ground: npt.NDArray[np.uint16],
    level: int,
    painted: list[Box],
) -> None:
    """Lay a mask on the picture in a colour; rows that meet other ink are blended, the rest looked up."""
    mask = _cut(mask, picture.shape[1], picture.shape[0])
    if not mask.coverage.size:
        return
    alpha = ((np.arange(256, dtype=np.uint32) * level + 127) // 255).astype(np.uint16)
    place = picture[mask.y : mask.bottom, mask.x : mask.right]
    shared = _rows_shared(mask, painted)
    if shared:
        steps = alpha[mask.coverage[:shared]][..., None]
        place[:shared] = (place[:shared] * (_OPAQUE - steps) + colour * steps + 128) >> 8
    table = (ground * (_OPAQUE - alpha[:, None]) + colour * alpha[:, None] + 128) >> 8
    place[shared:] = np.take(table.astype(np.uint8), mask.coverage[shared:], axis=0)


def _rows_shared(mask: Mask, painted: list[Box]) -> int:
    """Count the upper rows of a mask where other ink may already be."""
    lowest = [
        box.bottom
        for box in painted
        if box.x < mask.right and mask.x < box.right and box.y < mask.bottom and mask.y < box.bottom
    ]
    return max(0, min(mask.bottom, max(lowest, default=mask.y)) - mask.y)


def _cut(mask: Mask, width: int, height: int) -> Mask:
    """Leave out what lies outside the picture."""
    x, y = max(0, mask.x), max(0, mask.y)
    rows, columns = slice(y - mask.y, max(0, height - mask.y)), slice(x - mask.x, max(0, width - mask.x))
    return Mask(x, y, mask.coverage[rows, columns])


def _colour(text: str) -> npt.NDArray[np.uint16]:
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.uint16)


def _round(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


def _level(opacity: Fraction) -> int:
    return _round(opacity * _OPAQUE)
