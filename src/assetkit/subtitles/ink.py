"""Where a layout's letters lie in a picture: drawn by our own shaping and outlines, glyph by glyph."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.subtitles.drawing import moved_point
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.motion import AT_REST, Pose
from assetkit.subtitles.runs import Run, runs_of
from assetkit.subtitles.styles import SLANT, style_named
from assetkit.text.raster import glyph_coverage
from assetkit.text.shaping import Glyph, shape

Mask = npt.NDArray[np.bool_]
Plane = npt.NDArray[np.float32]

REACH = 3
"""Pixels around a layout's box that belong to its window: letters may stand a little elsewhere."""

_SHADOWED, _GROUND = 0.05, 0.1  # ems around the letters that are dark in a shadow, and on a box


@dataclass(frozen=True)
class GlyphInk:
    """One glyph with ink: `box` is its own, `x` and `y` where its origin stands, both inside the window."""

    box: Box
    x: float
    y: float
    run: Run
    glyph: Glyph

    @property
    def start(self) -> int:
        """Which character of the cue's text it begins with."""
        return self.run.start + self.glyph.cluster


@dataclass(frozen=True)
class Ink:
    """Coverage of the letters in `window` of the picture, 0 to 1, at `em` pixels."""

    window: Box
    em: float
    letters: Plane
    glyphs: tuple[GlyphInk, ...]

    @property
    def rows(self) -> slice:
        """The rows of the picture that the window holds."""
        return slice(self.window.y, self.window.bottom)

    @property
    def columns(self) -> slice:
        """The columns of the picture that the window holds."""
        return slice(self.window.x, self.window.right)


@functools.lru_cache(maxsize=16)
def draw_ink(layout: CaptionLayout, pose: Pose = AT_REST) -> Ink:
    """Draw the letters of a layout as they stand in a pose."""
    window, em = _window(layout), layout.em * pose.scale
    letters = np.zeros((window.height, window.width), np.float32)
    glyphs = []
    for line in layout.lines:
        for run in runs_of(line, layout):
            left, baseline = moved_point(run.x, line.baseline, layout, pose)
            for glyph in shape(run.text, run.font, em, from_right=run.from_right).glyphs:
                x, y = left + glyph.x - window.x, baseline + glyph.y - window.y
                box = stamp(letters, x, y, run.font, glyph.id, em, run.is_slanted)
                if box:
                    glyphs.append(GlyphInk(box, x, y, run, glyph))
    return Ink(window, em, letters, tuple(glyphs))


def stamp(
    plane: Plane, x: float, y: float, font: str, glyph: int, em: float, is_slanted: bool = False
) -> Box | None:
    """Draw a glyph into a plane with its origin at a place, and give its box; None for one without ink."""
    part = (round((x - math.floor(x)) * 4) / 4, round((y - math.floor(y)) * 4) / 4)
    mask, left, top = glyph_coverage(font, glyph, float(em), part, SLANT if is_slanted else 0.0)
    if not mask.size:
        return None
    box = Box(math.floor(x) + left, math.floor(y) + top, mask.shape[1], mask.shape[0])
    area = plane[max(0, box.y) : max(0, box.bottom), max(0, box.x) : max(0, box.right)]
    down, across = max(0, -box.y), max(0, -box.x)
    np.maximum(area, mask[down : down + area.shape[0], across : across + area.shape[1]], out=area)
    return box


def _window(layout: CaptionLayout) -> Box:
    """Give the layout's box with room for the shifts, inside the picture."""
    box = layout.box
    x, y = max(0, box.x - REACH), max(0, box.y - REACH)
    right = min(layout.size.width, box.right + REACH)
    return Box(x, y, right - x, min(layout.size.height, box.bottom + REACH) - y)


def dark_pixels(layout: CaptionLayout) -> int:
    """Give how many whole pixels around the letters are certainly dark."""
    outline = style_named(layout.style.backing).outline_pixels(layout.em)
    dark = _SHADOWED if layout.style.backing == "shadow" else _GROUND
    return max(1, math.floor(outline or dark * layout.em))


def widen(mask: Mask, by: int) -> Mask:
    """Widen a mask by a disc of `by` pixels."""
    wide = mask.copy()
    for down in range(-by, by + 1):
        reach = math.isqrt(by * by - down * down)
        for across in range(-reach, reach + 1):
            wide |= moved(mask, down, across)
    return wide


def moved(mask: Mask, down: int, across: int) -> Mask:
    """Move a mask by whole pixels; nothing comes in from beyond the edge."""
    height, width = mask.shape
    there = np.zeros_like(mask)
    there[max(0, down) : height + min(0, down), max(0, across) : width + min(0, across)] = mask[
        max(0, -down) : height + min(0, -down), max(0, -across) : width + min(0, -across)
    ]
    return there
