"""What has been delivered, so that "nothing to do" costs two stats and one small file.

This lives outside of the posts, in the workspace's own folder: times of files are no part of a post.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assetkit.delivery.post import POST_FILE

_FOLDER = "folder"


def is_current(state: Path, folder: Path, name: str, key: str, others: Sequence[str] = ()) -> bool:
    """Whether `folder` still holds what was delivered under this key, by size and time of its files.

    `state` is the folder of records, `key` whatever decides the post, `others` the files beside video and
    post: anything in doubt is not current.
    """
    record = read_record(state, folder)
    if not record:
        return False
    found = describe_delivery(folder, name, key, others)
    same = all(record.get(part) == value for part, value in found.items())
    return bool(same and found["video"] and found["post"] and all(found["others"].values()))


def describe_delivery(folder: Path, name: str, key: str, others: Sequence[str] = ()) -> dict[str, Any]:
    """Give the record of what a folder holds now: key, name, size and time (ns) of each of its files."""
    return {
        "key": key,
        "name": name,
        "video": stamp(folder, name),
        "post": stamp(folder, POST_FILE),
        "others": {other: stamp(folder, other) for other in others},
    }


def read_record(state: Path, folder: Path) -> dict[str, Any]:
    """Give what is remembered of a folder; nothing where it is not known."""
    try:
        with open(_record_path(state, folder), "rb") as stream:  # noqa: PTH123  (half the time of Path.open)
            record = json.load(stream)
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def write_record(state: Path, folder: Path, record: dict[str, Any]) -> None:
    """Remember a delivery; a half-written record is never seen."""
    state.mkdir(parents=True, exist_ok=True)
    path = _record_path(state, folder)
    staged = f"{path}.{os.getpid()}"
    text = json.dumps(record | {_FOLDER: os.path.relpath(folder, state)})
    Path(staged).write_text(text, encoding="utf-8")
    os.replace(staged, path)  # noqa: PTH105


def announce(state: Path, folder: Path, digests: Mapping[str, str]) -> None:
    """Remember what is about to lie in a folder: a process that is killed between must not let its own
    delivery be taken for a change by hand."""
    record = read_record(state, folder)
    if record:
        write_record(state, folder, record | {"coming": dict(digests)})


def forget_record(state: Path, folder: Path) -> None:
    """Forget a delivery that is no more."""
    Path(_record_path(state, folder)).unlink(missing_ok=True)


def delivered_folders(state: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give every folder that was ever delivered and still stands, with what is remembered of it, in order."""
    found: dict[Path, dict[str, Any]] = {}
    for path in state.glob("*.json") if state.is_dir() else ():
        try:
            record = json.loads(path.read_bytes())
            folder = Path(os.path.normpath(state / record[_FOLDER]))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # of an earlier version, or damaged: its folder is written anew when it is due
        if folder.is_dir():
            found[folder] = record
    yield from sorted(found.items())


def recorded_files(record: dict[str, Any]) -> dict[str, list[int]]:
    """Give the files of a delivery by name, with size and time (ns) as they were delivered."""
    try:
        own = {str(record["name"]): list(record["video"]), POST_FILE: list(record["post"])}
        return own | {str(name): list(found) for name, found in record["others"].items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def stamp(folder: Path, name: str) -> list[int]:
    """Give size and time (ns) of a file; empty where there is none."""
    try:
        found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]


def _record_path(state: Path, folder: Path) -> str:
    # Relative, so that a workspace that is moved as a whole stays current.
    place = os.path.relpath(folder, state)
    return os.path.join(state, hashlib.sha256(os.fsencode(place)).hexdigest()[:32] + ".json")  # noqa: PTH118
