"""Reading a number from the pixels of a card, as a person does: figure by figure, by its shape.

Nothing is known of where the figures stand: ink is cut into pieces at empty columns, and each is compared
with every figure that the font has. A wide gap between pieces is a space.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.render.drawing import PlacedGlyph, draw_glyphs
from assetkit.text.shaping import shape

LETTERS = "0123456789.,%−"
_HALF = 0.5
_GAP = 0.17  # of an em: more than lies between two figures, less than a space does
_SURE = 0.80  # of ink in common, of all ink of both

Ink = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Type:
    """What the number is set in; its em is in pixels."""

    font: str
    em: int


def read_number(ink: Ink, box: Box, type_: Type) -> str:
    """Read the number that stands in a box of a picture, `ink` from 0 to 1; "?" is what is no figure."""
    rows = ink[box.y : box.bottom, box.x : box.right]
    baseline = _foot(rows)
    words, end = "", None
    for first, stop in _pieces(rows):
        if end is not None and first - end > _GAP * type_.em:
            words += " "
        words += _best(rows[:, first:stop], baseline, type_)
        end = stop
    return words


def _pieces(rows: Ink) -> list[tuple[int, int]]:
    """Give the columns of each piece of ink; the two rings of a percent sign and its stroke are one."""
    filled = (rows >= _HALF).any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], filled, [False]]).astype(int)))
    return [(int(first), int(stop)) for first, stop in zip(edges[::2], edges[1::2], strict=True)]


def _foot(rows: Ink) -> int:
    """Give the first row below the figures: commas hang lower, with far less ink."""
    filled = rows.sum(axis=1)
    return int(np.flatnonzero(filled >= 0.2 * filled.max())[-1]) + 1


def _best(piece: Ink, baseline: int, type_: Type) -> str:
    marks = {letter: _alike(piece, baseline, *_drawn(letter, type_)) for letter in LETTERS}
    letter = max(marks, key=lambda each: marks[each])
    return letter if marks[letter] >= _SURE else "?"


@lru_cache(maxsize=512)
def _drawn(letter: str, type_: Type) -> tuple[Ink, int]:
    """Draw one figure, and give the row of its baseline."""
    glyph = shape(letter, type_.font, type_.em, tabular=True).glyphs[0].id
    mask = draw_glyphs([PlacedGlyph(glyph, 0.0, 0.0)], type_.font, type_.em)
    return mask.coverage / 255.0, -mask.y


def _alike(piece: Ink, baseline: int, drawn: Ink, foot: int) -> float:
    """Give how much ink two shapes share when they stand on one baseline, tried a pixel or two aside."""
    best = 0.0
    if abs(piece.shape[1] - drawn.shape[1]) > 3:
        return best
    height, width = piece.shape[0] + 4, max(piece.shape[1], drawn.shape[1]) + 4
    here = np.zeros((height, width))
    here[2 : 2 + piece.shape[0], 2 : 2 + piece.shape[1]] = piece
    for down in (-2, -1, 0, 1, 2):
        top = 2 + baseline - foot + down
        for aside in (1, 2, 3):
            there = np.zeros((height, width))
            first, stop = max(0, top), min(height, top + drawn.shape[0])
            if stop <= first or drawn.shape[1] + aside > width:
                continue
            there[first:stop, aside : aside + drawn.shape[1]] = drawn[first - top : stop - top]
            best = max(best, float(np.minimum(here, there).sum() / np.maximum(here, there).sum()))
    return best
