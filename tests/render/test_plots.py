"""Drawings of what happens over time."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.render.plots import QUIET, SMALL, Plot


@pytest.mark.parametrize(("x", "is_after"), [(50.0, True), (300.0, True), (380.0, False), (400.0, False)])
def test_words_at_the_end_stand_before_their_line(x: float, is_after: bool) -> None:
    """The time of the last second, at whose line the rows end, does not run out of them."""
    plot = Plot(420, 60, 40, 400, 48000)
    end = plot.flag((x, 30), "00:12", SMALL, QUIET)
    assert (end > x) is is_after and end <= 400
    drawn = np.any(plot.finish() > 60, axis=(0, 2))
    assert drawn.any() and not drawn[round(end) + 2 :].any()
