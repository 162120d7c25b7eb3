"""Which parts of a card have come to rest while others still move, so that they need be painted only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assetkit.geometry import Box


@dataclass(frozen=True)
class Resting:
    """A part: the box that holds its ink at any time, and the frame from which it stays as it is."""

    box: Box
    since: int


def at_rest(parts: Sequence[Resting], frame: int) -> frozenset[int]:
    """Give the numbers of parts that may be painted before all others, in their own order.

    They stand still, and no part that moves lies below them: what is painted later lies above.
    """
    moving: list[Box] = []
    found = []
    for number, part in enumerate(parts):
        if part.since <= frame and not any(_meet(part.box, each) for each in moving):
            found.append(number)
        else:
            moving.append(part.box)
    return frozenset(found)


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom
