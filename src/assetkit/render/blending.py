"""Laying ink on a picture, opaque or with alpha, in whole numbers only: the same on every machine.

Opacity has 256 steps above nothing. A picture with alpha is straight: its colours are those of the ink alone,
whatever lies below it later.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Frame = npt.NDArray[np.uint8]
Colour = npt.NDArray[np.uint16]
OPAQUE = 256


def steps_of(level: int) -> Colour:
    """Give the opacity, up to 256, of each of 256 values of coverage that is laid at `level` of 256."""
    return ((np.arange(256, dtype=np.uint32) * level + 127) // 255).astype(np.uint16)


def lay_over(place: Frame, colour: npt.NDArray[np.integer], steps: Colour) -> None:
    """Lay colours on a part of a picture, (..., 3) or with alpha (..., 4), by the opacity of each pixel."""
    if place.shape[-1] == 3:
        place[:] = (place * (OPAQUE - steps)[..., None] + colour * steps[..., None] + 128) >> 8
        return
    ink = steps.astype(np.uint32) * 255
    under = place[..., 3] * (OPAQUE - steps).astype(np.uint32)
    whole = ink + under
    mixed = place[..., :3] * under[..., None] + colour * ink[..., None] + (whole // 2)[..., None]
    place[..., :3] = mixed // np.maximum(whole, 1)[..., None]
    place[..., 3] = (whole + 128) >> 8


def lay_first(place: Frame, colour: Colour, steps: Colour) -> None:
    """Lay one colour where nothing has been laid on a picture with alpha yet: no sum is needed."""
    place[..., :3] = colour
    place[..., 3] = (steps * np.uint32(255) + 128) >> 8


def clear_picture(height: int, width: int) -> Frame:
    """Give a picture with alpha on which nothing lies yet."""
    return np.zeros((height, width, 4), np.uint8)


def over_ground(picture: Frame, ground: Frame) -> Frame:
    """Give a picture with alpha as it looks over an opaque one of its size."""
    alpha = picture[..., 3:].astype(np.uint32)
    mixed = picture[..., :3] * alpha + ground * (255 - alpha) + 127
    result: Frame = (mixed // 255).astype(np.uint8)
    return result
