"""Cards as single pictures, each at its most complete moment."""

from __future__ import annotations

from assetkit.cards.kinds import KINDS
from assetkit.cards.spec import CardSpec
from assetkit.render.cards import card_clip, frame_at
from assetkit.render.painting import CardPainter, Frame


def complete_frame(spec: CardSpec) -> int:
    """Give the last frame in which all of a card stands; of one that moves throughout, the middle."""
    return spec.hold_until - 1 if spec.hold_from < spec.hold_until else spec.frames // 2


def draw_card_still(spec: CardSpec) -> Frame:
    """Draw a card at its most complete moment: (height, width, 3) uint8 in sRGB, as the encoder gets it."""
    number = complete_frame(spec)
    if spec.kind in KINDS:
        return CardPainter(spec, KINDS[spec.kind].layout(spec)).frame(number)
    return frame_at(card_clip(spec), number, spec.rate)
