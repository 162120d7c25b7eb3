"""Cards with a drawing: beside the words where the frame is wide, above or below them where it is not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from assetkit.cards.contrast import contrast
from assetkit.cards.kinds.style import mix
from assetkit.cards.layout import Entrance, Placed
from assetkit.cards.setting import counter_cells
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.text.shaping import shape

_FAINTEST = 36  # percent of the type's colour
_CLEAR = 3.0  # contrast of graphical objects (WCAG 2.2, 1.4.11)


def is_wide(size: Size) -> bool:
    """Whether there is room for a drawing beside the words."""
    return size.width * 10 >= size.height * 13


def first_width(spec: CardSpec, _em: int = 0) -> int:
    """Give the width of the first column in pixels: all of the zone where there is only one."""
    percent = spec.grid.column - spec.grid.gutter if is_wide(spec.size) else 100
    return spec.zone.width * percent // 100


def second_width(spec: CardSpec, _em: int = 0) -> int:
    """Give the width of the second column in pixels: all of the zone where there is only one."""
    if not is_wide(spec.size):
        return spec.zone.width
    return spec.zone.width - spec.zone.width * spec.grid.column // 100


def beside(spec: CardSpec, row: Row) -> Row:
    """Put a row into the second column of a wide card."""
    return replace(row, column=spec.grid.column) if is_wide(spec.size) else row


def drawing(parts: Sequence[Placed], height: int, gap: int) -> Row:
    """Make a row of parts that are placed from its own left and top on."""
    return Row((), "", 0, 0, gap, "", Entrance(0, 0, 0), parts=tuple(parts), tall=height)


def faint(spec: CardSpec) -> str:
    """Give the colour of what is compared with: as quiet as 3:1 on the ground allows, which drawings need."""
    colours = (mix(spec.foreground, spec.background, percent) for percent in range(_FAINTEST, 100, 4))
    return next((each for each in colours if contrast(each, spec.background) >= _CLEAR), spec.foreground)


def ink_width(text: str, font: str, em: int) -> int:
    """Give how wide the ink of a line is, in whole pixels."""
    ink = shape(text, font, em).ink
    return round(ink.right - ink.left)


def counter_ink_width(texts: Sequence[str], font: str, em: int) -> int:
    """Give how wide the ink of all that a counter shows is on its cells, in whole pixels."""
    ends = [_ink_ends(text, font, em) for text in texts]
    return max(right for _, right in ends) - min(left for left, _ in ends)


def counter_overhang(texts: Sequence[str], font: str, em: int) -> int:
    """Give how far left of its last text the ink of a counter ever reaches, in whole pixels."""
    lefts = [_ink_ends(text, font, em)[0] for text in texts]
    return lefts[-1] - min(lefts)


def _ink_ends(text: str, font: str, em: int) -> tuple[int, int]:
    cells = counter_cells(text, font, em)
    first, last = (shape(text[end], font, em, tabular=True).ink for end in (0, -1))
    return cells[0].x + math.floor(first.left), cells[-1].x + math.ceil(last.right)
