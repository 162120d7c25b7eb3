"""Look for marks that stand still where a platform's interface covers the picture, on anybody's file.

What is text cannot be known from a picture alone; so this only gives notes for an eye to look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box, Size
from assetkit.quality.records import Check
from assetkit.quality.thresholds import threshold
from assetkit.quality.watching import Plane, Seen, find_runs

Mask = npt.NDArray[np.bool_]

_MESSAGE = "nothing like text stands where the interface covers the picture"


@dataclass
class CoveredWatcher:
    """Keeps the steep edges that stay for a while in the zones `covered` of a picture of `size`.

    `rate` is in frames per second.
    """

    covered: Sequence[Box]
    size: Size
    rate: float
    found: list[tuple[float, Box]] = field(default_factory=list)
    _held: list[Mask] = field(default_factory=list)
    _inside: Mask | None = None

    def see(self, seen: Seen) -> None:
        """Look at two frames of each second."""
        rule = threshold("covered_ink")
        step = max(1, round(self.rate * rule["every"]))
        if seen.number % step or not seen.has_bytes or not self.covered:
            return
        self._held.append(_edges(seen.luma, rule["edge"]))
        if len(self._held) <= rule["seconds"] / rule["every"]:
            return
        stay = np.logical_and.reduce(self._held)
        self._held.pop(0)
        box = self._find(stay, seen.size)
        if box and not any(_near(box, other) for _, other in self.found):
            self.found.append((seen.time - rule["seconds"], box))

    def _find(self, stay: Mask, size: Size) -> Box | None:
        """Give the widest row of blocks that are dense with edges, inside the covered zones."""
        rule = threshold("covered_ink")
        side = max(4, round(max(size.width, size.height) * rule["block"]))
        if self._inside is None:
            self._inside = self._mask(size)
        marked = stay & self._inside[:, : stay.shape[1]]
        rows, columns = marked.shape[0] // side, marked.shape[1] // side
        blocks = marked[: rows * side, : columns * side].reshape(rows, side, columns, side).mean(axis=(1, 3))
        best: tuple[int, Box] | None = None
        for row in range(rows):
            for start, stop in find_runs(blocks[row] >= rule["dense"]):
                if stop - start >= rule["blocks"] and (best is None or stop - start > best[0]):
                    box = Box(start * side, row * side, (stop - start) * side, side)
                    best = (stop - start, box)
        return best[1] if best else None

    def _mask(self, size: Size) -> Mask:
        mask = np.zeros((size.height, size.width), bool)
        across, down = size.width / self.size.width, size.height / self.size.height
        for zone in self.covered:
            rows = slice(round(zone.y * down), round(zone.bottom * down))
            mask[rows, round(zone.x * across) : round(zone.right * across)] = True
        return mask

    def tell(self) -> list[Check]:
        """Say where marks stand still under the interface."""
        rule = threshold("covered_ink")
        asked = f"no marks that stay for {rule['seconds']:g} s"
        if not self.found:
            return [Check("AK913", True, rule.severity, _MESSAGE, "none", asked)]
        return [
            Check(
                "AK913", False, rule.severity, _MESSAGE, "marks like letters", asked, round(at, 3), None, box
            )
            for at, box in self.found[:5]
        ]


def _edges(luma: Plane, steep: float) -> Mask:
    """Give where luma changes steeply from one pixel to the second next."""
    left, right = luma[:, :-2], luma[:, 2:]
    edges: Mask = (np.maximum(left, right) - np.minimum(left, right)) >= steep
    return edges


def _near(one: Box, other: Box) -> bool:
    return abs(one.y - other.y) <= one.height * 2 and one.x < other.right and other.x < one.right
