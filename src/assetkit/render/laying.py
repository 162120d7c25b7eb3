"""Laying a mask on a picture: what meets other ink is blended, all else is looked up."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.render.blending import OPAQUE, Frame, lay_first, lay_over, steps_of
from assetkit.render.drawing import Mask


def lay_mask(
    picture: Frame,
    mask: Mask,
    colour: npt.NDArray[np.uint16],
    ground: npt.NDArray[np.uint16] | None,
    level: int,
    painted: list[Box],
) -> None:
    """Lay a mask on the picture in a colour; rows that meet other ink are blended, the rest looked up."""
    whole, mask = mask, _cut(mask, picture.shape[1], picture.shape[0])
    if not mask.coverage.size:
        return
    alpha = steps_of(level)
    place = picture[mask.y : mask.bottom, mask.x : mask.right]
    if colour.ndim == 3:  # a mark, in its own colours
        columns, rows = mask.x - whole.x, mask.y - whole.y
        colour = colour[rows : rows + place.shape[0], columns : columns + place.shape[1]]
    shared = _rows_shared(mask, painted) if ground is not None and colour.ndim == 1 else place.shape[0]
    if shared:
        lay_over(place[:shared], colour, alpha[mask.coverage[:shared]])
    if ground is None or shared == place.shape[0]:
        return
    if picture.shape[-1] == 4:
        lay_first(place[shared:], colour, alpha[mask.coverage[shared:]])
        return
    table = (ground * (OPAQUE - alpha[:, None]) + colour * alpha[:, None] + 128) >> 8
    place[shared:] = np.take(table.astype(np.uint8), mask.coverage[shared:], axis=0)


def _rows_shared(mask: Mask, painted: list[Box]) -> int:
    """Count the upper rows of a mask where other ink may already be."""
    lowest = [
        box.bottom
        for box in painted
        if box.x < mask.right and mask.x < box.right and box.y < mask.bottom and mask.y < box.bottom
    ]
    return max(0, min(mask.bottom, max(lowest, default=mask.y)) - mask.y)


def _cut(mask: Mask, width: int, height: int) -> Mask:
    """Leave out what lies outside the picture."""
    x, y = max(0, mask.x), max(0, mask.y)
    rows, columns = slice(y - mask.y, max(0, height - mask.y)), slice(x - mask.x, max(0, width - mask.x))
    return Mask(x, y, mask.coverage[rows, columns])
