"""What many places show is told once, at its record; why posts are drafts is told once for all of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assetkit.cli.folding import fold_records, part_lists
from assetkit.cli.reasons import codes_of, shared_codes, sum_up_reasons
from assetkit.diagnostics import Diagnostic, Findings, Place, Severity
from support.studio import assetkit

EXAMPLE = Path(__file__).parents[2]

RECORD = Place("assetkit.yaml", 20, 3)


def told(place: Place, name: str = "deaths", about: Place | None = RECORD) -> Diagnostic:
    found = Findings()
    found.draft("AK424", f"{name} has not been read", place, about=about, remedy="have it read")
    return found.items[0]


def test_a_record_is_told_once_with_where_it_is_shown() -> None:
    places = [Place("recipes/a.yaml", 5), Place("recipes/a.yaml", 9), Place("recipes/b.yaml", 1)]
    copy = Place("assetkit.yaml", 90)
    (found,) = fold_records(told(place) for place in (*places, copy))
    assert found.place == RECORD
    assert found.message == "deaths has not been read; shown in 2 recipes, 1 copy"
    (alone,) = fold_records([told(places[0])])
    assert alone.message.endswith("; shown at recipes/a.yaml:5:0")
    (itself,) = fold_records([told(RECORD)])
    assert itself == told(RECORD)


def test_what_is_about_no_record_or_differs_stays_apart() -> None:
    one, other = Place("recipes/a.yaml", 5), Place("recipes/b.yaml", 1)
    free = [told(one, about=None), told(other, about=None)]
    assert fold_records(free) == free
    by_weight = [told(one), replace(told(other), severity=Severity.ERROR)]
    assert len(fold_records(by_weight)) == 2
    assert len(fold_records([told(one), told(one, "reports")])) == 2


def test_records_that_lack_the_same_are_a_list_and_few_are_told_in_full() -> None:
    records = [told(Place("assetkit.yaml", line), f"n{line}", RECORD) for line in (30, 20, 10)]
    warning = Diagnostic("AK100", Severity.WARNING, "wrong", Place("recipes/a.yaml", 1))
    lists, others = part_lists([records[0], warning, *records[1:]])
    assert [[item.place.line for item in found if item.place] for found in lists] == [[10, 20, 30]]
    assert others == [warning]
    assert part_lists([*records[:2], warning]) == ([], [*records[:2], warning])


def test_reasons_of_all_posts_are_told_once() -> None:
    posts = [("AK404", "AK810"), ("AK404",), ("AK404", "AK810"), (), ("AK404",)]
    assert shared_codes(posts) == ("AK404",)
    assert shared_codes(posts[:4]) == ()
    assert sum_up_reasons(posts).startswith("reasons in 4 posts: AK404 (all), AK810 (2); ")
    assert sum_up_reasons([(), ()]) == ""
    assert codes_of(["AK404: one", "AK404: two", "AK810: three"]) == ("AK404", "AK810")


@pytest.mark.slow
def test_the_example_is_told_on_a_screen_or_two_and_hides_no_place() -> None:
    run = assetkit("check", "--root", EXAMPLE, "-r", "reach-in-numbers")
    found = json.loads(assetkit("check", "--root", EXAMPLE, "-r", "reach-in-numbers", "--json").out)
    # Without the stand-ins that `make demo` draws, the tune is missing, which is no draft.
    drafts = [item for item in found["findings"] if item["severity"] == "draft"]
    records = {(item["code"], item["message"]) for item in drafts}
    heads = [line for line in run.err.splitlines() if ": draft: " in line]
    assert len(heads) == len(records) < len(drafts)
    assert all(line.startswith("assetkit.yaml:") for line in heads)
    assert run.err.count("remedy:") < 8
    full = assetkit("check", "--root", EXAMPLE, "-r", "reach-in-numbers", "--verbose")
    assert full.err.count(": draft: ") == len(drafts)
