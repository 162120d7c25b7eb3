"""Lower thirds, counters, marks and labels as values and pixels: in their corner, on their plate."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from assetkit.campaign.brand_parts import Motion
from assetkit.campaign.brands import BRANDS
from assetkit.campaign.labels import label_words, load_labels
from assetkit.campaign.records import Campaign
from assetkit.cards.checking import check_card
from assetkit.cards.extents import around, part_boxes
from assetkit.cards.kinds import KINDS, OVERLAY_KINDS
from assetkit.cards.layout import Bar, Counter, Line
from assetkit.cards.legibility import check_contrast
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.recipe.records import CardItem
from assetkit.render.painting import CardPainter
from assetkit.text.figures import write_statistic
from support.campaigns import CAMPAIGN, ZONES, card
from support.lying import LYING_CARDS

RATE = Fraction(25)
ITEMS = LYING_CARDS
CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")


def resolve(
    item: CardItem, language: str = "en", shape: str = "9:16", campaign: Campaign = CAMPAIGN
) -> CardSpec:
    size, zone = ZONES[shape]
    frames = card_frames(item, campaign, RATE)
    return replace(resolve_card(item, campaign, language, size, zone, frames, RATE), clear=True)


def plate_of(spec: CardSpec) -> Box:
    what = KINDS[spec.kind].layout(spec).placed[0].what
    assert isinstance(what, Bar)
    return what.box


def inside(box: Box, by: int) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def test_they_are_all_here() -> None:
    assert {item.kind for item in ITEMS} == OVERLAY_KINDS <= KINDS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_each_fits_its_corner_in_every_shape_and_language(item: CardItem, shape: str) -> None:
    size, zone = ZONES[shape]
    found = check_card(item, CAMPAIGN, size, zone, shape, card_frames(item, CAMPAIGN, RATE), RATE)
    assert {each.code for each in found} <= {"AK424", "AK425"}
    specs = [resolve(item, language, shape) for language in CAMPAIGN.languages]
    assert len({spec.type_sizes for spec in specs}) == 1
    for spec in specs:
        plate, words = plate_of(spec), part_boxes(spec)[2 if item.kind != "label" else 1 :]
        assert zone.contains(plate)
        assert words and all(plate.contains(box) for box in words)
        assert around(part_boxes(spec)) == plate


@pytest.mark.parametrize("where", CORNERS)
def test_a_corner_is_the_corner_of_the_zone(where: str) -> None:
    zone = ZONES["16:9"][1]
    for item in ITEMS:
        plate = plate_of(resolve(replace(item, where=where), shape="16:9"))
        row, _, side = where.partition("-")
        assert (plate.y == zone.y) == (row == "top") and (plate.bottom == zone.bottom) == (row == "bottom")
        assert (plate.x == zone.x) == (side == "left") and (plate.right == zone.right) == (side == "right")


def test_a_counter_says_what_bounds_its_number_and_ends_on_it() -> None:
    spec = resolve(ITEMS[1], "kk")
    assert spec.text("qualifier") == "Кемінде"
    assert spec.numbers[-1] == write_statistic(CAMPAIGN.statistics["deaths-per-year"], "kk") == "80"
    (counter,) = [part for part in KINDS["counter"].layout(spec).placed if isinstance(part.what, Counter)]
    assert len(spec.numbers) == spec.hold_from + 1
    assert counter.enters.start > 0 and len(set(spec.numbers[: counter.enters.start])) == 1


def test_a_name_stands_above_a_role_and_is_larger() -> None:
    spec = resolve(ITEMS[0])
    lines = [part.what for part in KINDS["lower-third"].layout(spec).placed if isinstance(part.what, Line)]
    assert lines[0].em > lines[-1].em and lines[0].baseline < lines[-1].baseline
    assert len({line.x for line in lines}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_nothing_is_ever_drawn_beside_the_open_plate(item: CardItem) -> None:
    spec = resolve(item, "kk", "1:1")
    painter, plate = CardPainter(spec, KINDS[item.kind].layout(spec)), plate_of(spec)
    for number in (*range(0, spec.hold_from + 1, 3), spec.hold_from, spec.frames - 2):
        alpha = painter.frame(number)[..., 3].copy()
        alpha[plate.y : plate.bottom, plate.x : plate.right] = 0
        assert not alpha.any(), f"frame {number}"


@pytest.mark.slow
@pytest.mark.parametrize("motion", [Motion(), Motion(reduced=True)], ids=["moving", "reduced"])
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_one_that_stands_is_the_same_picture_as_a_single_frame(item: CardItem, motion: Motion) -> None:
    campaign = replace(CAMPAIGN, brand=replace(CAMPAIGN.brand, motion=motion))
    spec = resolve(item, "ru", "1:1", campaign)
    still = replace(spec, frames=1, hold_from=0, hold_until=1, numbers=())
    moving, single = (CardPainter(each, KINDS[item.kind].layout(each)) for each in (spec, still))
    assert np.array_equal(moving.frame(spec.hold_from), single.frame(0))


@pytest.mark.slow
def test_a_mark_stands_back_and_the_rest_does_not() -> None:
    strongest = {}
    for item in ITEMS:
        spec = resolve(item, shape="1:1")
        picture = CardPainter(spec, KINDS[item.kind].layout(spec)).frame(spec.hold_from)
        strongest[item.kind] = int(picture[..., 3].max())
    assert strongest == {"lower-third": 255, "counter": 255, "logo": 179, "label": 255}


@pytest.mark.parametrize("brand", BRANDS)
def test_words_on_plates_stand_out_in_both_brands(brand: str) -> None:
    campaign = replace(CAMPAIGN, brand=replace(BRANDS[brand], name="HeForShe"))
    specs = [resolve(item, shape="1:1", campaign=campaign) for item in ITEMS]
    assert not check_contrast(specs, campaign.brand)


def test_a_name_that_cannot_be_set_says_how_much_room_its_plate_has() -> None:
    endless = card("lower-third", texts={"name": dict.fromkeys(CAMPAIGN.languages, "Күш" * 20)})
    size, zone = ZONES["9:16"]
    found = check_card(endless, CAMPAIGN, size, zone, "9:16", 500, RATE)
    assert [each.code for each in found] == ["AK420"] * 3
    assert {each.required for each in found} < {f"at most {width} px" for width in range(560, 620)}


def test_labels_are_known_in_the_languages_of_the_example_with_their_sources() -> None:
    for name, words in load_labels().items():
        assert {"kk", "ru", "en"} <= words.keys(), name
        assert all(each.text and each.source and each.confidence in "HML" for each in words.values())
    assert label_words("paid-partnership", ("kk", "de")) == {"kk": "Жарнама"}
    assert label_words("paid-partnership", ("ru-KZ",)) == {"ru-KZ": "Реклама"}
    assert label_words("nothing", ("kk",)) == {}
