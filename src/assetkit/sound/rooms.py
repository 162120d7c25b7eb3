"""How even a sound is: the noise of an empty room hardly moves, and all that is meant to be heard does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.stretches import Samples, Sound
from assetkit.timecode import SAMPLE_RATE

_WINDOW = SAMPLE_RATE // 50  # shorter than a syllable, longer than a wave of a low voice
_BLOCK = 512 * _WINDOW
_FLOOR = 1e-7  # -140 dBFS: nothing was recorded there
_LEAST = 25
_LOW, _HIGH = 25, 95


def find_spread(sound: Sound) -> float | None:
    """Give how far the level of 20 ms moves, in dB: from its lower quartile to its highest twentieth.

    Silence is left out. None where less than half a second is left. Low sounds count less, or the rumble of
    an empty room would look like an event.
    """
    blocks = [_levels(sound[start : start + _BLOCK]) for start in range(0, len(sound), _BLOCK)]
    levels = np.concatenate(blocks) if blocks else np.zeros(0)
    heard = levels[levels > _FLOOR]
    if len(heard) < _LEAST:
        return None
    low, high = np.percentile(20 * np.log10(heard), [_LOW, _HIGH])
    return float(high - low)


def _levels(samples: Samples) -> NDArray[np.float64]:
    """Give the effective level of each whole window, of the steps from sample to sample."""
    steps = np.diff(np.asarray(samples, np.float64), axis=0, prepend=samples[:1])
    whole = len(steps) // _WINDOW * _WINDOW
    powers = (steps[:whole] ** 2).reshape(-1, 2 * _WINDOW).mean(axis=1)
    levels: NDArray[np.float64] = np.sqrt(powers)
    return levels
