"""Quotes, phrases, content warnings, partners and milestones as values: words, sizes, times and places."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from assetkit.cards.checking import check_card
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Bar, Line, Placed
from assetkit.cards.quoting import close_quote, opening_mark
from assetkit.cards.reading import reading_frames
from assetkit.cards.resolve import card_frames, resolve_card, timing_of
from assetkit.cards.spec import CardSpec
from assetkit.recipe.records import CardItem
from support.campaigns import (
    CAMPAIGN,
    MILESTONE_CARD,
    PARTNERS_CARD,
    PHRASES_CARD,
    QUOTE_CARD,
    WARNING_CARD,
    WORD_CARDS,
    ZONES,
)
from support.people import QUOTES

RATE = Fraction(25)


def resolve(item: CardItem, language: str = "en", shape: str = "9:16", rate: Fraction = RATE) -> CardSpec:
    size, zone = ZONES[shape]
    return resolve_card(item, CAMPAIGN, language, size, zone, card_frames(item, CAMPAIGN, rate), rate)


def placed(item: CardItem, language: str = "en", shape: str = "9:16") -> tuple[Placed, ...]:
    spec = resolve(item, language, shape)
    return KINDS[item.kind].layout(spec).placed


def lines_of(parts: tuple[Placed, ...]) -> list[Line]:
    return [part.what for part in parts if isinstance(part.what, Line)]


@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("item", WORD_CARDS, ids=lambda item: item.kind)
def test_the_example_cards_fit_every_shape(item: CardItem, shape: str) -> None:
    size, zone = ZONES[shape]
    found = check_card(item, CAMPAIGN, size, zone, shape, card_frames(item, CAMPAIGN, RATE), RATE)
    assert {each.code for each in found} <= {"AK424", "AK425"}
    assert len({resolve(item, language, shape).type_sizes for language in CAMPAIGN.languages}) == 1


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("en", "Strength is care.", "“Strength is care.”"),
        ("en", "“Strength is care.”", "“Strength is care.”"),
        ("ru", "Сила – это забота.", "«Сила – это забота»."),
        ("ru", '"Сила – это забота!"', "«Сила – это забота!»"),
        ("kk", "Күш – қамқорлық…", "«Күш – қамқорлық…»"),
        ("kk", "Күш...", "«Күш...»"),
        ("en", "“One,” he said, “two.”", "““One,” he said, “two.””"),
        ("de", "Kraft.", "“Kraft.”"),
        ("en", "", "“”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, written: str, shown: str) -> None:
    assert opening_mark(language) + close_quote(written, language) == shown


@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("language", CAMPAIGN.languages)
def test_the_opening_mark_hangs_left_of_one_column(language: str, shape: str) -> None:
    spec = resolve(QUOTE_CARD, language, shape)
    mark, *rest = lines_of(KINDS["quote"].layout(spec).placed)
    assert (mark.text, mark.x, mark.colour) == (opening_mark(language), spec.zone.x, spec.accent)
    assert rest[0].baseline == mark.baseline
    (column,) = {line.x for line in rest}
    assert mark.em // 4 < column - mark.x < mark.em


def test_who_gave_no_name_is_said_to_be_anonymous_and_a_name_is_shown() -> None:
    assert resolve(QUOTE_CARD).text("speaker") == "Anonymous"
    named = resolve(replace(QUOTE_CARD, quote="short"))
    assert (named.text("speaker"), named.text("source")) == ("A. Example", "")
    assert resolve(QUOTE_CARD).text("source") == "Source: campaign deck"


def test_a_short_quote_is_larger_than_a_long_one() -> None:
    assert resolve(replace(QUOTE_CARD, quote="short")).em("text") > resolve(QUOTE_CARD).em("text") + 10


def test_a_quote_that_cannot_be_set_says_what_width_is_left_beside_its_mark() -> None:
    endless = replace(QUOTES["short"], text=dict.fromkeys(CAMPAIGN.languages, "Күш" * 20))
    campaign, (size, zone) = replace(CAMPAIGN, quotes={"anonymous": endless}), ZONES["9:16"]
    found = check_card(QUOTE_CARD, campaign, size, zone, "9:16", 500, RATE)
    assert [item.code for item in found] == ["AK420"] * 3
    assert all("text of the quote card" in item.message for item in found)
    assert {item.required for item in found} < {f"at most {width} px" for width in range(600, 660)}


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), Fraction(25), Fraction(50)])
def test_every_phrase_is_read_before_the_next_one_comes(rate: Fraction) -> None:
    spec = resolve(PHRASES_CARD, rate=rate)
    starts = sorted({part.enters.start for part in KINDS["phrases"].layout(spec).placed})
    beats = {after - before for before, after in pairwise(starts)}
    assert len(starts) == 4
    assert max(beats) - min(beats) <= 1
    for language in CAMPAIGN.languages:
        words = [PHRASES_CARD.texts[field][language] for field in ("title", "line-1", "line-2", "line-3")]
        assert min(beats) >= max(reading_frames((text,), rate) for text in words[:-1])
        assert spec.hold_until - spec.hold_from >= reading_frames(words[-1:], rate)
    assert starts[-1] + KINDS["phrases"].landing(rate) == spec.hold_from


def test_phrases_but_the_last_stand_back_when_the_next_one_comes() -> None:
    spec = resolve(PHRASES_CARD)
    parts = KINDS["phrases"].layout(spec).placed
    starts = sorted({part.enters.start for part in parts})
    for part in parts:
        index = starts.index(part.enters.start)
        if index in (0, 3):
            assert part.turns is None
        else:
            assert part.turns is not None
            assert part.turns.start == starts[index + 1]


def test_phrases_too_short_for_their_rhythm_stand_at_once_and_are_told() -> None:
    (size, zone), enough = ZONES["9:16"], card_frames(PHRASES_CARD, CAMPAIGN, RATE)
    assert check_card(PHRASES_CARD, CAMPAIGN, size, zone, "9:16", enough, RATE) == []
    (found,) = check_card(PHRASES_CARD, CAMPAIGN, size, zone, "9:16", enough - 1, RATE)
    assert (found.code, f"at least {enough}f" in found.remedy) == ("AK423", True)
    spec = resolve_card(PHRASES_CARD, CAMPAIGN, "en", size, zone, 50, RATE)
    assert (spec.moves, {part.turns for part in KINDS["phrases"].layout(spec).placed}) == (False, {None})


def test_phrases_have_one_size_whichever_is_the_longest() -> None:
    texts = {**PHRASES_CARD.texts, "line-2": dict.fromkeys(CAMPAIGN.languages, "much longer words " * 4)}
    spec = resolve(replace(PHRASES_CARD, texts=texts))
    assert len({spec.em(f"line-{number}") for number in (1, 2, 3)}) == 1


def test_a_content_warning_stands_for_two_seconds_at_the_least() -> None:
    item = replace(
        WARNING_CARD, helpline=None, texts={"title": dict.fromkeys(CAMPAIGN.languages, "Violence")}
    )
    frames = card_frames(item, CAMPAIGN, RATE)
    timing = timing_of(KINDS["content-warning"], frames, RATE)
    assert timing.hold_until - timing.hold_from == 50
    (size, zone) = ZONES["1:1"]
    (found,) = check_card(item, CAMPAIGN, size, zone, "1:1", frames - 1, RATE)
    assert (found.code, found.required) == ("AK423", "at least 2.0 s")


def test_a_content_warning_is_calm() -> None:
    spec = resolve(WARNING_CARD)
    parts = KINDS["content-warning"].layout(spec).placed
    assert {(part.enters.start, part.enters.rise, part.enters.grows) for part in parts} == {(0, 0, False)}
    assert spec.accent not in {part.what.colour for part in parts if isinstance(part.what, Line | Bar)}
    assert spec.text("help-number") == "111"
    own = replace(WARNING_CARD, texts={**WARNING_CARD.texts, "label": {"en": "Before you watch"}})
    assert [resolve(item).text("label") for item in (WARNING_CARD, own)] == [
        "Content warning",
        "Before you watch",
    ]


@pytest.mark.parametrize(
    ("count", "shape", "rows"),
    [
        (1, "9:16", [1]),
        (2, "9:16", [1, 1]),
        (2, "16:9", [2]),
        (3, "16:9", [3]),
        (4, "9:16", [2, 2]),
        (4, "16:9", [2, 2]),
        (5, "1:1", [2, 2, 1]),
        (5, "16:9", [3, 2]),
    ],
)
def test_partners_stand_in_even_rows(count: int, shape: str, rows: list[int]) -> None:
    item = replace(PARTNERS_CARD, partners=tuple(CAMPAIGN.partners)[:count])
    rules = [
        part.what.box
        for part in placed(item, shape=shape)
        if isinstance(part.what, Bar) and part.what.box.height < 5
    ]
    tops = sorted({box.y for box in rules})
    assert [sum(1 for box in rules if box.y == top) for top in tops] == rows
    assert len({box.width for box in rules}) == 1


def test_a_short_name_stands_in_the_middle_of_a_row_beside_a_long_one() -> None:
    names = lines_of(placed(PARTNERS_CARD))[1:]
    by_text = {line.text: line.baseline for line in names}
    upper, lower = sorted(line.baseline for line in names if line.text not in ("ABCDE", "Olo", "KTK"))
    assert by_text["ABCDE"] == by_text["Olo"]
    assert abs(by_text["KTK"] - (upper + lower) / 2) <= 1
    assert len({line.em for line in names}) == 1


def test_the_line_of_a_milestone_runs_out_when_its_number_is_reached() -> None:
    spec = resolve(MILESTONE_CARD, "ru")
    parts = KINDS["milestone"].layout(spec).placed
    (line,) = [part for part in parts if isinstance(part.what, Bar) and part.what.colour == spec.accent]
    assert (line.enters.grows, line.enters.frames) == (True, len(spec.numbers))
    assert isinstance(line.what, Bar)
    assert line.what.box.width == spec.zone.width
    assert spec.numbers[-1] == "4\u00a0500\u00a0000"
    assert spec.hold_from == len(spec.numbers) - 1
