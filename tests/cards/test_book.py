"""A card is set and checked once for all that ask for it, and is what it would be alone."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.checking import check_card
from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import resolve_card
from assetkit.diagnostics import Place
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, MILESTONE_CARD, TITLE_CARD, WORD_CARDS, ZONES

RATE = Fraction(25)


@pytest.mark.parametrize("item", [TITLE_CARD, COUNT_UP_CARD, END_CARD, *WORD_CARDS])
@pytest.mark.parametrize("shape", ZONES)
def test_a_card_of_the_book_is_the_card_alone(item: CardItem, shape: str) -> None:
    size, zone = ZONES[shape]
    book = CardBook(CAMPAIGN)
    for language in (*CAMPAIGN.languages, "en"):
        alone = resolve_card(item, CAMPAIGN, language, size, zone, 120, RATE)
        assert book.resolve(item, language, size, zone, 120, RATE) == alone
    found = book.check(item, size, zone, 12, RATE)
    assert list(found) == check_card(item, CAMPAIGN, size, zone, shape, 12, RATE)


def test_equal_cards_of_two_recipes_are_one_and_their_problems_stand_at_each() -> None:
    book, (size, zone) = CardBook(CAMPAIGN), ZONES["9:16"]
    there = Place("recipes/other.yaml", 3, 5)
    other = replace(COUNT_UP_CARD, place=there)
    one = book.resolve(COUNT_UP_CARD, "kk", size, zone, 120, RATE)
    assert book.resolve(other, "kk", size, zone, 120, RATE) is one
    assert {item.place for item in book.check(COUNT_UP_CARD, size, zone, 120, RATE)} == {COUNT_UP_CARD.place}
    assert {item.place for item in book.check(other, size, zone, 120, RATE)} == {there}


def test_a_card_that_says_something_else_is_another() -> None:
    book, (size, zone) = CardBook(CAMPAIGN), ZONES["9:16"]
    other = replace(TITLE_CARD, texts={"title": dict.fromkeys(CAMPAIGN.languages, "Another")})
    first = book.resolve(TITLE_CARD, "kk", size, zone, 120, RATE)
    assert book.resolve(other, "kk", size, zone, 120, RATE) != first
    assert book.resolve(TITLE_CARD, "kk", size, zone, 121, RATE) != first
    assert book.resolve(TITLE_CARD, "kk", size, replace(zone, width=zone.width - 2), 120, RATE) != first


def test_a_card_that_writes_its_number_otherwise_is_another() -> None:
    campaign = replace(CAMPAIGN, rate=RATE)
    book, (size, zone) = CardBook(campaign), ZONES["9:16"]
    for number in ("full", "compact"):
        item = replace(MILESTONE_CARD, number=number)
        alone = resolve_card(item, campaign, "en", size, zone, 120, RATE)
        assert book.resolve(item, "en", size, zone, 120, RATE) == alone


def test_what_fits_in_no_language_stands_at_its_smallest_size_and_is_told() -> None:
    size, zone = ZONES["9:16"]
    endless = dict.fromkeys(CAMPAIGN.languages, "Отбасылықдәстүрлердіңбарлығы" * 4)
    item = replace(TITLE_CARD, texts={"title": endless})
    (smallest,) = [role.smallest for role in KINDS["title"].roles(CAMPAIGN, size) if role.field == "title"]
    book = CardBook(CAMPAIGN)
    assert book.resolve(item, "en", size, zone, 120, RATE).em("title") == smallest
    assert len([found for found in book.check(item, size, zone, 120, RATE) if found.code == "AK420"]) == 3
