"""Compact numbers say no more than the record, and count in one unit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Statistic
from assetkit.diagnostics import Place
from assetkit.text.compact import scale_of
from assetkit.text.figures import write_figure, write_statistic

COMPACT = Statistic("s", Fraction(0), 0, "", {}, {}, {}, "", "", True, True, Place("a"), number="compact")


def written(value: int, language: str, bound: str = "", high: int | None = None) -> str:
    top = None if high is None else Fraction(high)
    return write_statistic(replace(COMPACT, value=Fraction(value), bound=bound, high=top), language)


@pytest.mark.parametrize(
    ("value", "kk", "ru", "en"),
    [
        (1_800_000, "1,8_млн", "1,8_млн", "1.8_million"),
        (15_000_000, "15_млн", "15_млн", "15_million"),
        (230_000, "230_мың", "230_тыс.", "230_thousand"),
        (2_750_000_000, "2,75_млрд", "2,75_млрд", "2.75_billion"),
        (9_999, "9_999", "9_999", "9,999"),
        (0, "0", "0", "0"),
        (-2_500_000, "−2,5_млн", "−2,5_млн", "−2.5_million"),
        (999_999, "1_млн", "1_млн", "1_million"),
        (999_999_999_999_999, "1_000_трлн", "1_000_трлн", "1,000_trillion"),
    ],
)
def test_each_language_has_its_own_form(value: int, kk: str, ru: str, en: str) -> None:
    """ "м." would be Kazakh CLDR's short form of a hundred thousand, and a metre: it is never written."""
    expected = [text.replace("_", "\u00a0") for text in (kk, ru, en)]
    assert [written(value, language) for language in ("kk", "ru", "en")] == expected


@pytest.mark.parametrize(
    ("bound", "said"), [("at-least", "19.7"), ("more-than", "19.7"), ("at-most", "19.8"), ("", "19.8")]
)
def test_rounding_keeps_to_what_the_qualifier_says(bound: str, said: str) -> None:
    assert written(19_766_807, "en", bound) == f"{said}\u00a0million"
    assert written(15_000_000, "en", bound) == "15\u00a0million"


def test_a_word_takes_the_plural_of_the_number_that_is_shown() -> None:
    assert written(1_000_000, "de") == "1\u00a0Million"
    assert written(2_000_000, "de") == "2\u00a0Millionen"


def test_both_ends_of_a_range_are_in_one_unit() -> None:
    assert written(800_000, "ru", high=1_500_000) == "0,8–1,5\u00a0млн"
    assert written(-5, "en", high=-2) == "−5\u00a0–\u00a0−2"


def test_a_counter_counts_in_the_unit_of_its_last_value() -> None:
    steps = [
        write_figure(replace(COMPACT, value=Fraction(1_800_000)), Fraction(value), "ru")
        for value in (0, 940_000, 1_799_999, 1_800_000)
    ]
    assert steps == ["0,0\u00a0млн", "0,9\u00a0млн", "1,8\u00a0млн", "1,8\u00a0млн"]


def test_percent_and_small_numbers_have_no_compact_form() -> None:
    assert write_statistic(replace(COMPACT, value=Fraction(90_000), unit="%"), "en") == "90,000%"
    assert scale_of([Fraction(9_999)], "nearest") is None
