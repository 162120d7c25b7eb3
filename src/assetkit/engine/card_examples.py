"""Records that are made up, for cards that a campaign has nothing to show on; they say so themselves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign, Helpline, Partner, Quote, Statistic, Texts
from assetkit.cards.kinds import KINDS
from assetkit.diagnostics import Place
from assetkit.engine.card_notes import note_of
from assetkit.recipe.records import CardItem

# The Kazakh and Russian words await a native reader's review, as all of the campaign's do.
_NUMBER = {
    "en": "made up, to show this card",
    "ru": "вымышлено для показа карточки",
    "kk": "карточканы көрсету үшін ойдан алынған",
}
_SOURCE = {"en": "made up", "ru": "вымышлено", "kk": "ойдан алынған"}
_WORDS = {
    "en": "Example words, made up to show this card.",
    "ru": "Слова для примера, вымышленные для показа карточки.",
    "kk": "Карточканы көрсету үшін ойдан алынған сөздер.",
}
_LINE = {"en": "Made-up words", "ru": "Слова для примера", "kk": "Мысал сөздер"}
_TITLE = {"en": "An example", "ru": "Пример", "kk": "Мысал"}
_NO_LINE = {"en": "No real telephone", "ru": "Не настоящий телефон", "kk": "Нақты телефон емес"}
_PLACE = Place("example")
_YEARS = ((2021, 40), (2022, 65), (2023, 55), (2024, 80))
_COMPARED = {"example-1": 1200, "example-2": 800, "example-3": 300}
_PARTNERS = tuple(f"example-{number}" for number in range(1, 5))


def example_card(kind: str, campaign: Campaign) -> tuple[CardItem, Campaign]:
    """Give a card of a kind and the campaign with the records that it shows; nothing of it is true."""
    title, words = _said(_TITLE, campaign), _said(_WORDS, campaign)
    if kind in ("count-up", "ring", "pictogram", "timeline", "milestone", "counter"):
        record = _number("example", 80, campaign, unit="%" if kind in ("ring", "pictogram") else "")
        if kind == "timeline":
            record = replace(record, years=tuple((year, Fraction(value)) for year, value in _YEARS))
        if kind == "milestone":
            record = replace(record, value=Fraction(250_000))
        return _card(kind, statistic="example"), replace(campaign, statistics={"example": record})
    if kind == "bars":
        records = {name: _number(name, value, campaign) for name, value in _COMPARED.items()}
        bars = replace(_card(kind, {"title": words}), compared=tuple(records))
        return bars, replace(campaign, statistics=records)
    if kind == "quote":
        said = Quote("example", words, source=made_up_source(campaign), anonymous=True, place=_PLACE)
        return replace(_card(kind), quote="example"), replace(campaign, quotes={"example": said})
    if kind == "partners":
        named = {name: Partner(name, _numbered(name, campaign), _PLACE) for name in _PARTNERS}
        card = replace(_card(kind, {"title": title}), partners=_PARTNERS)
        return card, replace(campaign, partners=named)
    if kind in ("end", "content-warning"):
        line = Helpline("example", "000", _said(_NO_LINE, campaign), {}, "made up", campaign.as_of, _PLACE)
        card = replace(_card(kind, {"title": words} if kind != "end" else {}), helpline="example")
        return card, replace(campaign, helplines={"example": line})
    return _worded(kind, title, words, campaign), campaign


def made_up_source(campaign: Campaign) -> Texts:
    """Give what stands for the source of what nobody has said."""
    return _said(_SOURCE, campaign)


def _worded(kind: str, title: Texts, words: Texts, campaign: Campaign) -> CardItem:
    if kind == "phrases":
        line = _said(_LINE, campaign)
        return _card(kind, {"title": words, "line-1": line, "line-2": line, "line-3": line})
    fields = note_of(kind, campaign).words if kind in KINDS else ()
    return _card(kind, {field: words if index else title for index, field in enumerate(fields)})


def _card(kind: str, texts: dict[str, Texts] | None = None, statistic: str | None = None) -> CardItem:
    return CardItem(kind, None, texts or {}, statistic, None, _PLACE)


def _number(name: str, value: int, campaign: Campaign, unit: str = "") -> Statistic:
    return Statistic(
        name=name,
        value=Fraction(value),
        decimals=0,
        unit=unit,
        qualifier={},
        wording=_said(_NUMBER, campaign),
        source=made_up_source(campaign),
        url="",
        as_of=campaign.as_of,
        primary=True,
        reviewed=True,
        place=_PLACE,
        label=_numbered(name, campaign),
    )


def _numbered(name: str, campaign: Campaign) -> Texts:
    number = name.rpartition("-")[2]
    return {language: f"{text} {number}" for language, text in _said(_TITLE, campaign).items()}


def _said(texts: Texts, campaign: Campaign) -> Texts:
    """Give words in every declared language; in one that these are not written in, the English ones."""
    return {language: texts.get(language.split("-")[0], texts["en"]) for language in campaign.languages}
