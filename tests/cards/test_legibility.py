"""Words that are too faint on their ground are told by the colour of the brand, with one that passes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.records import Brand, Campaign
from assetkit.cards.contrast import contrast, least_contrast
from assetkit.cards.kinds.style import stand_back
from assetkit.cards.legibility import check_contrast
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, WORD_CARDS, ZONES
from support.figures import FIGURE_CAMPAIGN, FIGURE_CARDS

ACCENT, TEXT = Place("assetkit.yaml", 9, 11), Place("assetkit.yaml", 8, 9)


def spec_of(item: CardItem, campaign: Campaign, brand: Brand, shape: str = "1:1") -> CardSpec:
    campaign = replace(campaign, brand=brand)
    size, zone = ZONES[shape]
    frames = card_frames(item, campaign, campaign.rate)
    return resolve_card(item, campaign, "en", size, zone, frames, campaign.rate)


def check(brand: Brand, *items: CardItem) -> list[Diagnostic]:
    brand = replace(brand, places={"accent": ACCENT, "text": TEXT})
    return check_contrast([spec_of(item, FIGURE_CAMPAIGN, brand) for item in items], brand)


@pytest.mark.parametrize("brand", BRANDS.values(), ids=BRANDS)
def test_every_kind_is_clear_in_both_brands(brand: Brand) -> None:
    specs = [spec_of(item, CAMPAIGN, brand) for item in WORD_CARDS]
    specs += [spec_of(item, FIGURE_CAMPAIGN, brand) for item in FIGURE_CARDS]
    assert check_contrast(specs, brand) == []
    assert contrast(brand.text, brand.background) >= 7


def test_large_type_needs_less() -> None:
    size = Size(1080, 1920)
    assert [least_contrast(em, False, size) for em in (26, 71, 72)] == [4.5, 4.5, 3.0]
    assert [least_contrast(em, True, size) for em in (55, 56)] == [4.5, 3.0]


def test_a_faint_accent_is_told_once_at_its_line_with_a_colour_that_passes() -> None:
    brand = Brand(accent="#5A1040")
    (found,) = check(brand, *FIGURE_CARDS, *FIGURE_CARDS)
    assert (found.code, found.severity, found.place) == ("AK614", Severity.WARNING, ACCENT)
    nearest = re.findall("#[0-9A-F]{6}", found.remedy)[0]
    assert check(replace(brand, accent=nearest), *FIGURE_CARDS) == []
    assert contrast(nearest, brand.background) < 3.2, "no further from the brand's own than it must be"


def test_quiet_words_are_told_by_the_colour_that_they_are_made_of() -> None:
    brand = Brand(text="#8A8A8A")
    grey = stand_back(brand.text, brand.background)
    assert contrast(brand.text, brand.background) > 4.5 > contrast(grey, brand.background)
    (found,) = check(brand, *FIGURE_CARDS)
    assert found.place == TEXT and "stands back" in found.message
    nearest = re.findall("#[0-9A-F]{6}", found.remedy)[0]
    assert check(replace(brand, text=nearest), *FIGURE_CARDS) == []


def test_on_a_ground_where_nothing_passes_another_ground_is_asked_for() -> None:
    found = check(Brand(background="#777777", text="#888888"), *FIGURE_CARDS)
    assert any("background" in each.remedy for each in found)
