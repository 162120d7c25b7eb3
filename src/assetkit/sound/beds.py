"""Music beds: a source under the film's sound, with its gain, fades, loop and ducking.

Sample by sample it is the source's, times gains; a block at a time, so that memory does not grow with the
film. Fades are smooth steps. A bed that begins within its source, or ends before its source does, is faded
over 5 ms at least: what is cut off would click.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.ducking import duck_gain, ranges_of, smooth_step
from assetkit.sound.loops import Loop, find_loop
from assetkit.sound.ranges import Range
from assetkit.sound.records import Bed, MixPlan
from assetkit.timecode import SAMPLE_RATE

if TYPE_CHECKING:
    from assetkit.sound.stretches import Samples, Sound

LEAST_FADE = SAMPLE_RATE * 5 // 1000
"""The fade, in samples, that a cut-off edge has without being asked for."""

_BLOCK = 1 << 16


def lay_beds(out: Samples, plan: MixPlan, sources: Mapping[str, Sound]) -> None:
    """Add the beds of a plan to the mix of its pieces, in place.

    `out` has shape (plan.total, 2) and holds the film's sound alone: by its level the beds are ducked where
    they are to be. Raises KeyError for a source that is not given, MediaError for a loop that is too short.
    """
    ranges = [ranges_of(bed.duck, out) if bed.duck else () for bed in plan.beds]
    for bed, ducked in zip(plan.beds, ranges, strict=True):
        _lay(out, bed, sources[bed.source], ducked)


def _lay(out: Samples, bed: Bed, sound: Sound, ranges: tuple[Range, ...]) -> None:
    loop = _loop(bed, sound)
    level = 10 ** (bed.gain_db / 20)
    fades = _fades(bed, sound, loop)
    for first in range(0, fades.ends, _BLOCK):
        last = min(first + _BLOCK, fades.ends)
        gain = np.full(last - first, level)
        fades.apply(gain, first)
        ducked = duck_gain(bed.duck, ranges, bed.start + first, bed.start + last) if bed.duck else None
        if ducked is not None:
            gain *= ducked
        music = play_sound(sound, loop, bed.source_start + first, bed.source_start + last)
        out[bed.start + first : bed.start + last] += (music * gain[:, None]).astype(np.float32)


def _loop(bed: Bed, sound: Sound) -> Loop | None:
    """Give the loop of a bed; None where the source is long enough to be played to its own end."""
    if bed.loop is None:
        return None
    head, end = bed.loop
    if end <= head and bed.source_start + bed.length <= len(sound):
        return None
    return find_loop(sound, head, end if end > head else None)


@dataclass(frozen=True)
class _Fades:
    """A rise at the bed's beginning, a fall to its `stop`, and one to where its sound `ends`, if before."""

    rise: int
    fall: int
    stop: int
    ends: int
    last_fall: int

    def apply(self, gain: NDArray[np.float64], first: int) -> None:
        """Multiply the gains of samples from `first` of the bed on."""
        _rise(gain, first, self.rise)
        _rise(gain[::-1], self.stop - first - len(gain), self.fall)
        _rise(gain[::-1], self.ends - first - len(gain), self.last_fall)


def _fades(bed: Bed, sound: Sound, loop: Loop | None) -> _Fades:
    ends = bed.length if loop else max(0, min(bed.length, len(sound) - bed.source_start))
    is_cut = loop is not None or bed.source_start + ends < len(sound) or ends < bed.length
    rise = max(bed.fade_in, LEAST_FADE if bed.source_start else 0)
    return _Fades(rise, bed.fade_out, bed.length, ends, LEAST_FADE if is_cut else 0)


def _rise(gain: NDArray[np.float64], first: int, length: int) -> None:
    """Multiply gains, of which the first stands `first` samples into a fade-in of `length`, by that fade."""
    part = gain[: max(0, length - first)]
    if len(part):
        part *= smooth_step((np.arange(first, first + len(part)) + 0.5) / length)


def play_sound(sound: Sound, loop: Loop | None, first: int, last: int) -> NDArray[np.float64]:
    """Give what is heard of a source at positions [first, last), counted as if a loop never ended."""
    if loop is None:
        return np.array(sound[first:last], np.float64)
    parts: list[NDArray[np.float64]] = []
    while first < last:
        at = loop.place(first)
        step = min(last - first, loop.end - at)
        part = np.array(sound[at : at + step], np.float64)
        if first >= loop.end and at - loop.head < loop.cross:
            _cross(part, sound, loop, at - loop.head)
        parts.append(part)
        first += step
    return np.concatenate(parts)


def _cross(part: NDArray[np.float64], sound: Sound, loop: Loop, first: int) -> None:
    """Fade the sound after a round's end out over the head, from sample `first` of the join on."""
    last = min(loop.cross, first + len(part))
    head, tail = loop.gains(first, last)
    after = np.asarray(sound[loop.end + first : loop.end + last], np.float64)
    part[: last - first] = part[: last - first] * head[:, None] + after * tail[:, None]
