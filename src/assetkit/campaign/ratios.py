"""Statistics that are the quotient of two others: exactly, rounded, and as far as words let them be."""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.bounds import Interval, interval_of
from assetkit.campaign.records import Statistic


def exact_ratio(part: Statistic, whole: Statistic, unit: str) -> Fraction:
    """Give the quotient of two statistics as they are shown, in percent where that is the unit."""
    return part.value / whole.value * _factor(unit)


def is_ratio(statistic: Statistic, part: Statistic, whole: Statistic) -> bool:
    """Whether a statistic can be the quotient of two others: what all three let the true numbers be meets.

    "Almost 15,000,000" of 19,766,807 is anything from 72.1 % to 75.9 %, so 75 % agrees and 77 % does not.
    """
    below = _true_values(whole)
    if below.low is None or below.low <= 0:
        return True
    quotient = _true_values(part).over(below).times(_factor(statistic.unit))
    return _true_values(statistic).meets(quotient)


def round_as(value: Fraction, decimals: int, rounding: str) -> Fraction:
    """Round to so many decimals: to the "nearest" (halves away from zero), "down" or "up"."""
    shift = 10**decimals
    if rounding == "nearest":
        whole = int(abs(value) * shift + Fraction(1, 2))
        return Fraction(whole if value >= 0 else -whole, shift)
    return Fraction(value * shift // 1 if rounding == "down" else -(-(value * shift) // 1), shift)


def _true_values(statistic: Statistic) -> Interval:
    """Give what the true number may be, by the bound of a statistic and its last decimal."""
    step = Fraction(1, 10**statistic.decimals)
    return interval_of(statistic.value, statistic.high, statistic.bound, step)


def _factor(unit: str) -> int:
    return 100 if unit == "%" else 1
