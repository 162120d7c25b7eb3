"""A cut that a platform will not take is told before anything is rendered."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.checks.kinds import check_kinds
from assetkit.checks.limits import check_limits
from assetkit.diagnostics import Findings, Place
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Limit, Platform
from assetkit.recipe.records import Captions, CardItem, Cut
from assetkit.timeline.records import CardSegment, Timeline

HERE = Place("recipes/film.yaml", 6, 3)


def card(kind: str = "title") -> CardItem:
    return CardItem(kind, None, {}, None, None, HERE)


def cut(*items: CardItem) -> Cut:
    return Cut("teaser", items or (card(),), None, None, (), Captions(), ("mine",), HERE)


def platform(**limits: tuple[str | int | None, str]) -> Platform:
    """Make a platform with these limits: name -> (number, strength)."""
    found = tuple(
        Limit(name, None if value is None else Fraction(value), "", strength, "page", "2026-11-01", "H")
        for name, (value, strength) in limits.items()
    )
    return replace(load_catalogue().platforms["tiktok"], name="mine", title="Mine", limits=found)


def told(frames: int, on: Platform, rate: Fraction = Fraction(25)) -> list[tuple[str, str]]:
    findings = Findings()
    check_limits(cut(), Timeline(rate, (CardSegment(card(), frames, 0),), ()), on, findings)
    assert all(item.place == HERE and item.remedy for item in findings.items)
    return [(item.code, str(item.severity)) for item in findings.items]


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        (74, [("AK309", "error")]),
        (75, []),
        (1500, []),
        (1501, [("AK309", "warning")]),
        (2250, [("AK309", "warning")]),
        (2251, [("AK309", "error")]),
    ],
)
def test_lengths_to_the_frame(frames: int, expected: list[tuple[str, str]]) -> None:
    on = platform(
        shortest_seconds=(3, "rejects"),
        longest_seconds=(90, "rejects"),
        advised_longest_seconds=(60, "advises"),
    )
    assert told(frames, on) == expected


def test_the_words_say_what_is_measured_and_what_is_required() -> None:
    findings = Findings()
    timeline = Timeline(Fraction(25), (CardSegment(card(), 2301, 0),), ())
    check_limits(cut(), timeline, platform(longest_seconds=(90, "rejects")), findings)
    [found] = findings.items
    assert found.message == "the cut teaser is too long for Mine"
    assert found.measured == "92.04 s (2301 frames)"
    assert found.required == "at most 90 s (rejects; page, 2026-11-01)"
    assert found.remedy.startswith("take out 51 frames, here or under `for-platform: {mine: …}`")


def test_a_cut_that_is_short_says_how_many_frames_to_add() -> None:
    findings = Findings()
    timeline = Timeline(Fraction(30000, 1001), (CardSegment(card(), 89, 0),), ())
    check_limits(cut(), timeline, platform(shortest_seconds=(3, "advises")), findings)
    assert findings.items[0].remedy.startswith("add 1 frames")


def test_rates() -> None:
    on = platform(lowest_rate=(23, "rejects"), highest_rate=(30, "advises"))
    assert told(250, on, Fraction(50)) == [("AK313", "warning")]
    assert told(250, on, Fraction(24000, 1001)) == []
    assert told(250, platform(lowest_rate=(25, "rejects")), Fraction(24)) == [("AK313", "error")]


def test_what_was_not_found_is_not_judged() -> None:
    assert told(10**6, platform(longest_seconds=(None, "rejects"))) == []


def test_every_packaged_platform_can_be_judged() -> None:
    for each in load_catalogue().platforms.values():
        assert [code for code, _ in told(375, each) if code != "AK309"] == []


def test_kinds_that_nobody_draws() -> None:
    findings = Findings()
    assert check_kinds(cut(card(), card("end")), findings)
    assert not check_kinds(cut(card("titel")), findings)
    [found] = findings.items
    assert (found.code, found.place, found.remedy) == ("AK426", HERE, "did you mean `title`?")
