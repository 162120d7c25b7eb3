"""Loops: where music goes back to, so that nobody hears it.

A loop plays [head, head + period) of a source again and again. Where the end of a round does not run on into
its head by itself, the sound after the end is faded out over the head, for `cross` samples. The two gains are
divided by the power that two signals of this `likeness` have together: like signals are crossfaded by a
straight line, unlike ones at equal power, and all between keep their level too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assetkit.errors import MediaError
from assetkit.sound.ducking import smooth_step
from assetkit.sound.records import SHORTEST_LOOP
from assetkit.timecode import SAMPLE_RATE

if TYPE_CHECKING:
    from assetkit.sound.stretches import Sound

_CROSS = SAMPLE_RATE // 20
_LOOK = SAMPLE_RATE // 2  # how much of the head is looked for near the end
_FARTHEST = 10 * SAMPLE_RATE  # how far before the end it is looked for, and never more than a quarter
_NEAR = SAMPLE_RATE // 100  # how far a join that a person named may move to meet the head's phase
_TIE = 0.005  # likenesses as near as this are the same: the later one makes the longer loop
_ALIKE = 0.5
_ORDER = 24
_HISTORY = 4096


@dataclass(frozen=True)
class Loop:
    """Where to play from again, after how many samples, and over how many samples the join is faded."""

    head: int
    period: int
    cross: int = 0
    likeness: float = 0.0

    def place(self, position: int) -> int:
        """Give the source's sample that is played where the music without end would be at `position`."""
        return position if position < self.end else self.head + (position - self.head) % self.period

    @property
    def end(self) -> int:
        """The first sample that is not played in a round."""
        return self.head + self.period

    def gains(self, first: int, last: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give the gains of the head and of the sound after the end, at samples [first, last) of the join."""
        rising = smooth_step((np.arange(first, last) + 0.5) / self.cross)
        falling = 1.0 - rising
        power = rising * rising + falling * falling + 2.0 * self.likeness * rising * falling
        return rising / np.sqrt(power), falling / np.sqrt(power)


def find_loop(sound: Sound, head: int, end: int | None) -> Loop:
    """Find the join of a loop from `head` to about `end`, or to about the source's end where it is None.

    A join that a person named moves by 10 ms at most, to keep the beat, where the source has anything beyond
    one of its ends. Any other is looked for in the last quarter: where the music is most like its head, and
    as late as that is so. Raises MediaError for a loop of less than half a second.
    """
    stop = len(sound) if end is None else min(end, len(sound))
    if stop - head < SHORTEST_LOOP:
        raise MediaError(
            f"The music has {max(stop - head, 0) / SAMPLE_RATE:.2f} s to repeat, which is too short.",
            remedy="Correct `loop:`, or take longer music.",
        )
    if _runs_on(sound, head, stop):
        return Loop(head, stop - head)
    cross = min(_CROSS, (stop - head) // 4)
    latest = len(sound) - cross  # the join is faded with what comes after it
    if end is not None and stop > latest and head >= cross:
        head, stop = head - cross, stop - cross  # nothing comes after it: fade with what comes before
    if end is not None and stop <= latest:
        low, high = max(stop - _NEAR, head + 1), min(stop + _NEAR, latest)
    else:
        low, high = stop - min(_FARTHEST, (stop - head) // 4) - cross, min(stop, latest)
    join = _best_join(sound, head, low, high, cross)
    return Loop(head, join - head, cross, _likeness(sound, head, join, cross))


def _best_join(sound: Sound, head: int, low: int, high: int, cross: int) -> int:
    """Give the sample in [low, high] from which the source is most like what follows its head."""
    is_wide = high - low > 2 * _NEAR
    look = max(cross, min(_LOOK, (high - low) // 4)) if is_wide else cross
    likeness = _likenesses(sound, head, low, min(high, len(sound) - look), look)
    if is_wide and likeness.max(initial=-1.0) < _ALIKE:  # nothing repeats: the join alone counts, and late
        low = max(low, high - 2 * _NEAR)
        likeness = _likenesses(sound, head, low, high, cross)
    latest = int(np.flatnonzero(likeness >= likeness.max() - _TIE)[-1])
    first = max(latest - _NEAR, 0)
    around = likeness[first : latest + 1]
    return low + first + int(np.flatnonzero(around == around.max())[-1])


def _likenesses(sound: Sound, head: int, low: int, high: int, look: int) -> NDArray[np.float64]:
    """Compare `look` samples from `head` with those from each of [low, high]: 1 the same, 0 nothing alike.

    Twice the product over the sum of the powers: a copy that is quieter is less alike.
    """
    model = np.asarray(sound[head : head + look], np.float64)
    field = np.asarray(sound[low : high + look], np.float64)
    size = 1 << (len(field) + look - 1).bit_length()
    spectrum = np.fft.rfft(field, size, axis=0) * np.conj(np.fft.rfft(model, size, axis=0))
    products = np.fft.irfft(spectrum, size, axis=0)[: high - low + 1].sum(axis=1)
    sums = np.concatenate([[0.0], np.cumsum((field * field).sum(axis=1))])
    powers = sums[look : look + high - low + 1] - sums[: high - low + 1] + float((model * model).sum())
    likeness: NDArray[np.float64] = np.round(2 * products / np.maximum(powers, 1e-12), 4)
    return likeness


def _likeness(sound: Sound, head: int, join: int, cross: int) -> float:
    """Give how alike the two sides of a join are, as its crossfade counts with it."""
    return min(max(round(float(_likenesses(sound, head, join, join, cross)[0]), 2), 0.0), 1.0)


def _runs_on(sound: Sound, head: int, stop: int) -> bool:
    """Tell whether the source's `stop` runs on into its `head` as it runs on everywhere else.

    Each side is foretold from the samples before: at the join it may surprise no more than it does nearby.
    """
    before = np.asarray(sound[max(stop - _HISTORY, head) : stop], np.float64)
    after = np.asarray(sound[head : head + _HISTORY], np.float64)
    first, second = float((before * before).mean()), float((after * after).mean())
    if not 0.25 * second <= first <= 4 * second:
        return False
    return all(_joins(before[:, channel], after[:, channel]) for channel in (0, 1))


def _joins(before: NDArray[np.float64], after: NDArray[np.float64]) -> bool:
    taps = _predictor(before)
    surprise = np.abs(np.convolve(np.concatenate([before, after]), taps, "valid"))
    at = len(before) - _ORDER  # the first value that is foretold across the join
    usual = np.concatenate([surprise[: at - 1], surprise[at + 2 * _ORDER :]])
    return bool(surprise[at : at + _ORDER].max() <= usual.max(initial=0.0))


def _predictor(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the filter that leaves of a signal what could not be foretold (Levinson and Durbin)."""
    shaped = signal * smooth_step(1.0 - np.abs(np.linspace(-1, 1, len(signal))))
    powers = [float((shaped[lag:] * shaped[: len(shaped) - lag]).sum()) for lag in range(_ORDER + 1)]
    taps, error = [1.0], powers[0] * (1 + 1e-9)
    for order in range(1, _ORDER + 1):
        if error <= 0:
            break
        step = -sum(tap * powers[order - place] for place, tap in enumerate(taps)) / error
        taps = [
            tap + step * mirrored for tap, mirrored in zip([*taps, 0.0], [0.0, *reversed(taps)], strict=True)
        ]
        error *= 1 - step * step
    return np.array([*taps, *[0.0] * (_ORDER + 1 - len(taps))])
