"""What quality control takes for a fault: numbers with their source, from the packaged data."""

from __future__ import annotations

import functools

from assetkit.packaged import read_packaged
from assetkit.thresholds import EVIDENCE as EVIDENCE
from assetkit.thresholds import Threshold as Threshold
from assetkit.thresholds import read_thresholds


def threshold(name: str) -> Threshold:
    """Give the numbers of one kind of fault; raises KeyError where there is none of this name."""
    return _load_thresholds()[name]


def threshold_names() -> tuple[str, ...]:
    """Give the names of all kinds of faults that have numbers."""
    return tuple(_load_thresholds())


@functools.cache
def load_private_names() -> dict[str, str]:
    """Give names of metadata -> what they give away: "location", "person", "device", "software", "time"."""
    data = read_packaged("assetkit.quality", "private.yaml")
    return {name: kind for kind, names in data.items() if isinstance(names, list) for name in names}


@functools.cache
def _load_thresholds() -> dict[str, Threshold]:
    return read_thresholds("assetkit.quality")
