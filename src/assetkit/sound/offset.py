"""A constant that a sound stands on, as a bad converter leaves it: found, and taken away.

It cannot be heard and is not in the loudness, but gain lifts it too, and the limiter would hold down all of
the sound for its sake.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.stretches import Samples, Sound
from assetkit.timecode import SAMPLE_RATE

MOST_OFFSET = 0.02
"""What may be left of it after the gain, where full scale is 1: the limiter is not moved by that."""

_REACH = SAMPLE_RATE // 5
"""The mean is taken over 0.4 s around each sample: nothing from 10 Hz on changes by more than 0.7 dB."""


def find_offset(sound: Sound) -> float:
    """Give the greatest mean of a whole second of either channel, a short sound being one."""
    step = min(SAMPLE_RATE, len(sound)) or 1
    starts = range(0, len(sound) - step + 1, step)
    means = (np.asarray(sound[start : start + step], np.float64).mean(axis=0) for start in starts)
    return max((float(np.abs(mean).max()) for mean in means), default=0.0)


class Centred:
    """A sound without its moving mean, read by slices as the sound itself is."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound

    def __len__(self) -> int:
        return len(self._sound)

    def __getitem__(self, part: slice) -> Samples:
        start, stop, _ = part.indices(len(self))
        if start >= stop:
            return np.zeros((0, 2), np.float32)
        low, high = max(0, start - _REACH), min(len(self), stop + _REACH)
        around = np.asarray(self._sound[low:high], np.float64)
        mean = _moving_mean(around)[start - low : stop - low]
        return (around[start - low : stop - low] - mean).astype(np.float32)


def _moving_mean(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the mean of what lies within the reach of each sample; at the ends there is less of it."""
    sums = np.concatenate([np.zeros((1, 2)), np.cumsum(samples, axis=0)])
    place = np.arange(len(samples))
    first, last = np.maximum(place - _REACH, 0), np.minimum(place + _REACH + 1, len(samples))
    mean: NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)[:, None]
    return mean
