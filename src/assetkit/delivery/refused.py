"""Posts that were made and not delivered, because a check failed: remembered until they are made again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from assetkit.tool.digest import replace_file


def remember_refusal(state: Path, folder: Path, key: str, reasons: Sequence[str]) -> None:
    """Remember why the post under `key` was not delivered to `folder`; no `reasons` forget it.

    `state` is the folder of records of deliveries. Where it cannot be written, nothing is remembered: the
    post is shown as not made then, which is true as well.
    """
    path = _path(state, folder)
    with suppress(OSError):
        if reasons:
            replace_file(path, json.dumps({"key": key, "reasons": list(reasons)}, ensure_ascii=False))
        else:
            path.unlink(missing_ok=True)


def recall_refusal(state: Path, folder: Path, key: str) -> tuple[str, ...]:
    """Give why the post under `key` was not delivered; () where it was never refused."""
    try:
        record = json.loads(_path(state, folder).read_bytes())
        return tuple(map(str, record["reasons"])) if record["key"] == key else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _path(state: Path, folder: Path) -> Path:
    # Relative, so that a workspace that is moved as a whole keeps what it knows.
    place = os.path.relpath(folder, state)
    return state.with_name("refused") / f"{hashlib.sha256(os.fsencode(place)).hexdigest()[:32]}.json"
