"""What quality control takes for a fault: numbers with their source, from the packaged data."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from assetkit.diagnostics import Severity

EVIDENCE = ("source", "as_of", "confidence")


@dataclass(frozen=True)
class Threshold:
    """The numbers of one kind of fault, and what a finding weighs; units stand in the data file."""

    numbers: MappingProxyType[str, float]
    severity: Severity
    source: str
    as_of: str
    confidence: str

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]


def threshold(name: str) -> Threshold:
    """Give the numbers of one kind of fault; raises KeyError where there is none of this name."""
    return _load_thresholds()[name]


def threshold_names() -> tuple[str, ...]:
    """Give the names of all kinds of faults that have numbers."""
    return tuple(_load_thresholds())


@functools.cache
def load_private_names() -> dict[str, str]:
    """Give names of metadata -> what they give away: "location", "person", "device", "software", "time"."""
    data = _read("private.yaml")
    return {name: kind for kind, names in data.items() if isinstance(names, list) for name in names}


@functools.cache
def _load_thresholds() -> dict[str, Threshold]:
    return {name: _parse(values) for name, values in _read("thresholds.yaml").items()}


def _parse(values: dict[str, Any]) -> Threshold:
    apart = ("severity", *EVIDENCE)
    numbers = {name: float(value) for name, value in values.items() if name not in apart}
    evidence = (str(values[name]) for name in EVIDENCE)
    return Threshold(MappingProxyType(numbers), Severity(values["severity"]), *evidence)


def _read(name: str) -> dict[str, Any]:
    import yaml

    text = (files("assetkit.quality") / "data" / name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
