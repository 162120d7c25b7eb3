"""Compact numbers, "1.8 million": how large their unit is, and how each language writes it."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assetkit.packaged import read_packaged
from assetkit.text.numbers import format_number, locale_of

_FILE = "compact.yaml"
_STEP = 1000  # thousand, million, billion, trillion
_LARGEST = 10**12
_MILLION = 10**6


@dataclass(frozen=True)
class Scale:
    """What a compact number counts in, a power of a thousand, and with how many decimals."""

    unit: int
    decimals: int

    def round(self, value: Fraction, rounding: str) -> Fraction:
        """Give a value as it is shown in this scale; `rounding` is "nearest", "down" or "up"."""
        steps = value * 10**self.decimals / self.unit
        whole = {"down": math.floor, "up": math.ceil}.get(rounding, _half_away)(steps)
        return Fraction(whole * self.unit, 10**self.decimals)


def scale_of(values: Iterable[Fraction], rounding: str) -> Scale | None:
    """Give the scale in which numbers are written compactly together; None where they are too small for it.

    It is the unit of the largest, with as many decimals as any of them needs.
    """
    numbers = tuple(values)
    most = max(map(abs, numbers), default=Fraction(0))
    if most < _rules()["least"]:
        return None
    unit = _unit_below(most)
    if abs(_in_figures(most, unit, rounding).round(most, rounding)) >= unit * _STEP and unit < _LARGEST:
        unit *= _STEP  # 999,960 is a million when it is rounded
    return Scale(unit, max(_in_figures(number, unit, rounding).decimals for number in numbers))


def write_number(value: Fraction, scale: Scale, rounding: str, language: str) -> str:
    """Write a number in its scale, without the word for it: "1.8"."""
    return format_number(scale.round(value, rounding) / scale.unit, scale.decimals, language)


def add_unit(number: str, value: Fraction, scale: Scale, language: str) -> str:
    """Put the word for the scale to a number; its plural form is that of `value`, as it is shown."""
    return _pattern(value, scale, language).replace("0", number)


def _unit_below(size: Fraction) -> int:
    unit = _STEP
    while unit < _LARGEST and size >= unit * _STEP:
        unit *= _STEP
    return unit


def _in_figures(value: Fraction, unit: int, rounding: str) -> Scale:
    """Give the fewest decimals that say as much as all figures that a compact number may have."""
    before = len(str(int(abs(value) / unit)))
    most = Scale(unit, max(0, _rules()["figures"] - before))
    shown = most.round(value, rounding)
    return next(
        scale
        for scale in (Scale(unit, decimals) for decimals in range(most.decimals + 1))
        if scale.round(shown, "nearest") == shown
    )


def _half_away(steps: Fraction) -> int:
    whole = int(abs(steps) + Fraction(1, 2))
    return whole if steps >= 0 else -whole


def _pattern(value: Fraction, scale: Scale, language: str) -> str:
    """Give CLDR's pattern for a unit, with one 0 for the number."""
    rule = _rules()["forms"].get(language.split("-")[0], _rules()["other"])
    form = rule["thousands" if scale.unit < _MILLION else "form"]
    shown = Decimal(int(abs(value) * 10**scale.decimals / scale.unit)).scaleb(-scale.decimals)
    return _written(language, form, scale.unit, max(0, len(str(int(shown))) - 1), shown)


@functools.lru_cache(maxsize=1024)
def _written(language: str, form: str, unit: int, more: int, shown: Decimal) -> str:
    locale = locale_of(language)
    patterns = locale.compact_decimal_formats[form]
    plural = patterns.get(locale.plural_form(shown)) or patterns["other"]
    found = plural.get(str(unit * 10 ** min(more, 2))) or plural[str(unit)]
    bare = str(found.pattern).replace("'", "").replace(" ", "\u00a0")
    return re.sub("0+", "0", bare)


@functools.cache
def _rules() -> Any:
    """Read the packaged rule once."""
    return read_packaged("assetkit.text", _FILE)
