"""Marks on the card of partners: one visual weight for all, on the middle lines of their rows."""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.style import share
from assetkit.cards.layout import Mark
from assetkit.cards.marks import balance, common_area, place_mark
from assetkit.cards.pictures import LogoPicture, logo_picture
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_HIGHEST, _WIDEST = 250, 620  # thousandths of the short edge that the place of a mark has
_AMONG_NAMES = 150  # that it is high beside names that are set in type
_OF_ZONE = 70  # percent of the zone's height that all rows together may have
_LEAST_AIR, _MOST_AIR = 22, 44  # thousandths of the short edge above and below
_AIR = 18  # percent of a row's height


def partner_logos(item: CardItem, campaign: Campaign) -> tuple[LogoPicture, ...]:
    """Give the marks of a card's partners, by the fields in which their names would stand."""
    found = []
    for number, name in enumerate(item.partners, 1):
        partner = campaign.partners.get(name)
        logo = logo_picture(partner.logo, f"name-{number}", campaign) if partner else None
        found += [logo] if logo else []
    return tuple(found)


def mark_columns(spec: CardSpec, count: int, most: int, gutter: int) -> int:
    """Give the number of columns in which marks can be large and rows are full."""

    def worth(columns: int) -> tuple[float, int]:
        width, rows = (spec.zone.width - (columns - 1) * gutter) // columns, -(-count // columns)
        return common_area(spec.logos, *_place(spec, width, rows)) * (count / (rows * columns)) ** 2, columns

    return max(range(1, most + 1), key=worth)


def mark_sizes(spec: CardSpec, width: int, rows: int) -> dict[str, Size]:
    """Give the size of each mark by its field, in cells of this width."""
    sizes = balance(spec.logos, *_place(spec, width, rows))
    return {logo.name: size for logo, size in zip(spec.logos, sizes, strict=True)}


def mark_air(spec: CardSpec, rows: int) -> int:
    """Give the air above and below marks in pixels; none where a card has none."""
    if not spec.logos:
        return 0
    air = _row_height(spec, rows) * _AIR // 100
    return max(share(spec.size, _LEAST_AIR), min(share(spec.size, _MOST_AIR), air))


def _place(spec: CardSpec, width: int, rows: int) -> tuple[int, int]:
    """Give the width and height that a mark has; what stays free around it is left beside it."""
    named = any(field.startswith("name-") and text for field, text in spec.texts)
    most = share(spec.size, _AMONG_NAMES if named else _HIGHEST)
    height = max(1, min(most, _row_height(spec, rows) - 2 * mark_air(spec, rows)))
    # Above and below it is in the air of its row, at the left in the margin.
    clear = max((logo.clear for logo in spec.logos), default=0) * height // 400
    return max(1, min(share(spec.size, _WIDEST), width - clear)), height


def _row_height(spec: CardSpec, rows: int) -> int:
    return spec.zone.height * _OF_ZONE // 100 // max(1, rows)


def row_mark(spec: CardSpec, name: str, left: int, middle: int, size: Size) -> Mark:
    """Place a mark in its cell, its ink at the cell's left edge and around the middle of the row."""
    logo = spec.logo(name)
    assert logo is not None
    return place_mark(logo, left, middle - size.height // 2, size)
