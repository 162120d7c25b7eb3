"""The accent bar and the source line stand in one place on all cards: a cut does not jump about."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Bar, Line, Polygon
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS, ZONES
from support.figures import FIGURE_CAMPAIGN, FIGURE_CARDS

RATE = Fraction(25)
FIGURES = [(item, FIGURE_CAMPAIGN) for item in FIGURE_CARDS]
WORDS = [(item, CAMPAIGN) for item in (*WORD_CARDS, COUNT_UP_CARD, TITLE_CARD, END_CARD)]
pytestmark = pytest.mark.slow
WITH_BAR = [pair for pair in (*FIGURES, *WORDS) if pair[0].kind != "quote"]  # its mark stands there


@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize(("item", "campaign"), WITH_BAR, ids=lambda part: getattr(part, "kind", ""))
def test_the_head_stands_at_the_top_left_of_the_zone(item: CardItem, campaign: object, shape: str) -> None:
    assert isinstance(campaign, type(CAMPAIGN))
    size, zone = ZONES[shape]
    frames = card_frames(item, campaign, RATE)
    heads = []
    for language in campaign.languages:
        spec = resolve_card(item, campaign, language, size, zone, frames, RATE)
        placed = KINDS[item.kind].layout(spec).placed
        heads.append(placed[0].what)
        lowest = max(part.what.baseline for part in placed if isinstance(part.what, Line))
        assert lowest <= zone.bottom
    first = heads[0]
    assert heads == [first] * len(heads)
    if isinstance(first, Bar):
        assert (first.box.x, first.box.y) == (zone.x, zone.y)
    else:
        assert isinstance(first, Polygon)
        assert min(first.corners) == (zone.x, zone.y)
