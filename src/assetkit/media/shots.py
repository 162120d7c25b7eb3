"""Shots: the stretches of a film between its cuts, found in what was measured of its frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from statistics import median

from assetkit.timecode import FrameRange

# Shares of the whole range of luma, chosen on drawn and on filmed material: a cut changes much at once, and
# much more than the frames around it do; what moves or shakes changes much all the time.
_LEAST_CHANGE = 0.06
_TIMES_AROUND = 4.0
_AROUND = 12  # frames on each side
_SHORTEST = Fraction(2, 5)  # seconds; what changes again sooner, a flash for example, is no shot of its own
_DARK = 0.09


@dataclass(frozen=True)
class Shot:
    """A shot in frames of its master. `luma` is its mean brightness, 0 to 1 as coded."""

    range: FrameRange
    luma: float

    @property
    def is_dark(self) -> bool:
        """Whether there is hardly anything to see: black, or a title on black."""
        return self.luma < _DARK


def split_shots(changes: Sequence[float], lumas: Sequence[float], rate: Fraction) -> tuple[Shot, ...]:
    """Split a film at its cuts; dissolves and fades are not found, and stay inside of a shot.

    `changes[n]` says how much frame n differs from the one before it, `lumas[n]` how bright it is, both as
    shares of the whole range. The shots lie end to end and hold every frame.
    """
    shortest = max(1, int(_SHORTEST * rate))
    edges = [0]
    for frame in range(shortest, len(changes) - shortest + 1):
        if _is_cut(changes, frame) and frame - edges[-1] >= shortest:
            edges.append(frame)
    edges.append(len(changes))
    return tuple(
        Shot(FrameRange(start, stop), sum(lumas[start:stop]) / (stop - start))
        for start, stop in pairwise(edges)
        if stop > start
    )


def _is_cut(changes: Sequence[float], frame: int) -> bool:
    change = changes[frame]
    if change < _LEAST_CHANGE:
        return False
    before, after = changes[max(1, frame - _AROUND) : frame], changes[frame + 1 : frame + 1 + _AROUND]
    return change > _TIMES_AROUND * median([*before, *after] or [0.0])
