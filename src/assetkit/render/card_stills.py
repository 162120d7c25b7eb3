"""Cards as single pictures, each at its most complete moment."""

from __future__ import annotations

import numpy as np

from assetkit.cards.kinds import KINDS
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Size
from assetkit.render.blending import Frame, over_ground
from assetkit.render.cards import card_clip, frame_at
from assetkit.render.painting import CardPainter

_GREYS = (104, 136)


def complete_frame(spec: CardSpec) -> int:
    """Give the last frame in which all of a card stands; of one that moves throughout, the middle."""
    return spec.hold_until - 1 if spec.hold_from < spec.hold_until else spec.frames // 2


def draw_card_still(spec: CardSpec) -> Frame:
    """Draw a card at its most complete moment: (height, width, 3) uint8 in sRGB, as the encoder gets it.

    One without a ground of its own is drawn over a chequered one, light and dark.
    """
    number = complete_frame(spec)
    if spec.kind not in KINDS:
        return frame_at(card_clip(spec), number, spec.rate)
    frame = CardPainter(spec, KINDS[spec.kind].layout(spec)).frame(number)
    return over_ground(frame, _chequered(spec.size)) if spec.clear else frame


def _chequered(size: Size) -> Frame:
    """Give a ground on which it is seen what is clear: squares in two greys."""
    side = max(1, size.short_edge // 18)
    rows, columns = np.arange(size.height) // side, np.arange(size.width) // side
    dark = (rows[:, None] + columns) % 2
    grey = np.where(dark, *_GREYS).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)
