"""Long numbers are written so that they have room, alike in all languages of a shape."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Campaign, Texts
from assetkit.cards.fitting import Fit
from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import card_frames, fit_card, messages, resolve_card
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, ZONES, card, statistic

RATE = Fraction(25)
PEOPLE: Texts = {"en": "people live here", "ru": "человек живут здесь", "kk": "адам мұнда тұрады"}


def campaign_of(value: int, number: str = "auto", forms: dict[str, Texts] | None = None) -> Campaign:
    record = replace(statistic(value, PEOPLE), number=number, forms=forms or {})
    return replace(CAMPAIGN, statistics={"people": record})


def fitted(campaign: Campaign, shape: str = "9:16", number: str = "", kind: str = "count-up") -> Fit:
    item = replace(card(kind, statistic="people"), number=number)
    size, zone = ZONES[shape]
    return fit_card(KINDS[kind], item, campaign, (), size, zone, 150, RATE)


def numbers(fit: Fit) -> dict[str, str]:
    return {language: spec.text("number").replace("\u00a0", " ") for language, spec in fit.specs.items()}


def test_a_number_that_has_room_is_written_in_full() -> None:
    fit = fitted(campaign_of(19_766_807), "16:9")
    assert numbers(fit) == {"kk": "19 766 807", "ru": "19 766 807", "en": "19,766,807"}


def test_one_that_has_none_is_compact_in_every_language_of_the_shape() -> None:
    fit = fitted(campaign_of(15_000_000))
    assert (fit.misfits, numbers(fit)) == ((), {"kk": "15 млн", "ru": "15 млн", "en": "15 million"})


def test_where_even_that_has_none_the_words_say_the_unit() -> None:
    fit = fitted(campaign_of(19_766_807))
    assert (fit.misfits, numbers(fit)) == ((), {"kk": "19,8", "ru": "19,8", "en": "19.8"})
    words = {language: " ".join(spec.text("wording").split()) for language, spec in fit.specs.items()}
    assert words["en"] == "million people live here"
    assert words["ru"] == "млн человек живут здесь"


@pytest.mark.parametrize(("number", "english"), [("compact", "1.8 million"), ("full", "1,800,000")])
def test_an_item_says_it_otherwise_than_its_record(number: str, english: str) -> None:
    other = "full" if number == "compact" else "compact"
    fit = fitted(campaign_of(1_800_000, other), "16:9", number)
    assert numbers(fit)["en"] == english


def test_a_counter_counts_in_the_form_and_lands_on_it() -> None:
    item, (size, zone) = card("count-up", statistic="people"), ZONES["9:16"]
    campaign = campaign_of(15_000_000)
    frames = card_frames(item, campaign, RATE)
    for language in campaign.languages:
        spec = resolve_card(item, campaign, language, size, zone, frames, RATE)
        assert spec.numbers[-1] == spec.text("number")
        units = {text.partition("\u00a0")[2] for text in spec.numbers}
        assert len(units) == 1 and units != {""}


def test_words_in_another_plural_form_keep_a_number_in_full() -> None:
    """19 766 803 "человека", but 19,8 млн "человек": unless the record has that form, it is not guessed."""
    assert numbers(fitted(campaign_of(19_766_803)))["ru"] == "19 766 803"
    forms = {"ru": {"few": "человека живут здесь", "many": "человек живут здесь", "other": "человека"}}
    fit = fitted(campaign_of(19_766_803, forms=forms))
    assert fit.specs["ru"].text("number") == "19,8"
    assert "человек" in fit.specs["ru"].text("wording").split()


def test_the_time_to_read_is_that_of_the_full_number_where_the_form_is_open() -> None:
    item = card("count-up", statistic="people")
    assert messages(item, campaign_of(15_000_000))["ru"][0] == "15\u00a0000\u00a0000"
    assert messages(item, campaign_of(15_000_000, "compact"))["ru"][0] == "15\u00a0млн"


def test_bars_keep_the_unit_at_every_value() -> None:
    campaign = campaign_of(1_800_000, "compact")
    records = {"people": campaign.statistics["people"], "men": replace(campaign.statistics["people"])}
    item = CardItem("bars", None, {"title": PEOPLE}, None, None, campaign.statistics["people"].place)
    item = replace(item, compared=("people", "men"))
    size, zone = ZONES["1:1"]
    fit = fit_card(KINDS["bars"], item, replace(campaign, statistics=records), (), size, zone, 150, RATE)
    assert fit.specs["en"].text("value-1") == "1.8\u00a0million"
