"""What the checks of sound take for a fault: numbers with their source, from the packaged data."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from assetkit.diagnostics import Severity

_EVIDENCE = ("source", "as_of", "confidence")


@dataclass(frozen=True)
class Threshold:
    """The numbers of one kind of fault, and what a finding weighs; units stand in the data file."""

    numbers: Mapping[str, float]
    severity: Severity
    source: str
    as_of: str
    confidence: str

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]


def threshold(name: str) -> Threshold:
    """Give the numbers of one kind of fault; raises KeyError where there is none of this name."""
    return load_thresholds()[name]


@functools.cache
def load_thresholds() -> dict[str, Threshold]:
    """Give all of them by name."""
    import yaml

    text = (files("assetkit.checks.hearing") / "data" / "thresholds.yaml").read_text(encoding="utf-8")
    data: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {name: _parse(values) for name, values in data.items()}


def _parse(values: dict[str, Any]) -> Threshold:
    apart = ("severity", *_EVIDENCE)
    numbers = {name: float(value) for name, value in values.items() if name not in apart}
    return Threshold(numbers, Severity(values["severity"]), *(str(values[name]) for name in _EVIDENCE))
