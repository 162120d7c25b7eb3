"""Resizing pictures in whole numbers, so that the same pixels come out on every machine.

The kernel is the cubic of Catmull and Rom, stretched where a picture is made smaller; its weights come from
additions, multiplications and divisions alone and are rounded to whole numbers once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box, Size

Pixels = npt.NDArray[np.uint8]
_Wide = npt.NDArray[np.signedinteger[Any]]
_ONE = 1 << 14  # what the weights of one pixel add up to
_REACH = 2.0  # pixels on either side that the kernel looks at
_ROWS = 128  # at a time, so that a large picture is never held in wide numbers as a whole


def resize_crop(pixels: Pixels, crop: Box, size: Size) -> Pixels:
    """Give what is inside `crop` of a picture of 3 or 4 channels (alpha straight) at another size."""
    part = pixels[crop.y : crop.bottom, crop.x : crop.right]
    has_alpha = part.shape[2] == 4
    rows = [
        _along(_weighted(part[first : first + _ROWS], has_alpha), size.width)
        for first in range(0, part.shape[0], _ROWS)
    ]
    whole: _Wide = np.concatenate(rows).swapaxes(0, 1)
    columns = [_along(whole[first : first + _ROWS], size.height) for first in range(0, whole.shape[0], _ROWS)]
    return _unweighted(np.concatenate(columns).swapaxes(0, 1), has_alpha)


def _weighted(part: Pixels, has_alpha: bool) -> _Wide:
    """Multiply colours by their alpha, so that what is not seen has no part in its neighbours."""
    if not has_alpha:
        return part.astype(np.int32)  # wide enough for a colour, not for one times alpha
    wide = part.astype(np.int64)
    wide[..., :3] *= wide[..., 3:]
    wide[..., 3] *= 255
    return wide


def _unweighted(wide: _Wide, has_alpha: bool) -> Pixels:
    if not has_alpha:
        return np.ascontiguousarray(np.clip(wide, 0, 255).astype(np.uint8))
    alpha = np.clip((wide[..., 3] + 127) // 255, 0, 255)
    seen = np.maximum(wide[..., 3:], 1)
    colours = np.clip((wide[..., :3] * 255 + seen // 2) // seen, 0, 255)
    return np.ascontiguousarray(np.dstack([colours, alpha]).astype(np.uint8))


def _along(rows: _Wide, length: int) -> _Wide:
    """Resize rows to `length` pixels each."""
    places, weights = _taps(rows.shape[1], length)
    total = np.zeros((rows.shape[0], length, rows.shape[2]), rows.dtype)
    for place, weight in zip(places, weights.astype(rows.dtype), strict=True):
        total += rows[:, place] * weight[:, None]
    return (total + _ONE // 2) >> 14


@lru_cache(maxsize=16)
def _taps(length: int, to: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Give for each tap which pixel every new pixel takes, and its weight: both (taps, `to`)."""
    step = length / to
    stretch = max(1.0, step)
    centres = (np.arange(to) + 0.5) * step - 0.5
    first = np.floor(centres - _REACH * stretch).astype(np.int64) + 1
    offsets = first[None] + np.arange(int(2 * _REACH * stretch) + 1)[:, None]
    raw = _kernel(np.abs(offsets - centres[None]) / stretch)
    weights = np.floor(raw / raw.sum(axis=0) * _ONE + 0.5).astype(np.int64)
    nearest = np.abs(offsets - centres[None]).argmin(axis=0)
    weights[nearest, np.arange(to)] += _ONE - weights.sum(axis=0)
    return np.clip(offsets, 0, length - 1), weights


def _kernel(away: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    near = (1.5 * away - 2.5) * away * away + 1.0
    far = ((-0.5 * away + 2.5) * away - 4.0) * away + 2.0
    return np.where(away < 1.0, near, np.where(away < _REACH, far, 0.0))
