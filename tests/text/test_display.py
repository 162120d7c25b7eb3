"""Large type: balanced lines, no word left alone, and titles kept together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.text.display import set_lines
from assetkit.text.shaping import measure

FONT = "Onest-Bold"
WORDS = ["не", "and", "Kazakhstan", "«Үйге", "ұмытпа»", "75", "%", "да"]


def lines(text: str, count: int, language: str, width: float = 5000) -> tuple[str, ...] | None:
    found = set_lines(text, FONT, 50, width, count, language)
    return found.lines if found else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("people live in Kazakhstan", "en", "people live|in Kazakhstan"),
        (
            "people, or 75% of the population, were reached",
            "en",
            "people, or 75% of the population,|were reached",
        ),
        ("views: Do Not Forget Your Way Home", "en", "views: Do Not Forget|Your Way Home"),
        ("views: All About My Dad", "en", "views:|All About My Dad"),
        ("просмотров: «Всё о моём папе»", "ru", "просмотров:|«Всё о моём папе»"),
        ("қаралым: «Әкем туралы бәрі»", "kk", "қаралым:|«Әкем туралы бәрі»"),
        ("If he hits you, it means he loves you.”", "en", "If he hits you,|it means he loves you.”"),
        ("Source: campaign deck 2022-23 (primary source not found)", "en", None),
    ],
)
def test_two_lines(text: str, language: str, expected: str | None) -> None:
    wanted = expected or "Source: campaign deck 2022-23|(primary source not found)"
    assert lines(text, 2, language) == tuple(wanted.split("|"))


def test_a_title_of_a_film_is_broken_only_where_it_must_be() -> None:
    text = "просмотров: «Не забудь дорогу домой»"
    assert lines(text, 2, "ru") == ("просмотров:", "«Не забудь дорогу домой»")
    narrow = measure("«Не забудь дорогу", FONT, 50)
    assert lines(text, 3, "ru", narrow) == ("просмотров:", "«Не забудь", "дорогу домой»")


def test_no_last_line_of_one_short_word() -> None:
    """By width alone the last line would be "да": the one before gives it a word."""
    text = "Отбасы дәстүрі әрқашан өзіміз да"
    found = lines(text, 2, "kk")
    assert found and len(found[-1].split()) > 1


def test_a_count_that_is_not_possible_is_none() -> None:
    assert lines("Иә", 2, "kk") is None
    assert lines("two words", 2, "en", width=measure("words", FONT, 50) - 1) is None
    assert lines("a\nb", 1, "en") is None
    assert lines(" \n ", 1, "en") is None


def test_lines_that_a_person_broke_stay() -> None:
    assert lines("one\ntwo three", 2, "en") == ("one", "two three")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10))
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str]) -> None:
    text = " ".join(words)
    for count in (1, 2, 3, 4):
        found = lines(text, count, "ru", width=700)
        if found is not None:
            assert len(found) == count and " ".join(found) == text
            assert all(measure(line, FONT, 50) <= 700 for line in found)
