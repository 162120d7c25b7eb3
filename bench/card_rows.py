"""From the record of cards to rows."""

from __future__ import annotations

from bench.context import Record
from bench.table import Row, at_most

MILLISECONDS = 4.0
GROWTH = 1.1
HOLD_TIMES = 1.25
"""What is piped, scaled once and looped stands beside the encoder alone."""


def card_rows(cards: Record) -> list[Row]:
    """Give the rows of what was measured of cards."""
    kinds, short, long = cards["kinds"], cards["short"], cards["long"]
    slowest = max(kinds, key=lambda kind: kinds[kind]["median"])
    rows = [
        at_most(
            "a card's distinct frame, CPU to draw",
            kinds[slowest]["median"] * 1000,
            MILLISECONDS,
            "{:.1f} ms",
            f"{slowest}; others from {min(each['median'] for each in kinds.values()) * 1000:.1f} ms",
        )
    ]
    growth = max(each["peak_long"] / each["peak"] for each in kinds.values())
    rows.append(at_most("peak memory, a card of ten times the length", growth, GROWTH, "{:.2f}"))
    drawn = f"{short['drawn']} and {long['drawn']} frames drawn"
    spent = sum(long[part] - short[part] for part in ("drawing", "encoding"))
    note = f"{spent:.2f} s against {cards['encoder']:.2f} s; {drawn}"
    row = at_most(
        "a hold of 9 s more, CPU of the encoder alone", spent / cards["encoder"], HOLD_TIMES, "{:.2f}", note
    )
    return [*rows, Row(row.what, row.measured, row.aim, bool(row.met) and short["drawn"] == long["drawn"])]
