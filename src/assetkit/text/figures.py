"""The number of a statistic as a language writes it, in full or compactly."""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.records import Statistic
from assetkit.text.compact import Scale, add_unit, scale_of, write_number
from assetkit.text.numbers import format_number, format_percent

FULL, COMPACT, APART = "full", "compact", "apart"
"""Forms of a number: "1,800,000", "1.8 million", and "1.8" where the words beside it say "million"."""

# A rounded number must not say more than its qualifier lets it: at least 19.7 million, not 19.8.
_ROUNDINGS = {"at-least": "down", "more-than": "down", "at-most": "up", "less-than": "up", "almost": "up"}


def write_figure(statistic: Statistic, value: Fraction, language: str) -> str:
    """Write a value in the form of a statistic, with its decimals and its unit."""
    if statistic.unit == "%":
        return format_percent(value, statistic.decimals, language)
    number, scale = _bare(statistic, value, language), compact_scale(statistic)
    if scale and statistic.number == APART:
        return number
    if scale:
        return add_unit(number, shown_value(statistic), scale, language)
    return f"{number}\u00a0{statistic.unit}" if statistic.unit else number


def write_range(statistic: Statistic, low: Fraction, high: Fraction, language: str) -> str:
    """Write two ends with a dash and the unit once, after the second: "3 000–5 000", "20–25 %".

    A number below zero has a space on both sides of the dash: "−5 – −2".
    """
    dash = "–" if min(low, high) >= 0 else "\u00a0–\u00a0"
    return f"{_bare(statistic, low, language)}{dash}{write_figure(statistic, high, language)}"


def write_statistic(statistic: Statistic, language: str) -> str:
    """Write the number of a statistic: its value, or both ends of its range."""
    if statistic.high is None:
        return write_figure(statistic, statistic.value, language)
    return write_range(statistic, statistic.value, statistic.high, language)


def compact_scale(statistic: Statistic) -> Scale | None:
    """Give what a statistic counts in where it is written compactly; None where it is written in full.

    It is that of the final value, so that a counter counts up in it.
    """
    if statistic.number not in (COMPACT, APART) or statistic.unit:
        return None
    ends = [statistic.value] if statistic.high is None else [statistic.value, statistic.high]
    return scale_of(ends, _rounding(statistic))


def shown_value(statistic: Statistic) -> Fraction:
    """Give the number that is read, rounded as its form rounds it; of a range the upper end."""
    value, scale = statistic.value if statistic.high is None else statistic.high, compact_scale(statistic)
    return scale.round(value, _rounding(statistic)) if scale else value


def unit_word(statistic: Statistic, language: str) -> str:
    """Give what a compact number counts in, "million"; "" for one in full."""
    scale = compact_scale(statistic)
    return add_unit("", shown_value(statistic), scale, language).strip("\u00a0") if scale else ""


def _bare(statistic: Statistic, value: Fraction, language: str) -> str:
    scale = compact_scale(statistic)
    if scale is None:
        return format_number(value, statistic.decimals, language)
    return write_number(value, scale, _rounding(statistic), language)


def _rounding(statistic: Statistic) -> str:
    return _ROUNDINGS.get(statistic.bound, "nearest")
