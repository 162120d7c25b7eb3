"""Levels: what to try next, and what the report says."""

from __future__ import annotations

import pytest

from assetkit.sound.levels import (
    MOST_LOSS,
    Levels,
    LevelSetting,
    LevelTarget,
    first_setting,
    next_setting,
    report,
)

TARGET = LevelTarget(-14.0, -1.5)


def _levels(integrated: float | None, peak: float | None) -> Levels:
    return Levels(integrated, None, peak)


LOUD = _levels(-20.0, -3.0)


def test_the_first_try_starts_half_a_decibel_under_the_ceiling() -> None:
    assert first_setting(_levels(-23.0, -6.0), TARGET) == LevelSetting(9.0, -2.0)


def test_the_gain_is_capped() -> None:
    assert first_setting(_levels(-60.0, -40.0), TARGET).gain == 40
    tried = LevelSetting(39.9, -2.0)
    assert next_setting([(tried, _levels(-20.0, -5.0))], TARGET, _levels(-60.0, -40.0)).gain == 40


def test_a_peak_lowers_the_ceiling_by_what_it_was_too_high() -> None:
    tried = LevelSetting(9.0, -2.0)
    following = next_setting([(tried, _levels(-14.0, -1.2))], TARGET, LOUD)
    assert following.ceiling == pytest.approx(-2.35)
    assert following.gain > tried.gain


def test_a_peak_that_coding_gives_back_lowers_the_ceiling_by_more() -> None:
    """Of a real mix at 128 kbit/s: 0.27 dB less ceiling took 0.06 dB off the peak of the coded file."""
    tries = [
        (LevelSetting(4.59, -2.0), _levels(-14.06, -1.28)),
        (LevelSetting(4.86, -2.27), _levels(-13.81, -1.34)),
    ]
    lowered = -2.27 - next_setting(tries, TARGET, _levels(-18.6, -4.7)).ceiling
    assert lowered == pytest.approx(4 * (1.5 - 1.34 + 0.05))
    assert TARGET.excess(tries[0][1]) > TARGET.excess(tries[1][1]) > TARGET.excess(_levels(-14.0, -1.5)) == 0


def test_a_weak_answer_to_gain_makes_the_next_step_larger() -> None:
    tries = [
        (LevelSetting(10.0, -2.0), _levels(-16.0, -2.0)),
        (LevelSetting(12.0, -2.0), _levels(-15.0, -2.0)),
    ]
    assert next_setting(tries, TARGET, _levels(-25.0, -3.0)).gain == pytest.approx(14.0)


@pytest.mark.parametrize(
    ("integrated", "peak", "met"),
    [
        (-14.5, -1.5, True),
        (-13.5, -3.0, True),
        (-14.6, -3.0, False),
        (-14.0, -1.49, False),
        (None, None, False),
    ],
)
def test_a_target_is_met_within_half_a_unit_and_never_over_the_ceiling(
    integrated: float | None, peak: float | None, met: bool
) -> None:
    assert TARGET.met_by(_levels(integrated, peak)) is met
    made = report(_levels(integrated, peak), LevelSetting(3.0, -2.0), 2, TARGET, LOUD)
    assert made.reached is met
    assert bool(made.remark) is not met


def test_a_try_that_the_limiter_swallows_is_not_pushed_further() -> None:
    mix, tried = _levels(-23.0, 1.0), LevelSetting(9.0, -2.0)
    pushed = next_setting([(tried, _levels(-25.0, -2.0))], TARGET, mix)
    assert pushed.gain == pytest.approx(tried.gain + MOST_LOSS - 11)
    taken_back = next_setting([(LevelSetting(30.0, -2.0), _levels(-25.0, -2.0))], TARGET, mix)
    assert taken_back.gain == pytest.approx(30 - (32 - MOST_LOSS))


@pytest.mark.parametrize(("loudness", "spread", "gain"), [(-55, 1.0, 0), (-55, 9.0, 40), (-30, 1.0, 16)])
def test_an_empty_room_is_not_made_louder(loudness: float, spread: float, gain: float) -> None:
    room = Levels(loudness, None, loudness + 10, spread)
    first = first_setting(room, TARGET)
    assert first.gain == gain
    heard = Levels(loudness + gain - 1, None, None)
    following = next_setting([(first, heard)], TARGET, room)
    assert (following.gain == 0) is room.empty


@pytest.mark.parametrize(
    ("made", "gain", "mix", "words"),
    [
        (_levels(-20.0, -9.0), 40.0, _levels(-60.0, -40.0), "capped at 40 dB"),
        (_levels(-55.0, -45.0), 0.0, Levels(-55.0, None, -45.0, 0.5), "even as an empty room"),
        (_levels(-26.0, -1.6), 9.0, _levels(-23.0, 1.0), "the limiter takes 12 LU"),
        (_levels(-14.0, -1.2), 9.0, _levels(-23.0, 1.0), "the true peak is -1.20 dBTP"),
    ],
)
def test_the_report_says_why_a_level_was_not_reached(
    made: Levels, gain: float, mix: Levels, words: str
) -> None:
    told = report(made, LevelSetting(gain, -2.0), 1, TARGET, mix)
    assert not told.reached and words in told.remark
