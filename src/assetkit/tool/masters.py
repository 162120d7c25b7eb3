"""Where a master's facts come from: the file where it is there, else the committed lock."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from assetkit.errors import MediaError
from assetkit.media.facts import MasterFacts
from assetkit.media.lock import VERSION, facts_from_json, facts_to_json
from assetkit.tool.digest import file_digest, replace_file
from assetkit.tool.probe import probe_master

_MOST_LOCK_BYTES = 64 << 20
_PROBE_VERSION = 3  # raise it when probing finds something else in the same file


def master_facts(root: Path, film_master: str, colour: str | None, memo_dir: Path) -> MasterFacts:
    """Give the facts of a master by its path from the workspace `root`.

    Where the file is there it is probed once per content and `colour`, and remembered in `memo_dir`; else
    the lock `<root>/facts/<master path>.json` speaks. Raises MediaError where there is neither, or where the
    file cannot be used.
    """
    path = root / film_master
    if path.is_file():
        return _remembered(path, film_master, colour, memo_dir)
    lock = lock_path(root, film_master)
    try:
        return facts_from_json(_read_lock(lock))
    except OSError as error:
        where = lock.relative_to(root)
        remedy = f"Put it there, or run `assetkit facts --lock` where it is, and commit {where}."
        raise MediaError(f"{film_master}: neither film nor facts are there.", remedy=remedy) from error
    except MediaError as error:
        remedy = "Put the film there and write its facts again."
        raise MediaError(f"{lock.relative_to(root)}: {error.message}", remedy=remedy) from error


def _read_lock(lock: Path) -> str:
    """Read a lock, and no more than any lock has; raises OSError where there is none."""
    if not lock.is_file():
        raise FileNotFoundError(lock)
    with lock.open("rb") as stream:
        content = stream.read(_MOST_LOCK_BYTES)
    return content.decode("utf-8", "replace")


def write_lock(root: Path, facts: MasterFacts) -> Path:
    """Write facts to the lock that `master_facts` reads where the film is not there; gives its path."""
    lock = lock_path(root, facts.path)
    replace_file(lock, facts_to_json(facts))
    return lock


def lock_path(root: Path, film_master: str) -> Path:
    """Give the place of a master's lock: `<root>/facts/<master path>.json`."""
    return root / "facts" / f"{film_master}.json"


def _remembered(path: Path, name: str, colour: str | None, memo_dir: Path) -> MasterFacts:
    digest = file_digest(path, memo_dir / "digests.json")
    key = hashlib.sha256(f"{_PROBE_VERSION} {VERSION} {digest} {colour}".encode()).hexdigest()
    memo = memo_dir / "facts" / f"{key}.json"
    try:
        return replace(facts_from_json(memo.read_text(encoding="utf-8")), path=name)
    except (OSError, UnicodeDecodeError, MediaError):
        facts = probe_master(path, colour=colour, name=name, digest=digest)
        replace_file(memo, facts_to_json(facts))
        return facts
