"""Ranges of samples, as plans hold them."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]
"""Samples of the timeline, half-open."""


def merge_ranges(ranges: Iterable[Range], gap: int) -> tuple[Range, ...]:
    """Put ranges in order, and join those that overlap, touch, or are less than `gap` samples apart."""
    merged: list[Range] = []
    for start, stop in sorted(ranges):
        if merged and start - merged[-1][1] < max(gap, 1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], stop))
        elif start < stop:
            merged.append((start, stop))
    return tuple(merged)
