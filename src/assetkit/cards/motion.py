"""Motion of cards: durations become whole frames once, and easing is exact rational arithmetic."""

from __future__ import annotations

import math
from fractions import Fraction

from assetkit.timecode import seconds_to_frames

# Milliseconds, from the Material and Carbon motion scales (docs of both, 2026).
ENTER = 450
STAGGER = 240  # all starts of one card's parts lie within this
LEAVE = 240
COUNT = 1400  # 1.2-1.6 s: shorter reads as a flash
WORDING_AFTER = 200  # the words follow the number closely, so that it is known what is counted


def frames_of(milliseconds: int, rate: Fraction) -> int:
    """Round a motion token to whole frames, at least one."""
    return max(1, seconds_to_frames(Fraction(milliseconds, 1000), rate))


def ease_out(step: int, steps: int) -> Fraction:
    """Give how far a movement has come after `step` of `steps` frames: fast first, 1 exactly at the end."""
    if step >= steps:
        return Fraction(1)
    left = Fraction(max(0, steps - step), steps)
    return 1 - left**3


def ease_in(step: int, steps: int) -> Fraction:
    """Give how far a leaving has come: slow first, 1 exactly at the end."""
    return Fraction(min(step, steps), steps) ** 2


def count_values(value: Fraction, decimals: int, frames: int) -> tuple[Fraction, ...]:
    """Give the values that a counter shows from zero, one a frame; the last is the value itself.

    Rounded toward zero to `decimals`, so that no step ever shows more than the final value.
    """
    unit = 10**decimals
    steps = (Fraction(math.trunc(value * unit * ease_out(step, frames)), unit) for step in range(1, frames))
    return (*steps, value)
