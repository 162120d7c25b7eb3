"""Numbers as each language writes them, after CLDR."""

from __future__ import annotations

import functools
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from assetkit.errors import AssetkitError

if TYPE_CHECKING:
    from babel import Locale


@functools.lru_cache(maxsize=4096)
def format_number(value: Fraction, decimals: int, language: str) -> str:
    """Write a number with the language's grouping and decimal mark; halves are rounded away from zero.

    Groups are parted by U+00A0 in Kazakh and Russian. Raises AssetkitError for a language that CLDR lacks.
    """
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(_round(value, decimals), format=pattern, locale=_locale(language)))


def format_percent(value: Fraction, decimals: int, language: str) -> str:
    """Write so many percent (42 is 42 %): "42%" in Kazakh and English, "42 %" with U+00A0 in Russian."""
    number = format_number(value, decimals, language)
    pattern = str(_locale(language).percent_formats[None].pattern)
    return pattern.replace("#,##0", number)


def _round(value: Fraction, decimals: int) -> Decimal:
    whole = int(abs(value) * 10**decimals + Fraction(1, 2))
    return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)


@functools.cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as fault:
        raise AssetkitError(
            f"How {language!r} writes numbers is not known.",
            remedy="Use a language code such as kk, ru or en.",
        ) from fault
