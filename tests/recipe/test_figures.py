"""Which numbers can be drawn, and what is said where they cannot."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.diagnostics import Findings
from assetkit.recipe.figures import missing_years, people_of
from assetkit.recipe.records import CardItem
from assetkit.recipe.workspace import load_workspace
from support.workspaces import CAMPAIGN, catalogue, write_workspace

_RECORD = """\
  {name}:
    {value}
    wording: {{en: words, ru: слова, kk: сөздер}}
    source: {{en: deck, ru: презентация, kk: презентация}}
    as_of: 2023-01-01
"""
_VALUES = {
    "half": "value: 50\n    unit: '%'",
    "much": "value: 133\n    unit: '%'",
    "odd": "value: 37.4\n    unit: '%'",
    "between": "range: [20, 30]\n    unit: '%'",
    "loss": "value: -4",
    "none": "value: 0",
    "nothing": "value: 0",
    "rising": "value: 80\n    years: {2021: 60, 2022: 70, 2023: 80}",
    "gap": "value: 80\n    years: {2020: 50, 2021: 60, 2023: 80}",
    "single": "value: 80\n    years: {2023: 80}",
    "other": "value: 79\n    years: {2022: 70, 2023: 80}",
    "below": "value: 8\n    years: {2022: -7, 2023: 8}",
}
_TITLE = "title: {en: Words, ru: Слова, kk: Сөздер}"


def resolve(root: Path, item: str) -> tuple[list[CardItem], list[str]]:
    """Give the cards of a cut with this item, and the problems as "line code measured"."""
    records = "".join(_RECORD.format(name=name, value=value) for name, value in _VALUES.items())
    campaign = CAMPAIGN.replace("helplines:\n", f"{records}helplines:\n")
    recipe = f"assetkit: 1\n{_TITLE}\ncuts:\n  one:\n    platforms: [x]\n    sequence:\n      - {item}\n"
    findings = Findings()
    workspace = load_workspace(write_workspace(root, {"one.yaml": recipe}, campaign), catalogue(), findings)
    problems = [f"{found.place} {found.code} {found.measured}".rstrip() for found in findings.items]
    if workspace is None or "one" not in workspace.recipes:
        return [], problems
    cards = workspace.recipes["one"].cuts["one"].sequence
    return [card for card in cards if isinstance(card, CardItem)], problems


def drawn(name: str, kind: str) -> str:
    return f"statistic: {name}\n        as: {kind}"


@pytest.mark.parametrize("kind", ["ring", "pictogram"])
def test_a_percentage_is_drawn(tmp_path: Path, kind: str) -> None:
    (card,), problems = resolve(tmp_path, drawn("half", kind))
    assert problems == []
    assert (card.kind, card.statistics) == (kind, ("half",))


def test_values_by_year_are_drawn(tmp_path: Path) -> None:
    (card,), problems = resolve(tmp_path, drawn("rising", "timeline"))
    assert (problems, card.kind) == ([], "timeline")


def test_statistics_are_compared(tmp_path: Path) -> None:
    item = f"bars: [rising, deaths-per-year, none]\n        {_TITLE}\n        accent: none"
    (card,), problems = resolve(tmp_path, item)
    assert problems == []
    assert (card.kind, card.statistic, card.compared) == (
        "bars",
        "none",
        ("rising", "deaths-per-year", "none"),
    )
    assert card.texts["title"]["ru"] == "Слова"


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (drawn("rising", "ring"), "8:13 AK600 80"),
        (drawn("between", "pictogram"), "8:13 AK600 20 to 30%"),
        (drawn("much", "ring"), "8:13 AK601 133%"),
        (drawn("odd", "pictogram"), "8:13 AK602 37.4%"),
        (drawn("half", "timeline"), "8:13 AK605 no `years:`"),
        (drawn("single", "timeline"), "8:13 AK605 1 values by year"),
        (drawn("gap", "timeline"), "8:13 AK605 2020, 2021, 2023; without 2022"),
        (drawn("other", "timeline"), "8:13 AK606 79, and 80 for 2023"),
        (drawn("below", "timeline"), "8:13 AK606 -7"),
        (drawn("half", "bars"), "8:13 AK204"),
        ("ring: half", "7:9 AK216"),
        (f"bars: [half]\n        {_TITLE}", "7:15 AK603 1"),
        (f"bars: [half, half]\n        {_TITLE}", "7:22 AK603"),
        (f"bars: [half, much]\n        {_TITLE}\n        accent: odd", "9:17 AK603"),
        (f"bars: [half, rising]\n        {_TITLE}", "7:22 AK604 80"),
        (f"bars: [rising, loss]\n        {_TITLE}", "7:24 AK604 -4"),
        (f"bars: [none, nothing]\n        {_TITLE}", "7:15 AK604"),
        (f"bars: [rising, unknown]\n        {_TITLE}", "7:24 AK222"),
        ("bars: [rising, none]", "7:9 AK202"),
    ],
)
def test_what_cannot_be_drawn_is_refused(tmp_path: Path, item: str, problem: str) -> None:
    assert resolve(tmp_path, item)[1] == [f"recipes/one.yaml:{problem}"]


def test_a_year_is_written_with_four_digits(tmp_path: Path) -> None:
    campaign = CAMPAIGN.replace("    value: 80\n", "    value: 80\n    years: {last: 70, 2023: 80}\n")
    findings = Findings()
    load_workspace(write_workspace(tmp_path, {}, campaign), catalogue(), findings)
    assert [f"{found.place} {found.code}" for found in findings.items][:1] == ["assetkit.yaml:13:13 AK605"]


@pytest.mark.parametrize(
    ("percent", "decimals", "people"),
    [
        ("30", 0, (3, 10)),
        ("75", 0, (3, 4)),
        ("33", 0, (1, 3)),
        ("33.3", 1, (1, 3)),
        ("67", 0, (2, 3)),
        ("5", 0, (1, 20)),
        ("0", 0, (0, 10)),
        ("100", 0, (10, 10)),
        ("37.4", 1, None),
        ("1", 0, None),
        ("101", 0, None),
        ("-10", 0, None),
    ],
)
def test_a_percentage_is_so_many_people(percent: str, decimals: int, people: tuple[int, int] | None) -> None:
    assert people_of(Fraction(percent), decimals) == people


@given(st.integers(0, 1000), st.integers(0, 1))
def test_people_are_the_percentage_that_is_shown(tenths: int, decimals: int) -> None:
    percent = Fraction(tenths, 10) if decimals else Fraction(tenths // 10)
    people = people_of(percent, decimals)
    if people:
        shown = Fraction(100 * people[0], people[1])
        assert abs(shown - percent) < Fraction(1, 2 * 10**decimals)


def test_years_have_equal_steps() -> None:
    assert missing_years((2020, 2021, 2022)) == ()
    assert missing_years((2015, 2017, 2019)) == ()
    assert missing_years((2015, 2016, 2019)) == (2017, 2018)
    assert missing_years(()) == ()


@pytest.mark.parametrize(
    ("item", "form"),
    [
        ("{statistic: none, number: compact}", "compact"),
        ("{statistic: none}", ""),
        ("{bars: [none, rising], number: full, title: {en: a, ru: b, kk: c}}", "full"),
    ],
)
def test_a_card_says_how_its_number_is_written(tmp_path: Path, item: str, form: str) -> None:
    cards, problems = resolve(tmp_path, item)
    assert ([card.number for card in cards], problems) == ([form], [])
