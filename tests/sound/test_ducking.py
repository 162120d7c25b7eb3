"""Ducking: as deep, as early and as long as asked, under cues or under what is loud."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.sound.ducking import duck_gain, find_loud
from assetkit.sound.mix import Samples, mix
from assetkit.sound.ranges import merge_ranges
from assetkit.sound.records import Bed, Duck, MixPlan, SoundPiece

pytestmark = pytest.mark.slow
RATE = 48000
TOTAL = 4 * RATE
SILENCE = (SoundPiece(None, 0, 0, TOTAL),)


def steady(length: int) -> Samples:
    return np.full((length, 2), 0.5, np.float32)


def laid(bed: Bed, pieces: tuple[SoundPiece, ...] = SILENCE, **sources: Samples) -> Samples:
    return mix(MixPlan(TOTAL, pieces, (bed,)), {"music": steady(2 * TOTAL), **sources})


def speech(seconds: float, level: float = 0.2, seed: int = 5) -> Samples:
    """Noise with the rhythm of syllables: bursts of 150 ms, pauses of 80 ms."""
    length = round(seconds * RATE)
    noise = np.random.default_rng(seed).normal(0, level, (length, 2))
    beat = np.arange(length) % round(0.23 * RATE) < round(0.15 * RATE)
    return (noise * beat[:, None]).astype(np.float32)


def test_music_goes_down_as_asked() -> None:
    duck = Duck(-12.0, 14400, 28800, ((96000, 120000),))
    made = laid(Bed("music", 0, TOTAL, duck=duck))[:, 0] / 0.5
    depth = 10 ** (-12 / 20)
    assert np.allclose(made[96000:120000], depth, atol=1e-6)
    assert np.all(made[240 : 96000 - 14400] == 1)
    assert np.all(made[120000 + 28800 : TOTAL - 240] == 1)
    assert np.all(np.diff(made[96000 - 14400 : 96000]) <= 0)
    assert np.all(np.diff(made[120000 : 120000 + 28800]) >= 0)
    halfway = (1 + depth) / 2
    assert np.allclose(made[[96000 - 7200, 120000 + 14400]], halfway, atol=1e-4)
    assert np.abs(np.diff(made[240:-240])).max() < 1e-4  # no corner, no step


def test_the_gain_is_the_same_however_it_is_cut_into_blocks() -> None:
    duck = Duck(-9.0, 700, 900, ((1000, 3000), (4400, 5000)))
    whole = duck_gain(duck, duck.ranges, 0, 8000)
    assert whole is not None
    for step in (1, 333, 1000):
        parts = [duck_gain(duck, duck.ranges, at, min(at + step, 8000)) for at in range(0, 8000, step)]
        sizes = [min(step, 8000 - at) for at in range(0, 8000, step)]
        told = [np.ones(n) if part is None else part for n, part in zip(sizes, parts, strict=True)]
        assert np.array_equal(np.concatenate(told), whole)


def test_far_from_speech_nothing_is_done() -> None:
    duck = Duck(-9.0, 700, 900, ((100000, 130000),))
    assert duck_gain(duck, duck.ranges, 0, 99000) is None
    assert duck_gain(duck, duck.ranges, 130900, 140000) is None


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 60))), st.integers(0, 40))
def test_merged_ranges_are_apart(pieces: list[tuple[int, int]], gap: int) -> None:
    ranges = [(start, start + length) for start, length in pieces]
    merged = merge_ranges(ranges, gap)
    assert all(after[0] - before[1] >= max(gap, 1) for before, after in pairwise(merged))
    covered = {place for start, stop in merged for place in range(start, stop)}
    assert covered >= {place for start, stop in ranges for place in range(start, stop)}


def test_speech_is_found_by_its_level() -> None:
    film = np.concatenate([speech(1.0) * 0.01, speech(1.5), speech(1.5) * 0.01])
    (start, stop) = find_loud(film, -20.0)[0]
    assert len(find_loud(film, -20.0)) == 1
    assert abs(start - RATE) <= 2 * 960
    assert abs(stop - 2.5 * RATE) <= 0.1 * RATE  # the last syllable, not the pause after it


def test_a_quiet_film_has_speech_too_and_silence_none() -> None:
    loud, quiet = speech(2.0), speech(2.0) * np.float32(1 / 16)
    assert find_loud(quiet, -20.0) == find_loud(loud, -20.0)
    assert find_loud(np.zeros((RATE, 2), np.float32), -20.0) == ()
    assert find_loud(speech(2.0) * 1e-4, -20.0) == ()


def test_a_click_is_no_speech() -> None:
    film = np.zeros((RATE, 2), np.float32)
    film[:, :] = 0.001
    film[20000:20010] = 0.9
    assert all(stop - start > 2000 for start, stop in find_loud(film, -20.0))


def test_music_goes_down_by_the_level_of_the_film() -> None:
    film = np.concatenate([np.zeros((RATE, 2), np.float32), speech(1.5), np.zeros((RATE * 2, 2), np.float32)])
    piece = SoundPiece("film", 0, 0, TOTAL)
    duck = Duck(-12.0, 4800, 9600, gate_db=-20.0)
    made = laid(Bed("music", 0, TOTAL, duck=duck), (piece,), film=film) - mix(
        MixPlan(TOTAL, (piece,)), {"film": film}
    )
    gain = made[:, 0] / 0.5
    assert np.allclose(gain[RATE + 2000 : round(2.4 * RATE)], 10 ** (-12 / 20), atol=1e-5)
    assert np.allclose(gain[300 : RATE - 4800 - 960], 1, atol=1e-5)
    assert np.allclose(gain[round(2.5 * RATE) + 9600 : -300], 1, atol=1e-5)
