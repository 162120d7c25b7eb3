"""What was seen of a master's picture: where its shots begin, and how bright it is where, now and then."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from typing import Any

from assetkit.errors import MediaError
from assetkit.geometry import Box, Size
from assetkit.timecode import FrameRange

VERSION = 1  # raise it when the same film gives another observation
_MOST_BYTES = 256 << 20
_REMEDY = "Look at the master again: assetkit check --observe."


@dataclass(frozen=True)
class Samples:
    """Small pictures of a film, one for every `step` frames from frame 0 on.

    Each has `size.width` x `size.height` cells, row by row, a byte each: 255 times the square root of the
    relative luminance (WCAG) of that part of the picture. `step` is at least 1.
    """

    size: Size
    step: int
    cells: bytes

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return len(self.cells) // (self.size.width * self.size.height)

    def within(self, frames: FrameRange) -> range:
        """Give the numbers of the pictures that stand for these frames: those inside, else the one before."""
        first, last = -(-frames.start // self.step), -(-frames.stop // self.step)
        if first >= last:
            first, last = frames.start // self.step, frames.start // self.step + 1
        return range(min(first, self.count), min(last, self.count))

    def behind(self, number: int, area: Box, whole: Size) -> bytes:
        """Give the cells that `area` of a picture of size `whole` touches, a byte each."""
        across, down = self.size.width, self.size.height
        left, right = area.x * across // whole.width, -(-area.right * across // whole.width)
        top, bottom = area.y * down // whole.height, -(-area.bottom * down // whole.height)
        found = bytearray()
        for row in range(max(0, top), min(down, bottom)):
            begin = (number * down + row) * across
            found += self.cells[begin + max(0, left) : begin + min(across, right)]
        return bytes(found)


def cell_luminance(cell: int) -> float:
    """Give the relative luminance, 0 to 1, that a cell stands for."""
    return (cell / 255) ** 2


@dataclass(frozen=True)
class Observation:
    """The frames at which shots begin, the first at 0 left out, and samples of the picture."""

    cuts: tuple[int, ...]
    samples: Samples


def observation_to_json(seen: Observation) -> str:
    """Write an observation as JSON with a version."""
    packed = base64.b64encode(zlib.compress(seen.samples.cells, 6)).decode("ascii")
    plain = {
        "observation": VERSION,
        "cuts": list(seen.cuts),
        "size": str(seen.samples.size),
        "step": seen.samples.step,
        "cells": packed,
    }
    return json.dumps(plain) + "\n"


def observation_from_json(text: str) -> Observation:
    """Read what `observation_to_json` wrote; raises MediaError where it is something else."""
    try:
        plain = json.loads(text)
        if plain["observation"] != VERSION:
            raise MediaError("This observation is of another version.", remedy=_REMEDY)
        seen = _read(plain)
    except (ValueError, LookupError, TypeError, AttributeError, zlib.error, RecursionError) as error:
        raise MediaError("This is no observation of a master.", remedy=_REMEDY) from error
    if not _is_possible(seen):
        raise MediaError("This cannot be an observation of a master.", remedy=_REMEDY)
    return seen


def _read(plain: dict[str, Any]) -> Observation:
    width, height = map(int, plain["size"].split("x"))
    unpacking = zlib.decompressobj()
    cells = unpacking.decompress(base64.b64decode(plain["cells"]), _MOST_BYTES)
    cuts = tuple(int(cut) for cut in plain["cuts"])
    return Observation(cuts, Samples(Size(width, height), int(plain["step"]), cells))


def _is_possible(seen: Observation) -> bool:
    size, step = seen.samples.size, seen.samples.step
    whole = size.width > 0 and size.height > 0 and step > 0
    in_order = all(one < other for one, other in zip((0, *seen.cuts), seen.cuts, strict=False))
    return whole and in_order and len(seen.samples.cells) % (size.width * size.height) == 0
