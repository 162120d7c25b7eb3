"""Languages side by side: cues that one lacks, numbers that differ, numbers that are no statistic."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Statistic
from assetkit.checks.captions.figures import check_numbers, check_statistics
from assetkit.checks.captions.languages import check_missing
from assetkit.checks.captions.numerals import find_numbers, says_number
from assetkit.checks.captions.records import FilmCaptions
from assetkit.diagnostics import Place, Severity
from support.captioned import Said, caption_file, codes, film_of

THREE = ("kk", "ru", "en")


def film(kk: list[Said], ru: list[Said], en: list[Said]) -> FilmCaptions:
    return film_of(*(caption_file(name, *said) for name, said in zip(THREE, (kk, ru, en), strict=True)))


def test_a_cue_that_a_language_lacks_is_told_there() -> None:
    both = [(0, 50, "один"), (100, 150, "два"), (200, 250, "три")]
    (item,) = check_missing(film([*both[:1], *both[2:]], both, both))
    assert (item.code, item.severity, item.language) == ("AK460", Severity.WARNING, "kk")
    assert item.place == Place("subtitles/a.kk.srt", 7, 1)
    assert "kk has no cue for one in ru, at 00:00:04:00 of the film: “два”" in item.message
    assert item.remedy == "add the translation before “три”"


def test_a_cue_that_stands_alone_is_told_there() -> None:
    (item,) = check_missing(film([(0, 50, "а"), (100, 150, "б")], [(0, 50, "а")], [(0, 50, "a")]))
    assert (item.language, item.place) == ("kk", Place("subtitles/a.kk.srt", 7, 1))
    assert item.measured == "no cue at this time in ru and en"


def test_a_translation_may_split_and_shift_cues() -> None:
    one, two = [(0, 100, "a")], [(0, 48, "a"), (50, 100, "b")]
    assert codes(check_missing(film(one, two, one))) == []
    assert codes(check_missing(film([(0, 50, "a")], [(37, 87, "a")], [(0, 50, "a")]))) == []
    assert codes(check_missing(film([(0, 50, "a")], [(38, 88, "a")], [(0, 50, "a")]))) != []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "15,000 women", 15000),
        ("ru", "15\u00a0000 женщин", 15000),
        ("kk", "15 мың әйел", 15000),
        ("ru", "2,5 миллиона", 2_500_000),
        ("en", "2.5 million", 2_500_000),
        ("kk", "1,8 млн қаралым", 1_800_000),
        ("ru", "33,3 % женщин", Fraction(333, 10)),
        ("en", "1,234.5 dollars", Fraction(12345, 10)),
        ("en", "in 2023.", 2023),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(language: str, text: str, value: Fraction) -> None:
    assert [number.value for number in find_numbers(text, language)] == [value]


@pytest.mark.parametrize("text", ["at 10:30", "at 8 p.m. sharp", "G7", "none"])
def test_times_and_names_are_no_numbers(text: str) -> None:
    assert find_numbers(text, "en") == []


def test_words_say_numbers_too() -> None:
    assert says_number("Она ждала три года", Fraction(3), "ru")
    assert says_number("Ол үш жыл күтті", Fraction(3), "kk")
    assert not says_number("She waited", Fraction(3), "en")


def test_a_number_that_differs_is_told_once_in_the_language_that_is_alone() -> None:
    (item,) = check_numbers(film([(0, 50, "90 әйел")], [(0, 50, "80 женщин")], [(0, 50, "80 women")]))
    assert (item.code, item.language, item.severity) == ("AK461", "kk", Severity.WARNING)
    assert item.place == Place("subtitles/a.kk.srt", 3, 1)
    assert item.measured == "90 in kk" and "ru “80 женщин”; en “80 women”" in item.required


def test_the_same_number_in_other_clothes_is_no_difference() -> None:
    said = [(0, 50, "15 мың әйел")], [(0, 50, "15 000 женщин")], [(0, 50, "15,000 women")]
    assert codes(check_numbers(film(*said))) == []
    assert codes(check_numbers(film([(0, 50, "3 жыл")], [(0, 50, "три года")], [(0, 50, "three")]))) == []


def statistic(value: int, unit: str = "") -> Statistic:
    words = {"en": "women die from domestic violence each year", "ru": "женщин погибают от насилия"}
    here = Place("assetkit.yaml", 9, 3)
    return Statistic("deaths", Fraction(value), 0, unit, {}, words, {}, "", "2023-01-01", True, True, here)


def test_a_number_beside_the_words_of_a_statistic_must_be_its() -> None:
    film = film_of(caption_file("en", (0, 90, "400 women die at home"), (100, 190, "80 women die here")))
    assert codes(check_statistics(film, [statistic(80)])) == []  # “women” alone does not speak of it
    film = film_of(
        caption_file("en", (0, 90, "400 women die of violence"), (100, 190, "80 of women violence"))
    )
    (item,) = check_statistics(film, [statistic(80)])
    assert (item.code, item.place) == ("AK462", Place("subtitles/a.en.srt", 3, 1))
    assert (item.measured, item.required) == ("400", "80 (assetkit.yaml:9:3)")


def test_small_words_do_not_speak_of_what_a_statistic_counts() -> None:
    views = replace(statistic(1800), wording={"en": "views: Do Not Forget Your Way Home"})
    film = film_of(caption_file("en", (0, 90, "This is your home. There will be 12 of us.")))
    assert codes(check_statistics(film, [views])) == []


def test_a_number_of_another_kind_is_not_compared() -> None:
    film = film_of(caption_file("en", (0, 90, "400 women, violence")))
    assert codes(check_statistics(film, [statistic(80, "%")])) == []
