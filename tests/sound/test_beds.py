"""Beds: the music's own samples, from where it begins to where it ends, at its gain and with its fades."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.sound import beds
from assetkit.sound.beds import LEAST_FADE
from assetkit.sound.mix import Samples, mix
from assetkit.sound.records import Bed, Duck, MixPlan, SoundPiece

TOTAL = 200_000


def noise(length: int, seed: int = 1) -> Samples:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (length, 2)).astype(np.float32)


def laid(bed: Bed, music: Samples) -> Samples:
    return mix(MixPlan(TOTAL, (SoundPiece(None, 0, 0, TOTAL),), (bed,)), {"music": music})


def test_a_bed_is_the_music_sample_by_sample() -> None:
    music = noise(300_000)
    made = laid(Bed("music", 0, TOTAL, 5000), music)
    inner = slice(LEAST_FADE, TOTAL - LEAST_FADE)
    assert np.array_equal(made[inner], music[5000:][:TOTAL][inner])
    assert np.abs(made[[0, -1]]).max() < 0.001


def test_music_from_its_beginning_begins_as_it_is() -> None:
    music = noise(TOTAL)
    assert np.array_equal(laid(Bed("music", 0, TOTAL), music), music)


def test_music_that_ends_too_early_leaves_silence_and_no_click() -> None:
    music = noise(90_000)
    made = laid(Bed("music", 0, TOTAL, fade_out=5000), music)
    assert np.array_equal(made[: 90_000 - LEAST_FADE], music[:-LEAST_FADE])
    assert not made[90_000:].any()
    assert np.abs(made[89_990:90_000]).max() < 0.01


def test_a_bed_has_its_place_gain_and_fades() -> None:
    music = np.full((300_000, 2), 0.5, np.float32)
    made = laid(Bed("music", 20_000, 120_000, 0, -6.0, 8000, 16_000), music)[:, 0]
    level = 0.5 * 10 ** (-6 / 20)
    assert not made[:20_000].any()
    assert not made[140_000:].any()
    assert np.allclose(made[28_000:124_000], level, atol=1e-6)
    assert made[24_000] == pytest.approx(level / 2, rel=1e-3)
    assert made[132_000] == pytest.approx(level / 2, rel=1e-3)
    assert np.all(np.diff(made[20_000:28_000]) >= 0)
    assert np.all(np.diff(made[124_000:140_000]) <= 0)


def test_a_bed_lies_under_the_film() -> None:
    music, film = noise(TOTAL), noise(TOTAL, 2)
    piece = SoundPiece("film", 0, 0, TOTAL)
    sources = {"music": music, "film": film}
    both = mix(MixPlan(TOTAL, (piece,), (Bed("music", 0, TOTAL),)), sources)
    alone = mix(MixPlan(TOTAL, (piece,)), sources)
    assert np.array_equal(both, alone + music)


@pytest.mark.parametrize("loop", [None, (0, 0), (3000, 60_000)])
def test_blocks_do_not_show(loop: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    duck = Duck(-12.0, 3000, 5000, ((50_000, 90_000),))
    bed = Bed("music", 100, TOTAL - 100, 1000, -3.0, 20_000, 40_000, loop, duck)
    music = noise(75_000)
    whole = laid(bed, music)
    monkeypatch.setattr(beds, "_BLOCK", 777)
    assert np.array_equal(laid(bed, music), whole)


def test_a_loop_begins_where_the_music_does_and_goes_on() -> None:
    music = noise(75_000)
    made = laid(Bed("music", 0, TOTAL, 1000, loop=(3000, 60_000)), music)
    assert np.array_equal(made[LEAST_FADE:50_000], music[1000:][LEAST_FADE:50_000])
    assert made[-20_000:-LEAST_FADE].any()


def test_a_default_leaves_no_trace_in_the_key() -> None:
    plain = MixPlan(TOTAL, (SoundPiece(None, 0, 0, TOTAL),))
    assert plain.identity().keys() == {"total", "pieces"}
    with_bed = MixPlan(TOTAL, plain.pieces, (Bed("music", 0, TOTAL),))
    assert with_bed.identity() != plain.identity()
