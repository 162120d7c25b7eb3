"""Ducking: music goes down under speech and comes back, by ranges that are given or found.

All of it is additions, products, square roots and whole numbers, so that it is the same on every machine. A
ramp is a smooth step (3 t^2 - 2 t^3): flat at both ends, it has no corner that could be heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.ranges import Range, merge_ranges
from assetkit.sound.records import Duck
from assetkit.timecode import SAMPLE_RATE

if TYPE_CHECKING:
    from assetkit.sound.stretches import Samples

BLOCK = SAMPLE_RATE // 50
"""How many samples one reading of the level takes in: 20 ms, about one sound of speech."""
_FULL_SCALE = 32767
_LOUD_SHARE = 95  # percent of the readings that are no louder than what "loud" means
_QUIETEST = 10**-6  # of full scale, as a mean square: -60 dBFS; below it nothing is taken for speech
_SHORTEST = 3  # readings; what is shorter is a click
_BREATH = 15  # readings: a pause of 300 ms within speech


def smooth_step(place: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the height of a smooth step from 0 to 1 at places from 0 to 1."""
    return place * place * (3.0 - 2.0 * place)


def ranges_of(duck: Duck, film: Samples) -> tuple[Range, ...]:
    """Give where music goes down: as the plan says, or where the film's own sound is loud."""
    if duck.gate_db is None:
        return duck.ranges
    return merge_ranges(find_loud(film, duck.gate_db), duck.attack + duck.release)


def find_loud(film: Samples, gate_db: float) -> tuple[Range, ...]:
    """Give where (n, 2) samples are at most so many dB (negative) under the loud parts of the whole.

    The loud parts are the level that one reading of 20 ms in twenty exceeds. Pauses of up to 300 ms belong
    to the speech around them; single clicks do not count, and neither does anything under -60 dBFS.
    """
    powers = _powers(film)
    heard = np.sort(powers[powers > 0])
    if not len(heard):
        return ()
    loud = int(heard[(len(heard) - 1) * _LOUD_SHARE // 100])
    floor = int(_QUIETEST * _FULL_SCALE**2) * 2 * BLOCK
    least = max(loud * 10 ** (gate_db / 10), floor)
    runs = [(start, stop) for start, stop in _runs(powers >= least) if stop - start >= _SHORTEST]
    joined = merge_ranges(runs, _BREATH + 1)
    return tuple((start * BLOCK, min(stop * BLOCK, len(film))) for start, stop in joined)


def _powers(film: Samples) -> NDArray[np.int64]:
    """Give the sum of squares of every reading, in whole numbers: their order of addition cannot matter."""
    count = -(-len(film) // BLOCK)
    powers = np.zeros(count, np.int64)
    step = BLOCK * 64
    for start in range(0, len(film), step):
        part = np.rint(film[start : start + step].astype(np.float64) * _FULL_SCALE).astype(np.int64)
        squares = (part * part).sum(axis=1)
        edges = np.arange(0, len(squares), BLOCK)
        first = start // BLOCK
        powers[first : first + len(edges)] = np.add.reduceat(squares, edges)
    return powers


def _runs(flags: NDArray[np.bool_]) -> list[Range]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]])))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]


def duck_gain(duck: Duck, ranges: Sequence[Range], first: int, last: int) -> NDArray[np.float64] | None:
    """Give the gain at samples [first, last) of the timeline; None where it is 1 at all of them."""
    near = [
        (start, stop) for start, stop in ranges if start - duck.attack < last and stop + duck.release > first
    ]
    if not near:
        return None
    depth = 10 ** (duck.depth_db / 20)
    gain = np.ones(last - first)
    for start, stop in near:
        inside = slice(max(start, first) - first, max(min(stop, last) - first, 0))
        gain[inside] = depth
        for begin, length, falls in ((start - duck.attack, duck.attack, True), (stop, duck.release, False)):
            low, high = max(begin, first), min(begin + length, last)
            if low < high:
                height = smooth_step((np.arange(low - begin, high - begin) + 0.5) / length)
                ramp = 1.0 - (1.0 - depth) * (height if falls else 1.0 - height)
                part = gain[low - first : high - first]
                np.minimum(part, ramp, out=part)
    return gain
