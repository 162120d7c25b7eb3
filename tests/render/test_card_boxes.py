"""The letters of every kind of card, read from pixels: inside the zone, whole, apart, and on shared rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Line
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Layout
from assetkit.recipe.records import CardItem
from assetkit.text.shaping import shape
from support.caption_boxes import read_campaign
from support.card_boxes import (
    CARDS,
    LANGUAGES,
    SHAPES,
    Seen,
    Written,
    every_card,
    look_at,
    name_of,
    read_record,
    set_card,
    set_item,
    shapes,
)

SAMPLE = {(kind, "9:16", "kk") for kind in CARDS} | {("quote", "1:1", "en"), ("bars", "16:9", "ru")}
GRID = [
    pytest.param(*card, marks=pytest.mark.slow if card in SAMPLE else pytest.mark.soak)
    for card in every_card()
]
_INK = 24  # of 255, from which on a pixel is seen to be of a letter


@pytest.mark.parametrize(("kind", "shape_name", "language"), GRID)
def test_letters_stand_where_the_golden_says_inside_their_zone_and_whole(
    kind: str, shape_name: str, language: str
) -> None:
    layout = shapes()[shape_name]
    seen = look_at(set_card(kind, layout, language))
    assert seen.as_row() == read_record()[name_of(kind, shape_name, language)]
    demand(seen, layout)


@pytest.mark.soak
@pytest.mark.parametrize("name", load_catalogue().layouts)
@pytest.mark.parametrize("kind", CARDS)
def test_both_brands_in_every_packaged_layout(kind: str, name: str) -> None:
    layout = load_catalogue().layouts[name]
    for brand in ("dark", "neutral"):
        for language in LANGUAGES:
            demand(look_at(set_card(kind, layout, language, brand)), layout)


@pytest.mark.soak
@pytest.mark.parametrize("shape_name", SHAPES)
def test_every_card_of_the_project_in_its_own_words(shape_name: str) -> None:
    workspace, layout, seen = read_campaign(), shapes()[shape_name], 0
    for recipe in workspace.recipes.values():
        for item in (
            item for cut in recipe.cuts.values() for item in cut.sequence if isinstance(item, CardItem)
        ):
            if item.ground is None:
                for language in workspace.campaign.languages:
                    demand(look_at(set_item(item, workspace.campaign, layout, language)), layout)
                    seen += 1
    assert seen > 30


def test_the_golden_holds_every_kind_shape_and_language() -> None:
    assert set(CARDS) == set(KINDS)
    assert set(read_record()) == {name_of(*card) for card in every_card()}


def test_lines_of_three_languages_stand_on_the_same_rows() -> None:
    """Where a card has as many lines in two languages, no baseline differs; it may have fewer in one."""
    rows, alike = read_record(), 0
    for kind in CARDS:
        for shape_name in SHAPES:
            feet = [rows[name_of(kind, shape_name, language)][4:] for language in LANGUAGES]
            for one, other in ((feet[0], feet[1]), (feet[0], feet[2]), (feet[1], feet[2])):
                if len(one) == len(other):
                    alike += 1
                    # Feet are read from ink, and round letters reach a row or two below the line.
                    assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 3, (kind, shape_name)
    assert alike >= 0.85 * len(CARDS) * len(SHAPES) * 3


def test_a_letter_that_is_cut_off_is_told() -> None:
    seen = look_at(set_card("title", shapes()["9:16"], "kk"))
    whole = seen.written[0]
    for cut in (np.s_[2:], np.s_[:-2], np.s_[:, 3:], np.s_[:, :-3]):
        mask = replace(whole.mask, coverage=np.zeros_like(whole.mask.coverage))
        mask.coverage[cut] = whole.mask.coverage[cut]
        with pytest.raises(AssertionError):
            demand_whole(replace(whole, mask=mask))
    demand_whole(whole)


def demand(seen: Seen, layout: Layout) -> None:
    """Demand that all ink is in the zone, every letter whole and visible, and none on another."""
    zone, box = layout.cards, seen.box
    assert zone.contains(box), (box, zone)
    laid = np.zeros(seen.ink.shape, np.uint8)
    for each in seen.written:
        demand_whole(each)
        inked = each.mask.coverage >= _INK
        place = np.s_[each.mask.y : each.mask.bottom, each.mask.x : each.mask.right]
        assert not (inked & ~seen.ink[place]).any(), f"{each.text} is hidden"
        laid[place] += inked
    assert laid.max(initial=0) <= 1, "letters lie on letters"


def demand_whole(written: Written) -> None:
    """Demand that ink reaches as far as the shaper and FreeType say, on all sides, and stands on its row."""
    box, what = written.box, written.what
    if isinstance(what, Line):
        ink = shape(what.text, what.font, what.em).ink
        expected = (
            what.x,
            what.baseline + ink.top,
            what.x + ink.right - ink.left,
            what.baseline + ink.bottom,
        )
        found = (box.x, box.y, box.right, box.bottom)
        assert max(abs(a - b) for a, b in zip(expected, found, strict=True)) <= 1.01, written.text
    if written.has_letters:
        top, foot, width = written.drawn_elsewhere
        assert abs(box.y - what.baseline - top) <= 1, written.text
        assert abs(box.bottom - what.baseline - foot) <= 1, written.text
        if isinstance(what, Line):
            assert abs(box.width - width) <= 0.07 * width + 3, written.text  # without kerning
        assert abs(written.baseline - what.baseline) <= 1 + what.em / 120, written.text
