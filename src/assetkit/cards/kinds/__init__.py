"""The kinds of cards that this project draws; one module each.

A kind of one's own needs no module here: it is registered by name and drawn by its own clip.
"""

from __future__ import annotations

from assetkit.cards.kinds.count_up import COUNT_UP
from assetkit.cards.kinds.end import END
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.kinds.title import TITLE

KINDS: dict[str, Kind] = {kind.name: kind for kind in (TITLE, COUNT_UP, END)}
OWN_KINDS: dict[str, int] = {}
"""Registered kinds of a user's own: name -> version of its picture."""
