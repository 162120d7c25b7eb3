from __future__ import annotations

from fractions import Fraction

from assetkit.cards.checking import check_card
from assetkit.cards.resolve import card_frames
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, ZONES, card

RATE = Fraction(25)


def check(item: CardItem, frames: int | None = None, shape: str = "9:16") -> list[Diagnostic]:
    size, zone = ZONES[shape]
    return check_card(item, CAMPAIGN, size, zone, shape, frames or card_frames(item, CAMPAIGN, RATE), RATE)


def titled(text: str) -> CardItem:
    return card("title", texts={"title": {"en": text, "ru": "Да", "kk": "Иә"}})


def test_the_example_cards_fit_every_shape() -> None:
    for shape in ZONES:
        assert check(TITLE_CARD, shape=shape) == []
        assert check(END_CARD, shape=shape) == []
        assert {item.severity for item in check(COUNT_UP_CARD, shape=shape)} == {Severity.DRAFT}


def test_a_word_that_does_not_fit_says_by_how_much_and_where() -> None:
    (found,) = check(titled("Pneumonoultramicroscopic"))
    assert (found.code, found.severity) == ("AK420", Severity.ERROR)
    assert found.message.endswith("too wide at its smallest legible type (54 px), in en, 9:16")
    assert found.required == "at most 660 px"


def test_texts_that_are_too_high_are_an_error() -> None:
    size, zone = ZONES["9:16"]
    low = type(zone)(zone.x, zone.y, zone.width, 150)
    found = check_card(TITLE_CARD, CAMPAIGN, size, low, "9:16", card_frames(TITLE_CARD, CAMPAIGN, RATE), RATE)
    assert "AK421" in {item.code for item in found}


def test_a_letter_that_the_font_lacks_is_named() -> None:
    (found,) = check(titled("Go \u4e2d"))
    assert found.code == "AK422"
    assert "U+4E2D" in found.message
    assert "Montserrat-ExtraBold" in found.message


def test_one_frame_less_than_the_open_length_is_too_short() -> None:
    enough = card_frames(TITLE_CARD, CAMPAIGN, RATE)
    assert check(TITLE_CARD, enough) == []
    (found,) = check(TITLE_CARD, enough - 1)
    assert found.code == "AK423"
    assert f"at least {enough}f" in found.remedy


def test_an_unreviewed_statistic_without_primary_source_is_a_draft() -> None:
    assert [(item.code, item.severity) for item in check(COUNT_UP_CARD)] == [
        ("AK424", Severity.DRAFT),
        ("AK425", Severity.DRAFT),
    ]


def test_an_unknown_kind_is_one_error() -> None:
    assert [item.code for item in check(card("pie"), 100)] == ["AK426"]
