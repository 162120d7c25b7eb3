"""Statistics as records: ratios, ranges, bounds, plural forms, and what contradicts what."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.bounds import BOUNDS, Interval, bound_in_words, interval_of, load_bounds
from assetkit.campaign.plurals import plural_categories, plural_category
from assetkit.campaign.ratios import round_as
from assetkit.campaign.read import CampaignReading, read_campaign
from assetkit.diagnostics import Findings
from support.workspaces import CAMPAIGN

EXAMPLES = 300 if os.environ.get("ASSETKIT_EXAMPLES") else 40
REST = """\
    wording: {en: people, ru: человек, kk: адам}
    source: {en: deck, ru: дек, kk: дек}
    as_of: 2023-01-01
"""


def record(name: str, lines: str, rest: str = REST) -> str:
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in lines.splitlines()) + rest


def read(root: Path, *records: str) -> tuple[CampaignReading, list[str]]:
    text = CAMPAIGN.replace("helplines:\n", "".join(records) + "helplines:\n")
    (root / "assetkit.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    reading = read_campaign(root, findings)
    return reading, [f"{item.code} {item.message}" for item in findings.items]


PEOPLE = record("people", "value: 19766807")
MEN = record("men", "value: 9647701")
REACH = record(
    "reach",
    "value: 15000000\nbound: almost\nqualifier: {en: almost, ru: почти, kk: барлығы}",
    REST.replace("адам", "адамға жуық"),
)


@pytest.mark.parametrize(
    ("lines", "value", "decimals"),
    [
        ("ratio: [men, people]\nunit: '%'", "49", 0),
        ("ratio: [men, people]\nunit: '%'\ndecimals: 1", "48.8", 1),
        ("ratio: [men, people]\nunit: '%'\nrounding: down", "48", 0),
        ("ratio: [people, men]\ndecimals: 2\nrounding: up", "2.05", 2),
        ("value: 48.8\nratio: [men, people]\nunit: '%'", "48.8", 1),
    ],
)
def test_a_ratio_is_computed(tmp_path: Path, lines: str, value: str, decimals: int) -> None:
    # Before the records that it is made of, because the order in the file means nothing.
    reading, problems = read(tmp_path, record("share", lines).replace("share", "part"), PEOPLE, MEN)
    assert problems == []
    assert reading.campaign
    found = reading.campaign.statistics["part"]
    assert (found.value, found.decimals) == (Fraction(value), decimals)
    assert found.computed is ("value" not in lines)


def test_almost_fifteen_million_and_three_quarters_agree(tmp_path: Path) -> None:
    share = record("part", "value: 75\nratio: [reach, people]\nunit: '%'")
    assert read(tmp_path, PEOPLE, REACH, share)[1] == []


@pytest.mark.parametrize("value", ["71", "77"])
def test_a_value_that_cannot_be_the_ratio_is_told(tmp_path: Path, value: str) -> None:
    share = record("part", f"value: {value}\nratio: [reach, people]\nunit: '%'")
    reading, problems = read(tmp_path, PEOPLE, REACH, share)
    assert problems == ["AK481 `part` is not `reach` by `people`"]
    assert reading.campaign and "part" not in reading.campaign.statistics


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ((record("a", "ratio: [b, men]"), MEN), "AK480 the campaign has no statistic `b`"),
        ((record("a", "ratio: [a, men]"), MEN), "AK480 ratios are made of each other: a → a"),
        (
            (record("a", "ratio: [b, men]"), record("b", "ratio: [men, a]"), MEN),
            "AK480 ratios are made of each other: a → b → a",
        ),
        (
            (record("none", "value: 0"), record("a", "ratio: [men, none]"), MEN),
            "AK480 `none` is not above 0, so nothing can be a share of it",
        ),
        ((record("a", "unit: '%'"),), "AK202 the statistic `a` has no number"),
        ((record("a", "range: [5, 3]"),), "AK483 the range does not rise"),
        ((record("a", "range: [3, 5]\nvalue: 4"),), "AK483 a number is a range or a value, not both"),
        ((record("a", "range: [3]"),), "AK203 this must have at least 2 entries"),
        (
            (record("a", "value: 4\nqualifier: {en: almost, ru: более, kk: шамамен}"),),
            "AK482 the qualifier of `a` says more-than in ru, not about",
        ),
        (
            (record("a", "value: 4\nbound: at-least"),),
            "AK482 no word of `a` says at-least",
        ),
        (
            (record("a", "value: 4", REST.replace("ru: человек", "ru: {one: человек, two: человека}")),),
            "AK484 ru has no plural form `two`",
        ),
        (
            (record("a", "value: 4", REST.replace("ru: человек", "ru: {one: человек}")),),
            "AK484 the wording lacks the form `few` in ru, which the number takes",
        ),
    ],
)
def test_what_contradicts_itself_is_told(tmp_path: Path, records: tuple[str, ...], said: str) -> None:
    reading, problems = read(tmp_path, *records)
    assert said in problems
    assert reading.campaign and "a" not in reading.campaign.statistics


def test_a_range_has_both_ends(tmp_path: Path) -> None:
    reading, problems = read(tmp_path, record("part", "range: [3000, 5000.5]"))
    assert problems == []
    assert reading.campaign
    found = reading.campaign.statistics["part"]
    assert (found.value, found.high) == (Fraction(3000), Fraction("5000.5"))
    assert found.decimals == 1


def test_where_and_when_it_was_counted_is_kept(tmp_path: Path) -> None:
    lines = (
        "value: 4\nplace: {en: Almaty, ru: Алматы, kk: Алматы}\nvalid_until: 2027-01-01\n"
        "population: {en: women, ru: женщины, kk: әйелдер}\nperiod: {en: '2023', ru: '2023', kk: '2023'}"
    )
    reading, problems = read(tmp_path, record("part", lines))
    assert problems == []
    assert reading.campaign
    found = reading.campaign.statistics["part"]
    assert (found.area["kk"], found.population["en"], found.period["ru"]) == ("Алматы", "women", "2023")
    assert found.valid_until == "2027-01-01"


@pytest.mark.parametrize(
    ("value", "words"),
    [("1", "дом"), ("21", "дом"), ("3", "дома"), ("11", "домов"), ("80", "домов"), ("1.5", "дому")],
)
def test_the_wording_takes_the_form_of_its_number(tmp_path: Path, value: str, words: str) -> None:
    forms = "{one: дом, few: дома, many: домов, other: дому}"
    reading, problems = read(
        tmp_path, record("part", f"value: {value}", REST.replace("ru: человек", f"ru: {forms}"))
    )
    assert problems == []
    assert reading.campaign and reading.campaign.statistics["part"].wording["ru"] == words


def test_plural_forms_are_those_of_the_language() -> None:
    assert plural_categories("kk") == ("one", "other")
    assert plural_categories("ru") == ("one", "few", "many", "other")
    assert plural_categories("xx") == ("other",)
    assert plural_category(Fraction(1), 0, "en") == "one"
    assert plural_category(Fraction(1), 1, "en") == "other", "1.0 is not one"


def test_every_bound_is_known_and_its_words_say_it() -> None:
    assert tuple(load_bounds()) == BOUNDS
    for bound in load_bounds().values():
        for language, words in bound.words.items():
            for word in words:
                assert bound_in_words(f"x {word.capitalize()} y", language) == bound.name, word


NUMBERS = st.fractions(min_value=1, max_value=10**6, max_denominator=100)


@given(NUMBERS, NUMBERS, st.integers(0, 4), st.sampled_from(["nearest", "down", "up"]))
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_rounded_ratio_agrees_with_its_parts(
    part: Fraction, whole: Fraction, decimals: int, rounding: str
) -> None:
    step = Fraction(1, 10**decimals)
    rounded = round_as(part / whole, decimals, rounding)
    assert abs(rounded - part / whole) < step
    assert (rounded / step).denominator == 1
    if rounding == "nearest":
        shown = interval_of(rounded, None, "", step)
        assert shown.meets(Interval(part / whole, part / whole))


@given(NUMBERS, st.sampled_from(BOUNDS))
@settings(max_examples=EXAMPLES, deadline=None)
def test_bounds_hold_on_the_side_that_they_name(value: Fraction, bound: str) -> None:
    found = interval_of(value, None, bound, Fraction(0))
    little, lot = value * Fraction(9, 10), value * Fraction(11, 10)
    allows = {
        "at-least": (False, True),
        "more-than": (False, True),
        "at-most": (True, False),
        "less-than": (True, False),
        "almost": (False, False),
        "about": (False, False),
    }[bound]
    assert (found.meets(Interval(little, little)), found.meets(Interval(lot, lot))) == allows
