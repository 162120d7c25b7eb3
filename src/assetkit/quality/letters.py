"""Say whether a line of a card is seen in a picture: by our own outlines, on any ground, light or dark."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assetkit.geometry import Box, Size
from assetkit.quality.drawn import DrawnText
from assetkit.quality.thresholds import threshold
from assetkit.quality.watching import Plane
from assetkit.subtitles.ink import REACH, Mask, stamp, widen
from assetkit.subtitles.ink import Plane as Levels
from assetkit.subtitles.likeness import is_like, most_different, stroke_side
from assetkit.text.shaping import shape

_RING = 6  # pixels around letters that show what they stand on, for the largest type
_EVEN = 1e-3  # of the way from the ground to the letters
_ROOM = REACH + _RING + 4  # pixels around the ink that are looked at


@dataclass(frozen=True)
class _Ink:
    """The letters of a line in `window` of the picture: coverage, the ground around them, a box for each."""

    window: Box
    letters: Levels
    ring: Mask
    near: Mask
    boxes: tuple[Box, ...]


def is_judged(text: DrawnText) -> bool:
    """Whether the letters of a line are large enough to be told apart."""
    return text.em >= threshold("drawn")["smallest"]


def is_seen(luma: Plane, text: DrawnText) -> bool:
    """Say whether luma (rows by columns, limited range) shows this very line in its place.

    On an even ground every letter must look like itself; where a picture runs behind them, most must stand
    out in their shape.
    """
    rule = threshold("drawn")
    ink = _draw(text, Size(luma.shape[1], luma.shape[0]))
    window = ink.window
    seen = luma[window.y : window.bottom, window.x : window.right].astype(np.float32)
    is_even = _is_even(seen[ink.ring], text)
    right = [_is_right(seen, ink, box, text, is_even=is_even) for box in ink.boxes]
    return sum(right) >= (1 if is_even else rule["most"]) * len(right)


def _is_even(ground: Levels, text: DrawnText) -> bool:
    """Say whether the ground of a line is of one colour; letters that should not be there are few of it."""
    if not ground.size:
        return False
    low, middle, high = np.percentile(ground, (25, 50, 75))
    return bool(high - low <= threshold("drawn")["even"] * abs(_contrast(text, float(middle))))


def _is_right(seen: Levels, ink: _Ink, box: Box, text: DrawnText, *, is_even: bool) -> bool:
    """Say whether a glyph is seen against its ground and looks like itself."""
    rule = threshold("drawn")
    rows = slice(max(0, box.y - _ROOM), box.bottom + _ROOM)
    columns = slice(max(0, box.x - _ROOM), box.right + _ROOM)
    piece, wanted, around = seen[rows, columns], ink.letters[rows, columns], ink.ring[rows, columns]
    if not around.any():
        return True  # nothing of the ground is seen beside it
    ground = float(np.median(piece[around]) if is_even else piece[around].mean())
    contrast = _contrast(text, ground)
    if abs(contrast) < rule["contrast"]:
        return False
    level: Levels = ((piece - ground) / np.float32(contrast)).clip(0, 1)
    inside = Box(box.x - columns.start, box.y - rows.start, box.width, box.height)
    near, side, most = ink.near[rows, columns], stroke_side(text.em), most_different(text.em)
    if is_like(level, wanted, near, inside, side, most):
        return True
    if is_even and text.em >= rule["small"]:
        return False
    # Coding frays small letters, and what runs behind letters is no part of them: their shape must be there.
    return _likeness(level[near], wanted[near]) >= rule["small_alike" if is_even else "alike"]


def _contrast(text: DrawnText, ground: float) -> float:
    return (luma_of(text.colour) - ground) * text.opacity / 100


def _likeness(one: Levels, two: Levels) -> float:
    """Give the correlation of what is seen with what was to be drawn; 0 where one of them is even."""
    return float(np.corrcoef(one, two)[0, 1]) if min(one.std(), two.std()) > _EVEN else 0.0


@functools.lru_cache(maxsize=64)
def _draw(text: DrawnText, size: Size) -> _Ink:
    box = text.box
    x, y = max(0, box.x - _ROOM), max(0, box.y - _ROOM)
    right, bottom = min(size.width, box.right + _ROOM), min(size.height, box.bottom + _ROOM)
    window = Box(x, y, max(1, right - x), max(1, bottom - y))
    letters = np.zeros((window.height, window.width), np.float32)
    stamped = (
        stamp(letters, column - x, text.baseline + down - y, text.font, glyph, text.em)
        for glyph, column, down in _glyphs(text)
    )
    boxes = tuple(each for each in stamped if each)
    inked = letters > 0
    ring = widen(inked, max(3, min(_RING, round(0.1 * text.em)))) & ~widen(inked, 1)
    return _Ink(window, letters, ring, widen(inked, 2), boxes)


def _glyphs(text: DrawnText) -> Iterator[tuple[int, float, float]]:
    """Give the number of each glyph and where its origin stands, its row counted from the baseline."""
    if text.cells:
        for character, cell in zip(text.text, text.cells, strict=True):
            yield shape(character, text.font, text.em, tabular=True).glyphs[0].id, cell, 0.0
        return
    shaped = shape(text.text, text.font, text.em)
    for glyph in shaped.glyphs:
        yield glyph.id, text.x - shaped.ink.left + glyph.x, glyph.y


def luma_of(colour: str) -> float:
    """Give the limited-range luma of an sRGB colour by BT.709."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 16 + 219 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
