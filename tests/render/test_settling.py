"""What has come to rest is painted once, and the picture is the same as if all were painted each time."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.geometry import Box
from assetkit.recipe.records import CardItem
from assetkit.render.painting import CardPainter
from assetkit.render.settling import Resting, at_rest
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, MILESTONE_CARD, PARTNERS_CARD, ZONES
from support.figures import FIGURE_CAMPAIGN, PICTOGRAM_CARD

BOX, BESIDE = Box(0, 0, 10, 10), Box(10, 0, 10, 10)


def test_what_stands_over_something_that_moves_is_not_painted_first() -> None:
    still, moves = Resting(BOX, 0), Resting(BOX, 9)
    assert at_rest([still, moves], 5) == {0}
    assert at_rest([moves, still], 5) == set()
    assert at_rest([moves, still], 9) == {0, 1}
    assert at_rest([moves, Resting(BESIDE, 0)], 5) == {1}
    # What waits for a part that moves is waited for itself.
    wide = Resting(Box(5, 0, 10, 10), 0)
    assert at_rest([moves, wide, Resting(Box(12, 0, 4, 4), 0)], 5) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    "item", [COUNT_UP_CARD, MILESTONE_CARD, PARTNERS_CARD, PICTOGRAM_CARD], ids=lambda item: item.kind
)
def test_frames_do_not_depend_on_which_were_drawn_before(item: CardItem) -> None:
    campaign = FIGURE_CAMPAIGN if item is PICTOGRAM_CARD else CAMPAIGN
    rate = Fraction(25)
    size, zone = ZONES["1:1"]
    spec = resolve_card(item, campaign, "ru", size, zone, card_frames(item, campaign, rate), rate)
    layout = KINDS[item.kind].layout(spec)
    in_order = CardPainter(spec, layout)
    # A clear card is painted part by part, over nothing: its colours where it is opaque are the same.
    clear = CardPainter(replace(spec, clear=True), layout)
    for number in range(0, spec.hold_from + 1, 4):
        frame = in_order.frame(number)
        assert np.array_equal(frame, CardPainter(spec, layout).frame(number))
        over = clear.frame(number)
        opaque = over[..., 3] == 255
        assert np.abs(frame[opaque].astype(int) - over[opaque][:, :3]).max(initial=0) <= 1
