"""Time zones of the packaged database: the same rules on every machine, whatever its system has."""

from __future__ import annotations

import functools
from datetime import UTC, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo


@functools.cache
def zone_names() -> tuple[str, ...]:
    """Give the names of all zones, such as "Asia/Almaty"."""
    return tuple((files("tzdata") / "zones").read_text(encoding="utf-8").split())


@functools.cache
def load_zone(name: str) -> ZoneInfo:
    """Give a zone by a name of `zone_names()`; raises KeyError on another."""
    if name not in zone_names():
        raise KeyError(name)
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as stream:
        return ZoneInfo.from_file(stream, key=name)


def moments_of(local: datetime, zone: str) -> tuple[datetime, ...]:
    """Give the moments, in UTC, at which a zone shows a time: one, or, where clocks change, none or two.

    `local` has no zone of its own.
    """
    rules = load_zone(zone)
    found = {local.replace(tzinfo=rules, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(each for each in found if in_zone(each, zone).replace(tzinfo=None, fold=0) == local))


def in_zone(moment: datetime, zone: str) -> datetime:
    """Give a moment as clocks of a zone show it."""
    return moment.astimezone(load_zone(zone))
