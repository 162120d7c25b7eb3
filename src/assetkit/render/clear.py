"""Pictures with alpha as the media tool lays them over footage: 8 bit 4:2:0 in BT.709 with a plane of alpha.

A scaler would mix the colour of a pixel that shows nothing into that of its neighbour, which is seen as a rim
around every letter. Here the colour of four pixels is their mean by how much of each shows. Whole numbers
only, so that the bytes are the same on every machine.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.render.blending import Frame

_Whole = npt.NDArray[np.int32]
_SHIFT = 16
# ITU-R BT.709-6, items 3.2 to 3.4: luma from red, green and blue, and differences of colour, in the range of
# 219 and 224 codes.
_RED, _GREEN, _BLUE = Fraction(2126, 10000), Fraction(7152, 10000), Fraction(722, 10000)
_EMPTY = (16, 128, 128, 0)


def _tables(scale: int, base: int, *factors: Fraction) -> tuple[_Whole, ...]:
    """Give what each of 256 values of red, green and blue adds to a plane, in parts of 65536."""
    whole = [round(factor * scale * (1 << _SHIFT) / 255) for factor in factors]
    tables = [np.arange(256, dtype=np.int32) * each for each in whole]
    return (tables[0] + ((2 * base + 1) << (_SHIFT - 1)), *tables[1:])


_LUMA = _tables(219, 16, _RED, _GREEN, _BLUE)
_BLUE_ONE = _tables(224, 128, *(each / (2 * (1 - _BLUE)) for each in (-_RED, -_GREEN, 1 - _BLUE)))
_RED_ONE = _tables(224, 128, *(each / (2 * (1 - _RED)) for each in (1 - _RED, -_GREEN, -_BLUE)))


def code_of(colour: str) -> tuple[int, ...]:
    """Give the Y, Cb and Cr of a "#RRGGBB" colour."""
    pixel = [np.array([int(colour[each : each + 2], 16)], np.uint8) for each in (1, 3, 5)]
    return tuple(int(_weigh(pixel, tables)[0]) for tables in (_LUMA, _BLUE_ONE, _RED_ONE))


def to_planes(picture: Frame, box: Box) -> bytes:
    """Give the part of a picture with straight alpha (height, width, 4) inside `box`, as yuva420p in BT.709.

    The box has even places and sizes.
    """
    part = picture[box.y : box.bottom, box.x : box.right]
    inked = part[..., 3].reshape(box.height // 2, -1).any(axis=1)
    rows = np.repeat(inked, 2)
    filled = [part[rows, :, each] for each in range(4)]  # most of a card of words is empty rows
    halved = _halve(filled)
    made = (_weigh(filled, _LUMA), _weigh(halved, _BLUE_ONE), _weigh(halved, _RED_ONE), filled[3])
    shapes = (part.shape[:2], *[(box.height // 2, box.width // 2)] * 2, part.shape[:2])
    planes = []
    for plane, shape, empty in zip(made, shapes, _EMPTY, strict=True):
        whole = np.full(shape, empty, np.uint8)
        whole[rows if shape[0] == box.height else inked] = plane
        planes.append(whole.tobytes())
    return b"".join(planes)


def _weigh(colours: list[Frame], tables: tuple[_Whole, ...]) -> Frame:
    red, green, blue = (np.take(table, colour) for table, colour in zip(tables, colours[:3], strict=True))
    red += green
    red += blue
    whole: Frame = (red >> _SHIFT).astype(np.uint8)
    return whole


def _halve(planes: list[Frame]) -> list[Frame]:
    """Give one colour for every four pixels: their mean by alpha; what is wholly clear has none."""
    weights = [each.astype(np.int32) for each in _fours(planes[3])]
    total = np.maximum(weights[0] + weights[1] + weights[2] + weights[3], 1)
    halved = []
    for plane in planes[:3]:
        summed = total >> 1
        for colour, weight in zip(_fours(plane), weights, strict=True):
            summed += colour * weight
        halved.append((summed // total).astype(np.uint8))
    return halved


def _fours(plane: Frame) -> tuple[Frame, ...]:
    """Give the four pixels of each pair of rows and columns, each as a picture of its own."""
    return (plane[::2, ::2], plane[::2, 1::2], plane[1::2, ::2], plane[1::2, 1::2])
