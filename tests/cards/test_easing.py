"""Named curves: against a reference by another way, and what they do to a card."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.brand_parts import Grid, Motion, TypeScale, load_brand_data, motion_of
from assetkit.campaign.records import Campaign
from assetkit.cards.easing import bezier
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Counter
from assetkit.cards.motion import ENTER, beat_of, ease_in, ease_out, frames_of
from assetkit.cards.resolve import card_frames, readings, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.engine.card_examples import example_card
from assetkit.plan.identity import digest_record
from assetkit.recipe.records import CardItem
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, TITLE_CARD, WORD_CARDS, ZONES
from support.figures import BARS_CARD, FIGURE_CAMPAIGN, FIGURE_CARDS

RATE = Fraction(25)
CURVES = ("standard", "emphasized", "expressive")


def moved(campaign: Campaign, motion: Motion) -> Campaign:
    return replace(campaign, brand=replace(campaign.brand, motion=motion))


def spec_of(item: CardItem, campaign: Campaign, shape: str = "9:16") -> CardSpec:
    size, zone = ZONES[shape]
    frames = card_frames(item, campaign, RATE)
    return resolve_card(item, campaign, "ru", size, zone, frames, RATE)


def reference(points: tuple[float, ...], done: float) -> float:
    """Walk along the curve in small steps, as far as its time has come."""
    x1, y1, x2, y2 = points

    def at(first: float, second: float, t: float) -> float:
        return 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3

    t = next(step / 20000 for step in range(20001) if at(x1, x2, step / 20000) >= done)
    return at(y1, y2, t)


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("way", ["enter", "leave"])
def test_a_curve_is_the_bezier_that_its_points_say(name: str, way: str) -> None:
    curve = getattr(motion_of("plain", name, False), way)
    assert [str(each) for each in curve] == [
        str(Fraction(each)) for each in load_brand_data()["curves"][name][way]
    ]
    points = tuple(map(float, curve))
    values = [bezier(curve, Fraction(step, 11)) for step in range(12)]
    assert [values[0], values[-1]] == [Fraction(0), Fraction(1)]
    assert values == sorted(values)
    for step in (1, 4, 10):
        assert float(values[step]) == pytest.approx(reference(points, step / 11), abs=0.002)


def test_the_house_ease_is_unchanged_by_curves() -> None:
    assert ease_out(4, 10) == 1 - Fraction(6, 10) ** 3
    assert ease_in(4, 10) == Fraction(4, 10) ** 2
    emphasized = motion_of("plain", "emphasized", False)
    assert ease_out(4, 10, emphasized.enter) > ease_out(4, 10)
    assert ease_out(10, 10, emphasized.enter) == ease_in(10, 10, emphasized.leave) == 1


def test_a_plain_brand_leaves_keys_as_they_are() -> None:
    spec = spec_of(TITLE_CARD, CAMPAIGN)
    calm = spec_of(TITLE_CARD, moved(CAMPAIGN, motion_of("calm", "smooth", False)))
    assert digest_record(spec) != digest_record(replace(spec, motion=motion_of("plain", "standard", False)))
    assert digest_record(spec) != digest_record(replace(spec, grid=Grid(column=50)))
    assert spec.motion == Motion()
    assert calm.frames > spec.frames


def test_a_calm_tempo_lengthens_motion_and_leaves_reading() -> None:
    calm = moved(CAMPAIGN, motion_of("calm", "smooth", False))
    assert readings(COUNT_UP_CARD, calm, RATE) == readings(COUNT_UP_CARD, CAMPAIGN, RATE)
    one, other = spec_of(COUNT_UP_CARD, CAMPAIGN), spec_of(COUNT_UP_CARD, calm)
    assert other.hold_until - other.hold_from == one.hold_until - one.hold_from
    assert len(other.numbers) == frames_of(1400, beat_of(calm.brand.motion, RATE)) == 44
    assert other.hold_from == len(other.numbers) - 1


@pytest.mark.parametrize("item", [*WORD_CARDS, COUNT_UP_CARD], ids=lambda item: item.kind)
def test_reduced_motion_of_words_is_fades_alone(item: CardItem) -> None:
    _check_reduced(item, CAMPAIGN)


@pytest.mark.slow
@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_reduced_motion_of_figures_is_fades_alone(item: CardItem) -> None:
    _check_reduced(item, FIGURE_CAMPAIGN)


def _check_reduced(item: CardItem, campaign: Campaign) -> None:
    still = spec_of(replace(item, reduced=True), campaign)
    assert still == spec_of(item, moved(campaign, Motion(reduced=True)))
    plain = spec_of(item, campaign)
    assert (still.hold_from, still.hold_until) == (plain.hold_from, plain.hold_until)
    assert still.numbers == ()
    for part in KINDS[item.kind].layout(still).placed:
        assert (part.enters.rise, part.enters.grows, part.enters.climbs) == (0, False, False)
        assert part.enters.frames <= frames_of(ENTER, RATE)
        assert part.turns is None or item.kind == "phrases"  # these turn grey once they are read
        assert not isinstance(part.what, Counter) or len(part.what.texts) == 1


@pytest.mark.slow
@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("tempo", ["calm", "lively", "0.6", "1.75"])
def test_all_kinds_have_landed_when_their_reading_begins(tempo: str, reduced: bool) -> None:
    motion = motion_of(tempo, "expressive", reduced)
    for kind in KINDS:
        item, campaign = example_card(kind, moved(CAMPAIGN, motion))
        spec = spec_of(item, campaign, "16:9")
        ends = [part.enters.start + part.enters.frames - 1 for part in KINDS[kind].layout(spec).placed]
        turns = [part.turns for part in KINDS[kind].layout(spec).placed if part.turns]
        ends += [turn.start + turn.frames - 1 for turn in turns]
        assert max([*ends, len(spec.numbers) - 1]) <= spec.hold_from < spec.hold_until, kind


def test_a_curve_reaches_every_part_of_a_layout() -> None:
    motion = motion_of("plain", "expressive", False)
    layout = KINDS["bars"].layout(spec_of(BARS_CARD, moved(FIGURE_CAMPAIGN, motion)))
    assert {part.enters.curve for part in layout.placed} == {motion.enter}
    assert layout.curve == motion.leave


def test_the_type_scale_moves_the_largest_size_alone() -> None:
    brand = replace(CAMPAIGN.brand, type_scale=TypeScale(headline=Fraction("8.3"), source=Fraction("2.2")))
    small = replace(CAMPAIGN, brand=brand)
    roles = {role.field: role for role in KINDS["title"].roles(small, ZONES["9:16"][0])}
    usual = {role.field: role for role in KINDS["title"].roles(CAMPAIGN, ZONES["9:16"][0])}
    assert roles["title"].largest * 1000 == pytest.approx(83 * ZONES["9:16"][0].short_edge, rel=0.01)
    assert roles["title"].smallest == usual["title"].smallest
    assert roles["subtitle"] == usual["subtitle"]


def test_a_margin_of_the_brand_keeps_cards_from_the_edge() -> None:
    size = ZONES["16:9"][0]
    brand = replace(CAMPAIGN.brand, grid=Grid(margin=Fraction(15)))
    spec = spec_of(TITLE_CARD, replace(CAMPAIGN, brand=brand), "16:9")
    margin = int(size.short_edge * Fraction(15, 100))
    assert spec.zone.x == margin
    assert spec.zone.right == size.width - margin
