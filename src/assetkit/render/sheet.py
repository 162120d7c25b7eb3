"""The contact sheet: the stills of a cut side by side, each labelled with its time and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assetkit.geometry import Size
from assetkit.render.stills import Picture
from assetkit.text.fonts import font_path

_GROUND, _WORDS, _QUIET = (22, 24, 29), (240, 241, 243), (158, 163, 172)
_WIDTH = 2280
_MARGIN, _GAP = 56, 24
_AREA = 150_000  # of every picture in pixels, so that no shape looks more important than another
_TITLE, _HEADING, _LABEL = 44, 28, 22
_BOLD, _PLAIN = "Montserrat-Bold", "Onest-Regular"


@dataclass(frozen=True)
class Print:
    """One still on the sheet; `row` says which stand in a row together: a new one begins a new row."""

    picture: Picture
    label: str
    row: str


@dataclass(frozen=True)
class Group:
    """The stills of one platform: its heading, what stands behind it in grey, and the stills."""

    heading: str
    note: str
    prints: tuple[Print, ...]


@dataclass(frozen=True)
class _Line:
    """A heading with a note in grey behind it: its top, and the em of its words in pixels."""

    words: str
    note: str
    top: int
    em: int


@dataclass(frozen=True)
class _Cell:
    """A print in its place: the top left of its picture, and the size that it has on the sheet."""

    shown: Print
    x: int
    y: int
    width: int
    height: int


def draw_sheet(title: str, note: str, groups: Sequence[Group], widest: int = _WIDTH) -> Picture:
    """Set a contact sheet, (height, width, 3) uint8 in sRGB; it is as wide and as high as its stills need.

    Rows of stills are `widest` pixels wide at the most, margins counted.
    """
    from PIL import Image, ImageDraw

    lines, cells, bottom = _lay_out(_Line(title, note, _MARGIN, _TITLE), groups, widest)
    right = max([*(_line_width(line) for line in lines), *(cell.x + cell.width for cell in cells)])
    sheet = Image.new("RGB", (right + _MARGIN, bottom + _MARGIN - _GAP), _GROUND)
    pen = ImageDraw.Draw(sheet)
    for line in lines:
        _set_line(pen, line)
    for cell in cells:
        size = (cell.width, cell.height)
        small = Image.fromarray(cell.shown.picture).resize(size, Image.Resampling.LANCZOS)
        sheet.paste(small, (cell.x, cell.y))
        below = (cell.x, cell.y + cell.height + round(_LABEL * 0.9))
        pen.text(below, cell.shown.label, _QUIET, _font(_PLAIN, _LABEL), anchor="lm")
    return np.asarray(sheet)


def _lay_out(title: _Line, groups: Sequence[Group], widest: int) -> tuple[list[_Line], list[_Cell], int]:
    """Give the headings and the prints in their places, and where the last of them ends."""
    lines, cells, top = [title], list[_Cell](), title.top + title.em + _GAP
    for group in groups:
        lines.append(_Line(group.heading, group.note, top + _GAP, _HEADING))
        placed, top = _place(group.prints, top + _HEADING + 2 * _GAP, widest)
        cells += placed
    return lines, cells, top


def _place(prints: Sequence[Print], top: int, widest: int) -> tuple[list[_Cell], int]:
    """Flow prints into rows; gives them in their places, and where the next thing may stand."""
    cells: list[_Cell] = []
    x, bottom, row = _MARGIN, top, None
    for shown in prints:
        width, height = _print_size(shown)
        begun = row is not None
        if begun and (shown.row != row or x + width > widest - _MARGIN):
            x, top = _MARGIN, bottom + _GAP
        cells.append(_Cell(shown, x, top, width, height))
        x, row = x + max(width, _label_width(shown.label)) + _GAP, shown.row
        bottom = max(bottom, top + height + 2 * _LABEL)
    return cells, bottom + _GAP


def count_across(size: Size, widest: int) -> int:
    """Give how many prints of a picture of this size stand in a row of a sheet."""
    width, _ = _fit_area(size.width, size.height)
    return max(1, (widest - 2 * _MARGIN + _GAP) // (width + _GAP))


def _print_size(shown: Print) -> tuple[int, int]:
    height, width = shown.picture.shape[:2]
    return _fit_area(width, height)


def _fit_area(width: int, height: int) -> tuple[int, int]:
    scale = min(1.0, (_AREA / (width * height)) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _set_line(pen: Any, line: _Line) -> None:
    middle, font = line.top + line.em / 2, _font(_BOLD, line.em)
    pen.text((_MARGIN, middle), line.words, _WORDS, font, anchor="lm")
    after = _MARGIN + font.getlength(line.words) + line.em * 0.7
    pen.text((after, middle), line.note, _QUIET, _font(_PLAIN, round(line.em * 0.8)), anchor="lm")


def _line_width(line: _Line) -> int:
    """Give how far a line reaches from the left edge of the sheet."""
    words, note = _font(_BOLD, line.em), _font(_PLAIN, round(line.em * 0.8))
    return int(_MARGIN + words.getlength(line.words) + line.em * 0.7 + note.getlength(line.note)) + 1


def _label_width(label: str) -> int:
    return int(_font(_PLAIN, _LABEL).getlength(label)) + 1


def _font(name: str, em: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(font_path(name)), em)
