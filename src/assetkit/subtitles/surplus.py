"""Find what is drawn too many: a mark off a letter that makes it another one, or anything on a box."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np

from assetkit.geometry import Box
from assetkit.subtitles.ink import GlyphInk, Ink, Mask, Plane, dark_pixels, draw_ink, widen
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.likeness import is_like, stroke_side
from assetkit.subtitles.readings import Mark, Points, other_marks
from assetkit.subtitles.runs import Run
from assetkit.subtitles.shapes import line_boxes
from assetkit.subtitles.styles import style_named

SOMETHING = "something beside the letters"

# Of the way from the ground to the letters: more than a white picture that shines through a box, and where
# the middle of a mark and its edge begin.
_ON_BOX, _BRIGHT, _DARK = 0.5, 0.6, 0.4
_HIGHEST, _LOWEST, _ASIDE = 0.6, 0.5, 0.3  # ems from a glyph's box within which a mark of its stands
_STROKE = 0.1  # ems from the middle of a mark to its dark edge
_LEAST_SEEN = 0.6  # of a mark: the rest lies under our letters or beyond the picture
_SMALLEST = 30  # pixels
# How far the mean of a stroke-wide square may differ from a mark and its edge. Measured on type from 36 px
# on: marks that were drawn up to 0.15, pictures that look like one (noise, a grid) from 0.33 on.
_MOST_DIFFERENT = 0.18
_ROOM = 5  # pixels around a mark's edge for the small shifts


@dataclass(frozen=True)
class _Owner:
    """A glyph with the letters that it stands for: those of its run up to `stop`."""

    glyph: GlyphInk
    stop: int


def find_surplus(level: Plane, layout: CaptionLayout) -> str:
    """Say what stands in the picture beside the letters that were to be drawn; "" for nothing.

    `level` is the layout's window, 0 for the dark around the letters and 1 for their colour. On a box all
    that is bright is too many. Where the picture itself lies around the letters, it may look like anything:
    only what makes another text is looked for, a mark with its dark edge at the place that it would have. In
    type of drafts, whose dots are two pixels wide, a picture looks like that too often: there nothing is.
    """
    ground = _box_ground(layout)
    if ground is not None:
        return SOMETHING if (level[ground] > _ON_BOX).any() else ""
    if layout.em < _SMALLEST:
        return ""
    spots, ink, dark = _spots(level, layout), draw_ink(layout), dark_pixels(layout)
    for owner in _owners(layout) if spots.any() else ():
        glyph = owner.glyph
        if spots[_around(glyph.box, ink)].any():
            for mark in other_marks(glyph, owner.stop, ink.em, dark):
                if _may_be(mark, glyph, level) and _is_drawn(mark, glyph, level, ink, dark):
                    return f"{mark.reading} for {mark.letter}"
    return ""


@functools.lru_cache(maxsize=16)
def _box_ground(layout: CaptionLayout) -> Mask | None:
    """Give where a box is to be seen and nothing else; None for a style without one."""
    backing = layout.style.backing
    if backing not in ("box", "lines"):
        return None
    ink = draw_ink(layout)
    ground = np.zeros(ink.letters.shape, bool)
    for box in line_boxes(layout) if backing == "lines" else (layout.box,):
        _fill_inside(ground, box, ink.window, math.ceil(style_named(backing).radius * layout.em) + 1)
    return ground & ~widen(ink.letters > 0, 3)


def _fill_inside(ground: Mask, box: Box, window: Box, corner: int) -> None:
    """Mark a box without its edges and round corners."""
    top, bottom = max(0, box.y - window.y), box.bottom - window.y
    left, right = max(0, box.x - window.x), box.right - window.x
    ground[top + 2 : bottom - 2, left + corner : right - corner] = True
    ground[top + corner : bottom - corner, left + 2 : right - 2] = True


def _spots(level: Plane, layout: CaptionLayout) -> Mask:
    """Give what is as bright as letters, off them, and dark on two sides: where a mark may be."""
    bright, far = level > _BRIGHT, max(2, round(_STROKE * layout.em))
    spots = bright & _off_letters(layout)
    if not spots.any():
        return spots
    dark, between = level < _DARK, np.zeros_like(bright)
    between[far:-far] = dark[2 * far :] & dark[: -2 * far]
    between[:, far:-far] |= dark[:, 2 * far :] & dark[:, : -2 * far]
    return spots & between


@functools.lru_cache(maxsize=16)
def _off_letters(layout: CaptionLayout) -> Mask:
    return ~widen(draw_ink(layout).letters > 0, 2)


def _around(box: Box, ink: Ink) -> tuple[slice, slice]:
    above, below, aside = (round(share * ink.em) for share in (_HIGHEST, _LOWEST, _ASIDE))
    rows = slice(max(0, box.y - above), max(0, box.bottom + below))
    return rows, slice(max(0, box.x - aside), max(0, box.right + aside))


def _may_be(mark: Mark, glyph: GlyphInk, level: Plane) -> bool:
    """Say whether a mark's middle is bright and its edge dark: most are ruled out by this alone."""
    top, left = math.floor(glyph.y) + mark.top, math.floor(glyph.x) + mark.left
    return (
        _mean(level, mark.core, top, left) > _BRIGHT - 0.1
        and _mean(level, mark.edge, top, left) < _DARK + 0.1
    )


def _mean(level: Plane, points: Points, top: int, left: int) -> float:
    rows, columns = points
    height, width = level.shape
    return float(level[(rows + top).clip(0, height - 1), (columns + left).clip(0, width - 1)].mean())


def _is_drawn(mark: Mark, glyph: GlyphInk, level: Plane, ink: Ink, dark: int) -> bool:
    """Say whether the picture shows a mark as it would be drawn, its dark edge too."""
    reach = dark + _ROOM
    height, width = mark.ink.shape
    top, left = math.floor(glyph.y) + mark.top - reach, math.floor(glyph.x) + mark.left - reach
    pads = (max(0, -top), max(0, -left))
    rows = slice(top + pads[0], top + height + 2 * reach)
    columns = slice(left + pads[1], left + width + 2 * reach)
    letters = ink.letters[rows, columns]
    drawn = np.pad(mark.ink, reach)[pads[0] :, pads[1] :][: letters.shape[0], : letters.shape[1]]
    drawn = drawn * ~widen(letters > 0, 1)
    if drawn.sum() < _LEAST_SEEN * mark.ink.sum():
        return False
    near = widen(drawn > 0, dark)
    around = Box(_ROOM - pads[1], _ROOM - pads[0], width + 2 * dark, height + 2 * dark)
    wanted = np.maximum(letters, drawn)
    return is_like(level[rows, columns], wanted, near, around, stroke_side(ink.em), _MOST_DIFFERENT)


@functools.lru_cache(maxsize=16)
def _owners(layout: CaptionLayout) -> tuple[_Owner, ...]:
    """Give one glyph for every letter, or letters that are drawn as one."""
    found: dict[tuple[Run, int], GlyphInk] = {}
    for glyph in draw_ink(layout).glyphs:
        found.setdefault((glyph.run, glyph.glyph.cluster), glyph)
    stops: dict[Run, list[int]] = {}
    for run, start in sorted(found, key=lambda each: each[1]):
        stops.setdefault(run, []).append(start)
    return tuple(
        _Owner(glyph, min((stop for stop in stops[run] if stop > start), default=len(run.text)))
        for (run, start), glyph in found.items()
    )
