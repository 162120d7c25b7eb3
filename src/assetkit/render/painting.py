"""Painting a laid-out card: everything is drawn once as masks, a frame lays the masks on the ground.

A card that is clear has no ground: it is painted with alpha, and looks over any ground as if painted on it.
Blending is integer arithmetic on sRGB values, 256 steps of opacity, so that a frame is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.cards.layout import Arc, Bar, Counter, Entrance, Layout, Line, Mark, Placed, Polygon, Turn
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.render.arcs import ArcInk
from assetkit.render.blending import OPAQUE, Frame, clear_picture
from assetkit.render.drawing import Mask
from assetkit.render.inks import draw_line as draw_line  # cards of one's own draw with it
from assetkit.render.inks import draw_part
from assetkit.render.laying import lay_mask
from assetkit.render.pictures import draw_ground, draw_mark
from assetkit.render.settling import Resting, at_rest


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
        turned = _level(self.turns.come(frame))
        other = _colour(self.turns.colour)
        return ((self.colour * (OPAQUE - turned) + other * turned + 128) >> 8).astype(np.uint16)

    @property
    def resting(self) -> Resting:
        """The box of all that it ever shows, and the frame from which it stays as it is."""
        edges = [(mask.x, mask.y, mask.right, mask.bottom + self.enters.rise) for mask in self.masks]
        left, top = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
        right, bottom = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
        turned = self.turns.start + self.turns.frames - 1 if self.turns else 0
        since = max(self.enters.start + self.enters.frames - 1, len(self.masks) - 1, turned)
        return Resting(Box(left, top, right - left, bottom - top), since)


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
        self._empty = _empty(spec, self._ground)
        self._is_flat = not spec.clear and spec.image is None  # one colour behind all of it
        self._busy = _busy(layout, spec.hold_from)
        self._rest: tuple[int, Frame] | None = None
        self._resting = tuple(ink.resting for ink in self._inks)
        self._settled: tuple[frozenset[int], Frame, list[Box]] | None = None

    def frame(self, number: int) -> Frame:
        """Give a frame as (height, width, 3) uint8 sRGB, or with straight alpha as a fourth if it is clear.

        Outside the card its first and last frames stand.
        """
        number = max(0, min(number, self._spec.frames - 1))
        since = self._at_rest_since(number)
        if since is None:
            return self._paint(number)
        if self._rest is None or self._rest[0] != since:
            self._rest = since, self._paint(since)
        return self._rest[1].copy()

    @property
    def box(self) -> Box:
        """The box that holds all that is ever painted: even places and sizes, inside the picture."""
        masks = [
            (mask, 0 if ink.enters.grows or ink.enters.climbs else ink.enters.rise)
            for ink in self._inks
            for mask in ink.masks
            if mask.coverage.size
        ]
        boxes = [
            Box(mask.x, mask.y, mask.right - mask.x, mask.bottom - mask.y + rise) for mask, rise in masks
        ]
        return _even_around([*boxes, *(ring.box for ring, _ in self._rings)], self._spec.size)

    def _at_rest_since(self, number: int) -> int | None:
        """Give the first frame that equals this one and all between; None where something moves."""
        if self._is_bare(number):
            return None
        if self._spec.hold_from <= number < self._spec.hold_until:
            return self._spec.hold_from
        if number >= self._layout.leaves_at:
            return None
        if any(start <= number < last for start, last in self._busy):
            return None
        landed = max((last for _, last in self._busy if last <= number), default=0)
        return max(landed, 1) if self._spec.moves else landed

    def _is_bare(self, number: int) -> bool:
        """Whether nothing shows yet: what enters begins on the bare ground, never with faint words."""
        return number == 0 and self._spec.moves

    def _paint(self, number: int) -> Frame:
        if self._is_bare(number):
            return self._empty.copy()
        staying = self._layout.staying(number)
        if staying == 1 and self._is_flat and not self._rings:
            return self._paint_moving(number)
        picture = self._empty.copy()
        painted: list[Box] = []
        for ring, enters in self._rings:
            if number >= enters.start and staying:
                come = enters.come(number)
                lay = ring.lay if self._is_flat else ring.lay_over
                lay(picture, number, _level(come * staying))
        for ink in self._inks if staying else ():
            self._paint_ink(picture, ink, number, staying, painted)
        if self._spec.clear and self._layout.opacity < 100:
            picture[..., 3] = (picture[..., 3] * np.uint32(self._layout.opacity) + 50) // 100
        return picture

    def _paint_moving(self, number: int) -> Frame:
        """Paint what moves over a picture of all that has come to rest; order and pixels stay as they are."""
        resting = at_rest(self._resting, number)
        if self._settled is None or self._settled[0] != resting:
            base, below = self._empty.copy(), list[Box]()
            for index in sorted(resting):
                self._paint_ink(base, self._inks[index], number, Fraction(1), below)
            self._settled = resting, base, below
        picture, painted = self._settled[1].copy(), list(self._settled[2])
        for index, ink in enumerate(self._inks):
            if index not in resting:
                self._paint_ink(picture, ink, number, Fraction(1), painted)
        return picture

    def _paint_ink(
        self, picture: Frame, ink: _Ink, number: int, staying: Fraction, painted: list[Box]
    ) -> None:
        moved = _enter(ink, number)
        if moved is None:
            return
        mask, opacity = moved
        box = Box(mask.x, mask.y, mask.coverage.shape[1], mask.coverage.shape[0])
        ground = self._ground if self._is_flat or self._spec.clear else None
        lay_mask(picture, mask, ink.colour_at(number), ground, _level(opacity * staying), painted)
        painted.append(box)

    def _ring(self, arc: Arc) -> ArcInk:
        return ArcInk(arc, self._spec.size, self._ground, _colour(arc.colour), _colour(arc.rest))


def _empty(spec: CardSpec, ground: npt.NDArray[np.uint16]) -> Frame:
    if spec.clear:
        return clear_picture(spec.size.height, spec.size.width)
    if spec.image is not None:
        return draw_ground(spec.image, spec.background, spec.size)
    empty = np.empty((spec.size.height, spec.size.width, 3), np.uint8)
    empty[:] = ground.astype(np.uint8)
    return empty


def _even_around(boxes: Sequence[Box], size: Size) -> Box:
    """Give the box around boxes; at least 2 x 2 pixels, because chroma of 4:2:0 is sampled in pairs."""
    left = max(0, min((box.x for box in boxes), default=0)) // 2 * 2
    top = max(0, min((box.y for box in boxes), default=0)) // 2 * 2
    right = min(size.width, max((box.right + 1 for box in boxes), default=2) // 2 * 2)
    bottom = min(size.height, max((box.bottom + 1 for box in boxes), default=2) // 2 * 2)
    return Box(left, top, max(2, right - left), max(2, bottom - top))


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


def _draw(what: Line | Bar | Counter | Polygon | Mark, placed: Placed) -> _Ink:
    if isinstance(what, Mark):
        colours, coverage = draw_mark(what)
        return _Ink((Mask(what.box.x, what.box.y, coverage),), colours.astype(np.uint16), placed.enters)
    return _Ink(draw_part(what), _colour(what.colour), placed.enters, placed.turns)


def _enter(ink: _Ink, number: int) -> tuple[Mask, Fraction] | None:
    """Give the mask where it stands in a frame, and how much of it shows; None before it enters."""
    mask, enters = ink.mask_at(number), ink.enters
    if number < enters.start:
        return None
    come = enters.come(number)
    if enters.grows:
        columns = max(1, _round(come * mask.coverage.shape[1]))
        return Mask(mask.x, mask.y, mask.coverage[:, :columns]), Fraction(1)
    if enters.climbs:
        rows = max(1, _round(come * mask.coverage.shape[0]))
        return Mask(mask.x, mask.bottom - rows, mask.coverage[-rows:]), Fraction(1)
    return mask.moved(0, _round((1 - come) * enters.rise)), come


def _colour(text: str) -> npt.NDArray[np.uint16]:
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.uint16)


def _round(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


def _level(opacity: Fraction) -> int:
    return _round(opacity * OPAQUE)
