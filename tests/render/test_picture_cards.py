"""Cards on pictures and with marks: pixels of the file are seen, under its scrim, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.campaign.records import Campaign, Logo, Partner
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Mark
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Place
from assetkit.errors import AssetkitError, MediaError
from assetkit.geometry import Box, Focus, Size
from assetkit.plan.tasks import CardSource, SpanTask
from assetkit.platforms.records import Format
from assetkit.recipe.records import CardItem, ImageGround
from assetkit.render.cards import CARD_CLIPS, card_clip, frame_at, register_card
from assetkit.render.painting import CardPainter
from assetkit.render.pictures import draw_ground
from assetkit.render.spans import make_spans
from assetkit.tool.image_facts import image_facts
from support.campaigns import CAMPAIGN
from support.figures import FIGURE_CAMPAIGN, FIGURE_CARDS
from support.pictures import write_mark, write_picture

HERE = Place("recipes/one.yaml", 4, 5)
SIZE, ZONE = Size(320, 320), Box(20, 20, 280, 280)
TITLE = CardItem("title", None, {"title": dict.fromkeys(("kk", "ru", "en"), "Help")}, None, None, HERE)

pytestmark = pytest.mark.slow
Pixels = npt.NDArray[np.uint8]


def specify(item: CardItem, campaign: Campaign) -> CardSpec:
    frames = card_frames(item, campaign, campaign.rate)
    return resolve_card(item, campaign, "en", SIZE, ZONE, frames, campaign.rate)


def on_picture(
    root: Path, pixels: Pixels, item: CardItem = TITLE, campaign: Campaign = CAMPAIGN, scrim: int | None = 60
) -> CardSpec:
    write_picture(root / "a.png", pixels)
    facts = image_facts(root, "a.png", root / "memo")
    grounded = replace(item, ground=ImageGround("a.png", Focus(), HERE, scrim))
    return specify(grounded, replace(campaign, pictures={"a.png": facts}))


def frames_of(spec: CardSpec, numbers: tuple[int, ...]) -> list[Pixels]:
    painter = CardPainter(spec, KINDS[spec.kind].layout(spec))
    return [painter.frame(number) for number in numbers]


@pytest.mark.parametrize("item", [TITLE, *FIGURE_CARDS], ids=lambda item: item.kind)
def test_on_a_picture_in_the_brands_colour_a_card_is_as_on_none(tmp_path: Path, item: CardItem) -> None:
    campaign = CAMPAIGN if item is TITLE else FIGURE_CAMPAIGN
    value = campaign.brand.background
    ground = np.full((40, 40, 3), [int(value[at : at + 2], 16) for at in (1, 3, 5)], np.uint8)
    plain, pictured = specify(item, campaign), on_picture(tmp_path, ground, item, campaign)
    numbers = (0, 3, 9, plain.hold_from, plain.frames - 2, plain.frames - 1)
    for flat, over in zip(frames_of(plain, numbers), frames_of(pictured, numbers), strict=True):
        assert np.abs(flat.astype(int) - over).max() <= 1


def test_beside_the_words_the_picture_is_seen_under_its_scrim(tmp_path: Path) -> None:
    pixels = np.random.default_rng(5).integers(0, 255, (320, 320, 3), dtype=np.uint8)
    spec = on_picture(tmp_path, pixels, scrim=40)
    first, held, last = frames_of(spec, (0, spec.hold_from, spec.frames - 1))
    expected = (pixels.astype(int) * 60 + 17 * 40 + 50) // 100
    assert (held[305:] == expected[305:]).all() and (last == expected).all()
    assert (held != expected).any() and (first[305:] == expected[305:]).all()


def test_the_crop_is_around_the_focus(tmp_path: Path) -> None:
    pixels = np.zeros((100, 300, 3), np.uint8)
    pixels[:, 200:] = (0, 200, 0)
    write_picture(tmp_path / "a.png", pixels)
    facts = image_facts(tmp_path, "a.png", tmp_path / "memo")
    for focus, level in ((Focus(1.0, 0.5), 200), (Focus(0.0, 0.5), 0)):
        item = replace(TITLE, ground=ImageGround("a.png", focus, HERE, 0))
        spec = specify(item, replace(CAMPAIGN, pictures={"a.png": facts}))
        assert spec.image is not None
        assert np.unique(draw_ground(spec.image, spec.background, SIZE)[..., 1]).tolist() == [level]


def test_a_transparent_picture_lies_on_the_brands_ground(tmp_path: Path) -> None:
    spec = on_picture(tmp_path, np.zeros((40, 40, 4), np.uint8), scrim=0)
    assert (frames_of(spec, (0,))[0][305:] == 17).all()


def test_a_picture_that_has_changed_or_gone_is_an_error(tmp_path: Path) -> None:
    spec = on_picture(tmp_path, np.full((40, 40, 3), 90, np.uint8))
    write_picture(tmp_path / "a.png", np.full((40, 40, 3), 91, np.uint8))
    with pytest.raises(MediaError, match="has changed since the batch was planned"):
        card_clip(spec).get_frame(0)
    (tmp_path / "a.png").unlink()
    with pytest.raises(MediaError, match="There is no picture"):
        card_clip(spec).get_frame(0)


def test_a_picture_that_changes_while_a_batch_is_made_is_said_so(tmp_path: Path) -> None:
    """And not what the media tool says of a card of which it got nothing."""
    spec = on_picture(tmp_path, np.full((40, 40, 3), 90, np.uint8))
    write_picture(tmp_path / "a.png", np.full((40, 40, 3), 91, np.uint8))
    task = SpanTask(spec.rate, 12, Format("small", SIZE, threads=1), (CardSource(spec, 0),), (), "test")
    with pytest.raises(MediaError, match="has changed since the batch was planned"):
        make_spans([task], tmp_path, tmp_path)


def partners_spec(root: Path, path: str = "marks/one.png") -> CardSpec:
    logo = Logo(path, "a letter")
    pictures = {path: image_facts(root, path, root / "memo")}
    partner = Partner("one", dict.fromkeys(("kk", "ru", "en"), "One"), HERE, logo)
    campaign = replace(CAMPAIGN, partners={"one": partner}, pictures=pictures)
    return specify(CardItem("partners", None, {}, None, None, HERE, partners=("one",)), campaign)


def test_a_mark_is_drawn_in_its_own_colours_at_its_place(tmp_path: Path) -> None:
    write_mark(tmp_path / "marks/one.png", 400, 300, ink="#2080E0", hollow=40)
    spec = partners_spec(tmp_path)
    (box,) = [part.what.box for part in KINDS["partners"].layout(spec).placed if isinstance(part.what, Mark)]
    (held,) = frames_of(spec, (spec.hold_from,))
    inside = held[box.y : box.bottom, box.x : box.right]
    assert (inside[2:6, 2:6] == (0x20, 0x80, 0xE0)).all()
    middle = inside[box.height // 2 - 2 : box.height // 2 + 2, box.width // 2 - 2 : box.width // 2 + 2]
    assert (middle == 17).all(), "the hole shows the card"
    assert (held[box.y : box.bottom, box.x - 3 : box.x] == 17).all()
    assert (held[box.y : box.bottom, box.right : box.right + 3] == 17).all()
    seen = [frame[box.y + 4, box.x + 4, 2] for frame in frames_of(spec, tuple(range(spec.hold_from + 1)))]
    assert seen[0] == 17 and seen[-1] == 0xE0 and seen == sorted(seen)


def test_the_key_holds_what_is_seen_and_not_where_it_lies(tmp_path: Path) -> None:
    def key_of(root: Path, path: str, **drawn: Any) -> dict[str, Any]:
        write_mark(root / path, 400, 300, **drawn)
        return CardSource(partners_spec(root, path), 0).identity()

    one = key_of(tmp_path / "here", "marks/one.png")
    assert key_of(tmp_path / "there", "elsewhere/two.png") == one
    assert key_of(tmp_path / "there", "marks/one.png", ink="#FF0000") != one
    assert str(tmp_path) not in repr(partners_spec(tmp_path / "here").anywhere)


def test_scrim_and_crop_are_in_the_key(tmp_path: Path) -> None:
    pixels = np.full((60, 90, 3), 30, np.uint8)
    first = on_picture(tmp_path, pixels, scrim=60)
    assert first.image is not None
    moved = replace(first, image=replace(first.image, crop=Box(2, 0, 60, 60)))
    newer = replace(first, image=replace(first.image, decoder="pillow 99"))
    specs = (first, on_picture(tmp_path, pixels, scrim=61), moved, newer, replace(first, image=None))
    assert len({CardSource(spec, 0).identity()["card"] for spec in specs}) == len(specs)


def test_a_kind_of_ones_own_lies_over_the_picture_by_its_mask(tmp_path: Path) -> None:
    from moviepy import ColorClip, VideoClip

    def make(masked: bool) -> Any:
        clip = ColorClip((SIZE.width, SIZE.height), (200, 10, 10), duration=4)
        half = np.zeros((SIZE.height, SIZE.width))
        half[:, :160] = 1.0
        return clip.with_mask(VideoClip(lambda _: half, is_mask=True, duration=4)) if masked else clip

    pixels = np.full((320, 320, 3), 90, np.uint8)
    item = CardItem("veil", None, {"title": dict.fromkeys(("kk", "ru", "en"), "Words")}, None, None, HERE)
    for masked in (True, False):
        register_card("veil", partial(lambda masked, _: make(masked), masked), 1)
        try:
            spec = on_picture(tmp_path, pixels, item, scrim=0)
            if masked:
                frame = frame_at(card_clip(spec), 3, spec.rate)
                assert (frame[:, :160] == (200, 10, 10)).all() and (frame[:, 160:] == 90).all()
            else:
                with pytest.raises(AssetkitError, match="has no mask"):
                    frame_at(card_clip(spec), 3, spec.rate)
        finally:
            from assetkit.cards.kinds import OWN_KINDS

            OWN_KINDS.pop("veil"), CARD_CLIPS.pop("veil")
