"""Screening for flashes that may harm people with photosensitive epilepsy. It certifies nothing.

Every cell of the small picture keeps its own turning points: a transition is a change of relative luminance
from the last one (or of colour to or from saturated red) that is large enough, and a flash is a pair of them.
A stretch fails where within one second enough of the picture has had too many transitions, and enough of it
so many of them together: figures that count are many small changes, and no flash. Social posts loop, so the
first second is seen once more after the last frame.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Size
from assetkit.quality.records import Check
from assetkit.quality.thresholds import Threshold, threshold
from assetkit.quality.watching import Plane, Seen, box_of, find_runs

Light = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.bool_] | npt.NDArray[np.int8]

_EVERY = 2  # cells along each side that are one here: a fine balanced pattern is no flash
_LINEAR: Light = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (n / 255 for n in range(256))],
    np.float32,
)
_TOGETHER = 0.08  # seconds within which transitions count as made together
_WHITE = (0.1978, 0.4683)  # u', v' of D65: where a black cell is taken to be


class _Turns:
    """Turning points of the luminance of each cell."""

    def __init__(self, light: Light, rule: Threshold) -> None:
        self.low, self.high = light.copy(), light.copy()
        self.direction = np.zeros(light.shape, np.int8)
        self.rule = rule

    def step(self, light: Light) -> tuple[Mask, Mask]:
        """Give the cells that have just become light, and those that have just become dark."""
        change, darker = self.rule["change"], self.rule["darker"]
        np.maximum(self.high, light, out=self.high)
        np.minimum(self.low, light, out=self.low)
        up = (light - self.low >= change) & (self.low < darker) & (self.direction <= 0)
        down = (self.high - light >= change) & (light < darker) & (self.direction >= 0)
        self.direction[up], self.direction[down] = 1, -1
        turned: Mask = up | down
        self.low[turned] = self.high[turned] = light[turned]
        return up, down


class _Reds:
    """Changes of each cell to and from saturated red."""

    def __init__(self, rule: Threshold) -> None:
        self.rule = rule
        self.place: tuple[Light, Light, Mask] | None = None

    def step(self, rgb: Light) -> tuple[Mask, Mask]:
        """Give the cells that have just become red, and those that have just ceased to be."""
        red = rgb[0] >= self.rule["red"] * rgb.sum(axis=0) + 1e-3
        if self.place is None and not red.any():
            none = np.zeros(red.shape, bool)
            return none, none
        across, up = _chromaticity(rgb)
        if self.place is None:
            self.place = (np.full_like(across, _WHITE[0]), np.full_like(up, _WHITE[1]), np.zeros_like(red))
        last_across, last_up, last_red = self.place
        far = np.hypot(across - last_across, up - last_up) > self.rule["change"]
        turned: Mask = far & (red | last_red)
        # What is neither red nor was it moves along, so that only steps to and from red count.
        moved = turned | ~(red | last_red)
        for kept, new in zip(self.place, (across, up, red), strict=True):
            kept[moved] = new[moved]
        return turned & red, turned & ~red


class _Together:
    """Counts the transitions that enough of the picture makes at a time, one direction after the other."""

    def __init__(self, share_of: Callable[[Cells], float], least: float, *, is_net: bool) -> None:
        self.share_of, self.least, self.is_net = share_of, least, is_net
        self.direction = 0
        self.events: list[int] = []

    def step(self, frame: int, up: Mask, down: Mask, window: int) -> int:
        """Give how many there were in the last `window` frames."""
        for direction, cells, others in ((1, up, down), (-1, down, up)):
            if direction == self.direction or not cells.any():
                continue
            # Both at once is a pattern that is turned over: one transition, where the whole picture does it.
            # In a small field it is something that moves or figures that count, and its light stays the same.
            together = cells.astype(np.int8) - others if self.is_net else cells
            if self.share_of(together) > self.least:
                self.direction = direction
                self.events.append(frame)
                break
        self.events = [event for event in self.events if event > frame - window]
        return len(self.events)


class _Tally:
    """One kind of flash: transitions of each cell within a second, and what they came to on each frame."""

    def __init__(self, rule: Threshold, shape: tuple[int, ...], window: int) -> None:
        small = threshold("small_flashes")
        self.rule, self.window = rule, window
        self.counts = np.zeros(shape, np.int16)
        self.held: list[tuple[Mask, Mask]] = []
        self.together = (
            _Together(_mean, rule["area"], is_net=False),
            _Together(_worst_field, small["area"], is_net=True),
        )
        self.shares: tuple[list[float], list[float]] = ([], [])
        self.worst: tuple[float, Mask | None] = (0.0, None)

    def add(self, up: Mask, down: Mask) -> None:
        """Take in a frame's transitions."""
        self.counts += up | down
        self.held.append((up, down))
        if len(self.held) > self.window:
            self.counts -= np.logical_or(*self.held.pop(0))
        recent = self.held[-max(1, round(self.window * _TOGETHER)) :]
        ups, downs = (np.logical_or.reduce([pair[n] for pair in recent]) for n in (0, 1))
        many = self.counts > self.rule["transitions"]
        for together, shares in zip(self.together, self.shares, strict=True):
            enough = together.step(len(shares), ups, downs, self.window) > self.rule["transitions"]
            shares.append(together.share_of(many) if enough and many.any() else 0.0)
        if self.shares[1][-1] and float(many.mean()) > self.worst[0]:
            self.worst = (float(many.mean()), many)


class FlashWatcher:
    """Screens for general and red flashes; `rate` is in frames per second."""

    def __init__(self, rate: float) -> None:
        self.frames = max(1, round(rate))
        self.times: list[float] = []
        self._first: list[Plane] = []
        self._size = Size(0, 0)
        self._turns: _Turns | None = None
        self._reds = _Reds(threshold("red_flashes"))
        self._tallies: dict[str, _Tally] = {}

    def see(self, seen: Seen) -> None:
        """Count a frame's transitions."""
        cells = _coarse(seen.small)
        if len(self._first) < self.frames:
            self._first.append(cells)
        self.times.append(seen.time)
        self._size = seen.size
        self._count(cells)

    def tell(self) -> list[Check]:
        """Say which stretches flash, the seam from the last frame to the first among them."""
        if not self.times:
            return []
        for cells in self._first:
            self._count(cells)
        return [*self._tell("flashes", "AK914", "general"), *self._tell("red_flashes", "AK915", "red")]

    def _count(self, cells: Plane) -> None:
        rgb = _linear_rgb(cells)
        light = np.tensordot(np.array([0.2126, 0.7152, 0.0722], np.float32), rgb, 1)
        if self._turns is None:
            self._turns = _Turns(light, threshold("flashes"))
            names = ("flashes", "red_flashes")
            self._tallies = {name: _Tally(threshold(name), light.shape, self.frames) for name in names}
        self._tallies["flashes"].add(*self._turns.step(light))
        self._tallies["red_flashes"].add(*self._reds.step(rgb))

    def _tell(self, name: str, code: str, kind: str) -> list[Check]:
        tally, small = self._tallies[name], threshold("small_flashes")
        words = f"screening for {kind} flashes, not a certified test"
        asked = f"at most 3 in a second on {tally.rule['area']:.0%} of the picture"
        field = f"at most 3 in a second on {small['area']:.0%} of any ninth of the picture"
        for at, weight, wanted, rule in ((0, code, asked, tally.rule), (1, "AK916", field, small)):
            runs = find_runs(np.array(tally.shares[at]) > rule["area"])
            found = [self._check(weight, rule, (words, wanted), run, tally) for run in runs]
            if found:
                return found
        return [Check(code, True, tally.rule.severity, words, "none", asked)]

    def _check(
        self, code: str, rule: Threshold, words: tuple[str, str], run: tuple[int, int], tally: _Tally
    ) -> Check:
        start, stop = max(0, run[0] - self.frames + 1), run[1]
        share, cells = tally.worst
        seam = ", across the seam of the loop" if stop > len(self.times) else ""
        last = min(stop, len(self.times)) - 1
        times = (round(self.times[min(start, last)], 3), round(self.times[last], 3))
        box = box_of(cells, self._size) if cells is not None else None
        told = f"more, on {share:.0%} of the picture{seam}"
        return Check(code, False, rule.severity, words[0], told, words[1], *times, box)


def _mean(cells: Cells) -> float:
    return float(cells.mean())


def _coarse(small: Plane) -> Plane:
    """Join cells to larger ones; the mean of coded values, as everywhere here."""
    rows, columns = (edge // _EVERY * _EVERY for edge in small.shape[1:])
    total = np.zeros((3, rows // _EVERY, columns // _EVERY), np.uint16)
    for down in range(_EVERY):
        for across in range(_EVERY):
            total += small[:, down:rows:_EVERY, across:columns:_EVERY]
    return (total // _EVERY**2).astype(np.uint8)


def _linear_rgb(cells: Plane) -> Light:
    """Give linear light, 0 to 1, of coded BT.709 in limited range; the display is taken as sRGB."""
    y = (cells[0].astype(np.float32) - 16) * (255 / 219)
    blue, red = ((cells[n].astype(np.float32) - 128) * (255 / 224) for n in (1, 2))
    rgb = np.stack((y + 1.5748 * red, y - 0.1873 * blue - 0.4681 * red, y + 1.8556 * blue))
    linear: Light = _LINEAR[np.rint(rgb).clip(0, 255).astype(np.uint8)]
    return linear


def _chromaticity(rgb: Light) -> tuple[Light, Light]:
    """Give CIE 1976 u' and v' of linear sRGB; black is taken as white."""
    x, y, z = (
        sum(weight * part for weight, part in zip(weights, rgb, strict=True))
        for weights in ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    )
    total: Any = x + 15 * y + 3 * z
    dark = total < 0.02
    whole = np.where(dark, 1, total)
    return np.where(dark, _WHITE[0], 4 * x / whole), np.where(dark, _WHITE[1], 9 * y / whole)


def _worst_field(many: Cells) -> float:
    """Give the greatest share of marked cells in any field of the size that the rule of small flashes has."""
    rule = threshold("small_flashes")
    rows, columns = (max(1, round(e * rule[n])) for e, n in zip(many.shape, ("height", "width"), strict=True))
    sums = np.pad(many, ((1, 0), (1, 0))).cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    fields = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    worst: float = fields.max() / (rows * columns)
    return worst
