"""Names and values as messages write them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any


def nearest(name: str, known: Iterable[str]) -> str:
    """Give "did you mean `this`?" for the nearest known name, or the list of all where none is near."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean `{shorten(close[0])}`?"
    shown = ", ".join(map(shorten, names[:12])) + (", …" if len(names) > 12 else "")
    return f"known here: {shown}" if names else ""


def shorten(value: Any) -> str:
    """Write a value for a message, in one short line."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:200])
    return text if len(text) <= 48 else f"{text[:47]}…"
