"""Cards as moviepy clips: what a clip's `get_frame` returns is what the encoder receives.

Frames are (height, width, 3) uint8 in sRGB. A card of one's own is any moviepy clip: register a function that
makes it, with a version that counts up whenever its picture changes. A card that is clear has a mask,
moviepy's word for alpha: what the mask leaves out shows the picture below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.geometry import Box
from assetkit.render.blending import Frame, over_ground
from assetkit.render.painting import CardPainter
from assetkit.render.pictures import draw_ground
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
    return maker(spec) if spec.image is None or spec.kind in KINDS else _on_picture(maker, spec)


def drawn_clip(spec: CardSpec) -> VideoClip:
    """Make the clip of a kind that this project draws: a frame function, with the card's rate and length."""
    from moviepy import VideoClip

    painter = CardPainter(spec, KINDS[spec.kind].layout(spec))
    rate = float(spec.rate)

    def paint(seconds: float) -> Frame:
        return painter.frame(int(np.floor(seconds * rate + 0.5)))

    clip = VideoClip(lambda seconds: paint(seconds)[..., :3], duration=float(spec.frames / spec.rate))
    clip.fps = rate
    if spec.clear:
        clip.mask = VideoClip(lambda seconds: paint(seconds)[..., 3] / 255.0, is_mask=True)
        clip.mask.fps, clip.mask.duration = rate, clip.duration
        clip.ink_box, clip.paint = painter.box, paint  # without moviepy's detour by fractions of one
    return clip


def _on_picture(maker: Maker, spec: CardSpec) -> VideoClip:
    """Lay the clip of a kind of one's own over the picture behind it, by its mask."""
    from moviepy import VideoClip

    assert spec.image is not None
    clip = maker(replace(spec, image=None, clear=True))
    ground = draw_ground(spec.image, spec.background, spec.size)

    def frame_function(seconds: float) -> Frame:
        number = int(np.floor(seconds * float(spec.rate) + 0.5))
        return over_ground(clear_frame_at(clip, number, spec.rate), ground)

    laid = VideoClip(frame_function, duration=float(spec.frames / spec.rate))
    laid.fps = float(spec.rate)
    return laid


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
    return np.ascontiguousarray(_eight_bits(picture))


def clear_frame_at(clip: Any, number: int, rate: Fraction) -> Frame:
    """Give frame `number` of a clear card's clip as (height, width, 4) uint8 sRGB with straight alpha.

    Raises AssetkitError where the clip has no mask, or one of another shape than its pictures.
    """
    if hasattr(clip, "paint"):
        painted: Frame = clip.paint(float(number / rate))
        return painted
    picture = frame_at(clip, number, rate)
    if clip.mask is None:
        raise AssetkitError(
            "A card that lies over a picture has no mask, so it would cover all of it.",
            remedy="Give its clip a mask of its size: 0 where the picture below shows, 1 where it does not.",
        )
    mask = np.asarray(clip.mask.get_frame(float(number / rate)))
    if mask.shape != picture.shape[:2]:
        raise AssetkitError(
            f"A card gave a mask of shape {mask.shape} for a picture of shape {picture.shape[:2]}.",
            remedy="Its mask must give one number for each pixel.",
        )
    return np.dstack([picture, _eight_bits(mask * 255.0)])


def ink_box(clip: Any, spec: CardSpec) -> Box:
    """Give where a clear card ever has ink; all of the picture for a clip that does not say."""
    known: Box = getattr(clip, "ink_box", Box(0, 0, spec.size.width, spec.size.height))
    return known


def _eight_bits(picture: npt.NDArray[Any]) -> Frame:
    if picture.dtype == np.uint8:
        return picture
    held: Frame = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    return held


def still_run(spec: CardSpec) -> FrameRange:
    """Give the frames that are all equal, so that one is sent and repeated; may be empty."""
    return FrameRange(spec.hold_from, spec.hold_until)
