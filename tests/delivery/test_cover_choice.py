"""Which picture stands for a post where its recipe leaves it open, told without drawing anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assetkit.delivery.covers import Chosen, Covers
from assetkit.plan.build import Deliverable
from assetkit.platforms.records import CoverRule
from assetkit.recipe.cover_records import Cover
from assetkit.recipe.post_records import PostItem
from assetkit.recipe.records import Captions, CardItem, Cut, Item, Recipe
from assetkit.timecode import Duration
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, HERE, TITLE_CARD
from support.scenes import Scene, card_of, clip, facts

pytestmark = pytest.mark.slow

WARNING = CardItem(
    "content-warning",
    Duration(frames=75),
    {"title": dict.fromkeys(CAMPAIGN.languages, "!")},
    None,
    None,
    HERE,
)


def item_of(*items: Item, cover: Cover | None = None, form: str = "jpg") -> Deliverable:
    scene = Scene(items, {"first": facts("first")}, {})
    post = PostItem(cover=cover or Cover())
    cut = Cut("cut", items, None, None, (), Captions(), ("square",), HERE, post=post)
    platform = replace(scene.platform, cover=CoverRule(form))
    recipe = Recipe("cut", "recipes/cut.yaml", None, {}, {"cut": cut})
    return Deliverable(recipe, cut, platform, "kk", scene.plan())


def choose(item: Deliverable) -> Chosen:
    return Covers(CAMPAIGN, {})._choose(item)


def test_what_is_warned_of_is_on_no_cover() -> None:
    chosen = choose(item_of(WARNING, clip("first", 48, 150), card_of(TITLE_CARD, 75)))
    assert chosen.by == "card" and chosen.frame < 75


def test_of_cards_the_first_stands_for_a_post_but_never_its_end() -> None:
    chosen = choose(item_of(card_of(COUNT_UP_CARD, 130), card_of(END_CARD, 75)))
    assert chosen.by == "card" and chosen.frame < 130
    alone = choose(item_of(card_of(END_CARD, 75)))
    assert alone.by == "card"


def test_a_card_is_shown_while_it_stands_even_where_a_dissolve_hides_its_end() -> None:
    item = item_of(clip("first", 48, 150), card_of(COUNT_UP_CARD, 130), cover=Cover(card=1))
    chosen = choose(item)
    (card,) = chosen.still.span.cards
    assert card.hold_from <= chosen.frame - 102 < card.hold_until
    assert chosen.still.span.frames == 1 and chosen.still.span.events == ()


def test_platforms_without_covers_get_none_and_say_none() -> None:
    for form, names in (("none", ()), ("time", ()), ("jpg", ("cover.jpg",)), ("unknown", ("cover.jpg",))):
        covers, item = Covers(CAMPAIGN, {}), item_of(card_of(TITLE_CARD, 75), form=form)
        assert covers.names(item) == names
        assert (covers.described(item) is None) == (form == "none")
        assert (covers.identity(item) == {}) == (form == "none")


def test_another_cover_is_another_identity() -> None:
    covers = Covers(CAMPAIGN, {"pictures": "pillow 1"})
    clips = (clip("first", 48, 150), card_of(TITLE_CARD, 75))
    title = dict.fromkeys(CAMPAIGN.languages, "A")
    wanted = [Cover(), Cover(card=1), Cover(at=Duration(frames=3)), Cover(at=Duration(frames=4))]
    wanted += [Cover(title=title), Cover(title=title | {"kk": "B"})]
    told = [str(covers.identity(item_of(*clips, cover=each))) for each in wanted]
    assert len({*told}) == len(wanted)
    assert str(covers.identity(item_of(*clips))) == told[0]
    others = Covers(CAMPAIGN, {"pictures": "pillow 2"})
    assert str(others.identity(item_of(*clips))) != told[0]
