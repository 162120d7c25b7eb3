"""Keys: the hash of all that decides a result, as canonical JSON."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Hashable
from dataclasses import asdict, fields
from typing import Any

_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def hash_identity(identity: dict[str, Any]) -> str:
    """Give the key: the SHA-256 of canonical JSON, fractions and boxes as text."""
    return hashlib.sha256(_CANONICAL.encode(identity).encode()).hexdigest()


_MOST_KNOWN = 1 << 16
# By identity, with the record itself so that its id is not given to another: hashing a record by its content
# costs as much as all the rest of a span's key.
_known: dict[tuple[int, str], tuple[Hashable, str]] = {}


def digest_record(record: Hashable, without: str = "") -> str:
    """Give the hash of a frozen dataclass by its content, but for the field `without`.

    A field whose metadata say `later` is left out where it holds its default.

    A batch asks for the same few records again and again: formats, framings, cards. The answer depends on
    the content alone, so remembering it changes no key.
    """
    known = _known.get((id(record), without))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = _known[id(record), without] = (record, _digest(record, without))
    return known[1]


@functools.lru_cache(maxsize=_MOST_KNOWN)
def _digest(record: Hashable, without: str) -> str:
    told = asdict(record)  # type: ignore[call-overload]
    told.pop(without, None)
    for each in fields(record):  # type: ignore[arg-type]
        # What came to a record later leaves keys as they were where nothing is said of it.
        if each.metadata.get("later") and getattr(record, each.name) == each.default:
            told.pop(each.name)
    return hash_identity(told)
