"""The masks of a card's parts: a line of type, every step of a counter, a bar, an outline."""

from __future__ import annotations

import numpy as np

from assetkit.cards.layout import Bar, Counter, Line, Polygon
from assetkit.cards.setting import counter_cells
from assetkit.render.drawing import Mask, PlacedGlyph, draw_glyphs, rasterise
from assetkit.text.shaping import shape


def draw_part(what: Line | Bar | Counter | Polygon) -> tuple[Mask, ...]:
    """Draw a part: one mask for each moving frame where it counts, else a single one."""
    if isinstance(what, Bar):
        full = np.full((what.box.height, what.box.width), 255, np.uint8)
        return (Mask(what.box.x, what.box.y, full),)
    if isinstance(what, Counter):
        return _draw_counter(what)
    return (_draw_polygon(what) if isinstance(what, Polygon) else draw_line(what),)


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
