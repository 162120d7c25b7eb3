"""The kinds of cards that this project draws; one module each.

A kind of one's own needs no module here: it is registered by name and drawn by its own clip.
"""

from __future__ import annotations

from assetkit.cards.kinds.bars import BARS
from assetkit.cards.kinds.content_warning import CONTENT_WARNING
from assetkit.cards.kinds.corner_counter import COUNTER
from assetkit.cards.kinds.count_up import COUNT_UP
from assetkit.cards.kinds.end import END
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.kinds.label import LABEL
from assetkit.cards.kinds.logo_bug import LOGO
from assetkit.cards.kinds.lower_third import LOWER_THIRD
from assetkit.cards.kinds.milestone import MILESTONE
from assetkit.cards.kinds.partners import PARTNERS
from assetkit.cards.kinds.phrases import PHRASES
from assetkit.cards.kinds.pictogram import PICTOGRAM
from assetkit.cards.kinds.quote import QUOTE
from assetkit.cards.kinds.ring import RING
from assetkit.cards.kinds.timeline import TIMELINE
from assetkit.cards.kinds.title import TITLE

_STATISTICS = (COUNT_UP, RING, PICTOGRAM, BARS, TIMELINE, MILESTONE)
_WORDS = (TITLE, QUOTE, PHRASES, CONTENT_WARNING, PARTNERS, END)
_OVERLAYS = (LOWER_THIRD, COUNTER, LOGO, LABEL)
KINDS: dict[str, Kind] = {kind.name: kind for kind in (*_STATISTICS, *_WORDS, *_OVERLAYS)}
OVERLAY_KINDS = frozenset(kind.name for kind in _OVERLAYS)
"""Kinds that lie over the picture and never fill it."""
OWN_KINDS: dict[str, int] = {}
"""Registered kinds of a user's own: name -> version of its picture."""
