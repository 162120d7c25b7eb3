"""The number of a statistic as a language writes it."""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.records import Statistic
from assetkit.text.numbers import format_number, format_percent


def write_figure(statistic: Statistic, value: Fraction, language: str) -> str:
    """Write a value in the form of a statistic, with its decimals and its unit."""
    if statistic.unit == "%":
        return format_percent(value, statistic.decimals, language)
    number = format_number(value, statistic.decimals, language)
    return f"{number}\u00a0{statistic.unit}" if statistic.unit else number


def write_range(statistic: Statistic, low: Fraction, high: Fraction, language: str) -> str:
    """Write two ends with a dash and the unit once, after the second: "3 000–5 000", "20–25 %"."""
    first = format_number(low, statistic.decimals, language)
    return f"{first}–{write_figure(statistic, high, language)}"


def write_statistic(statistic: Statistic, language: str) -> str:
    """Write the number of a statistic: its value, or both ends of its range."""
    if statistic.high is None:
        return write_figure(statistic, statistic.value, language)
    return write_range(statistic, statistic.value, statistic.high, language)
