"""Every number of the trade has unit, source, date and confidence, and is found by language or shape."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from assetkit.subtitles.standards import OTHER, Standard, load_standards

STANDARDS = load_standards()


def test_every_number_says_where_it_comes_from() -> None:
    for each in STANDARDS.numbers.values():
        assert each.value > 0 and each.unit and len(each.source) > 5, each
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", each.as_of), each
        assert each.confidence in "HML" and each.strength == "advises", each
        assert (each.name, OTHER) in STANDARDS.numbers, "what is not named must be found too"


@pytest.mark.parametrize(
    ("name", "of", "value"),
    [
        ("reading_speed", "en", 20),
        ("reading_speed", "ru", 17),
        ("reading_speed", "kk", 17),
        ("reading_speed", "de", 17),
        ("line_characters", "ru", 39),
        ("line_characters_by_shape", "9:16", 25),
        ("lines", "9:16", 3),
        ("lines", "16:9", 2),
        ("lines", "21:9", 2),
        ("shortest_seconds", OTHER, Fraction(5, 6)),
        ("longest_seconds", OTHER, 7),
        ("gap_frames", OTHER, 2),
        ("contrast", OTHER, Fraction(9, 2)),
    ],
)
def test_numbers_are_found(name: str, of: str, value: Fraction) -> None:
    assert STANDARDS.value(name, of) == value


def test_seconds_in_frames() -> None:
    shortest = STANDARDS.find("shortest_seconds")
    assert [shortest.least_frames(Fraction(rate)) for rate in ("24", "24000/1001", "25", "30")] == [
        20,
        20,
        21,
        25,
    ]
    assert STANDARDS.find("gap_frames").in_frames(Fraction(60)) == 2
    assert STANDARDS.find("closed_gap_seconds").in_frames(Fraction(24)) == 12


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        STANDARDS.find("no_such_rule")
    assert isinstance(STANDARDS.find("lines", "nothing"), Standard)
