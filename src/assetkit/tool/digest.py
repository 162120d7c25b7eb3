"""Digests of files, remembered as long as path, size, times and inode say that it is the same file."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_Memo = dict[str, list[object]]


def file_digest(path: Path, memo: Path | None) -> str:
    """Give the SHA-256 of a file in hexadecimal.

    `memo` is a JSON file that remembers digests between runs; it may be missing, damaged or shared by several
    processes: what it does not know is read anew. Raises OSError when the file itself cannot be read.
    """
    name, stamp = str(path.resolve()), _stamp(path)
    if memo is not None:
        known = _read_memo(memo).get(name)
        if known is not None and known[:-1] == stamp:
            return str(known[-1])
    digest = _hash(path)
    # A file that was written while it was read has no digest worth remembering.
    if memo is not None and _stamp(path) == stamp:
        _remember(memo, name, [*stamp, digest])
    return digest


def _hash(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _stamp(path: Path) -> list[object]:
    found = path.stat()
    # The second time cannot be set: a copy in place that keeps the first one is told by it.
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _read_memo(memo: Path) -> _Memo:
    try:
        loaded = json.loads(memo.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {name: row for name, row in loaded.items() if _is_row(row)}


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == 5 and isinstance(row[4], str) and len(row[4]) == 64


def _remember(memo: Path, name: str, row: list[object]) -> None:
    memo.parent.mkdir(parents=True, exist_ok=True)
    with _locked(memo):
        replace_file(memo, json.dumps(_read_memo(memo) | {name: row}, indent=0, sort_keys=True))


@contextmanager
def _locked(memo: Path) -> Iterator[None]:
    # Without the lock two processes would each replace the memo by one without the other's row.
    with memo.with_name(memo.name + ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def replace_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all: staged beside its place, then renamed into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, staged = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as sink:
            sink.write(text)
        Path(staged).chmod(0o644)
        Path(staged).replace(path)
    except BaseException:
        Path(staged).unlink(missing_ok=True)
        raise
