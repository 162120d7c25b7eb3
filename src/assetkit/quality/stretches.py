"""Black, frozen and doubled frames in a decoded picture, but where a card stands still by design."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.diagnostics import Severity
from assetkit.geometry import Box, Size
from assetkit.quality.letters import luma_of
from assetkit.quality.records import Check
from assetkit.quality.shown import Shown
from assetkit.quality.thresholds import Threshold, threshold
from assetkit.quality.watching import Plane, Seen, find_runs

Mask = npt.NDArray[np.bool_]

_SLACK = 4  # a frame coded anew between quick ones differs more from its double than one between slow ones


@dataclass
class StretchWatcher:
    """Measures each frame by two numbers, and judges them at the end.

    `bright` is the luma that all but the rest of a black picture do not exceed. The change of a frame is the
    mean difference to the one before, in the block that changes most; -1 where it is not known.
    """

    shown: Shown
    bright: list[int] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    _last: Plane | None = None

    def see(self, seen: Seen) -> None:
        """Measure a frame."""
        luma = seen.small[0]
        place = int(threshold("black")["area"] * (luma.size - 1))
        self.bright.append(int(np.partition(luma, place, axis=None)[place]))
        self.changes.append(self._change(seen))
        self.times.append(seen.time)
        self._last = luma

    def tell(self) -> list[Check]:
        """Say which stretches are black, stand still, or show frames twice."""
        if not self.times:
            return []
        still = self._still()
        free = ~self._asked_for()
        return [*self._black(~self._may_be_dark()), *self._frozen(still & free), *self._doubled(free)]

    def _change(self, seen: Seen) -> float:
        """Give the mean change of the block that changes most; texts that come and go are left out."""
        luma, side = seen.small[0], int(threshold("frozen")["block"])
        if self._last is None or self._last.shape != luma.shape:
            return 255.0
        apart = np.maximum(self._last, luma) - np.minimum(self._last, luma)
        for text in self.shown.texts:
            if text.range.start <= seen.number <= text.range.stop and text.layout.size == seen.size:
                apart[_cells_of(text.layout.box, seen.size, luma.shape)] = 0
        rows, columns = (max(1, edge // side) for edge in apart.shape)
        tall, wide = apart.shape[0] // rows, apart.shape[1] // columns
        blocks = apart[: rows * tall, : columns * wide].reshape(rows, tall, columns, wide)
        return float(blocks.mean(axis=(1, 3), dtype=np.float32).max())

    def _still(self) -> Mask:
        """Give the frames that are like the one before; a key frame that only codes it anew is one too."""
        rule, changes = threshold("frozen"), np.array(self.changes)
        still = changes <= rule["change"]
        still[0] = False
        pulse = changes <= rule["pulse"]
        still[1:-1] |= pulse[1:-1] & still[:-2] & still[2:]
        return still

    def join(self) -> None:
        """Take a change that is not known as none inside a stretch of footage, and as one at its edges."""
        edges = {stretch.range.start for stretch in self.shown.stretches}
        for number, change in enumerate(self.changes):
            if change < 0:
                self.changes[number] = 255.0 if number in edges else 0.0

    def _asked_for(self) -> Mask:
        """Give the frames on which a card or what gives way to it may stand still."""
        mask = np.zeros(len(self.times), bool)
        for area in self.shown.ranges("card", "dissolve"):
            # The first frame after it is compared with its last.
            mask[area.start : area.stop + 1] = True
        return mask

    def _may_be_dark(self) -> Mask:
        """Give the frames that may be black: cards but those on a bright ground, and dissolves."""
        mask = np.zeros(len(self.times), bool)
        for stretch in self.shown.stretches:
            if stretch.kind in ("card", "dissolve") and not _is_bright(stretch.ground):
                mask[stretch.range.start : stretch.range.stop] = True
        return mask

    def _black(self, free: Mask) -> list[Check]:
        rule = threshold("black")
        dark = (np.array(self.bright) <= rule["luma"]) & free
        runs = self._long(find_runs(dark), rule["seconds"])
        asked = f"no {rule['seconds']:g} s of black"
        return self._report("AK900", "the picture is not black", rule, runs, asked)

    def _frozen(self, still: Mask) -> list[Check]:
        rule = threshold("frozen")
        # Of frames that stand still the one before the first is the same picture.
        runs = [(start - 1, stop) for start, stop in find_runs(still)]
        asked = f"no {rule['seconds']:g} s without a change"
        return self._report("AK901", "the picture moves", rule, self._long(runs, rule["seconds"]), asked)

    def _doubled(self, free: Mask) -> list[Check]:
        rule = threshold("doubled")
        runs = find_doubled(self.changes, rule)
        runs = [run for run in runs if free[run[0] : run[1]].all()]
        count = sum(stop - start for start, stop in runs)
        if count > rule["usual"] * len(self.times):
            told = f"{count} of {len(self.times)} frames repeat the one before"
            return [Check("AK903", False, Severity.NOTE, "frames change evenly", told, "none")]
        return self._report("AK902", "no frame is shown twice", rule, runs, "0 frames")

    def _long(self, runs: Sequence[tuple[int, int]], seconds: float) -> list[tuple[int, int]]:
        return [run for run in runs if self._time(run[1]) - self._time(run[0]) >= seconds - 1e-6]

    def _report(
        self, code: str, message: str, rule: Threshold, runs: Sequence[tuple[int, int]], asked: str
    ) -> list[Check]:
        if not runs:
            return [Check(code, True, rule.severity, message, "none", asked)]
        return [
            Check(
                code,
                False,
                rule.severity,
                message,
                f"frames {start} to {stop - 1}",
                asked,
                round(self._time(start), 3),
                round(self._time(stop), 3),
            )
            for start, stop in runs
        ]

    def _time(self, frame: int) -> float:
        """Give when a frame is shown; the one after the last ends where the file does."""
        if frame < len(self.times):
            return self.times[frame]
        step = (self.times[-1] - self.times[0]) / max(1, len(self.times) - 1)
        return self.times[-1] + (frame - len(self.times) + 1) * step


def recall_stretches(seen: Mapping[str, Sequence[float]], shown: Shown, rate: Fraction) -> list[Check]:
    """Judge a file by what was seen of its frames when they were made; nothing is decoded.

    What a master shows may be black or stand still by intention, which only a person knows: these are
    warnings. Gives nothing where nothing was seen.
    """
    changes = list(seen.get("changes", ()))
    if not changes:
        return []
    watcher = StretchWatcher(shown, [int(luma) for luma in seen["bright"]], changes)
    watcher.times = [float(number / rate) for number in range(len(changes))]
    watcher.join()
    checks = watcher.tell()
    return [replace(check, severity=Severity.WARNING) for check in checks if check.code in ("AK900", "AK901")]


def find_doubled(changes: Sequence[float], rule: Threshold) -> list[tuple[int, int]]:
    """Give the runs of frames that repeat the one before while their neighbours move; `changes` per frame."""
    values = np.array(changes)
    near, longest = int(rule["neighbours"]), int(rule["longest"])
    found = []
    for first, last in find_runs(values <= rule["share"] * rule["moving"] * _SLACK):
        before, after = values[max(1, first - near) : first], values[last : last + near]
        if len(before) < near or len(after) < near or last - first > longest:
            continue
        moving = min(before.min(), after.min())
        if moving >= rule["moving"] and values[first:last].max() <= rule["share"] * moving:
            found.append((first, last))
    return found


def _is_bright(colour: str) -> bool:
    """Whether a card's ground is never taken for black, in its own picture or coded."""
    return bool(colour) and luma_of(colour) > threshold("black")["luma"] * 2


def _cells_of(box: Box, size: Size, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Give the cells of a small picture that a box of pixels touches, and one around them."""
    down, across = shape[0] / size.height, shape[1] / size.width
    rows = slice(max(0, int(box.y * down) - 1), int(box.bottom * down) + 2)
    return rows, slice(max(0, int(box.x * across) - 1), int(box.right * across) + 2)
