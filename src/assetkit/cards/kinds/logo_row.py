"""The brand's own mark as a row of a card."""

from __future__ import annotations

from assetkit.cards.kinds.style import enters, share
from assetkit.cards.layout import Placed
from assetkit.cards.marks import fit_mark, place_mark
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row

_WIDEST = 62  # percent of the zone's width


def logo_row(spec: CardSpec, name: str, height: int, *, start: int = 0, gap: int = 0) -> Row | None:
    """Give the mark of a field in a row of its own; None where there is none.

    It is at most `height` thousandths of the short edge high, with the space below it that stays free.
    """
    logo = spec.logo(name)
    if logo is None:
        return None
    size = fit_mark(logo, spec.zone.width * _WIDEST // 100, share(spec.size, height))
    parts = (Placed(place_mark(logo, 0, 0, size), enters(spec, start, 0)),)
    tall = size.height + size.height * logo.clear // 100
    return Row((), "", 0, 0, gap, "", enters(spec, start, 0), parts=parts, tall=tall)
