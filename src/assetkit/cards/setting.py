"""Setting type on cards: how far letters reach, and the fixed cells of a counter."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from assetkit.text.fonts import font_metrics
from assetkit.text.shaping import measure, shape

_SPACES = "\u00a0\u202f"
_GROUP_SPACE = 0.65  # at hero size a full no-break space tears a number apart
_TALLEST = "ЙЁ"  # what reaches furthest above the capitals
_DEEPEST = "()[]{}/|@,;QgjpqyÇŞşДЦЩҚҢҒдцщқңғұһ§"  # what reaches furthest below the baseline


@dataclass(frozen=True)
class Cell:
    """One glyph of a counter; `x` is its origin in pixels from the number's right edge, so it is negative."""

    glyph: int
    x: int


def cap_height(font: str, em: int) -> int:
    """Give the height of capitals and figures in whole pixels."""
    metrics = font_metrics(font)
    return round(metrics.cap_height * em / metrics.upem)


@lru_cache(maxsize=4096)
def ascent(font: str, em: int, also: str = "") -> int:
    """Give how far letters with marks, and `also`, reach above the baseline, in whole pixels, rounded up."""
    return math.ceil(-shape(_TALLEST + also, font, em).ink.top)


def descent(font: str, em: int) -> int:
    """Give how far letters and brackets reach below the baseline, in whole pixels, rounded up."""
    return math.ceil(shape(_DEEPEST, font, em).ink.bottom)


@lru_cache(maxsize=4096)
def counter_cells(text: str, font: str, em: int) -> tuple[Cell, ...]:
    """Place the glyphs of a number on fixed cells counted from its right edge.

    All figures share one cell, whole pixels wide: by the font's tabular figures where it has them, by
    centring where it has not. What stands left in the number never moves what stands right.
    """
    figure = max(_advance(digit, font, em) for digit in "0123456789")
    cells: list[Cell] = []
    right = 0
    for character in reversed(text):
        advance = _advance(character, font, em)
        right -= figure if character.isdigit() else _space(character, advance)
        indent = (figure - advance) // 2 if character.isdigit() else 0
        cells.append(Cell(shape(character, font, em, tabular=True).glyphs[0].id, right + indent))
    return tuple(reversed(cells))


def counter_width(text: str, font: str, em: int) -> int:
    """Give the width of a number on its cells in pixels."""
    cells = counter_cells(text, font, em)
    return -cells[0].x if cells else 0


def _advance(character: str, font: str, em: int) -> int:
    return round(measure(character, font, em, tabular=True))


def _space(character: str, advance: int) -> int:
    return round(advance * _GROUP_SPACE) if character in _SPACES else advance
