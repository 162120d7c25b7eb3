"""Rings, pictograms, bars and timelines as values: words, sizes, and what is drawn from the records."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.checking import check_card
from assetkit.cards.contrast import contrast
from assetkit.cards.kinds import KINDS
from assetkit.cards.kinds.panels import faint
from assetkit.cards.layout import Arc, Bar, Counter, Placed, Polygon
from assetkit.cards.resolve import card_frames, messages, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.recipe.records import CardItem
from support.campaigns import ZONES, card
from support.figures import (
    BARS_CARD,
    FIGURE_CAMPAIGN,
    FIGURE_CARDS,
    PICTOGRAM_CARD,
    RING_CARD,
    TIMELINE_CARD,
    YEARS,
)

RATE = Fraction(25)
LANGUAGES = FIGURE_CAMPAIGN.languages


def resolve(item: CardItem, language: str = "en", shape: str = "9:16", rate: Fraction = RATE) -> CardSpec:
    size, zone = ZONES[shape]
    frames = card_frames(item, FIGURE_CAMPAIGN, rate)
    return resolve_card(item, FIGURE_CAMPAIGN, language, size, zone, frames, rate)


def placed(item: CardItem, language: str = "en", shape: str = "9:16") -> tuple[Placed, ...]:
    return KINDS[item.kind].layout(resolve(item, language, shape)).placed


def bars_of(parts: tuple[Placed, ...]) -> list[Bar]:
    return [part.what for part in parts if isinstance(part.what, Bar)]


@pytest.mark.slow
@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_the_example_cards_fit_every_shape(item: CardItem, shape: str) -> None:
    size, zone = ZONES[shape]
    frames = card_frames(item, FIGURE_CAMPAIGN, RATE)
    found = check_card(item, FIGURE_CAMPAIGN, size, zone, shape, frames, RATE)
    assert {each.code for each in found} == {"AK424", "AK425"}
    assert len({resolve(item, language, shape).type_sizes for language in LANGUAGES}) == 1


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), RATE])
@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_counters_land_on_their_records(item: CardItem, rate: Fraction) -> None:
    spec = resolve(item, "ru", rate=rate)
    assert len(spec.numbers) == spec.hold_from + 1
    final = spec.numbers[-1].split("\n")
    records = [FIGURE_CAMPAIGN.statistics[name] for name in item.statistics]
    signs = ["".join(filter(str.isdigit, text)) for text in final]
    assert signs == [str(record.value) for record in records]
    assert spec.numbers[-2] != spec.numbers[-1]


def test_a_ring_ends_at_its_share() -> None:
    (ring,) = (part.what for part in placed(RING_CARD) if isinstance(part.what, Arc))
    assert ring.shares[-1] == Fraction(3, 4)
    assert list(ring.shares) == sorted(ring.shares)
    assert ring.shares[0] > 0


@pytest.mark.slow
@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["reached", "whole", "at-home"])
def test_what_stands_in_a_ring_keeps_off_it(name: str, language: str, shape: str) -> None:
    parts = placed(card("ring", statistic=name), language, shape)
    (ring,) = (part.what for part in parts if isinstance(part.what, Arc))
    (number,) = (part.what for part in parts if isinstance(part.what, Counter))
    reach = ring.centre[0] - number.x
    assert 0 < reach < ring.inner * Fraction(9, 10)
    assert abs(ring.centre[1] - number.baseline) < ring.inner // 2


def test_three_of_ten_people_take_the_colour_one_after_the_other() -> None:
    parts = [part for part in placed(PICTOGRAM_CARD) if isinstance(part.what, Polygon)]
    turned = [part.turns for part in parts if part.turns]
    assert (len(parts), len(turned)) == (20, 6)  # a head and a body each
    starts = [turn.start for turn in turned if turn]
    assert starts == sorted(starts)
    assert len(set(starts)) == 3
    landing = resolve(PICTOGRAM_CARD).hold_from
    assert max(turn.start + turn.frames - 1 for turn in turned if turn) == landing


def test_bars_have_a_common_zero_and_lengths_of_their_values() -> None:
    for language in LANGUAGES:
        bars = bars_of(placed(BARS_CARD, language))[1:]
        values = [FIGURE_CAMPAIGN.statistics[name].value for name in BARS_CARD.compared]
        assert len({bar.box.x for bar in bars}) == 1
        lengths = [round(value / values[0] * bars[0].box.width) for value in values]
        assert [bar.box.width for bar in bars] == lengths
        assert [bar.colour == "#EC008C" for bar in bars] == [True, False, False, False]


def test_what_the_recipe_names_stands_out() -> None:
    bars = bars_of(placed(replace(BARS_CARD, statistic="dad")))[1:]
    assert [bar.colour == "#EC008C" for bar in bars] == [False, False, False, True]


def test_a_bar_without_a_label_takes_the_wording_and_says_the_qualifier() -> None:
    item = replace(BARS_CARD, compared=("dinner", "reach"))
    spec = resolve(item)
    assert spec.text("label-1").replace("\n", " ") == "people were reached by the campaign (Almost)"


def test_columns_are_as_high_as_their_values() -> None:
    columns = bars_of(placed(TIMELINE_CARD))[1:-1]
    highest = columns[-1].box.height
    assert [bar.box.height for bar in columns] == [round(Fraction(v, 80) * highest) for _, v in YEARS]
    assert len({bar.box.bottom for bar in columns}) == 1


def test_many_years_show_only_the_ends() -> None:
    record = FIGURE_CAMPAIGN.statistics["by-year"]
    years = tuple((2012 + n, Fraction(69 + n)) for n in range(12))
    campaign = replace(
        FIGURE_CAMPAIGN, statistics={"by-year": replace(record, years=years)}, languages=("en",)
    )
    size, zone = ZONES["9:16"]
    spec = resolve_card(TIMELINE_CARD, campaign, "en", size, zone, 200, RATE)
    assert (spec.text("years"), spec.text("values")) == ("2012\n2023", "69\n80")
    assert len(bars_of(KINDS["timeline"].layout(spec).placed)) == 1 + 12 + 1


def test_all_that_a_card_says_is_read() -> None:
    said = messages(BARS_CARD, FIGURE_CAMPAIGN)["en"]
    assert said[:3] == ("Four films, seen by millions", "The Dinner", "4,500,000")
    assert len(said) == 9
    assert messages(TIMELINE_CARD, FIGURE_CAMPAIGN)["en"][-1] == "55\n72\n64\n77\n80"


def test_the_book_tells_comparisons_apart() -> None:
    book, (size, zone) = CardBook(FIGURE_CAMPAIGN), ZONES["9:16"]
    one = book.resolve(BARS_CARD, "kk", size, zone, 150, RATE)
    other = book.resolve(replace(BARS_CARD, compared=("dad", "dress")), "kk", size, zone, 150, RATE)
    assert one != other
    assert len(book.check(BARS_CARD, size, zone, 150, RATE)) > 2  # each of its statistics is unreviewed


@pytest.mark.parametrize(
    ("ground", "type_"), [("#111111", "#FFFFFF"), ("#FFFFFF", "#111111"), ("#EC008C", "#FFFFFF")]
)
def test_what_is_compared_with_is_seen_on_any_ground(ground: str, type_: str) -> None:
    spec = replace(resolve(RING_CARD), background=ground, foreground=type_)
    assert min(3.0, contrast(type_, ground)) <= contrast(faint(spec), ground) < contrast(type_, ground)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#EC008C", "#FFFFFF") == pytest.approx(4.25, abs=0.01)


@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_a_card_too_short_for_its_motion_shows_all_at_once(item: CardItem) -> None:
    size, zone = ZONES["1:1"]
    spec = resolve_card(item, FIGURE_CAMPAIGN, "en", size, zone, 20, RATE)
    assert (spec.hold_from, spec.numbers) == (0, ())
    layout = KINDS[item.kind].layout(spec)
    assert all(part.enters.start == part.enters.frames == 0 for part in layout.placed)
    assert not any(part.turns for part in layout.placed)
