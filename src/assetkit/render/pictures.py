"""Picture files drawn on cards: the ground behind the words, and marks among them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.cards.layout import Mark
from assetkit.cards.pictures import GroundPicture
from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.render.resampling import Pixels, resize_crop
from assetkit.tool.images import open_image


@lru_cache(maxsize=4)
def draw_ground(ground: GroundPicture, background: str, size: Size) -> Pixels:
    """Give the picture behind a card, (height, width, 3) uint8 sRGB, under the brand's background colour.

    Raises MediaError where the file is not there, or is another than the card was planned with.
    """
    pixels = resize_crop(_open(ground.file, ground.digest), ground.crop, size)
    colour = np.array([int(background[i : i + 2], 16) for i in (1, 3, 5)], np.uint16)
    if pixels.shape[2] == 4:
        alpha = pixels[..., 3:].astype(np.uint16)
        pixels = ((pixels[..., :3] * alpha + colour * (255 - alpha) + 127) // 255).astype(np.uint8)
    under = pixels.astype(np.uint16) * np.uint16(100 - ground.scrim)
    picture = ((under + colour * np.uint16(ground.scrim) + 50) // 100).astype(np.uint8)
    picture.setflags(write=False)  # it is remembered
    return picture


def draw_mark(mark: Mark) -> tuple[Pixels, npt.NDArray[np.uint8]]:
    """Give the colours of a mark, (height, width, 3), and how much of each pixel is ink, (height, width)."""
    pixels = resize_crop(_open(mark.file, mark.digest), mark.crop, mark.box.size)
    if pixels.shape[2] == 3:
        return pixels, np.full(pixels.shape[:2], 255, np.uint8)
    return pixels[..., :3], pixels[..., 3]


def _open(file: str, digest: str) -> Pixels:
    opened = open_image(Path(file))
    if opened.digest != digest:
        raise MediaError(f"{file} has changed since the batch was planned.", remedy="Run it again.")
    return opened.pixels
