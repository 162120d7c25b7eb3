"""When posts come out, as the campaign says it for all of them, and whom it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from assetkit.diagnostics import Place


@dataclass(frozen=True)
class Calendar:
    """`zone` is that of posts which name none, "" where nobody said.

    `least_gap` is how long must lie between two posts of one account. With `one_account` all languages of a
    platform share one. `media` is the address below which the output folder can be reached by `tools`.
    """

    zone: str = ""
    least_gap: timedelta = timedelta()
    one_account: bool = False
    media: str = ""
    tools: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)
