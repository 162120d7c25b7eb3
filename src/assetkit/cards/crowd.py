"""How figures of people stand in rows."""

from __future__ import annotations

from dataclasses import dataclass

from assetkit.cards.curves import PERSON_WIDTH

_ASIDE, _BELOW = 0.26, 0.16  # the space between figures, as shares of their height
_ROWS = range(1, 5)
_NEARLY = 0.85
_LOOSEST = 1.55  # how far figures may stand apart to fill a line, against their natural distance


@dataclass(frozen=True)
class Crowd:
    """Figures in rows: where each begins, row by row, and how high they are; pixels."""

    places: tuple[tuple[float, float], ...]
    figure: float
    height: int


def stand_in_rows(count: int, width: int, height: int) -> Crowd:
    """Place figures in as few rows as show them nearly as high as any; rows differ by one at the most."""
    highest = max(_figure(count, rows, width, height) for rows in _ROWS)
    best = next(rows for rows in _ROWS if _figure(count, rows, width, height) >= highest * _NEARLY)
    figure = _figure(count, best, width, height)
    across = -(-count // best)
    natural = figure * (PERSON_WIDTH + _ASIDE)
    loose = (width - figure * PERSON_WIDTH) / (across - 1) if across > 1 else natural
    pitch = min(loose, natural * _LOOSEST)
    down = figure * (1 + _BELOW)
    rows = [count // best + (row < count % best) for row in range(best)]
    places = ((index * pitch, row * down) for row, each in enumerate(rows) for index in range(each))
    return Crowd(tuple(places), figure, round(figure + (best - 1) * down))


def _figure(count: int, rows: int, width: int, height: int) -> float:
    """Give how high figures can be in so many rows."""
    across = -(-count // rows)
    by_width = width / (across * PERSON_WIDTH + (across - 1) * _ASIDE)
    return min(by_width, height / (rows + (rows - 1) * _BELOW))
