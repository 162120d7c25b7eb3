"""A range on a card counts up at both ends; a number past its day makes a draft."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.cards.checking import check_card
from assetkit.cards.kinds.count_up import COUNT_UP
from assetkit.cards.kinds.statistic import count_texts
from assetkit.cards.resolve import card_frames
from assetkit.diagnostics import Severity
from assetkit.recipe.records import CardItem
from assetkit.text.figures import write_statistic
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, ZONES

RATE = Fraction(25)


def test_both_ends_of_a_range_land_on_their_values() -> None:
    record = replace(CAMPAIGN.statistics["deaths-per-year"], value=Fraction(300), high=Fraction(500))
    for rate in (Fraction(25), Fraction(24000, 1001), Fraction(60)):
        for language in CAMPAIGN.languages:
            texts = count_texts(record, language, rate)
            assert texts[-1] == write_statistic(record, language) == "300–500"
            ends = [tuple(map(int, text.split("–"))) for text in texts]
            assert ends == sorted(ends) and ends[0] < (300, 500)
    campaign = replace(CAMPAIGN, statistics={"deaths-per-year": record})
    item = replace(COUNT_UP_CARD, statistic="deaths-per-year")
    assert COUNT_UP.words(item, campaign, "kk")["number"] == "300–500"


def drafts(item: CardItem, valid_until: str) -> list[str]:
    name = item.statistic or ""
    record = replace(CAMPAIGN.statistics[name], reviewed=True, primary=True, valid_until=valid_until)
    campaign = replace(CAMPAIGN, as_of="2026-11-01", statistics={name: record})
    size, zone = ZONES["9:16"]
    found = check_card(item, campaign, size, zone, "9:16", card_frames(item, campaign, RATE), RATE)
    assert all(each.severity is Severity.DRAFT for each in found)
    return [each.code for each in found]


def test_a_number_past_its_day_is_a_draft() -> None:
    assert drafts(COUNT_UP_CARD, "2026-10-31") == ["AK485"]
    assert drafts(COUNT_UP_CARD, "2026-11-01") == []
    assert drafts(COUNT_UP_CARD, "") == []
