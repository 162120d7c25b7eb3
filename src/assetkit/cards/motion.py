"""Motion of cards: durations become whole frames once, and easing is exact rational arithmetic.

What is drawn takes its frames per second of motion, `CardSpec.beat`: the rate with the brand's tempo in it.
"""

from __future__ import annotations

import functools
import math
from fractions import Fraction

from assetkit.campaign.brand_parts import Curve, Motion
from assetkit.cards.easing import bezier
from assetkit.timecode import seconds_to_frames

# Milliseconds, from the Material and Carbon motion scales (docs of both, 2026).
ENTER = 450
STAGGER = 240  # all starts of one card's parts lie within this
LEAVE = 240
COUNT = 1400  # 1.2-1.6 s: shorter reads as a flash
WORDING_AFTER = 200  # the words follow the number closely, so that it is known what is counted

Easing = Curve | tuple[()]
"""A curve, or () for the house's cubic."""


def beat_of(motion: Motion, rate: Fraction) -> Fraction:
    """Give the frames in which a second of motion passes at a tempo."""
    return rate * motion.tempo


def frames_of(milliseconds: int, beat: Fraction) -> int:
    """Round a motion token to whole frames, at least one; `beat` are the frames of a second of motion."""
    return max(1, seconds_to_frames(Fraction(milliseconds, 1000), beat))


def ease_out(step: int, steps: int, curve: Easing = ()) -> Fraction:
    """Give how far a movement has come after `step` of `steps` frames: fast first, 1 exactly at the end."""
    if step >= steps:
        return Fraction(1)
    done = Fraction(max(0, step), steps)
    return bezier(curve, done) if curve else 1 - (1 - done) ** 3


def ease_in(step: int, steps: int, curve: Easing = ()) -> Fraction:
    """Give how far a leaving has come: slow first, 1 exactly at the end."""
    if step >= steps:
        return Fraction(1)
    done = Fraction(max(0, step), steps)
    return bezier(curve, done) if curve else done**2


@functools.lru_cache(maxsize=256)
def count_values(value: Fraction, decimals: int, frames: int, curve: Easing = ()) -> tuple[Fraction, ...]:
    """Give the values that a counter shows from zero, one a frame; the last is the value itself.

    Rounded toward zero to `decimals`, so that no step ever shows more than the final value.
    """
    unit = 10**decimals
    come = (ease_out(step, frames, curve) for step in range(1, frames))
    return (*(Fraction(math.trunc(value * unit * each), unit) for each in come), value)
