"""What counts as a fault: numbers with what a finding weighs and where they come from, from packaged data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from assetkit.diagnostics import Severity

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
    return {name: _parse(values) for name, values in read_data(package, "thresholds.yaml").items()}


def read_data(package: str, name: str) -> dict[str, Any]:
    """Read a file of a package's `data/` as it stands."""
    import yaml

    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def _parse(values: dict[str, Any]) -> Threshold:
    apart = ("severity", *EVIDENCE)
    numbers = {name: float(value) for name, value in values.items() if name not in apart}
    evidence = (str(values[name]) for name in EVIDENCE)
    return Threshold(MappingProxyType(numbers), Severity(values["severity"]), *evidence)
