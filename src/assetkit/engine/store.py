"""The object store: a task's result by its key, staged, verified, renamed into place."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assetkit.errors import StoreError
from assetkit.tool.digest import file_digest


@dataclass(frozen=True)
class StoredObject:
    """A finished object and what was observed when it was made."""

    path: Path
    record: dict[str, Any]


class Store:
    """Objects below one folder; several processes may share it. A damaged object is a miss.

    `damaged` are the keys of those that were found so, and removed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.objects = self.root / "objects"
        self.staging = self.root / "staging"
        self.damaged: set[str] = set()

    def find(self, key: str) -> StoredObject | None:
        """Give the object if it is there and its bytes are the ones that were verified."""
        stored = self._read(key)
        if stored is None and key in self.damaged:
            self._discard(self._folder(key))
        return stored

    def is_sound(self, key: str) -> bool:
        """Whether the object is there and whole; one that is there and damaged is noted and left."""
        return self._read(key) is not None

    def _read(self, key: str) -> StoredObject | None:
        folder = self._folder(key)
        if not folder.is_dir():
            return None
        try:
            record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
            path = folder / str(record["name"])
            if file_digest(path, None) == record["sha256"]:
                return StoredObject(path, record)
        except (OSError, ValueError, KeyError, TypeError):
            pass
        self.damaged.add(key)
        return None

    @contextmanager
    def stage(self) -> Iterator[Path]:
        """Give a folder to work in; it is gone afterwards. Raises StoreError where none can be made."""
        folder = self.staging / f"{os.getpid()}-{secrets.token_hex(6)}"
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise StoreError(
                f"The store cannot be written: {error}.", remedy="Free some space and run again."
            ) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, key: str, made: Path, record: dict[str, Any]) -> StoredObject:
        """Move a verified file into the store under its key, in one rename."""
        folder = self._folder(key)
        whole = record | {"name": made.name, "sha256": file_digest(made, None), "bytes": made.stat().st_size}
        bundle = made.parent / "bundle"
        try:
            bundle.mkdir()
            made.rename(bundle / made.name)
            (bundle / "record.json").write_text(json.dumps(whole, sort_keys=True), encoding="utf-8")
            folder.parent.mkdir(parents=True, exist_ok=True)
            bundle.rename(folder)
        except OSError as error:
            if not folder.is_dir():
                raise StoreError(
                    f"The store cannot be written: {error}.", remedy="Free some space and run again."
                ) from error
        return StoredObject(folder / made.name, whole)

    def sweep(self) -> None:
        """Remove what processes that are gone have left in the staging folder."""
        for folder in self.staging.glob("*-*"):
            owner = folder.name.split("-")[0]
            if not owner.isdigit() or not Path(f"/proc/{owner}").exists():
                shutil.rmtree(folder, ignore_errors=True)

    def sizes(self) -> dict[str, int]:
        """Give the bytes of every object by key."""
        found: dict[str, int] = {}
        for folder in self.objects.glob("??/*"):
            found[folder.name] = sum(part.stat().st_size for part in folder.iterdir())
        return found

    def prune(self, needed: set[str]) -> int:
        """Remove every object that no needed key names; gives the bytes that were freed."""
        freed = 0
        for key, size in self.sizes().items():
            if key not in needed:
                self._discard(self._folder(key))
                freed += size
        return freed

    def _folder(self, key: str) -> Path:
        return self.objects / key[:2] / key

    def _discard(self, folder: Path) -> None:
        """Take an object out of sight in one rename, then remove it: nobody ever sees half of one."""
        aside = self.staging / f"{os.getpid()}-{secrets.token_hex(6)}"
        with suppress(OSError):
            self.staging.mkdir(parents=True, exist_ok=True)
            folder.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)
