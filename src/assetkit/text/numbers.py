"""Numbers as each language writes them, after CLDR."""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import TYPE_CHECKING

from assetkit.errors import AssetkitError

if TYPE_CHECKING:
    from babel import Locale

MINUS = "\u2212"
"""The sign of a number below zero: as wide and as high as a plus, where a hyphen is a stroke of words."""


def format_number(value: Fraction, decimals: int, language: str) -> str:
    """Write a number with the language's grouping and decimal mark; halves are rounded away from zero.

    Groups are parted by U+00A0 in Kazakh and Russian, and below zero stands a true minus. Raises
    AssetkitError for a language that CLDR lacks.
    """
    whole = int(abs(value) * 10**decimals + Fraction(1, 2))
    group, point = _marks(language)
    before, after = divmod(whole, 10**decimals)
    written = f"{before:,}".replace(",", group) + (f"{point}{after:0{decimals}}" if decimals else "")
    return MINUS + written if value < 0 and whole else written


def format_percent(value: Fraction, decimals: int, language: str) -> str:
    """Write so many percent (42 is 42 %): "42%" in Kazakh and English, "42 %" with U+00A0 in Russian."""
    number = format_number(value, decimals, language)
    pattern = str(locale_of(language).percent_formats[None].pattern)
    return pattern.replace("#,##0", number)


@functools.cache
def _marks(language: str) -> tuple[str, str]:
    """Give what parts groups of three figures, and the decimal mark."""
    symbols = locale_of(language).number_symbols["latn"]
    return str(symbols["group"]), str(symbols["decimal"])


@functools.cache
def locale_of(language: str) -> Locale:
    """Give what CLDR knows of a language; raises AssetkitError for one that it lacks."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as fault:
        raise AssetkitError(
            f"How {language!r} writes numbers is not known.",
            remedy="Use a language code such as kk, ru or en.",
        ) from fault
