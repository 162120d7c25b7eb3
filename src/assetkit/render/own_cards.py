"""Kinds of cards that installed packages bring: found by their entry points, loaded when one is asked for.

A package names an `OwnCard` as an entry point of the group `assetkit.cards`; the entry point's name is the
kind, as recipes write it. Nothing is loaded for kinds that this project draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.render.cards import Maker, register_card

GROUP = "assetkit.cards"
_BROUGHT: dict[str, str] = {}  # kind -> the distribution that it was loaded from


@dataclass(frozen=True)
class OwnCard:
    """A kind of card of one's own: `clip` makes the moviepy clip of a card.

    `version` is part of every key: count it up whenever the picture changes.
    """

    version: int
    clip: Maker


def offered_kinds() -> tuple[str, ...]:
    """Give the names of all kinds that installed packages bring."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


def brought_by(kind: str) -> str:
    """Give the distribution that a loaded kind came from, "" for one that was registered by code."""
    return _BROUGHT.get(kind, "")


def load_own_kinds(names: Iterable[str]) -> dict[str, Diagnostic]:
    """Load kinds that nobody has registered yet; gives what is wrong with those that cannot be, by name.

    A name that no package offers is left out: whoever uses it knows where it is written.
    """
    wanted = [name for name in dict.fromkeys(names) if name not in KINDS and name not in OWN_KINDS]
    if not wanted:
        return {}
    offered = entry_points(group=GROUP)
    loaded = {name: _load(name, list(offered.select(name=name))) for name in wanted}
    return {name: problem for name, problem in loaded.items() if problem}


def _load(name: str, entries: list[EntryPoint]) -> Diagnostic | None:
    if not entries:
        return None
    if len(entries) > 1:
        names = " and ".join(sorted(map(_distribution, entries)))
        message = f"the kind of card `{name}` is brought by {names}"
        return Diagnostic("AK616", Severity.ERROR, message, remedy="uninstall all of them but one")
    (entry,) = entries
    try:
        card = entry.load()
    except Exception as error:  # whatever a foreign module does when it is imported
        return _unloadable(name, entry, f"{type(error).__name__}: {error}")
    if not isinstance(card, OwnCard):
        return _unloadable(name, entry, f"{entry.value} is no OwnCard, but {type(card).__name__}")
    if isinstance(card.version, bool) or not isinstance(card.version, int) or card.version < 1:
        return _unloadable(name, entry, f"its version is {card.version!r}, and not a number from 1 on")
    register_card(name, card.clip, card.version)
    _BROUGHT[name] = _distribution(entry)
    return None


def _unloadable(name: str, entry: EntryPoint, reason: str) -> Diagnostic:
    message = f"the kind of card `{name}` of {_distribution(entry)} cannot be loaded: {reason}"
    remedy = "correct that package or install another version of it, or take the card out"
    return Diagnostic("AK615", Severity.ERROR, message, remedy=remedy)


def _distribution(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
