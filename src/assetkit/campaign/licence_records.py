"""Works that others have made, and under what terms they are used, as values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from assetkit.campaign.licence_models import WORLD
from assetkit.diagnostics import Place


@dataclass(frozen=True)
class Licence:
    """Under what terms a work is used; "" where nobody said.

    Empty `platforms` or `territory` mean all of them; `until` is the last day on which it may be shown.
    `credit` is what posts say, by language. `place` is where it is written.
    """

    name: str
    title: str = ""
    author: str = ""
    licence: str = ""
    source: str = ""
    territory: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    until: str = ""
    credit: dict[str, str] = field(default_factory=dict, hash=False)
    place: Place = field(default=Place(""), compare=False)

    @property
    def missing(self) -> tuple[str, ...]:
        """Give what is not said and must be, by the keys that it is written under."""
        return tuple(key for key in ("title", "author", "licence", "source") if not getattr(self, key))

    def leaves_out(self, countries: Collection[str]) -> tuple[str, ...]:
        """Give which countries it does not hold in, in order; "world" is all of them."""
        return tuple(country for country in countries if self.is_limited and country not in self.territory)

    @property
    def is_limited(self) -> bool:
        """Whether it holds in some countries alone."""
        return bool(self.territory) and WORLD not in self.territory


@dataclass(frozen=True)
class Track:
    """A piece of music by its path from the workspace, with its licence; both have the same name."""

    name: str
    file: str
    licence: Licence
    place: Place = field(default=Place(""), compare=False)
