"""Every number that is said is a record's, in every language's way of writing it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Brand, Campaign, Helpline, Statistic
from assetkit.checks.captions.numerals import find_numbers, find_spoken
from assetkit.checks.captions.records import CaptionFile, FilmCaptions
from assetkit.checks.messages.parity import KnownNumbers, check_cues, check_parity
from assetkit.checks.messages.texts import Said
from assetkit.diagnostics import Place, Severity
from assetkit.recipe.records import Recipe
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange

HERE = Place("recipes/film.yaml", 6, 3)


def statistic(name: str, value: int | str, unit: str = "", bound: str = "") -> Statistic:
    return Statistic(
        name, Fraction(value), 0, unit, {}, {}, {"en": "deck 2022-23"}, "", "2023-12-31", True, True,
        Place("assetkit.yaml", 9, 3), bound=bound,
    )  # fmt: skip


LINE = Helpline("line", "+7 700 111", {}, {}, "page", "2026-10-01", HERE)
CAMPAIGN = Campaign(
    "", "c", {"en": "Ten years"}, ("kk", "ru", "en"), Fraction(25), "2026-11-01", Brand(), {}, {"line": LINE}
)
RECORDS = (
    statistic("deaths", 80, bound="at-least"),
    statistic("views", 1_800_000),
    statistic("dad", 230_000),
    statistic("people", 19_766_807),
    statistic("home", 90, "%"),
    replace(statistic("range", 3000), high=Fraction(5000)),
)
KNOWN = KnownNumbers.of(
    replace(CAMPAIGN, statistics={each.name: each for each in RECORDS}),
    [Recipe("r", "recipes/r.yaml", None, {"en": "12 Angry Men"}, {})],
)


def strangers(text: str, language: str = "en") -> list[str]:
    found = list(check_parity(Said(text, language, "the title", HERE), KNOWN))
    assert all(item.code == "AK486" and item.place == HERE and item.remedy for item in found)
    return [item.measured for item in found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1\u00a0800\u00a0000 просмотров", "ru"),
        ("1 800 000 просмотров", "ru"),
        ("1,800,000 views", "en"),
        ("1.8 million views", "en"),
        ("1.8M views", "en"),
        ("1,8 млн просмотров", "ru"),
        ("1,8 миллиона просмотров", "ru"),
        ("1,8 млн қаралым", "kk"),
        ("1 800 мың қаралым", "kk"),
        ("230 тысяч просмотров", "ru"),
        ("230\u00a0мың қаралым", "kk"),
        ("two hundred and thirty thousand views", "en"),
        ("двести тридцать тысяч просмотров", "ru"),
        ("екі жүз отыз мың қаралым", "kk"),
        ("eighty women", "en"),
        ("восемьдесят женщин", "ru"),
        ("сексен әйел", "kk"),
        ("19.8 million people", "en"),
        ("90% of crimes", "en"),
        ("90 % преступлений", "ru"),
        ("90 процентов преступлений", "ru"),
        ("қылмыстың 90%-ы", "kk"),
        ("9 in 10 crimes", "en"),
        ("from 3,000 to 5,000", "en"),
        ("in 2022 and 2023", "en"),
        ("Call +7 700 111", "en"),
        ("See 12 Angry Men", "en"),
        ("at 10:30", "en"),
        ("two friends", "en"),
        ("", "en"),
    ],
)
def test_numbers_of_records_are_no_strangers(text: str, language: str) -> None:
    assert strangers(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("81 women", "en", ["81"]),
        ("1,900,000 views", "en", ["1,900,000"]),
        ("1,9 млн", "ru", ["1,9 (1,900,000)"]),
        ("20 million people", "en", []),
        ("19.9 million people", "en", ["19.9 (19,900,000)"]),
        ("80% of crimes", "en", ["80%"]),
        ("90 crimes", "en", ["90"]),
        ("8 in 10 crimes", "en", ["8", "10"]),
        ("семьдесят процентов", "ru", ["семьдесят%"]),
        ("жүз елу мың қаралым", "kk", ["жүз елу мың"]),
        ("in 1999", "en", ["1999"]),
        ("Call 112", "en", ["112"]),
        ("80 of 300", "en", ["300"]),
    ],
)
def test_strangers_are_told(text: str, language: str, found: list[str]) -> None:
    assert strangers(text, language) == found


def test_the_nearest_record_is_named() -> None:
    (told,) = check_parity(Said("1,700,000 views", "en", "the super `hook`", HERE), KNOWN)
    assert "views" in told.required and "1,800,000" in told.required and "assetkit.yaml:9:3" in told.required
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "said"),
    [("at least 80 women", []), ("not less than 80", []), ("80 women", []), ("almost 80 women", ["almost"]),
     ("up to 80 women", ["at-most"]), ("Almost nobody knows: 80", [])],
)  # fmt: skip
def test_another_word_before_a_number_is_told(text: str, said: list[str]) -> None:
    assert strangers(text) == said


def test_figures_in_subtitles_are_notes() -> None:
    texts = ("At ten, 12 of us", "There are 500 of them", "90% and 40% of it", "It was 2023")
    cues = tuple(
        FrameCue(FrameRange(at * 50, at * 50 + 40), text, at * 4 + 2) for at, text in enumerate(texts)
    )
    file = CaptionFile("en", "s.srt", cues)
    found = list(check_cues(FilmCaptions("film", Fraction(25), {"en": file}), file, KNOWN))
    assert [(item.measured, item.severity) for item in found] == [
        ("500", Severity.NOTE),
        ("40%", Severity.NOTE),
    ]
    assert found[0].place == Place("s.srt", 6, 1)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("two thousand and fifty", "en", [2050]),
        ("eighty, ninety", "en", [80, 90]),
        ("half of them; second thoughts; a beast of a day", "en", []),
        ("сто двадцать", "ru", [120]),
        ("половина", "ru", []),
        ("онда бесік бар", "kk", []),
        ("он бес", "kk", [15]),
        ("hundred hundred thousand thousand", "en", [100, 100_000]),
        ("", "en", []),
        ("eighty", "de", []),
    ],
)
def test_words_for_numbers(text: str, language: str, values: list[int]) -> None:
    assert [int(number.value) for number in find_spoken(text, language)] == values


def test_the_last_digit_is_known() -> None:
    steps = [(number.value, number.step) for number in find_numbers("1.8 million, 2.50%, 15 000", "en")]
    assert steps == [(1_800_000, 100_000), (Fraction("2.5"), Fraction(1, 100)), (15_000, 1)]
