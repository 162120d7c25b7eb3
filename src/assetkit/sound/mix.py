"""The mix: stretches of 48 kHz stereo sound laid end to end, exact to the sample, without clicks.

Sound is joined here from PCM and never from coded packets. A join is one of five:

- where the source runs on, there is no join: the samples are copied as they are (a crossfade of a signal
  with itself would be 3 dB too loud in its middle);
- where it runs on at another gain, the gain moves over 10 ms around the join;
- where it jumps, an equal-power crossfade of 10 ms around the cut, from the sound beyond both edges; a
  side that has no sound beyond its edge fades alone;
- to and from silence, a fade of 5 ms within the piece, so that the silence stays silent;
- a dissolve (`SoundPiece.cross`), the same crossfade over the length of the dissolve.

Everything farther than 5 ms from a plain join, and outside of dissolves and of the fades that were asked
for, is the source's samples untouched, at the gain that was asked for.

The mix is made in blocks, so that it needs as much memory for an hour as for a minute; under a bed it is
whole, because what a bed does may depend on what is heard later.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.beds import lay_beds
from assetkit.sound.records import MixPlan as MixPlan
from assetkit.sound.records import SoundPiece as SoundPiece
from assetkit.sound.stretches import EQUAL_POWER, Ramp, Samples, Sound, Stretch, find_stretches
from assetkit.sound.stretches import FADE as FADE

BLOCK = 1 << 19
"""Samples of a block: about eleven seconds, 4 MiB."""


def mix(plan: MixPlan, sources: Mapping[str, Sound]) -> Samples:
    """Lay the pieces into one array of shape (plan.total, 2).

    `sources` hold sound whose sample 0 is at the picture's first frame; they are read by slices, only where
    a piece needs them. Where a piece reaches beyond its source there is silence, with a fade. Raises
    KeyError for a source that is not given.
    """
    blocks = list(mix_blocks(plan, sources))
    return np.concatenate(blocks) if blocks else np.zeros((0, 2), np.float32)


def mix_blocks(plan: MixPlan, sources: Mapping[str, Sound]) -> Iterator[Samples]:
    """Give the same mix in blocks, one after the other."""
    stretches, step = find_stretches(plan, sources), plan.total if plan.beds else BLOCK
    for start in range(0, plan.total, step or 1):
        out = np.zeros((min(step, plan.total - start), 2), np.float32)
        for stretch in stretches:
            if stretch.start < start + len(out) and start < stretch.stop:
                _lay(out, start, stretch, sources[stretch.source])
        if plan.beds:
            lay_beds(out, plan, sources)
        _fade_ends(out, start, plan)
        yield out


def _lay(out: Samples, at: int, stretch: Stretch, sound: Sound) -> None:
    """Add what a block that begins at `at` holds of a stretch; untouched samples are copied bit by bit."""
    first, last = max(stretch.start, at), min(stretch.stop, at + len(out))
    begin = stretch.source_start + first - stretch.start
    window = np.array(sound[begin : begin + last - first], np.float32)
    if stretch.gain_db:
        window *= np.float32(10 ** (stretch.gain_db / 20))
    for ramp in stretch.ramps:
        _ride(window, first, ramp)
    out[first - at : last - at] += window


def _fade_ends(out: Samples, at: int, plan: MixPlan) -> None:
    if plan.fade_in:
        _ride(out, at, Ramp(0, min(plan.fade_in, plan.total)))
    if plan.fade_out:
        length = min(plan.fade_out, plan.total)
        _ride(out, at, Ramp(plan.total - length, length, falls=True))


def _ride(window: Samples, at: int, ramp: Ramp) -> None:
    """Move the gain of samples that begin at `at` of the timeline along a ramp."""
    first, last = max(ramp.start, at), min(ramp.start + ramp.length, at + len(window))
    if first >= last:
        return
    gains = _rising(ramp.length, ramp.shape)
    gains = gains[::-1] if ramp.falls else gains
    window[first - at : last - at] *= gains[first - ramp.start : last - ramp.start, None]


@functools.lru_cache(maxsize=8)
def _rising(length: int, shape: str) -> NDArray[np.float32]:
    """Give the gains of a fade-in, as many as it has samples.

    Equal power: squared, they and their mirror image sum to one at every sample. The bare sine has a corner
    where it starts, heard as a tick under a loud tone; with the sine of a sine squared both ends are flat.
    Else a sine squared: it and its mirror image sum to one, for sound that is the same on both sides, and
    for fades from silence.
    """
    place = (np.arange(length) + 0.5) / length
    smooth = np.sin(np.pi / 2 * place) ** 2
    gains = np.sin(np.pi / 2 * smooth) if shape == EQUAL_POWER else smooth
    return gains.astype(np.float32)


__all__ = ["BLOCK", "FADE", "MixPlan", "Samples", "Sound", "SoundPiece", "mix", "mix_blocks"]
