"""What no recipe makes any more: found by the records of what was delivered, and removed file by file."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assetkit.delivery.edited import edited_files
from assetkit.delivery.post import POST_FILE
from assetkit.delivery.state import delivered_folders, forget_record, recorded_files, stamp
from assetkit.errors import StoreError


@dataclass(frozen=True)
class Leftover:
    """A post that nothing makes: `place` is its folder below the output folder.

    `files` were delivered there and are as they were, `bytes` together. `changed` were changed by hand since,
    `foreign` were never ours: both stay.
    """

    place: str
    folder: Path
    files: tuple[str, ...]
    bytes: int
    changed: tuple[str, ...]
    foreign: tuple[str, ...]


def find_leftovers(out: Path, state: Path, made: Collection[str]) -> list[Leftover]:
    """Give every post that was delivered below `out` and is not among the folders that are `made` now."""
    return [
        _describe(place, folder, record)
        for place, folder, record in _delivered_below(out, state)
        if place not in made
    ]


def remove_leftover(leftover: Leftover, out: Path, state: Path) -> None:
    """Remove what was delivered, then every folder up to `out` that is empty by that. Raises StoreError.

    The record goes last: a removal that was broken off is found again by the next.
    """
    try:
        for name in leftover.files:
            (leftover.folder / name).unlink(missing_ok=True)
        folder, top = leftover.folder, Path(os.path.normpath(out))
        while top in folder.parents and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
        forget_record(state, leftover.folder)
    except OSError as error:
        raise StoreError(
            f"{leftover.place} cannot be removed: {error.strerror or error}.",
            remedy="Check the rights of the output folder, and run again.",
        ) from error


def _delivered_below(out: Path, state: Path) -> Iterator[tuple[str, Path, dict[str, object]]]:
    top = Path(os.path.normpath(out))  # as the records have it
    for folder, record in delivered_folders(state):
        with suppress(ValueError):
            place = folder.relative_to(top)
            # What a link leads to is not ours to remove.
            if not any((out / part).is_symlink() for part in (place, *place.parents[:-1])):
                yield place.as_posix(), folder, record


def _describe(place: str, folder: Path, record: dict[str, object]) -> Leftover:
    changed = edited_files(folder, record, {})
    ours = [name for name in recorded_files(record) if stamp(folder, name) and name not in changed]
    ours.sort(key=lambda name: (name == POST_FILE, name))  # what says whose they are goes last
    foreign = sorted({entry.name for entry in folder.iterdir()} - {*ours, *changed})
    size = sum(stamp(folder, name)[0] for name in ours)
    return Leftover(place, folder, tuple(ours), size, tuple(changed), tuple(foreign))
