"""Numbers are written as CLDR has it for each language, and rounded exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal

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
        (Fraction(-5, 2), 0, "en", "\u22123"),
        (Fraction(-1234567), 0, "ru", "\u22121\u00a0234\u00a0567"),
        (Fraction(-1, 3), 0, "kk", "0"),
        (Fraction(0), 2, "ru", "0,00"),
        (Fraction(10**21 + 1), 0, "en", "1,000,000,000,000,000,000,001"),
    ],
)
def test_numbers(value: Fraction, decimals: int, language: str, written: str) -> None:
    assert format_number(value, decimals, language) == written


@pytest.mark.parametrize(("language", "written"), [("kk", "42%"), ("ru", "42\u00a0%"), ("en", "42%")])
def test_percent(language: str, written: str) -> None:
    assert format_percent(Fraction(42), 0, language) == written


@pytest.mark.parametrize("language", ["kk", "ru", "en", "de", "fr", "es", "uz", "ky", "tr", "ar", "pt-PT"])
def test_they_are_those_of_babel(language: str) -> None:
    for text in ("0", "7", "999.5", "1000", "98765.43", "1234567890.125"):
        decimals = len(text.partition(".")[2])
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        plain = format_decimal(Decimal(text), format=pattern, locale=language.replace("-", "_"))
        assert format_number(Fraction(text), decimals, language) == plain


def test_percent_below_zero() -> None:
    assert format_percent(Fraction(-5), 0, "ru") == "\u22125\u00a0%"


def test_percent_with_decimals() -> None:
    assert format_percent(Fraction(85, 2), 1, "ru") == "42,5\u00a0%"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(AssetkitError, match="zz9"):
        format_number(Fraction(1), 0, "zz9")
