"""The mix: exact to the sample, silent where it should be, and without clicks at joins."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.sound.mix import FADE, MixPlan, Samples, SoundPiece, mix
from support.clicks import find_clicks, place_clicks


def _noise(length: int, seed: int = 1) -> Samples:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (length, 2)).astype(np.float32)


def _tone(length: int, frequency: float) -> Samples:
    mono = 0.5 * np.sin(2 * np.pi * frequency * np.arange(length) / 48000)
    return np.repeat(mono[:, None], 2, axis=1).astype(np.float32)


def _steady(length: int) -> Samples:
    return np.ones((length, 2), np.float32)


def _off_tone(signal: Samples, frequency: float) -> float:
    """Give the loudest component farther than 200 Hz from the tone, in dBFS."""
    window = np.blackman(len(signal))
    levels = np.abs(np.fft.rfft(signal[:, 0] * window)) * 2 / window.sum()
    places = np.fft.rfftfreq(len(signal), 1 / 48000)
    return float(20 * np.log10(levels[np.abs(places - frequency) > 200].max()))


def test_pieces_that_run_on_are_copied_bit_by_bit() -> None:
    source = _noise(40000)
    lengths = [1, 700, 13, 9000, 5000]
    starts = np.cumsum([0, *lengths])
    pieces = tuple(
        SoundPiece("a", 3000 + int(start), int(start), n) for start, n in zip(starts, lengths, strict=False)
    )
    made = mix(MixPlan(sum(lengths), pieces), {"a": source})
    inner = slice(FADE, sum(lengths) - FADE)
    assert np.array_equal(made[inner], source[3000:][: sum(lengths)][inner])


def test_sound_away_from_a_join_is_untouched() -> None:
    source = _noise(60000)
    plan = MixPlan(10000, (SoundPiece("a", 1000, 0, 5000), SoundPiece("a", 40000, 5000, 5000)))
    made = mix(plan, {"a": source})
    assert np.array_equal(made[FADE : 5000 - FADE], source[1000 + FADE : 6000 - FADE])
    assert np.array_equal(made[5000 + FADE : 10000 - FADE], source[40000 + FADE : 45000 - FADE])


@pytest.mark.parametrize("frequency", [220.0, 997.0, 3000.0])
@pytest.mark.parametrize("jump", [100000, 100011, 100024])
def test_a_join_under_a_tone_does_not_click(frequency: float, jump: int) -> None:
    plan = MixPlan(48000, (SoundPiece("a", 5000, 0, 24000), SoundPiece("a", jump, 24000, 24000)))
    source = _tone(200000, frequency)
    assert _off_tone(mix(plan, {"a": source}), frequency) < -78


@pytest.mark.parametrize("frequency", [220.0, 997.0, 3000.0])
def test_the_meter_would_see_a_click(frequency: float) -> None:
    source = _tone(200000, frequency)
    assert _off_tone(np.concatenate([source[5000:29000], source[100011:124011]]), frequency) > -72


def test_a_join_without_handles_fades_on_both_sides() -> None:
    plan = MixPlan(20000, (SoundPiece("a", 0, 0, 10000), SoundPiece("b", 0, 10000, 10000)))
    made = mix(plan, {"a": _steady(10000), "b": _steady(10000)})
    assert np.all(np.abs(made[9998:10002]) < 0.01)
    assert np.array_equal(made[FADE : 10000 - FADE], _steady(10000)[FADE:-FADE])


def test_a_join_with_handles_keeps_its_power() -> None:
    plan = MixPlan(20000, (SoundPiece("a", 5000, 0, 10000), SoundPiece("b", 5000, 10000, 10000)))
    first, second = _steady(20000), _steady(20000)
    first[:, 1] = 0
    second[:, 0] = 0
    made = mix(plan, {"a": first, "b": second})[FADE:-FADE]
    assert np.allclose((made**2).sum(axis=1), 1, atol=1e-6)


def test_silence_stays_silent_and_is_entered_by_a_fade() -> None:
    pieces = (
        SoundPiece("a", 5000, 0, 5000),
        SoundPiece(None, 0, 5000, 3000),
        SoundPiece("a", 9000, 8000, 5000),
    )
    made = mix(MixPlan(13000, pieces), {"a": _steady(30000)})
    assert not made[5000:8000].any()
    assert np.all(np.diff(made[5000 - FADE : 5000, 0]) <= 0)
    assert np.all(np.diff(made[8000 : 8000 + FADE, 0]) >= 0)
    assert made[4999, 0] < 0.01 and made[8000, 0] < 0.01


def test_the_ends_are_faded_only_where_sound_is_cut() -> None:
    loud, quiet = _steady(20000), _steady(20000)
    quiet[:5100] = 0
    quiet[14000:] = 0
    plan = MixPlan(10000, (SoundPiece("a", 5000, 0, 10000),))
    assert abs(mix(plan, {"a": loud})[0, 0]) < 0.01
    assert abs(mix(plan, {"a": loud})[-1, 0]) < 0.01
    assert np.array_equal(mix(plan, {"a": quiet}), quiet[5000:15000])


def test_a_dissolve_crossfades_over_its_length_around_the_join() -> None:
    pieces = (
        SoundPiece("a", 5000, 0, 10000),
        SoundPiece("b", 5000, 10000, 10000, cross=6000, cross_before=2000),
    )
    first, second = _steady(40000), _steady(40000)
    first[:, 1] = 0
    second[:, 0] = 0
    made = mix(MixPlan(20000, pieces), {"a": first, "b": second})
    assert made[7999, 0] == 1 and made[7999, 1] == 0
    assert made[14001, 0] == 0 and made[14001, 1] == 1
    assert np.allclose((made[FADE:-FADE] ** 2).sum(axis=1), 1, atol=1e-6)
    assert made[11000, 0] == pytest.approx(made[11000, 1], abs=0.01)


def test_a_dissolve_from_a_card_fades_over_its_length() -> None:
    pieces = (SoundPiece(None, 0, 0, 10000), SoundPiece("a", 5000, 10000, 10000, cross=4000))
    made = mix(MixPlan(20000, pieces), {"a": _steady(40000)})
    assert not made[:8000].any()
    assert np.all(np.diff(made[8000:12000, 0]) >= 0)
    assert np.all(made[12000 : 20000 - FADE] == 1)


def test_a_source_that_ends_early_leaves_silence_after_a_fade() -> None:
    made = mix(MixPlan(10000, (SoundPiece("a", 1000, 0, 10000),)), {"a": _steady(7000)})
    assert not made[6000:].any()
    assert abs(made[5999, 0]) < 0.01
    assert np.all(made[FADE : 6000 - FADE] == 1)
    assert not mix(MixPlan(100, (SoundPiece("a", 9000, 0, 100),)), {"a": _steady(7000)}).any()


def test_two_hundred_clips_do_not_drift() -> None:
    draw = np.random.default_rng(4)
    lengths = [int(n) for n in draw.integers(1001, 4001, 200)]
    # Each clip is laid around one of the clicks that the source has every 2000 samples.
    begins = [
        2000 * int(n) - length // 2 for n, length in zip(draw.integers(2, 48, 200), lengths, strict=True)
    ]
    total = sum(lengths)
    starts = [int(n) for n in np.cumsum([0, *lengths[:-1]])]
    source = np.repeat(place_clicks(range(0, 100000, 2000), 100000)[:, None], 2, axis=1)
    pieces = tuple(SoundPiece("a", *whole) for whole in zip(begins, starts, lengths, strict=True))
    found = set(find_clicks(mix(MixPlan(total, pieces), {"a": source}), apart=2))
    assert {start + length // 2 for start, length in zip(starts, lengths, strict=True)} <= found


@pytest.mark.parametrize(
    "pieces",
    [
        (SoundPiece("a", 0, 0, 10), SoundPiece("a", 0, 11, 9)),
        (SoundPiece("a", 0, 0, 10), SoundPiece("a", 0, 9, 11)),
        (SoundPiece("a", 0, 0, 10),),
        (SoundPiece("a", 0, 0, 10), SoundPiece("a", 0, 10, 10, cross=21)),
        (SoundPiece("a", 0, 0, 20, cross=2),),
    ],
)
def test_a_plan_with_gaps_overlaps_or_too_long_dissolves_is_refused(pieces: tuple[SoundPiece, ...]) -> None:
    with pytest.raises(ValueError):
        MixPlan(20, pieces)


def test_very_short_pieces_do_not_reach_over_their_neighbours() -> None:
    lengths = [1, 2, 3, 100, 479, 480, 481]
    starts = np.cumsum([0, *lengths[:-1]])
    pieces = tuple(
        SoundPiece("a", 5000 * number, int(start), n)
        for number, (start, n) in enumerate(zip(starts, lengths, strict=True), 1)
    )
    made = mix(MixPlan(sum(lengths), pieces), {"a": _steady(50000)})
    assert made.max() <= np.sqrt(2) + 1e-6
