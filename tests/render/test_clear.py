"""Cards with alpha: over any ground they look as if they had been painted on it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from moviepy import VideoClip

from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.render.blending import over_ground
from assetkit.render.cards import card_clip, clear_frame_at, ink_box
from assetkit.render.clear import code_of, to_planes
from assetkit.render.painting import CardPainter
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS, card

RATE = Fraction(25)
SIZE, ZONE = Size(270, 480), Box(30, 72, 210, 340)
RING_CARD = card("ring", statistic="at-home")
PEOPLE_CARD = card("pictogram", statistic="at-home")
CARDS = (COUNT_UP_CARD, TITLE_CARD, END_CARD, RING_CARD, PEOPLE_CARD, *WORD_CARDS)


def _spec(item: CardItem, **changes: Any) -> CardSpec:
    frames = card_frames(item, CAMPAIGN, RATE)
    return replace(resolve_card(item, CAMPAIGN, "kk", SIZE, ZONE, frames, RATE), **changes)


def _painter(spec: CardSpec) -> CardPainter:
    return CardPainter(spec, KINDS[spec.kind].layout(spec))


def _apart(item: CardItem, background: str) -> tuple[int, int]:
    """Give how far a clear card over a flat ground is from the opaque one: the most, and how many pixels."""
    # The quiet words of a clear card stand back less: the layout of the clear one is painted both times.
    clear = _spec(item, background=background, clear=True)
    layout = KINDS[item.kind].layout(clear)
    over, opaque = CardPainter(clear, layout), CardPainter(replace(clear, clear=False), layout)
    ground = opaque._empty
    moments = {0, 3, clear.hold_from // 2, clear.hold_from, clear.frames - 2}
    most, off = 0, 0
    for number in sorted(moments):
        apart = np.abs(over_ground(over.frame(number), ground).astype(np.int16) - opaque.frame(number))
        most, off = max(most, int(apart.max())), off + int((apart > 1).sum())
    return most, off


def test_a_clear_card_over_a_flat_ground_is_the_opaque_one() -> None:
    assert _apart(COUNT_UP_CARD, "#111111")[0] <= 1


@pytest.mark.slow
@pytest.mark.parametrize("item", CARDS, ids=[item.kind for item in CARDS])
@pytest.mark.parametrize("background", ["#111111", "#F4F3EF"])
def test_every_kind_over_a_flat_ground_is_the_opaque_one(item: CardItem, background: str) -> None:
    most, off = _apart(item, background)
    assert most <= 2  # where one ink lies on another, both roundings may fall the same way
    assert off <= 40


@pytest.mark.slow
@pytest.mark.parametrize("item", CARDS, ids=[item.kind for item in CARDS])
def test_all_ink_lies_in_the_box_that_is_sent(item: CardItem) -> None:
    painter = _painter(_spec(item, clear=True))
    box = painter.box
    assert (box.x | box.y | box.width | box.height) % 2 == 0
    for number in range(0, painter._spec.frames, 7):
        alpha = painter.frame(number)[..., 3]
        rows, columns = alpha.nonzero()
        if rows.size:
            assert box.y <= rows.min()
            assert rows.max() < box.bottom
            assert box.x <= columns.min()
            assert columns.max() < box.right


def test_a_drawn_clip_gives_its_alpha_as_a_mask() -> None:
    spec = _spec(TITLE_CARD, clear=True)
    clip, number = card_clip(spec), spec.hold_from
    frame, seconds = clear_frame_at(clip, number, RATE), float(number / RATE)
    assert np.array_equal(frame[..., :3], clip.get_frame(seconds))
    assert np.array_equal(frame[..., 3], np.rint(clip.mask.get_frame(seconds) * 255))
    assert ink_box(clip, spec) == _painter(spec).box


def test_a_clip_without_a_mask_cannot_lie_over_a_picture() -> None:
    plain = VideoClip(lambda _: np.zeros((4, 4, 3), np.uint8), duration=1)
    with pytest.raises(AssetkitError, match="no mask"):
        clear_frame_at(plain, 0, RATE)
    plain.mask = VideoClip(lambda _: np.zeros((2, 4)), is_mask=True, duration=1)
    with pytest.raises(AssetkitError, match=r"mask of shape \(2, 4\)"):
        clear_frame_at(plain, 0, RATE)


def test_colours_are_those_of_bt_709() -> None:
    """The codes of full colours in 8 bits, as any scaler gives them."""
    assert code_of("#FFFFFF") == (235, 128, 128)
    assert code_of("#000000") == (16, 128, 128)
    assert code_of("#FF0000") == (63, 102, 240)
    assert code_of("#00FF00") == (173, 42, 26)
    assert code_of("#0000FF") == (32, 240, 118)


def test_the_colour_of_four_pixels_is_that_of_what_shows() -> None:
    """Clear pixels beside opaque ones have no part in it, whatever colour they have."""
    picture = np.zeros((4, 4, 4), np.uint8)
    picture[..., :3] = (0, 255, 0)  # clear
    picture[0, 0] = (255, 0, 0, 255)
    picture[2:, 2:] = (0, 0, 255, 128)
    planes = np.frombuffer(to_planes(picture, Box(0, 0, 4, 4)), np.uint8)
    luma, blue, red, alpha = planes[:16], planes[16:20], planes[20:24], planes[24:]
    assert luma[0] == 63
    assert (blue[0], red[0]) == (102, 240)
    assert (blue[3], red[3]) == (240, 118)
    assert np.array_equal(alpha.reshape(4, 4), picture[..., 3])


def test_only_the_box_is_sent() -> None:
    picture = np.zeros((8, 12, 4), np.uint8)
    assert len(to_planes(picture, Box(2, 2, 6, 4))) == 6 * 4 * 5 // 2
