"""Where a film is cut, from measured changes alone."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assetkit.media.shots import split_shots

RATE = Fraction(25)


def starts(changes: list[float]) -> list[int]:
    return [shot.range.start for shot in split_shots(changes, [0.5] * len(changes), RATE)]


def still(frames: int, **spikes: float) -> list[float]:
    changes = [0.002] * frames
    for place, change in spikes.items():
        changes[int(place.removeprefix("at"))] = change
    return changes


def test_a_sudden_change_is_a_cut() -> None:
    assert starts(still(100, at40=0.3, at70=0.1)) == [0, 40, 70]


def test_what_changes_all_the_time_is_motion() -> None:
    assert starts([0.2] * 100) == [0]
    assert starts([0.2 if frame % 2 else 0.25 for frame in range(100)]) == [0]


def test_a_small_change_is_no_cut() -> None:
    assert starts(still(100, at40=0.05)) == [0]


def test_of_changes_closer_than_a_shot_the_first_counts() -> None:
    assert starts(still(100, at40=0.4, at42=0.4)) == [0, 40]
    assert starts(still(100, at2=0.4, at97=0.4)) == [0]


@given(st.lists(st.floats(0, 1), max_size=200))
def test_shots_lie_end_to_end_and_hold_every_frame(changes: list[float]) -> None:
    shots = split_shots(changes, [0.5] * len(changes), RATE)
    frames = [frame for shot in shots for frame in range(shot.range.start, shot.range.stop)]
    assert frames == list(range(len(changes)))
    assert all(len(shot.range) >= 10 for shot in shots) or len(shots) == 1
