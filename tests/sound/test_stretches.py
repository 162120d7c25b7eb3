"""Gains, fades and blocks of the mix: exact to the sample, and no click where a gain moves."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from assetkit.render.sound import RawSound, map_sound, render_mix
from assetkit.sound import mix as mixing
from assetkit.sound.mix import FADE, MixPlan, Samples, SoundPiece, mix, mix_blocks
from assetkit.timecode import SAMPLE_RATE


def _steady(length: int) -> Samples:
    return np.ones((length, 2), np.float32)


def _tone(length: int, frequency: float) -> Samples:
    wave = 0.5 * np.sin(2 * np.pi * frequency * np.arange(length) / SAMPLE_RATE)
    return np.repeat(wave[:, None], 2, axis=1).astype(np.float32)


def _noise(length: int) -> Samples:
    return np.random.default_rng(1).normal(0, 0.1, (length, 2)).astype(np.float32)


def test_a_gain_is_the_one_that_was_asked_for() -> None:
    source = _noise(20000)
    made = mix(MixPlan(10000, (SoundPiece("a", 5000, 0, 10000, gain_db=-6.0),)), {"a": source})
    inner = slice(FADE, 10000 - FADE)
    assert np.allclose(made[inner], source[5000:15000][inner] * 10 ** (-6 / 20), atol=1e-7)


@pytest.mark.parametrize("frequency", [220.0, 997.0])
def test_a_gain_that_moves_where_the_source_runs_on_neither_clicks_nor_bumps(frequency: float) -> None:
    pieces = (SoundPiece("a", 5000, 0, 24000), SoundPiece("a", 29000, 24000, 24000, gain_db=-6.0))
    made = mix(MixPlan(48000, pieces), {"a": _tone(100000, frequency)})[:, 0].astype(np.float64)
    level = np.abs(np.fft.rfft(made[24000 - 2400 : 24000 + 2400] * np.hanning(4800))) / 1200
    bins = np.arange(len(level)) * SAMPLE_RATE / 4800
    assert 20 * np.log10(level[np.abs(bins - frequency) > 600].max()) < -70
    assert np.abs(made).max() <= 0.5 + 1e-6
    steady = mix(MixPlan(48000, pieces), {"a": _steady(100000)})[FADE:-FADE, 0]
    assert np.all(np.diff(steady) <= 0)


def test_fades_that_were_asked_for_are_as_long_as_asked() -> None:
    piece = SoundPiece("a", 5000, 0, 20000, fade_in=4800, fade_out=2400)
    made = mix(MixPlan(20000, (piece,)), {"a": _steady(40000)})[:, 0]
    assert made[0] < 1e-6 and made[-1] < 1e-6
    assert made[2400] == pytest.approx(0.5, abs=0.001) and made[20000 - 1200] == pytest.approx(0.5, abs=0.001)
    assert np.all(np.diff(made[:4800]) > 0) and np.all(made[4800:17600] == 1)
    assert np.all(np.diff(made[17600:]) < 0)


def test_a_fade_that_was_asked_for_takes_the_place_of_a_join() -> None:
    pieces = (SoundPiece("a", 5000, 0, 10000), SoundPiece("b", 5000, 10000, 10000, fade_in=4800))
    first, second = _steady(40000), _steady(40000)
    first[:, 1] = 0
    second[:, 0] = 0
    made = mix(MixPlan(20000, pieces), {"a": first, "b": second})
    assert not made[:10000, 1].any() and not made[10000:, 0].any()
    assert made[12400, 1] == pytest.approx(0.5, abs=0.001)


def test_a_fade_goes_on_where_the_sound_begins_late() -> None:
    piece = SoundPiece("a", -3000, 0, 20000, fade_in=6000)
    made = mix(MixPlan(20000, (piece,)), {"a": _steady(40000)})[:, 0]
    assert not made[:3000].any()
    assert made[3000 + FADE] == pytest.approx(np.sin(np.pi / 2 * (3000 + FADE + 0.5) / 6000) ** 2, abs=1e-4)
    assert np.all(made[6000 : 20000 - FADE] == 1)


def test_the_whole_is_faded_at_its_ends() -> None:
    pieces = (SoundPiece("a", 5000, 0, 10000), SoundPiece(None, 0, 10000, 5000))
    made = mix(MixPlan(15000, pieces, fade_in=4800, fade_out=9600), {"a": _steady(40000)})[:, 0]
    assert made[2400] == pytest.approx(0.5, abs=0.001)
    assert made[7500] == pytest.approx(np.cos(np.pi / 2 * (2100.5 / 9600)) ** 2, abs=1e-4)
    assert not made[10000:].any()


def test_blocks_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = (
        SoundPiece("a", 5000, 0, 9000, fade_in=3000),
        SoundPiece("a", 20000, 9000, 7001, cross=4000, cross_before=1000),
        SoundPiece(None, 0, 16001, 500),
        SoundPiece("b", 100, 16501, 9000, gain_db=-3.0, fade_out=5000),
    )
    plan = MixPlan(25501, pieces, fade_in=100, fade_out=2000)
    sources = {"a": _noise(60000), "b": _noise(12000)}
    whole = mix(plan, sources)
    for size in (997, 4096, 25500):
        monkeypatch.setattr(mixing, "BLOCK", size)
        blocks = list(mix_blocks(plan, sources))
        assert max(map(len, blocks)) <= size
        assert np.array_equal(np.concatenate(blocks), whole)


def test_a_raw_file_reads_as_its_map(tmp_path: Path) -> None:
    _noise(5000).astype("<f4").tofile(tmp_path / "a.f32")
    read, mapped = RawSound(tmp_path / "a.f32"), map_sound(tmp_path / "a.f32")
    assert len(read) == 5000
    for part in (slice(0, 10), slice(4990, 6000), slice(7, 7), slice(9, 3), slice(None)):
        assert np.array_equal(read[part], mapped[part])


@pytest.mark.slow
def test_memory_does_not_grow_with_the_length(tmp_path: Path) -> None:
    def peak(seconds: int) -> int:
        length = seconds * SAMPLE_RATE
        pieces = [SoundPiece("a", (n * 7919) % 90000, n * 24000, 24000) for n in range(length // 24000)]
        tracemalloc.start()
        render_mix(MixPlan(length, tuple(pieces)), {"a": tmp_path / "a.f32"}, tmp_path / "mix.f32")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    _noise(200000).astype("<f4").tofile(tmp_path / "a.f32")
    short, long = peak(40), peak(400)
    assert long < short * 1.2
