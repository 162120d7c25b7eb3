"""Cards as moviepy clips: what a clip's `get_frame` returns is what the encoder receives.

Frames are (height, width, 3) uint8 in sRGB. A card of one's own is any moviepy clip: register a function that
makes it, with a version that counts up whenever its picture changes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.render.painting import CardPainter, Frame
from assetkit.timecode import FrameRange

if TYPE_CHECKING:
    from moviepy import VideoClip

Maker = Callable[[CardSpec], "VideoClip"]


def card_clip(spec: CardSpec) -> VideoClip:
    """Make the clip of a card; raises AssetkitError for a kind that is not registered."""
    maker = CARD_CLIPS.get(spec.kind)
    if maker is None:
        known = ", ".join(sorted(CARD_CLIPS))
        raise AssetkitError(f"No card of the kind {spec.kind!r} can be drawn.", remedy=f"Known: {known}.")
    return maker(spec)


def drawn_clip(spec: CardSpec) -> VideoClip:
    """Make the clip of a kind that this project draws: a frame function, with the card's rate and length."""
    from moviepy import VideoClip

    painter = CardPainter(spec, KINDS[spec.kind].layout(spec))
    rate = float(spec.rate)

    def frame_function(seconds: float) -> Frame:
        return painter.frame(int(np.floor(seconds * rate + 0.5)))

    clip = VideoClip(frame_function, duration=float(spec.frames / spec.rate))
    clip.fps = rate
    return clip


CARD_CLIPS: dict[str, Maker] = dict.fromkeys(KINDS, drawn_clip)
"""What makes the clip of each kind of card."""


def register_card(kind: str, maker: Maker, version: int) -> None:
    """Add a kind of card of one's own: recipes may name it, and `maker` makes its clip.

    `version` is part of every key: count it up when the picture changes. Raises AssetkitError for the name
    of a kind that this project draws.
    """
    if kind in KINDS:
        raise AssetkitError(f"The kind of card {kind!r} is taken.", remedy="Choose another name.", kind=kind)
    OWN_KINDS[kind] = version
    CARD_CLIPS[kind] = maker


def frame_at(clip: Any, number: int, rate: Fraction) -> Frame:
    """Give frame `number` of a clip as (height, width, 3) uint8 sRGB, as the encoder receives it.

    Values of other types are rounded and held to 0..255. Raises AssetkitError where the clip gives something
    that is not a colour picture.
    """
    picture = np.asarray(clip.get_frame(float(number / rate)))
    if picture.ndim != 3 or picture.shape[2] != 3:
        raise AssetkitError(
            f"A card gave a frame of shape {picture.shape}.",
            remedy="Its clip must give pictures of the shape (height, width, 3).",
        )
    if picture.dtype != np.uint8:
        picture = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(picture)


def still_run(spec: CardSpec) -> FrameRange:
    """Give the frames that are all equal, so that one is sent and repeated; may be empty."""
    return FrameRange(spec.hold_from, spec.hold_until)
