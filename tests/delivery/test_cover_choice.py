"""Which picture stands for a post where its recipe leaves it open, told without drawing anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from assetkit.delivery.covers import Chosen, Covers
from assetkit.delivery.picture_posts import PicturePosts
from assetkit.engine.card_pictures import pictures_of
from assetkit.geometry import Box
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource
from assetkit.platforms.records import CoverRule, ImagePost
from assetkit.recipe.cover_records import Cover
from assetkit.recipe.post_records import PostItem
from assetkit.recipe.records import Captions, CardItem, Cut, FootageGround, Item, Recipe
from assetkit.render.card_stills import complete_frame
from assetkit.render.cover_frames import Candidate
from assetkit.timecode import Duration
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, HERE, TITLE_CARD
from support.scenes import Scene, card_of, clip, dissolve, facts

pytestmark = pytest.mark.slow
RATE = Fraction(25)

WARNING = CardItem(
    "content-warning",
    Duration(frames=75),
    {"title": dict.fromkeys(CAMPAIGN.languages, "!")},
    None,
    None,
    HERE,
)


def item_of(*items: Item, cover: Cover | None = None, form: str = "jpg") -> Deliverable:
    scene = Scene(items, {slug: facts(slug) for slug in ("first", "second")}, {})
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


def test_another_font_file_of_the_same_name_is_another_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    covers, title = Covers(CAMPAIGN, {}), dict.fromkeys(CAMPAIGN.languages, "A")
    item = item_of(clip("first", 48, 150), cover=Cover(title=title))
    before = covers.identity(item)
    assert covers.identity(item) == before
    monkeypatch.setattr("assetkit.plan.sources.font_digest", lambda name: f"another {name}")
    assert covers.identity(item) != before


def test_a_picture_of_a_card_on_footage_is_of_that_card_alone() -> None:
    """Where a card stands to its end, its last frames lie in the dissolve into what follows."""
    card = replace(END_CARD, length=Duration(frames=90), ground=FootageGround(clip("first", 100, 300)))
    item = item_of(card, dissolve(20), clip("second", 100, 196))
    (picture,) = pictures_of(item, CAMPAIGN)
    assert picture.still is not None and picture.still.span.frames == 1
    (source,) = picture.still.span.sources
    assert isinstance(source, CardSource) and source.ground is not None
    assert source.start == complete_frame(source.spec) > 80
    assert source.ground.start == 100 + source.start


def pictures(*items: Item) -> tuple[PicturePosts, Deliverable]:
    publisher: Any = SimpleNamespace(campaign=CAMPAIGN, post_key=lambda item: item.file.key)
    item = item_of(*items)
    taking = replace(item.platform, image=ImagePost(forms=("jpg",)))
    return PicturePosts(publisher), replace(item, platform=taking)


def test_short_ranges_that_follow_on_each_other_all_have_pictures_to_choose_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first(candidates: Sequence[Candidate], *_: object) -> Candidate:
        assert candidates
        return candidates[0]

    monkeypatch.setattr("assetkit.delivery.picture_posts.choose_best", first)
    ranges = [clip("first", at, at + 6) for at in range(100, 130, 6)]
    posts, item = pictures(*ranges)
    for number, each in enumerate(ranges):
        shown = posts._shown(item, number)
        assert each.start.in_frames(RATE) < shown.frame < each.stop.in_frames(RATE)


def test_what_a_platform_covers_decides_which_pictures_are_chosen() -> None:
    posts, item = pictures(clip("first", 48, 150))
    layout = replace(item.platform.layout, covered=(Box(0, 0, 90, 90),))
    other = replace(item, platform=replace(item.platform, layout=layout))
    assert posts.post_key(item) != posts.post_key(other)
