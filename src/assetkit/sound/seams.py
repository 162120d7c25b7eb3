"""Seams: how the join of a loop sounds, measured on the samples that a bed plays there."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from assetkit.media.seams import Seam
from assetkit.sound.beds import play_sound
from assetkit.sound.loops import Loop, find_loop
from assetkit.sound.records import Bed
from assetkit.sound.stretches import Sound
from assetkit.timecode import SAMPLE_RATE

_AROUND = SAMPLE_RATE // 4  # samples on each side of which the level is taken
_SHARP = SAMPLE_RATE // 200  # 5 ms around an edge, in which a click would lie
_QUIET = 1e-6
_TAPS = np.array([1.0, -4.0, 6.0, -4.0, 1.0])  # a fourth difference: what no smooth wave has


def measure_seam(sound: Sound, bed: Bed) -> Seam:
    """Measure the join of the loop that this bed makes of a sound; raises MediaError as `find_loop` does.

    A bed that needs no loop after all has a seam without a step.
    """
    head, end = bed.loop or (0, 0)
    if end <= head and bed.source_start + bed.length <= len(sound):
        return Seam(0, len(sound), 0.0, 0.0, 0.0)
    return measure_join(sound, find_loop(sound, head, end if end > head else None))


def measure_join(sound: Sound, loop: Loop) -> Seam:
    """Measure the first join of a loop."""
    reach = min(_AROUND, loop.period // 2)
    played = play_sound(sound, loop, loop.end - 2 * reach, loop.end + loop.cross + 2 * reach)
    before, after = played[reach : 2 * reach], played[2 * reach + loop.cross : 3 * reach + loop.cross]
    edges = {2 * reach, 2 * reach + loop.cross}
    return Seam(loop.head, loop.end, _level(before), _level(after), _click(played, sorted(edges)))


def _level(samples: NDArray[np.float64]) -> float:
    power = float((samples * samples).mean()) if len(samples) else 0.0
    return round(10 * math.log10(max(power, 1e-12)), 1)


def _click(played: NDArray[np.float64], edges: list[int]) -> float:
    """Give in dB how far what is sharp at the edges stands over what is sharp around them."""
    sharp = np.abs(np.stack([np.convolve(played[:, side], _TAPS, "same") for side in (0, 1)])).max(axis=0)
    at = np.zeros(len(sharp), bool)
    for edge in edges:
        at[max(0, edge - _SHARP) : edge + _SHARP] = True
    at[:8] = at[-8:] = False  # the ends of what was taken out are no seams
    inside = float(sharp[at].max(initial=0.0))
    around = float(sharp[8:-8][~at[8:-8]].max(initial=0.0))
    return round(20 * math.log10(max(inside, _QUIET) / max(around, _QUIET)), 1)
