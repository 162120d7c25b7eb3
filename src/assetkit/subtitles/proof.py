"""Prove from a picture's luma that a text was really drawn: by our own shaping and outlines, not libass's."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.runs import Run, runs_of, word_stop
from assetkit.subtitles.styles import SLANT, style_named
from assetkit.text.raster import glyph_coverage
from assetkit.text.shaping import Glyph, shape

Luma = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Plane = npt.NDArray[np.float32]

# libass rounds each advance and kerns not across scripts: a glyph may stand this far from ours, in pixels.
_SHIFTS = [(down, across) for down in (0, -1, 1) for across in (0, 1, -1, 2, -2)]
# How far the mean of a stroke-wide square may differ from what was to be drawn there, of 1 from black to
# white; for type from 30 px on, and smaller. Measured at crf 20: right glyphs up to 0.21 (small: 0.24), one
# letter for another (ү ұ, а ә, ц ң, к қ) from 0.38 on.
_MOST_DIFFERENT, _MOST_DIFFERENT_SMALL, _SMALL_BELOW = 0.30, 0.45, 30
_STROKE = 0.1  # ems
_MOST_RING_LUMA = 96
_MOST_FILL_ERROR = 60
_SHADOWED, _GROUND = 0.05, 0.1  # ems around the letters that are dark in a shadow, and on a box
_REACH = 3  # pixels around the box that the shifts may touch


@dataclass(frozen=True)
class _Ink:
    """Coverage of the letters in `window` of the picture, and each glyph's own box inside the window.

    `starts` say for each glyph which character of the cue's text it begins with.
    """

    window: Box
    letters: Plane
    glyphs: tuple[Box, ...]
    starts: tuple[int, ...]


def ink_mask(layout: CaptionLayout) -> tuple[Mask, Mask]:
    """Give two masks of the whole picture, rows by columns: where the letters' fill is certain, and the ring.

    The fill is eroded by a pixel where strokes are thick enough. The ring is certain outline around the
    letters, or the ground of the box.
    """
    ink = _draw(layout)
    fill, ring = (np.zeros((layout.size.height, layout.size.width), bool) for _ in range(2))
    window = ink.window
    rows, columns = slice(window.y, window.bottom), slice(window.x, window.right)
    fill[rows, columns], ring[rows, columns] = _certain(ink.letters, layout)
    return fill, ring


def text_is_drawn(
    luma: Luma, layout: CaptionLayout, colour: str = "#FFFFFF", word: int | None = None
) -> bool:
    """Say whether the luma (rows by columns, limited range) carries this very text, standing still.

    The letters must be as bright as their colour, what surrounds them dark, and every single glyph must look
    like itself: a picture without text fails on any ground, and so does another text. `word` is the character
    at which the word begins that has the colour of the highlight.
    """
    if luma.shape != (layout.size.height, layout.size.width):
        return False
    ink = _draw(layout)
    if not ink.glyphs:
        return True
    window = ink.window
    seen = luma[window.y : window.bottom, window.x : window.right].astype(np.float32)
    fill, ring = _certain(ink.letters, layout)
    ground = float(seen[ring].mean())
    lit = _lit(ink, layout, word)
    parts = ((fill & ~lit, colour), (fill & lit, layout.style.highlight)) if lit.any() else ((fill, colour),)
    if ground > _MOST_RING_LUMA or not all(_has_colour(seen[part], name) for part, name in parts):
        return False
    wanted = ink.letters.copy()
    level = (seen - ground) / (_brightness(seen, fill & ~lit, colour) - ground)
    if lit.any():
        share = (_brightness(seen, fill & lit, layout.style.highlight) - ground) / (
            _brightness(seen, fill & ~lit, colour) - ground
        )
        wanted[lit] *= share
    level = level.clip(0, max(1.0, float(wanted.max())))
    near = _widen(ink.letters > 0, _outline(layout))
    most = _MOST_DIFFERENT if layout.em >= _SMALL_BELOW else _MOST_DIFFERENT_SMALL
    side = max(3, round(_STROKE * layout.em))
    return all(_is_like(level, wanted, near, box, side, most) for box in ink.glyphs)


def _lit(ink: _Ink, layout: CaptionLayout, word: int | None) -> Mask:
    """Give where the letters stand that have the colour of the highlight."""
    lit = np.zeros(ink.letters.shape, bool)
    if word is None or not layout.style.highlight:
        return lit
    stop = word_stop(layout, word)
    for box, start in zip(ink.glyphs, ink.starts, strict=True):
        if word <= start < stop:
            lit[box.y : box.bottom, box.x : box.right] = True
    return lit


def _has_colour(seen: Plane, colour: str) -> bool:
    return not seen.size or abs(float(seen.mean()) - _luma_of(colour)) <= _MOST_FILL_ERROR


def _brightness(seen: Plane, fill: Mask, colour: str) -> float:
    """Give the luma of the letters as it is seen, or as it should be where no letter is thick enough."""
    return float(seen[fill].mean()) if fill.any() else _luma_of(colour)


@functools.lru_cache(maxsize=16)
def _draw(layout: CaptionLayout) -> _Ink:
    window = _window(layout)
    letters = np.zeros((window.height, window.width), np.float32)
    boxes, starts = [], []
    for line in layout.lines:
        for run in runs_of(line, layout):
            for glyph in shape(run.text, run.font, layout.em, from_right=run.from_right).glyphs:
                box = _stamp(letters, window, run, line.baseline, glyph, layout.em)
                if box:
                    boxes.append(box)
                    starts.append(run.start + glyph.cluster)
    return _Ink(window, letters, tuple(boxes), tuple(starts))


def _stamp(letters: Plane, window: Box, run: Run, baseline: int, glyph: Glyph, em: int) -> Box | None:
    """Draw one glyph and give its box inside the window; None for one without ink."""
    x, y = run.x + glyph.x, baseline + glyph.y
    part = (round((x - math.floor(x)) * 4) / 4, round((y - math.floor(y)) * 4) / 4)
    slant = SLANT if run.is_slanted else 0.0
    mask, left, top = glyph_coverage(run.font, glyph.id, float(em), part, slant)
    if not mask.size:
        return None
    box = Box(math.floor(x) + left - window.x, math.floor(y) + top - window.y, mask.shape[1], mask.shape[0])
    area = letters[max(0, box.y) : box.bottom, max(0, box.x) : box.right]
    down, across = max(0, -box.y), max(0, -box.x)
    np.maximum(area, mask[down : down + area.shape[0], across : across + area.shape[1]], out=area)
    return box


def _window(layout: CaptionLayout) -> Box:
    """Give the layout's box with room for the shifts, inside the picture."""
    box = layout.box
    x, y = max(0, box.x - _REACH), max(0, box.y - _REACH)
    right = min(layout.size.width, box.right + _REACH)
    return Box(x, y, right - x, min(layout.size.height, box.bottom + _REACH) - y)


def _certain(letters: Plane, layout: CaptionLayout) -> tuple[Mask, Mask]:
    solid = letters > 0.98
    fill = ~_widen(~solid, 1)
    if fill.sum() < 0.1 * letters.sum():
        fill = letters > 0.75 * letters.max()
    away = ~_widen(letters > 0, 1)
    ring = away & _widen(letters > 0, max(2, _outline(layout)))
    if layout.style.backing == "outline":
        narrow = _widen(letters > 0, max(1, _outline(layout) - 1)) & (letters == 0)
        return fill, narrow & away if (narrow & away).any() else narrow
    return fill, ring


def _outline(layout: CaptionLayout) -> int:
    """Give how many whole pixels around the letters are certainly drawn."""
    outline = style_named(layout.style.backing).outline_pixels(layout.em)
    dark = _SHADOWED if layout.style.backing == "shadow" else _GROUND
    return max(1, math.floor(outline or dark * layout.em))


def _is_like(level: Plane, letters: Plane, near: Mask, box: Box, side: int, most: float) -> bool:
    """Say whether a glyph's surroundings are what was to be drawn, at one of the small shifts.

    What counts is the greatest mean difference of any square of `side` pixels: the edges of right letters
    cancel out, a stroke that is missing or too many does not.
    """
    margin = 2
    height, width = letters.shape
    top, left = max(_REACH, box.y - margin), max(_REACH, box.x - margin)
    bottom, right = min(height - _REACH, box.bottom + margin), min(width - _REACH, box.right + margin)
    mask, wanted = near[top:bottom, left:right], letters[top:bottom, left:right]
    for down, across in _SHIFTS:
        found = level[top + down : bottom + down, left + across : right + across]
        if np.abs(_square_means((found - wanted) * mask, side)).max() <= most:
            return True
    return False


def _square_means(plane: Plane, side: int) -> Plane:
    """Give the mean of the square around each pixel; beyond the edge it counts as 0."""
    before, after = side // 2 + 1, side - side // 2 - 1
    sums = np.pad(plane, (before, after)).cumsum(axis=0).cumsum(axis=1)
    whole: Plane = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return whole / np.float32(side * side)


def _widen(mask: Mask, by: int) -> Mask:
    """Widen a mask by a disc of `by` pixels."""
    wide = mask.copy()
    for down in range(-by, by + 1):
        reach = math.isqrt(by * by - down * down)
        for across in range(-reach, reach + 1):
            wide |= _moved(mask, down, across)
    return wide


def _moved(mask: Mask, down: int, across: int) -> Mask:
    height, width = mask.shape
    moved = np.zeros_like(mask)
    moved[max(0, down) : height + min(0, down), max(0, across) : width + min(0, across)] = mask[
        max(0, -down) : height + min(0, -down), max(0, -across) : width + min(0, -across)
    ]
    return moved


def _luma_of(colour: str) -> float:
    """Give the limited-range luma of an sRGB colour by BT.709."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 16 + 219 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
