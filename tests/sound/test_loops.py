"""Loops: nobody hears where music goes back, whatever music it is."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.errors import MediaError
from assetkit.sound.beds import lay_beds
from assetkit.sound.loops import find_loop
from assetkit.sound.mix import Samples
from assetkit.sound.records import Bed, MixPlan, SoundPiece

RATE = 48000
pytestmark = pytest.mark.slow


def tone(length: int, frequency: float, level: float = 0.5) -> Samples:
    mono = level * np.sin(2 * np.pi * frequency * np.arange(length) / RATE)
    return np.repeat(mono[:, None], 2, axis=1).astype(np.float32)


def rumble(length: int, seed: int = 3) -> Samples:
    """Noise below about 1 kHz: where it is cut, it clicks."""
    white = np.random.default_rng(seed).normal(0, 1, (length + 64, 2))
    kernel = np.hanning(64) / np.hanning(64).sum()
    sides = [np.convolve(white[:, side], kernel, "valid")[:length] for side in (0, 1)]
    return (0.3 * np.stack(sides, axis=1)).astype(np.float32)


def played(sound: Samples, loop: tuple[int, int] | None, seconds: int = 6, start: int = 0) -> Samples:
    length = seconds * RATE
    out = np.zeros((length, 2), np.float32)
    bed = Bed("music", 0, length, start, loop=loop)
    plan = MixPlan(length, (SoundPiece(None, 0, 0, length),), (bed,))
    lay_beds(out, plan, {"music": sound})
    return out[RATE // 2 : -RATE // 2]


def off_tone(signal: Samples, frequency: float) -> float:
    """Give the loudest component farther than 200 Hz from the tone, in dBFS."""
    window = np.blackman(len(signal))
    levels = np.abs(np.fft.rfft(signal[:, 0] * window)) * 2 / window.sum()
    places = np.fft.rfftfreq(len(signal), 1 / RATE)
    return float(20 * np.log10(levels[np.abs(places - frequency) > 200].max()))


def levels(signal: Samples, milliseconds: int = 50) -> np.ndarray:
    block = RATE * milliseconds // 1000
    whole = signal[: len(signal) // block * block].astype(np.float64)
    power = (whole**2).reshape(-1, block, 2).mean(axis=(1, 2))
    told: np.ndarray = 10 * np.log10(power + 1e-12)
    return told


@pytest.mark.parametrize("loop", [(0, 0), (4800, 70011), (4800, 90010)])
@pytest.mark.parametrize("frequency", [220.0, 997.0, 3000.3])
@pytest.mark.parametrize("length", [96000, 96011])
def test_a_looped_tone_has_no_seam(length: int, frequency: float, loop: tuple[int, int]) -> None:
    made = played(tone(length, frequency), loop)
    assert off_tone(made, frequency) < -100
    assert np.ptp(levels(made)) < 0.05


def test_the_meter_would_see_a_seam() -> None:
    source = tone(96011, 997.0)
    assert off_tone(np.concatenate([source, source])[24000:-24000], 997.0) > -75


def test_a_file_that_runs_on_into_itself_is_left_as_it_is() -> None:
    source = tone(96000, 220.0)
    loop = find_loop(source, 0, None)
    assert (loop.period, loop.cross) == (96000, 0)
    made = played(source, (0, 0), 5)
    assert np.array_equal(made, np.tile(source, (3, 1))[RATE // 2 : 5 * RATE - RATE // 2])


@pytest.mark.parametrize("loop", [(0, 0), (9600, 80000)])
def test_a_loop_of_what_never_repeats_keeps_its_level(loop: tuple[int, int]) -> None:
    source = rumble(120000)
    found = find_loop(source, loop[0], loop[1] or None)
    assert found.cross
    made = played(source, loop)
    usual = levels(source, 100)
    assert usual.min() - 1 < levels(made, 100).min()
    assert levels(made, 100).max() < usual.max() + 1
    # No corner at the join: nothing above what the rumble itself has.
    steps = np.abs(np.diff(made[:, 0])).max()
    assert steps <= np.abs(np.diff(source[:, 0])).max() * 1.05


def test_music_that_repeats_is_joined_where_it_does() -> None:
    bar = 24000
    beats = [rumble(bar, seed) * np.linspace(1, 0, bar)[:, None] ** 2 for seed in (1, 2, 3, 4)]
    source = np.concatenate([*beats, *beats, *beats[:2], rumble(bar // 3, 9) * 0.05]).astype(np.float32)
    loop = find_loop(source, 0, None)
    assert loop.period == 8 * bar
    assert loop.likeness > 0.95


def test_a_named_join_keeps_its_beat() -> None:
    source = rumble(200000)
    loop = find_loop(source, 20000, 116000)
    assert abs(loop.period - 96000) <= 480
    at_the_end = find_loop(source, 20000, 200000)
    assert abs(at_the_end.period - 180000) <= 480


def test_opposite_sides_do_not_hide_each_other() -> None:
    mono = tone(96011, 500.3)
    source = np.stack([mono[:, 0], -mono[:, 0]], axis=1)
    assert off_tone(played(source, (0, 0)), 500.3) < -100


def test_a_loop_is_no_rattle() -> None:
    with pytest.raises(MediaError, match="too short"):
        find_loop(tone(96000, 220.0), 0, 20000)


def test_silence_can_be_repeated() -> None:
    assert not played(np.zeros((60000, 2), np.float32), (0, 0)).any()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(48))
def test_no_loop_dips_or_clicks(seed: int) -> None:
    """Chords, rumbles, different sides, a tone in noise: looped at their end, or where a person says."""
    chance = np.random.default_rng(seed)
    length = int(chance.integers(60_000, 200_000))
    places = np.arange(length) / RATE
    sides = [
        sum(0.15 * np.sin(2 * np.pi * pitch * places + seed) for pitch in chance.uniform(80, 2000, 4))
        for _ in (0, 1)
    ]
    noise = rumble(length, seed)
    kinds = [np.stack([sides[0], sides[0]], axis=1), noise, np.stack(sides, axis=1)]
    source = [*kinds, noise * 0.3 + kinds[0]][seed % 4].astype(np.float32)
    named = (length // 10, int(length * chance.uniform(0.6, 0.98)))
    made = played(source, (0, 0) if seed % 3 else named, 8)
    assert levels(made, 100).min() > levels(source, 100).min() - 1
    assert levels(made, 100).max() < levels(source, 100).max() + 1
    corner, usual = (np.abs(np.diff(sound, 3, axis=0)).max() for sound in (made, source))
    assert corner < 1.5 * usual  # two unlike sounds at once have more of it; a click has a hundredfold
