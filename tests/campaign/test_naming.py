"""Names by a pattern: what fills it, what is left out, and what a receiver does not take."""

from __future__ import annotations

import random
import re

import pytest

from assetkit.campaign.naming import FIELDS, Naming, fill_pattern, find_fault, judge_name

VALUES = {"film": "the-dress", "cut": "teaser-15", "language": "kk", "shape": "9x16", "length": "15s"}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{film}_{cut}_{language}_{shape}_{length}", "the-dress_teaser-15_kk_9x16_15s"),
        ("{film}_{code?}_{cut}", "the-dress_teaser-15"),
        ("{code?}_{cut}", "teaser-15"),
        ("{cut}.{code?}", "teaser-15"),
        ("{cut}-{code}", "teaser-15-"),
        ("HFS-{film}", "HFS-the-dress"),
    ],
)
def test_a_pattern_is_filled(pattern: str, name: str) -> None:
    assert find_fault(pattern) == ("", "")
    assert fill_pattern(pattern, VALUES) == name


def test_a_slash_of_a_clock_number_becomes_a_hyphen() -> None:
    assert fill_pattern("{code}", {"code": "ABC/DEFG123/030"}) == "ABC-DEFG123-030"


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{flim}_{cut}", ("field", "flim")),
        ("{film} {cut}", ("letters", " ")),
        ("{film}/{cut}", ("letters", "/")),
        ("фильм-{cut}", ("letters", "ф")),
        ("{cut}.MP4", ("ending", ".MP4")),
        ("teaser", ("same", "teaser")),
        ("{cut", ("letters", "{")),
        ("{}", ("field", "")),
    ],
)
def test_a_pattern_that_cannot_be_used(pattern: str, fault: tuple[str, str]) -> None:
    assert find_fault(pattern) == fault


@pytest.mark.parametrize(
    ("name", "naming", "fault"),
    [
        ("ABCD1234000H", Naming(longest=12, plain=True), ""),
        ("ABCD-1234", Naming(longest=12, plain=True), "holds more than letters and digits"),
        ("ABCD1234000HX", Naming(longest=12), "is too long"),
        ("teaser-", Naming(), "does not begin and end with a letter or digit"),
        ("", Naming(), "does not begin and end with a letter or digit"),
        ("aux", Naming(), "is that of a device on Windows"),
        ("Con.kk", Naming(), "is that of a device on Windows"),
        ("teaser_15-kk.v2", Naming(), ""),
    ],
)
def test_names_are_judged(name: str, naming: Naming, fault: str) -> None:
    assert judge_name(name, naming)[0] == fault


def test_a_name_is_always_one_plain_word() -> None:
    chance = random.Random(5)
    parts = [*(f"{{{name}{mark}}}" for name in FIELDS for mark in ("", "?")), "HFS", "-", "_", ".", "v2"]
    letters = "aЖқ /\\:.-_\0\n9«Z"
    for _ in range(500):
        pattern = "".join(chance.choices(parts, k=chance.randrange(6)))
        values = {name: "".join(chance.choices(letters, k=chance.randrange(5))) for name in FIELDS}
        assert re.fullmatch(r"[A-Za-z0-9._-]*", fill_pattern(pattern, values)), (pattern, values)
