"""What numbers can be drawn as: a percentage as people, several as bars, values as years."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

LEAST_BARS, MOST_BARS = 2, 5
LEAST_YEARS, MOST_YEARS = 2, 12
MOST_PEOPLE = 20
_COUNTS = (10, *range(3, 10), 12, 15, MOST_PEOPLE)  # ten first: it is read without counting


def people_of(percent: Fraction, decimals: int) -> tuple[int, int] | None:
    """Give a percentage as (n, m), n people in m, at most twenty; None where no such two are it.

    They are, where n / m rounded to the decimals that are shown is the percentage: 1 in 3 is 33 % and 33.3 %.
    """
    if not 0 <= percent <= 100:
        return None
    step = Fraction(1, 2 * 10**decimals)
    for whole in _COUNTS:
        part = int(percent * whole / 100 + Fraction(1, 2))
        if abs(Fraction(100 * part, whole) - percent) < step and (0 < part < whole or percent in (0, 100)):
            return part, whole
    return None


def missing_years(years: tuple[int, ...]) -> tuple[int, ...]:
    """Give the years that are left out of a row with equal steps: every year, every second one, ..."""
    steps = [later - earlier for earlier, later in pairwise(years)]
    usual = min(steps, default=1)
    return tuple(year for year in range(years[0], years[-1], usual) if year not in years) if years else ()
