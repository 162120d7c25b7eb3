"""Say whether a piece of a picture looks like what was to be drawn there."""

from __future__ import annotations

import numpy as np

from assetkit.geometry import Box
from assetkit.subtitles.ink import REACH, Mask, Plane

# libass rounds each advance and kerns not across scripts: a glyph may stand this far from ours, in pixels.
_SHIFTS = [(down, across) for down in (0, -1, 1) for across in (0, 1, -1, 2, -2)]
# How far the mean of a stroke-wide square may differ from what was to be drawn there, of 1 from black to
# white; for type from 30 px on, and smaller. Measured at crf 20: right glyphs up to 0.21 (small: 0.24), one
# letter for another (ү ұ, а ә, ц ң, к қ) from 0.38 on.
_MOST_DIFFERENT, _MOST_DIFFERENT_SMALL, _SMALL_BELOW = 0.30, 0.45, 30
_STROKE = 0.1  # ems
_MARGIN = 2  # pixels around a glyph that belong to its surroundings


def most_different(em: float) -> float:
    """Give by how much a square may differ in type of `em` pixels."""
    return _MOST_DIFFERENT if em >= _SMALL_BELOW else _MOST_DIFFERENT_SMALL


def stroke_side(em: float) -> int:
    """Give the side of a square as wide as a stroke, in pixels."""
    return max(3, round(_STROKE * em))


def is_like(level: Plane, wanted: Plane, near: Mask, box: Box, side: int, most: float) -> bool:
    """Say whether a box's surroundings are what was to be drawn where `near` is, at one of the small shifts.

    What counts is the greatest mean difference of any square of `side` pixels: the edges of right letters
    cancel out, a stroke that is missing or too many does not.
    """
    height, width = wanted.shape
    top, left = max(REACH, box.y - _MARGIN), max(REACH, box.x - _MARGIN)
    bottom, right = min(height - REACH, box.bottom + _MARGIN), min(width - REACH, box.right + _MARGIN)
    mask, drawn = near[top:bottom, left:right], wanted[top:bottom, left:right]
    for down, across in _SHIFTS:
        found = level[top + down : bottom + down, left + across : right + across]
        if np.abs(_square_means((found - drawn) * mask, side)).max() <= most:
            return True
    return False


def _square_means(plane: Plane, side: int) -> Plane:
    """Give the mean of the square around each pixel; beyond the edge it counts as 0."""
    before, after = side // 2 + 1, side - side // 2 - 1
    sums = np.pad(plane, (before, after)).cumsum(axis=0).cumsum(axis=1)
    whole: Plane = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return whole / np.float32(side * side)
