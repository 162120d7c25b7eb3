"""Statistics that are drawn, and one card of each kind that draws them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Statistic, Texts
from support.campaigns import CAMPAIGN, STATISTICS, card, statistic

_VIEWS = {"en": "views", "ru": "просмотров", "kk": "қаралым"}
_FILMS = (
    ("dinner", 4_500_000, {"en": "The Dinner", "ru": "«Ужин»", "kk": "«Кешкі ас»"}),
    ("dress", 2_700_000, {"en": "The Dress", "ru": "«Платье»", "kk": "«Көйлек»"}),
    (
        "way-home",
        1_800_000,
        {
            "en": "Do Not Forget Your Way Home",
            "ru": "«Не забудь дорогу домой»",
            "kk": "«Үйге қайтар жолды ұмытпа»",
        },
    ),
    ("dad", 230_000, {"en": "All About My Dad", "ru": "«Всё о моём папе»", "kk": "«Әкем туралы бәрі»"}),
)
_REACHED: Texts = {
    "en": "of the country’s population were reached by the campaign",
    "ru": "населения страны охватила кампания",
    "kk": "ел халқының бөлігі науқанды көрді",
}
YEARS = ((2019, 55), (2020, 72), (2021, 64), (2022, 77), (2023, 80))


def _named(name: str, record: Statistic, label: Texts | None = None) -> Statistic:
    return replace(record, name=name, label=label or {})


FIGURES = {
    **{name: _named(name, statistic(value, _VIEWS), label) for name, value, label in _FILMS},
    "reached": _named("reached", statistic(75, _REACHED, unit="%", qualifier=STATISTICS["reach"].qualifier)),
    "third": _named("third", statistic(30, _REACHED, unit="%")),
    "whole": _named("whole", statistic(1000, _REACHED, unit="%", decimals=1)),
    "by-year": replace(
        _named("by-year", STATISTICS["deaths-per-year"]),
        years=tuple((year, Fraction(value)) for year, value in YEARS),
    ),
}
FIGURE_CAMPAIGN = replace(CAMPAIGN, statistics=STATISTICS | FIGURES)
BARS_TITLE: dict[str, Texts] = {
    "title": {
        "en": "Four films, seen by millions",
        "ru": "Четыре фильма, миллионы просмотров",
        "kk": "Төрт фильм, миллиондаған қаралым",
    }
}
RING_CARD = card("ring", statistic="reached")
PICTOGRAM_CARD = card("pictogram", statistic="third")
BARS_CARD = replace(card("bars", texts=BARS_TITLE), compared=("dinner", "dress", "way-home", "dad"))
TIMELINE_CARD = card("timeline", statistic="by-year")
FIGURE_CARDS = (RING_CARD, PICTOGRAM_CARD, BARS_CARD, TIMELINE_CARD)
