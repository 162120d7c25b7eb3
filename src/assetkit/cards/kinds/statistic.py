"""What cards of a statistic have in common: the record, its value as a language writes it, its source."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.motion import COUNT, count_values, frames_of
from assetkit.recipe.records import CardItem
from assetkit.text.figures import write_figure, write_range

# The Kazakh and Russian words await a native reader's review, as all of the campaign's do.
_SOURCE = {"en": "Source: ", "ru": "Источник: ", "kk": "Дереккөз: "}
_NOT_PRIMARY = {
    "en": "primary source not found",
    "ru": "первоисточник не найден",
    "kk": "бастапқы дереккөз табылмады",
}


def statistic_of(item: CardItem, campaign: Campaign) -> Statistic:
    """Give the record that a card names; raises KeyError where it names none that exists."""
    return campaign.statistics[item.statistic or ""]


def write_value(statistic: Statistic, value: Fraction, language: str) -> str:
    """Write a value of a statistic as the language does, with its unit."""
    return write_figure(statistic, value, language)


def count_numbers(item: CardItem, campaign: Campaign, language: str, rate: Fraction) -> tuple[str, ...]:
    """Give what the counter of a card of a statistic shows, frame by frame."""
    return count_texts(statistic_of(item, campaign), language, rate)


def count_texts(statistic: Statistic, language: str, rate: Fraction) -> tuple[str, ...]:
    """Give what a counter of the statistic shows, frame by frame; the last is the value itself."""
    values, top = _count(statistic, statistic.value, rate), statistic.high
    if top is None:
        return tuple(write_value(statistic, value, language) for value in values)
    pairs = zip(values, _count(statistic, top, rate), strict=True)
    return tuple(write_range(statistic, low, high, language) for low, high in pairs)


def _count(statistic: Statistic, value: Fraction, rate: Fraction) -> tuple[Fraction, ...]:
    return count_values(value, statistic.decimals, frames_of(COUNT, rate))


def source_line(statistic: Statistic, language: str) -> str:
    """Say where the number comes from, and that its source is not the primary one where that is so."""
    line = label_source(statistic.source.get(language, ""), language)
    missing = _NOT_PRIMARY.get(language, "") if line else ""
    return f"{line} ({missing})" if missing and not statistic.primary else line


def label_source(source: str, language: str) -> str:
    """Put the word for a source before what names it, unless it stands there; nothing before nothing."""
    word = _SOURCE.get(language, "")
    return source if not source or source.startswith(word.strip()) else word + source


def source_lines(statistics: Iterable[Statistic], language: str) -> str:
    """Say where several numbers come from, each source once."""
    lines = (source_line(statistic, language) for statistic in statistics)
    return "; ".join(dict.fromkeys(line for line in lines if line))
