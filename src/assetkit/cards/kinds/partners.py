"""The card of partners: their names, set as type on a grid, or their marks, which look equally large.

A mark is drawn where the campaign names its file. Fields: `title`, and `name-1` to `name-12`. All names have
one size, so that none ranks above another; they stand in as many columns as leave the rows even, on lines
that keep short and long names in balance.
"""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.panels import is_wide
from assetkit.cards.kinds.partner_marks import mark_air, mark_columns, mark_sizes, partner_logos, row_mark
from assetkit.cards.kinds.style import accent_bar, enters, filled, mix, share, sizes, text_row
from assetkit.cards.layout import Bar, Line, Placed
from assetkit.cards.motion import ENTER, STAGGER, frames_of
from assetkit.cards.setting import cap_height
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, field_lines
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem

MOST = 12
"""How many partners one card may name."""

_NAMES = tuple(f"name-{number}" for number in range(1, MOST + 1))
_NAMES_AFTER = 200  # milliseconds
_LEADING = 112
_AMONG_MARKS = 72  # percent of its cell that a name may be wide


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    titles = (campaign.partners[name].title.get(language, "") for name in item.partners)
    words = {"title": item.texts.get("title", {}).get(language, "")}
    drawn = dict.fromkeys((logo.name for logo in partner_logos(item, campaign)), "")
    return words | dict(zip(_NAMES, titles, strict=False)) | drawn


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    names = (
        Role(
            field,
            brand.headline_font,
            *sizes(brand, size, "body", 84 if is_wide(size) else 70, 34),
            2,
            like=_NAMES[0],
            width=_name_width,
        )
        for field in _NAMES
    )
    return (Role("title", brand.caption_font, *sizes(brand, size, "body", 64, 34), 3), *names)


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    unit, columns = share(spec.size, 10), _columns(spec)
    fields = _fields(spec)
    rows = [fields[first : first + columns] for first in range(0, len(fields), columns)]
    lines = max((len(field_lines(spec, field)) for field in fields), default=1)
    marks = mark_sizes(spec, _cell_width(spec), len(rows))
    grid = [
        replace(_grid_row(spec, row, index, len(rows), lines, marks), gap=0 if index else 7 * unit)
        for index, row in enumerate(rows)
    ]
    title = text_row(spec, "title", spec.foreground, gap=5 * unit, leading=124)
    return (*filled((accent_bar(spec), title)), *grid)


def _grid_row(
    spec: CardSpec, fields: tuple[str, ...], index: int, count: int, lines: int, marks: dict[str, Size]
) -> Row:
    """Give one row of names under a fine line; a name of one line stands in the middle of its cell."""
    font, em = spec.font(_NAMES[0]), max(map(spec.em, _NAMES))
    air, leading = max(round(em * 0.9), mark_air(spec, count)), em * _LEADING // 100
    highest = max((size.height for size in marks.values()), default=0)
    inner = max(cap_height(font, em) + (lines - 1) * leading, highest)
    tall = air + inner + air
    start = frames_of(_NAMES_AFTER, spec.beat) + frames_of(STAGGER, spec.beat) * index // max(1, count - 1)
    parts = []
    for column, field in enumerate(fields):
        left = column * (_cell_width(spec) + _gutter(spec))
        rule = Bar(Box(left, 0, _cell_width(spec), max(1, share(spec.size, 2))), _rule_colour(spec))
        parts.append(Placed(rule, replace(enters(spec, start, 0), grows=spec.moves)))
        if field in marks:
            mark = row_mark(spec, field, left, air + inner // 2, marks[field])
            parts.append(Placed(mark, enters(spec, start, 18)))
        own = field_lines(spec, field)
        first = air + cap_height(font, em) + (inner - cap_height(font, em) - (len(own) - 1) * leading) // 2
        parts += [
            Placed(
                Line(text, font, em, left, first + number * leading, spec.foreground), enters(spec, start, 18)
            )
            for number, text in enumerate(own)
        ]
    return Row((), "", 0, 0, 0, spec.foreground, enters(spec, 0, 0), parts=tuple(parts), tall=tall)


def _rule_colour(spec: CardSpec) -> str:
    return mix(spec.foreground, spec.background, 30)


def _fields(spec: CardSpec) -> tuple[str, ...]:
    return tuple(field for field in _NAMES if spec.text(field) or spec.logo(field))


def _columns(spec: CardSpec) -> int:
    """Give the number of columns: as many as the shape has room for and as leave the last row fullest."""
    count, wide = len(_fields(spec)), spec.zone.width * 10 > spec.zone.height * 15
    if count and len(spec.logos) == count:
        return mark_columns(spec, count, min(count, 4 if wide else 2), _gutter(spec))
    if count <= 1 or (count == 2 and not wide):
        return 1
    # From four names on they stand in two rows at the least: one row leaves a wide frame empty.
    most = range(2, min(count if count < 4 else (count + 1) // 2, 4 if wide else 2) + 1)
    return max(most, key=lambda columns: (-(-count % columns), columns))


def _gutter(spec: CardSpec) -> int:
    return share(spec.size, 44)


def _cell_width(spec: CardSpec) -> int:
    columns = _columns(spec)
    return (spec.zone.width - (columns - 1) * _gutter(spec)) // columns


def _name_width(spec: CardSpec, _em: int) -> int:
    # Among marks, names that filled their cells would look like the most important.
    cell = _cell_width(spec)
    if not spec.logos:
        return cell
    return max(min(cell * _AMONG_MARKS // 100, share(spec.size, 400)), min(cell, share(spec.size, 300)))


PARTNERS = Kind(
    name="partners",
    version=3,
    message=("title", *_NAMES),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_NAMES_AFTER, STAGGER, ENTER),
    logos=partner_logos,
)
