"""What counts as a fault: numbers with what a finding weighs and where they come from, from packaged data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from assetkit.diagnostics import Severity
from assetkit.packaged import read_packaged

EVIDENCE = ("source", "as_of", "confidence")


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


def read_thresholds(package: str) -> dict[str, Threshold]:
    """Read `data/thresholds.yaml` of a package, by the name of each kind of fault."""
    return {name: _parse(values) for name, values in read_packaged(package, "thresholds.yaml").items()}


def _parse(values: dict[str, Any]) -> Threshold:
    apart = ("severity", *EVIDENCE)
    numbers = {name: float(value) for name, value in values.items() if name not in apart}
    evidence = (str(values[name]) for name in EVIDENCE)
    return Threshold(MappingProxyType(numbers), Severity(values["severity"]), *evidence)
