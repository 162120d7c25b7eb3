from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.cards.motion import COUNT, count_values, ease_in, ease_out, frames_of

RATES = [Fraction(24000, 1001), Fraction(25), Fraction(50)]


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize(("value", "decimals"), [(80, 0), (15_000_000, 0), (1, 0), (333, 1)])
def test_a_counter_rises_and_lands_exactly_on_its_value(rate: Fraction, value: int, decimals: int) -> None:
    final = Fraction(value, 10**decimals)
    values = count_values(final, decimals, frames_of(COUNT, rate))
    assert len(values) == frames_of(COUNT, rate)
    assert values[-1] == final
    assert list(values) == sorted(values)
    assert all(step <= final for step in values)


@pytest.mark.parametrize("rate", RATES)
def test_a_count_takes_between_1_2_and_1_6_seconds(rate: Fraction) -> None:
    assert Fraction(12, 10) <= frames_of(COUNT, rate) / rate <= Fraction(16, 10)


def test_easing_ends_exactly() -> None:
    assert [ease_out(step, 10) for step in (0, 10, 11)] == [Fraction(0), Fraction(1), Fraction(1)]
    assert [ease_in(step, 6) for step in (0, 6)] == [Fraction(0), Fraction(1)]
