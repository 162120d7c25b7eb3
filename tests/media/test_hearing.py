"""What was heard comes back whole as text, and what is none is refused."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from assetkit.errors import MediaError
from assetkit.media.hearing import (
    WINDOW,
    Hearing,
    decibels,
    hearing_from_json,
    hearing_to_json,
    level_in_decibels,
    loud_level,
    power_of,
)

HEARD = Hearing(Fraction(1, 25), 2, *(bytes([number, number + 100]) for number in range(6)))


def test_it_comes_back_whole() -> None:
    assert hearing_from_json(hearing_to_json(HEARD)) == HEARD


@pytest.mark.parametrize(
    "change",
    [{"hearing": 99}, {"windows": 3}, {"windows": -1}, {"seconds": "1e999999999"}, {"levels": "AAAA"}],
)
def test_what_is_none_is_refused(change: dict[str, object]) -> None:
    text = json.dumps(json.loads(hearing_to_json(HEARD)) | change)
    with pytest.raises(MediaError):
        hearing_from_json(text)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "[" * 100_000])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(MediaError):
        hearing_from_json(text)


def test_levels_are_half_decibels_over_the_quietest() -> None:
    assert level_in_decibels(240) == 0.0 and level_in_decibels(0) == level_in_decibels(0) == -120.0
    assert decibels(power_of(bytes([200, 200]))) == pytest.approx(-20.0)
    assert decibels(power_of(bytes([200, 0]))) == pytest.approx(-23.01, abs=0.01)
    assert power_of(b"") == 0.0 and decibels(0.0) == -120.0


def test_loud_is_what_one_audible_window_in_twenty_exceeds() -> None:
    assert loud_level(bytes([0] * 900 + [100] * 94 + [200] * 6)) == 200
    assert loud_level(bytes([0] * 900 + [100] * 97 + [200] * 3)) == 100
    assert loud_level(bytes(10)) == 0


def test_samples_touch_windows() -> None:
    assert HEARD.windows(0, WINDOW + 1) == slice(0, 2)
    assert HEARD.windows(WINDOW, WINDOW) == slice(1, 2)
    assert HEARD.windows(-5, 1) == slice(0, 1)
