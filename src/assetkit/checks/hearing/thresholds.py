"""What the checks of sound take for a fault: numbers with their source, from the packaged data."""

from __future__ import annotations

import functools

from assetkit.thresholds import Threshold as Threshold
from assetkit.thresholds import read_thresholds


def threshold(name: str) -> Threshold:
    """Give the numbers of one kind of fault; raises KeyError where there is none of this name."""
    return load_thresholds()[name]


@functools.cache
def load_thresholds() -> dict[str, Threshold]:
    """Give all of them by name."""
    return read_thresholds("assetkit.checks.hearing")
