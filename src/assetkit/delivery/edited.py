"""What people changed in a delivered post by hand: kept aside before the post is delivered anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assetkit.delivery.post import POST_FILE, digest_file
from assetkit.delivery.state import recorded_files, stamp

EDITED = "edited"
"""The folder beside the store's objects in which such files are kept, below the folder of their post."""


def keep_edited(folder: Path, record: Mapping[str, Any], told: Mapping[str, str], keep: Path) -> list[Path]:
    """Keep every file of `folder` that is no more what was delivered; gives where each lies below `keep`.

    `record` is what is remembered of the delivery, `told` what the post there says of its files, by name and
    digest: used where nothing is remembered. A file whose time alone has changed is no edited one.
    Raises OSError.
    """
    return [_keep(folder / name, keep) for name in edited_files(folder, record, told)]


def edited_files(folder: Path, record: Mapping[str, Any], told: Mapping[str, str]) -> list[str]:
    """Give the names of a delivery's files that hold other bytes than were delivered."""
    stamps = recorded_files(dict(record))
    digests = dict(told) | {str(name): str(digest) for name, digest in record.get("digests", {}).items()}
    coming = record.get("coming", {})
    return [
        name
        for name, digest in sorted(digests.items())
        if (found := stamp(folder, name))
        and found != stamps.get(name)
        and digest_file(folder / name) not in (digest, coming.get(name))
    ]


def digests_of(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Give the digests of a staged post: those that are known, and that of its `post.json`."""
    return {**files, POST_FILE: digest_file(folder / POST_FILE)}


def _keep(path: Path, keep: Path) -> Path:
    """Keep a file under its digest, so that nothing that was kept before is written over."""
    target = keep / f"{digest_file(path)[:12]}-{path.name}"
    keep.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        staged = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            shutil.copyfile(path, staged)
            staged.replace(target)
        finally:
            staged.unlink(missing_ok=True)
    return target
