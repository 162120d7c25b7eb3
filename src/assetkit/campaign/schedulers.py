"""Scheduling tools that read posts from a file: which columns each wants, as dated data."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from assetkit.packaged import read_packaged

_FILE = "schedulers.yaml"


@dataclass(frozen=True)
class Scheduler:
    """One tool. `columns` are headings with what stands below, `time` is a format of `strftime`.

    `services` are its names for our platforms, empty where it is not told of any; with `apart` each platform
    and language has a file of its own. `confidence` is H, M or L.
    """

    name: str
    title: str
    columns: dict[str, str]
    time: str
    source: str
    as_of: str
    confidence: str
    services: dict[str, str] = field(default_factory=dict)
    apart: bool = False

    def takes(self, platform: str) -> bool:
        """Whether posts for a platform can be handed to it."""
        return not self.services or platform in self.services


@functools.cache
def load_schedulers() -> dict[str, Scheduler]:
    """Give the packaged tools by name."""
    return {name: Scheduler(name, **told) for name, told in read_packaged("assetkit.campaign", _FILE).items()}
