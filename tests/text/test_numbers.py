"""Numbers are written as CLDR has it for each language, and rounded exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.errors import AssetkitError
from assetkit.text.numbers import format_number, format_percent


@pytest.mark.parametrize(
    ("value", "decimals", "language", "written"),
    [
        (Fraction(1234567), 0, "kk", "1\u00a0234\u00a0567"),
        (Fraction(1234567), 0, "ru", "1\u00a0234\u00a0567"),
        (Fraction(1234567), 0, "en", "1,234,567"),
        (Fraction(1234), 0, "kk", "1\u00a0234"),
        (Fraction(5, 2), 1, "kk", "2,5"),
        (Fraction(5, 2), 1, "en", "2.5"),
        (Fraction(5, 2), 0, "ru", "3"),
        (Fraction(1, 8), 2, "ru", "0,13"),
        (Fraction(-5, 2), 0, "en", "-3"),
        (Fraction(10**21 + 1), 0, "en", "1,000,000,000,000,000,000,001"),
    ],
)
def test_numbers(value: Fraction, decimals: int, language: str, written: str) -> None:
    assert format_number(value, decimals, language) == written


@pytest.mark.parametrize(("language", "written"), [("kk", "42%"), ("ru", "42\u00a0%"), ("en", "42%")])
def test_percent(language: str, written: str) -> None:
    assert format_percent(Fraction(42), 0, language) == written


def test_percent_with_decimals() -> None:
    assert format_percent(Fraction(85, 2), 1, "ru") == "42,5\u00a0%"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(AssetkitError, match="zz9"):
        format_number(Fraction(1), 0, "zz9")
