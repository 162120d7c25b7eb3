"""Marks on cards look equally large, are never enlarged, and stand inside their cells."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.records import Campaign, Logo, Partner
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Line, Mark
from assetkit.cards.marks import balance, logos_shown, unpermitted_logos
from assetkit.cards.pictures import LogoPicture
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Place
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.tool.image_facts import image_facts
from support.campaigns import CAMPAIGN, ZONES
from support.pictures import write_mark

HERE = Place("recipes/one.yaml", 4, 5)
SHAPES = {"block": (600, 600, 0), "word": (2400, 260, 40), "tower": (300, 1100, 0), "ring": (700, 700, 80)}


def mark(width: int, height: int, density: float = 1.0, clear: int = 0) -> LogoPicture:
    return LogoPicture(
        "name-1", "", "d", "pillow 0", Box(0, 0, width, height), round(width * height * density), clear
    )


def visual(logo: LogoPicture, size: Size) -> float:
    return size.width * size.height * math.sqrt(logo.density)


def test_marks_of_usual_shapes_have_one_visual_area() -> None:
    logos = [mark(800, 800), mark(1600, 800), mark(900, 900, 0.3), mark(800, 1000, 0.6)]
    areas = [visual(logo, size) for logo, size in zip(logos, balance(logos, 400, 400), strict=True)]
    assert max(areas) / min(areas) < 1.02


def test_a_full_block_is_drawn_smaller_than_fine_lines_in_the_same_box() -> None:
    block, lines = balance([mark(900, 900), mark(900, 900, 0.2)], 400, 400)
    assert block.width < lines.width


def test_a_very_long_one_holds_the_others_back_a_little_only() -> None:
    long, square = balance([mark(4000, 200), mark(900, 900)], 400, 300)
    assert long.width == 400
    assert 0.4 < (long.width * long.height) / (square.width * square.height) < 0.9


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 5000), st.integers(1, 5000), st.floats(0.001, 1.0)), min_size=1, max_size=8
    ),
    st.integers(20, 900),
    st.integers(20, 400),
)
def test_marks_fit_their_places_keep_their_shape_and_are_never_enlarged(
    shapes: list[tuple[int, int, float]], width: int, height: int
) -> None:
    logos = [mark(*shape) for shape in shapes]
    for logo, size in zip(logos, balance(logos, width, height), strict=True):
        assert 1 <= size.width <= max(1, min(width, logo.ink.width))
        assert 1 <= size.height <= max(1, min(height, logo.ink.height))
        if min(size.width, size.height) > 20:
            assert abs(size.width / size.height / (logo.ink.width / logo.ink.height) - 1) < 0.06


def campaign_with(root: Path, names: tuple[str, ...], brand: str = "dark", typed: int = -1) -> Campaign:
    """Give a campaign whose partners have marks, but for the one that is set in type."""
    partners = {}
    for number, name in enumerate(names):
        width, height, hollow = SHAPES[name]
        path = f"logos/{name}.png"
        write_mark(root / path, width, height, hollow=hollow)
        logo = None if number == typed else Logo(path, permission="a letter")
        title = dict.fromkeys(("kk", "ru", "en"), "Русское радио Азия")
        partners[name] = Partner(name, title, HERE, logo)
    facts = {each.logo.image: each.logo for each in partners.values() if each.logo}
    pictures = {path: image_facts(root, path, root / "memo") for path in facts}
    return replace(CAMPAIGN, brand=BRANDS[brand], partners=partners, pictures=pictures)


def partners_card(campaign: Campaign, shape: str) -> CardSpec:
    size, zone = ZONES[shape]
    item = CardItem("partners", None, {}, None, None, HERE, partners=tuple(campaign.partners))
    frames = card_frames(item, campaign, campaign.rate)
    return resolve_card(item, campaign, "kk", size, zone, frames, campaign.rate)


@pytest.mark.slow
@pytest.mark.parametrize("shape", ZONES)
def test_a_grid_of_marks_stands_in_its_zone_on_common_middles(tmp_path: Path, shape: str) -> None:
    campaign = campaign_with(tmp_path, tuple(SHAPES))
    spec = partners_card(campaign, shape)
    marks = [part.what for part in KINDS["partners"].layout(spec).placed if isinstance(part.what, Mark)]
    assert len(marks) == 4 and not any(spec.text(f"name-{number}") for number in range(1, 5))
    assert all(spec.zone.contains(each.box) for each in marks)
    middles = {each.box.y + each.box.height // 2 for each in marks}
    columns = len({each.box.x for each in marks})
    assert len(middles) == -(-4 // columns)
    areas = [visual(spec.logos[at], each.box.size) for at, each in enumerate(marks)]
    assert max(areas) / min(areas) < 2.5


@pytest.mark.slow
def test_a_partner_without_a_mark_is_set_in_type_beside_the_others(tmp_path: Path) -> None:
    campaign = campaign_with(tmp_path, ("block", "word", "ring"), typed=1)
    spec = partners_card(campaign, "1:1")
    placed = [part.what for part in KINDS["partners"].layout(spec).placed]
    assert sum(isinstance(what, Mark) for what in placed) == 2
    assert [what.text for what in placed if isinstance(what, Line)] == spec.text("name-2").split("\n")


def test_a_mark_that_could_not_be_read_leaves_the_name(tmp_path: Path) -> None:
    campaign = replace(campaign_with(tmp_path, ("block",)), pictures={})
    assert partners_card(campaign, "1:1").text("name-1")


def test_the_end_card_shows_the_brands_mark_in_place_of_the_bar(tmp_path: Path) -> None:
    write_mark(tmp_path / "ours.png", 900, 300)
    pictures = {"ours.png": image_facts(tmp_path, "ours.png", tmp_path / "memo")}
    size, zone = ZONES["4:5"]
    item = CardItem("end", None, {}, None, "111", HERE)
    frames = card_frames(item, CAMPAIGN, CAMPAIGN.rate)
    for logo in (None, Logo("ours.png")):
        campaign = replace(CAMPAIGN, brand=replace(CAMPAIGN.brand, logo=logo), pictures=pictures)
        spec = resolve_card(item, campaign, "en", size, zone, frames, campaign.rate)
        marks = [part.what for part in KINDS["end"].layout(spec).placed if isinstance(part.what, Mark)]
        assert len(marks) == (logo is not None)
        assert all(zone.contains(each.box) and each.box.x == zone.x for each in marks)


def test_what_has_no_permission_is_named(tmp_path: Path) -> None:
    campaign = campaign_with(tmp_path, ("block", "ring"))
    asked = campaign.partners | {"ring": replace(campaign.partners["ring"], logo=Logo("logos/ring.png"))}
    campaign = replace(campaign, partners=asked, brand=replace(campaign.brand, logo=Logo("logos/ring.png")))
    card = CardItem("partners", None, {}, None, None, HERE, partners=("block", "ring"))
    end, title = replace(card, kind="end", partners=()), replace(card, kind="title", partners=())
    assert unpermitted_logos((title, card, end, card), campaign) == ("the partner ring", "the brand")
    assert logos_shown(title, campaign) == ()
