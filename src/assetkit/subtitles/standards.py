"""What the trade asks of subtitles, as dated numbers with their sources."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from assetkit.packaged import read_packaged
from assetkit.timecode import seconds_to_frames

OTHER = "other"
_FILE = "standards.yaml"


@dataclass(frozen=True)
class Standard:
    """One number. `of` is the language or shape that it is for, "other" where it is for all not named.

    `confidence` is "H", "M" or "L"; `strength` is "advises": nobody refuses a film for its subtitles.
    """

    name: str
    of: str
    value: Fraction
    unit: str
    source: str
    as_of: str
    confidence: str
    strength: str = "advises"

    def in_frames(self, rate: Fraction) -> int:
        """Give seconds in frames, to the nearest; frames as they are."""
        return int(self.value) if self.unit == "frames" else seconds_to_frames(self.value, rate)

    def least_frames(self, rate: Fraction) -> int:
        """Give the fewest frames that are not shorter than this many seconds."""
        return int(self.value) if self.unit == "frames" else int(-(-(self.value * rate) // 1))


@dataclass(frozen=True)
class Standards:
    """All numbers, by name and by language or shape."""

    numbers: Mapping[tuple[str, str], Standard]

    def find(self, name: str, of: str = OTHER) -> Standard:
        """Give a number for a language or shape; raises KeyError where the name is not known."""
        return self.numbers.get((name, of)) or self.numbers[name, OTHER]

    def value(self, name: str, of: str = OTHER) -> Fraction:
        """Give a number alone."""
        return self.find(name, of).value


@functools.cache
def load_standards() -> Standards:
    """Give the packaged standards."""
    rules = read_packaged("assetkit.subtitles", _FILE)
    found = [each for name, rule in rules.items() for each in _read_rule(name, rule)]
    return Standards({(each.name, each.of): each for each in found})


def _read_rule(name: str, rule: Mapping[str, Any]) -> list[Standard]:
    return [_read_one(name, str(of), rule, given) for of, given in rule["values"].items()]


def _read_one(name: str, of: str, rule: Mapping[str, Any], given: Any) -> Standard:
    own = given if isinstance(given, dict) else {"value": given}
    told = {**rule["from"], **own}
    value = Fraction(str(told.pop("value")))
    return Standard(name, of, value, rule["unit"], **told)
