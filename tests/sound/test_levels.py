"""Levels: what to try next, and what the report says."""

from __future__ import annotations

import pytest

from assetkit.sound.levels import Levels, LevelSetting, LevelTarget, first_setting, next_setting, report

TARGET = LevelTarget(-14.0, -1.5)


def _levels(integrated: float | None, peak: float | None) -> Levels:
    return Levels(integrated, None, peak)


def test_the_first_try_starts_half_a_decibel_under_the_ceiling() -> None:
    assert first_setting(_levels(-23.0, -6.0), TARGET) == LevelSetting(9.0, -2.0)


def test_the_gain_is_capped() -> None:
    assert first_setting(_levels(-60.0, -40.0), TARGET).gain == 40
    tried = LevelSetting(39.9, -2.0)
    assert next_setting([(tried, _levels(-20.0, -5.0))], TARGET).gain == 40


def test_a_peak_lowers_the_ceiling_by_what_it_was_too_high() -> None:
    tried = LevelSetting(9.0, -2.0)
    following = next_setting([(tried, _levels(-14.0, -1.2))], TARGET)
    assert following.ceiling == pytest.approx(-2.35)
    assert following.gain > tried.gain


def test_a_weak_answer_to_gain_makes_the_next_step_larger() -> None:
    tries = [
        (LevelSetting(10.0, -2.0), _levels(-16.0, -2.0)),
        (LevelSetting(12.0, -2.0), _levels(-15.0, -2.0)),
    ]
    assert next_setting(tries, TARGET).gain == pytest.approx(14.0)


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
    made = report(_levels(integrated, peak), LevelSetting(3.0, -2.0), 2, TARGET)
    assert made.reached is met
    assert bool(made.remark) is not met


def test_the_report_says_when_the_gain_was_capped() -> None:
    assert "capped at 40 dB" in report(_levels(-20.0, -9.0), LevelSetting(40.0, -2.0), 1, TARGET).remark
