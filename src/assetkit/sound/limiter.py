"""True peak, and the look-ahead limiter that holds it: numpy only, no state kept.

The limiter reads the level between the samples (four times oversampled, as ITU-R BS.1770 measures true
peak), holds each peak for 5 ms, lets go at 400 dB a second, and moves its gain in a straight average over
5 ms that ends where the peak begins. So the gain is down before the peak arrives and never too little.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.stretches import Samples, Sound
from assetkit.timecode import SAMPLE_RATE

LOOK_AHEAD = SAMPLE_RATE * 5 // 1000
RELEASE = 400.0
"""Decibels a second."""
_PHASES = 4
_TAPS = 32  # per phase: half of them on either side of the point between two samples
_BLOCK = 32  # samples that one row of the matrix product interpolates
_ROWS = 64  # rows at a time, so that the work stays in the cache
_GROUP = _BLOCK * _ROWS
BLOCK = 1 << 18
"""Samples that are limited at a time; whole groups of rows, so that no sum is taken in another order."""


def true_peak(samples: Samples) -> float:
    """Measure the true peak of (n, 2) samples in dBTP; minus infinity for silence."""
    peak = float(_envelope(samples).max(initial=0.0))
    return 20 * math.log10(peak) if peak > 0 else -math.inf


def true_peaks(sound: Sound, step: int) -> list[float]:
    """Measure the true peak in dBTP of every `step` samples; minus infinity for silence."""
    found: list[float] = []
    block, margin = 100 * step, 2 * _TAPS  # what a block is cut off from would ring at its edges
    for start in range(0, len(sound), block):
        stop, low = min(start + block, len(sound)), max(0, start - margin)
        levels = _envelope(sound[low : stop + margin])[start - low : stop - low]
        peaks = np.maximum.reduceat(levels, np.arange(0, len(levels), step))
        found += [20 * math.log10(peak) if peak > 0 else -math.inf for peak in peaks.tolist()]
    return found


def limit(samples: Samples, ceiling: float) -> Samples:
    """Hold (n, 2) samples under a true peak of `ceiling` dBTP; both channels get the same gain.

    What needs no limiting comes back as it is, bit by bit.
    """
    blocks = list(limit_blocks(samples, ceiling))
    return np.concatenate(blocks) if blocks else samples


def limit_blocks(sound: Sound, ceiling: float, gain: float = 0.0) -> Iterator[Samples]:
    """Give the sound at `gain` dB more and held under `ceiling`, block by block.

    Bit by bit what limiting the whole would give: what one block leaves over is handed to the next.
    """
    state, factor = _State(), np.float32(10 ** (gain / 20))
    for start in range(0, len(sound), BLOCK):
        stop = min(start + BLOCK, len(sound))
        low = max(0, start - LOOK_AHEAD - _TAPS) // _GROUP * _GROUP
        high = min(len(sound), -(-(stop + LOOK_AHEAD + _TAPS) // _GROUP) * _GROUP)
        part = sound[low:high] * factor
        over = np.zeros(stop - start + 2 * LOOK_AHEAD, np.float32)
        first, last = max(low, start - LOOK_AHEAD), min(high, stop + LOOK_AHEAD)
        into = slice(first - start + LOOK_AHEAD, last - start + LOOK_AHEAD)
        over[into] = _decibels_over(_envelope(part), ceiling)[first - low : last - low]
        inner = part[start - low : stop - low]
        reduction = state.reduce(over, stop - start)
        yield inner if reduction is None else inner * _gain_of(reduction)[:, None]


def _gain_of(reduction: NDArray[np.float32]) -> NDArray[np.float32]:
    gain: NDArray[np.float32] = np.exp2(reduction * np.float32(-math.log2(10) / 20))
    return gain


@dataclass
class _State:
    """What is left over of the blocks so far: where they end, the release that is under way, and its sum."""

    start: int = 0
    highest: float = 0.0
    total: float = 0.0

    def reduce(self, over: NDArray[np.float32], length: int) -> NDArray[np.float32] | None:
        """Give the decibels to take away from the next `length` samples, None where they are none.

        `over` are the decibels over the ceiling, from LOOK_AHEAD samples before to as many after.
        """
        # A sample of the average reaches back over LOOK_AHEAD values, each of which has looked as far ahead:
        # every one of them holds the peak, so their mean does too.
        held = _highest_ahead(over, LOOK_AHEAD)[: length + LOOK_AHEAD]
        slope = np.arange(self.start, self.start + len(held)) * (RELEASE / SAMPLE_RATE)
        highest = np.maximum.accumulate(np.concatenate([[self.highest], held + slope]))[1:]
        released = np.maximum(highest - slope, 0)
        sums = np.cumsum(np.concatenate([[self.total], released]))
        is_quiet = not released.any()
        mean = (sums[LOOK_AHEAD + 1 : LOOK_AHEAD + 1 + length] - sums[1 : length + 1]) / LOOK_AHEAD
        self.start += length
        self.highest, self.total = float(highest[length - 1]), float(sums[length])
        return None if is_quiet else mean.astype(np.float32)


def _highest_ahead(values: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Give the maximum of each value and the width - 1 that follow, by doubling the window."""
    best, reach = values.copy(), 1
    while reach < width:
        step = min(reach, width - reach)
        best[:-step] = np.maximum(best[:-step], best[step:])
        reach += step
    return best


def _decibels_over(envelope: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    threshold = 10 ** (ceiling / 20)
    over = np.zeros(len(envelope), np.float32)
    hot = np.flatnonzero(envelope > threshold)
    over[hot] = 20 * np.log10(envelope[hot] / np.float32(threshold))
    return over


def _envelope(samples: Samples) -> NDArray[np.float32]:
    """Give, per sample, the highest level of either channel from it up to the next one, shape (n,)."""
    # A maximum over the last axis of two would take twenty times as long as this.
    envelope = np.maximum(np.abs(samples[:, 0]), np.abs(samples[:, 1]))
    for channel in (0, 1):
        for start, between in _between(np.ascontiguousarray(samples[:, channel], np.float32)):
            part = envelope[start : start + len(between)]
            np.maximum(part, between[: len(part)], out=part)
    return envelope


def _between(signal: NDArray[np.float32]) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """Give (first sample, highest level in the gap after each sample) in runs of the signal."""
    before = _TAPS // 2 - 1
    rows = max(1, -(-len(signal) // _BLOCK))
    padded = np.zeros(rows * _BLOCK + _TAPS, np.float32)
    padded[before : before + len(signal)] = signal
    windows = np.lib.stride_tricks.sliding_window_view(padded, _BLOCK + _TAPS)[::_BLOCK]
    for row in range(0, rows, _ROWS):
        points = windows[row : row + _ROWS] @ _interpolator()
        levels = np.abs(points, out=points).reshape(len(points), _PHASES - 1, _BLOCK).max(axis=1)
        yield row * _BLOCK, levels.ravel()


@functools.cache
def _interpolator() -> NDArray[np.float32]:
    """Give the matrix from a window of samples to the three points in each of its gaps.

    A windowed sinc (Kaiser, beta 8) as a banded matrix of shape (_BLOCK + _TAPS, 3 * _BLOCK): one matrix
    product is many times faster than as many convolutions.
    """
    matrix = np.zeros((_BLOCK + _TAPS, (_PHASES - 1) * _BLOCK), np.float32)
    before = _TAPS // 2 - 1
    for phase in range(1, _PHASES):
        distance = np.arange(_TAPS) - before - phase / _PHASES
        span = np.clip(1 - (distance / (_TAPS / 2)) ** 2, 0, None)
        taps = np.sinc(distance) * np.i0(8.0 * np.sqrt(span)) / np.i0(8.0)
        for sample in range(_BLOCK):
            matrix[sample : sample + _TAPS, (phase - 1) * _BLOCK + sample] = taps / taps.sum()
    return matrix
