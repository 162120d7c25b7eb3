"""The join of a loop, measured: a step of level and a click are found, and what we make has neither."""

from __future__ import annotations

import numpy as np

from assetkit.sound.loops import Loop
from assetkit.sound.records import Bed
from assetkit.sound.seams import measure_join, measure_seam
from support.voices import RATE, Signal, tone


def stereo(sound: Signal) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.stack([sound, sound], axis=1).astype(np.float32)


def test_a_hard_join_out_of_phase_clicks() -> None:
    sound = stereo(tone(4, -20, 220))
    assert measure_join(sound, Loop(0, 2 * RATE)).click <= 0
    clicks = measure_join(sound, Loop(0, 2 * RATE + 60))
    assert clicks.click > 12 and abs(clicks.after - clicks.before) < 1


def test_a_join_that_we_make_does_not_click() -> None:
    sound = stereo(tone(4, -20, 220) + tone(4, -30, 331))
    for loop in ((0, 0), (0, 2 * RATE + 60), (RATE // 3, 3 * RATE)):
        seam = measure_seam(sound, Bed("a", 0, 9 * RATE, loop[0], loop=loop))
        assert seam.click < 3 and abs(seam.after - seam.before) < 2


def test_music_that_has_faded_steps_where_it_goes_back() -> None:
    fades = np.concatenate([np.ones(2 * RATE), np.linspace(1, 0.03, 2 * RATE)])
    sound = stereo(tone(4, -20, 220) * fades)
    seam = measure_seam(sound, Bed("a", 0, 9 * RATE, loop=(0, 19 * RATE // 5)))
    assert seam.after - seam.before > 10


def test_a_bed_that_needs_no_loop_has_no_seam() -> None:
    seam = measure_seam(stereo(tone(4)), Bed("a", 0, 3 * RATE, loop=(0, 0)))
    assert (seam.before, seam.after, seam.click) == (0, 0, 0)
