"""Keys: the hash of all that decides a result, as canonical JSON."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Hashable
from dataclasses import asdict
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
    fields = asdict(record)  # type: ignore[call-overload]
    fields.pop(without, None)
    return hash_identity(fields)
