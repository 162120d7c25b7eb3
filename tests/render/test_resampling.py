"""Pictures are resized as by a good cubic filter, without fringes, and alike on every machine."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from assetkit.geometry import Box, Size
from assetkit.render.resampling import resize_crop

Pixels = npt.NDArray[np.uint8]


def waves(height: int, width: int) -> Pixels:
    """Give a picture of soft waves in three colours."""
    down, across = np.mgrid[0:height, 0:width]
    channels = [127.5 + 120 * np.sin(down / step) * np.cos(across / (step + 2)) for step in (9.0, 13.0, 17.0)]
    return np.dstack(channels).astype(np.uint8)


@pytest.mark.parametrize("size", [Size(57, 31), Size(160, 90), Size(300, 200), Size(20, 11)])
def test_it_agrees_with_another_cubic_filter(size: Size) -> None:
    picture, crop = waves(108, 192), Box(12, 9, 160, 90)
    part = Image.fromarray(picture).crop((crop.x, crop.y, crop.right, crop.bottom))
    other = np.asarray(part.resize((size.width, size.height), Image.Resampling.BICUBIC))
    assert np.abs(resize_crop(picture, crop, size).astype(int) - other).max() <= 4


def test_its_own_size_changes_nothing() -> None:
    picture = waves(40, 60)
    assert (resize_crop(picture, Box(0, 0, 60, 40), Size(60, 40)) == picture).all()
    with_alpha = np.dstack([picture, np.full((40, 60), 90, np.uint8)])
    assert (resize_crop(with_alpha, Box(0, 0, 60, 40), Size(60, 40)) == with_alpha).all()


@pytest.mark.parametrize("level", [0, 1, 128, 255])
def test_one_colour_stays_one_colour(level: int) -> None:
    picture = np.full((37, 53, 3), level, np.uint8)
    assert np.unique(resize_crop(picture, Box(0, 0, 53, 37), Size(120, 11))).tolist() == [level]


def test_what_is_transparent_leaves_no_fringe() -> None:
    picture = np.zeros((40, 40, 4), np.uint8)
    picture[..., :3] = 255  # what nobody sees is white
    picture[10:30, 10:30] = (200, 20, 90, 255)
    small = resize_crop(picture, Box(0, 0, 40, 40), Size(13, 13))
    seen = small[small[..., 3] > 0]
    assert np.abs(seen[:, :3].astype(int) - (200, 20, 90)).max() <= 2
    assert set(small[..., 3].ravel().tolist()) > {0, 255}


def test_the_bytes_are_those_that_every_machine_gives() -> None:
    down, across = np.mgrid[0:108, 0:192]
    picture = np.dstack([(across * step + down * 13) % 256 for step in (3, 7, 11)]).astype(np.uint8)
    made = resize_crop(picture, Box(0, 0, 192, 108), Size(71, 43))
    assert hashlib.sha256(made.tobytes()).hexdigest() == DIGEST


DIGEST = "7d1ba12265256112f0a5077372409f7a96c349cc07532dce2ee7e7e284429949"
