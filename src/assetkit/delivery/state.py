"""What has been delivered, so that "nothing to do" costs two stats and one small file.

This lives outside of the posts, in the workspace's own folder: times of files are no part of a post.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assetkit.delivery.post import POST_FILE


def is_current(state: Path, folder: Path, name: str, key: str, others: Sequence[str] = ()) -> bool:
    """Whether `folder` still holds what was delivered under this key, by size and time of its files.

    `state` is the folder of records, `key` whatever decides the post, `others` the files beside video and
    post: anything in doubt is not current.
    """
    try:
        with open(_record_path(state, folder), "rb") as stream:  # noqa: PTH123  (half the time of Path.open)
            record = json.load(stream)
    except (OSError, ValueError):
        return False
    found = describe_delivery(folder, name, key, others)
    return bool(record == found and found["video"] and found["post"] and all(found["others"].values()))


def describe_delivery(folder: Path, name: str, key: str, others: Sequence[str] = ()) -> dict[str, Any]:
    """Give the record of what a folder holds now: key, name, size and time (ns) of each of its files."""
    return {
        "key": key,
        "name": name,
        "video": _stamp(folder, name),
        "post": _stamp(folder, POST_FILE),
        "others": {other: _stamp(folder, other) for other in others},
    }


def write_record(state: Path, folder: Path, record: dict[str, Any]) -> None:
    """Remember a delivery; a half-written record is never seen."""
    state.mkdir(parents=True, exist_ok=True)
    path = _record_path(state, folder)
    staged = f"{path}.{os.getpid()}"
    Path(staged).write_text(json.dumps(record), encoding="utf-8")
    os.replace(staged, path)  # noqa: PTH105


def _record_path(state: Path, folder: Path) -> str:
    # Relative, so that a workspace that is moved as a whole stays current.
    place = os.path.relpath(folder, state)
    return os.path.join(state, hashlib.sha256(os.fsencode(place)).hexdigest()[:32] + ".json")  # noqa: PTH118


def _stamp(folder: Path, name: str) -> list[int]:
    try:
        found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]
