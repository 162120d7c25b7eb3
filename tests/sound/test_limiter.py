"""The limiter: holds the true peak, leaves the rest alone, keeps both channels together."""

from __future__ import annotations

import math
import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.sound.limiter import limit, limit_blocks, true_peak
from assetkit.sound.mix import Samples

LENGTH = 48000
EXAMPLES = 300 if os.environ.get("ASSETKIT_EXAMPLES") else 20


def _stereo(mono: object) -> Samples:
    return np.repeat(np.asarray(mono)[:, None], 2, axis=1).astype(np.float32)


def _signals() -> dict[str, Samples]:
    draw = np.random.default_rng(2)
    time = np.arange(LENGTH) / 48000
    clicks = np.zeros(LENGTH)
    clicks[::4001] = 3
    drum = np.sin(2 * np.pi * 80 * time) * np.exp(-(time % 0.25) * 30) * 4
    noise = draw.standard_normal((LENGTH, 2))
    return {
        "noise": noise.astype(np.float32),
        "clicks": _stereo(clicks),
        "drum": _stereo(drum),
        "between": _stereo(2 * np.sin(2 * np.pi * 12000 * time + np.pi / 4)),
    }


def test_the_peak_between_samples_is_seen() -> None:
    # Faded in and out: a tone that starts at once overshoots by itself.
    tone = _stereo(np.sin(2 * np.pi * 12000 * np.arange(LENGTH) / 48000 + np.pi / 4) * np.hanning(LENGTH))
    assert np.abs(tone).max() < 0.71
    assert true_peak(tone) == pytest.approx(0, abs=0.02)
    assert true_peak(np.zeros((100, 2), np.float32)) == -math.inf
    assert true_peak(np.zeros((0, 2), np.float32)) == -math.inf


@pytest.mark.parametrize("name", ["noise", "clicks", "drum", "between"])
def test_the_ceiling_is_held(name: str) -> None:
    signal = _signals()[name]
    assert true_peak(signal) > 0
    made = limit(signal, -1.5)
    assert made.shape == signal.shape and made.dtype == np.float32
    assert true_peak(made) <= -1.5 + 0.05
    assert true_peak(made) > -4


def test_a_short_signal_and_a_peak_at_either_end_are_held() -> None:
    for length in (1, 2, 31, 33, 300):
        for place in (0, length - 1):
            signal = np.zeros((length, 2), np.float32)
            signal[place] = 2
            assert true_peak(limit(signal, -1.5)) <= -1.45


def test_what_is_quiet_enough_is_left_alone() -> None:
    signal = _signals()["noise"] * np.float32(0.05)
    assert np.array_equal(limit(signal, -1.5), signal)


def test_the_gain_recovers_and_is_the_same_on_both_sides() -> None:
    signal = np.full((LENGTH, 2), 0.25, np.float32)
    signal[:, 1] = -0.5
    signal[20000:20100, 0] = 2
    made = limit(signal, -1.5)
    gain = made / signal
    assert np.allclose(gain[:, 0], gain[:, 1], atol=1e-6)
    assert np.array_equal(made[:19000], signal[:19000])
    # 7.5 dB at 400 dB a second are 19 ms; the two windows of 5 ms lie around them.
    assert np.allclose(made[22000:], signal[22000:], atol=1e-5)
    assert gain[20500:21000, 0].min() < 0.99


def test_the_gain_moves_without_steps() -> None:
    signal = np.full((LENGTH, 2), 0.25, np.float32)
    signal[20000:20001] = 4
    gain = (limit(signal, -1.5) / signal)[:, 0]
    assert np.abs(np.diff(gain)).max() < 0.02


@pytest.mark.parametrize("length", [1, 239, 5000, 20001])
def test_blocks_are_limited_as_the_whole_is(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    noise = (np.random.default_rng(8).standard_normal((length, 2)) * 0.5).astype(np.float32)
    noise[length // 3 : length // 2] *= np.float32(0.01)
    whole = limit(noise * np.float32(2), -2.0)
    monkeypatch.setattr("assetkit.sound.limiter.BLOCK", 2048)
    blocks = list(limit_blocks(noise, -2.0, 20 * math.log10(2)))
    assert max(map(len, blocks)) <= 2048
    assert np.array_equal(np.concatenate(blocks), whole)


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(
    length=st.integers(1, 9000),
    seed=st.integers(0, 99),
    groups=st.integers(1, 3),
    ceiling=st.sampled_from([-12.0, -2.0, -1.5]),
    gain=st.floats(-6, 30),
    loud=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_any_blocks_give_the_same_bits(
    length: int, seed: int, groups: int, ceiling: float, gain: float, loud: tuple[float, float]
) -> None:
    draw = np.random.default_rng(seed)
    sound = (draw.standard_normal((length, 2)) * 0.01).astype(np.float32)
    first, last = sorted(round(part * length) for part in loud)
    sound[first:last] *= np.float32(80)
    whole = limit(sound * np.float32(10 ** (gain / 20)), ceiling)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assetkit.sound.limiter.BLOCK", 2048 * groups)
        blocks = list(limit_blocks(sound, ceiling, gain))
    assert np.array_equal(np.concatenate(blocks), whole)
    assert true_peak(whole) <= ceiling + 0.05
