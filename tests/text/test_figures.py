"""Statistics and ranges as languages write them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Statistic
from assetkit.diagnostics import Place
from assetkit.text.figures import write_statistic

COUNT = Statistic("s", Fraction(3000), 0, "", {}, {}, {}, "", "", True, True, Place("a"))


@pytest.mark.parametrize(
    ("statistic", "language", "words"),
    [
        (COUNT, "en", "3,000"),
        (replace(COUNT, high=Fraction(5000)), "en", "3,000–5,000"),
        (replace(COUNT, high=Fraction(5000)), "kk", "3\u00a0000–5\u00a0000"),
        (replace(COUNT, value=Fraction(20), high=Fraction(25), unit="%"), "ru", "20–25\u00a0%"),
        (replace(COUNT, value=Fraction(20), high=Fraction(25), unit="%"), "kk", "20–25%"),
        (replace(COUNT, value=Fraction("2.5"), decimals=1, unit="%"), "ru", "2,5\u00a0%"),
    ],
)
def test_they_are_written(statistic: Statistic, language: str, words: str) -> None:
    assert write_statistic(statistic, language) == words
