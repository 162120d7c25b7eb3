"""Which posts come out too soon after each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise


@dataclass(frozen=True)
class Slot:
    """A post in time: `account` is where it comes out, `post` its name, `at` the moment in UTC."""

    account: tuple[str, ...]
    at: datetime
    post: str


def find_close(slots: Iterable[Slot], least: timedelta) -> list[tuple[Slot, Slot]]:
    """Give neighbours on one account nearer than `least`, the earlier first; equal times always are."""
    accounts: dict[tuple[str, ...], list[Slot]] = {}
    for slot in slots:
        accounts.setdefault(slot.account, []).append(slot)
    close = []
    for held in accounts.values():
        in_order = sorted(held, key=lambda slot: (slot.at, slot.post))
        close += [(a, b) for a, b in pairwise(in_order) if b.at - a.at < least or b.at == a.at]
    return close


def write_gap(gap: timedelta) -> str:
    """Write how long lies between two posts: "0 min", "5 h 30 min", "2 d 3 h"."""
    days, minutes = gap.days, gap.seconds // 60
    parts = ((days, "d"), (minutes // 60, "h"), (minutes % 60, "min"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 min"
