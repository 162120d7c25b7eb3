"""Clipped, short, dead and turned-over sound, each told once with its times and a remedy."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from assetkit.checks.hearing.records import Play, Track
from assetkit.checks.hearing.thresholds import load_thresholds
from assetkit.checks.hearing.tracks import check_track
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.media.hearing import Hearing
from support.voices import RATE, hear, speak, tone

PLACE = Place("recipes/a.yaml", 3, 1)
SPOKEN = speak(10, [(1, 3), (5, 7)])


def track_of(heard: Hearing, *plays: Play, picture: int | None = None, late: int = 0) -> Track:
    return Track("films/a.mp4", heard, Fraction(25), PLACE, plays, "a", late, picture)


def check(track: Track) -> list[Diagnostic]:
    return list(check_track(track))


def test_good_sound_is_not_told_of() -> None:
    whole = Play("teaser", 0, 10 * RATE, 0)
    assert check(track_of(hear(SPOKEN, 0.8 * SPOKEN), whole, picture=10 * RATE)) == []
    assert check(track_of(hear(SPOKEN), whole, picture=10 * RATE + 4000)) == []


def test_clipping_is_told_once_with_its_times() -> None:
    sound = SPOKEN.copy()
    sound[4 * RATE : 5 * RATE] = tone(1, 3).clip(-1, 1)
    plays = [Play("teaser", 2 * RATE, 4 * RATE, 0), Play("long", 0, 10 * RATE, RATE)]
    (found,) = check(track_of(hear(sound), *plays))
    assert (found.code, found.severity, found.place) == ("AK751", Severity.WARNING, PLACE)
    assert "00:00:04:00 of films/a.mp4 (teaser 00:00:02:00, long 00:00:05:00)" in found.message
    assert "in a row at full scale, in 50 windows" in found.measured and "lower level" in found.remedy
    assert check(track_of(hear(sound), Play("teaser", 0, 3 * RATE, 0))) == []


def test_sound_that_ends_before_its_picture() -> None:
    short = hear(SPOKEN[: 6 * RATE])
    (found,) = check(track_of(short, Play("teaser", 4 * RATE, 4 * RATE, 0), picture=10 * RATE))
    assert (found.code, found.severity, found.measured) == (
        "AK752",
        Severity.WARNING,
        "4.00 s of picture without sound",
    )
    assert "00:00:06:00 of films/a.mp4 (teaser 00:00:02:00)" in found.message
    (found,) = check(track_of(short, Play("teaser", 0, RATE, 0), picture=10 * RATE))
    assert found.severity is Severity.NOTE and "no clip that was chosen" in found.remedy
    assert check(track_of(short, picture=10 * RATE, late=4 * RATE)) == []


@pytest.mark.slow
def test_a_channel_that_is_the_other_turned_over() -> None:
    plays = [Play("teaser", 0, 4 * RATE, 0), Play("teaser", 5 * RATE, 2 * RATE, 4 * RATE)]
    other = SPOKEN.copy()
    other[5 * RATE :] *= -0.9
    (found,) = check(track_of(hear(SPOKEN, other), *plays))
    assert (found.code, found.measured) == ("AK753", "a correlation of -1.00")
    assert "00:00:05:00 of films/a.mp4 (teaser 00:00:04:00)" in found.message
    rng = np.random.default_rng(1).standard_normal(len(SPOKEN)) * 0.05
    assert check(track_of(hear(SPOKEN + rng, -SPOKEN + rng), *plays)) == []


@pytest.mark.slow
def test_a_dead_channel_is_named() -> None:
    play = Play("teaser", 0, 4 * RATE, 0)
    for left, right, side in ((SPOKEN, 0 * SPOKEN, "right"), (0.001 * SPOKEN, SPOKEN, "left")):
        (found,) = check(track_of(hear(left, right), play))
        assert found.code == "AK754" and f"the {side} channel is dead" in found.message
        assert "mono" in found.remedy
    assert check(track_of(hear(0 * SPOKEN, 0 * SPOKEN), play)) == []


def test_every_threshold_has_its_evidence() -> None:
    for name, limit in load_thresholds().items():
        assert limit.source and limit.as_of and limit.confidence in "HML" and limit.numbers, name
