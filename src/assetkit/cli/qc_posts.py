"""Posts as quality control reads them: their post.json, and whether what it names lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assetkit.delivery.post import POST_FILE, digest_file
from assetkit.diagnostics import Severity
from assetkit.errors import AssetkitError
from assetkit.quality.control import Control
from assetkit.quality.records import Check, FileReport

_REMEDY = "Give the post.json that was delivered with the file, or --foreign."
_ALL = "all that post.json names lies beside it, as it was delivered"


def read_post(place: Path) -> dict[str, Any]:
    """Read a post.json; raises AssetkitError where it is none."""
    try:
        post = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AssetkitError(f"{place} cannot be read: {error}.", remedy=_REMEDY) from error
    if not isinstance(post, dict):
        raise AssetkitError(f"{place} does not describe a post.", remedy=_REMEDY)
    return post


def check_digest(path: Path, post: dict[str, Any]) -> Check:
    """Check that a film is the one that its post tells of."""
    same = digest_file(path) == post.get("sha256")
    told = "the same digest" if same else "another digest"
    return Check("AK920", same, Severity.WARNING, "post.json is about this file", told, "the same digest")


def check_enclosed(place: Path, post: dict[str, Any]) -> list[Check]:
    """Check the files beside a film: a cover, subtitles, copy. Raises AssetkitError for a broken list."""
    files = post.get("files", [])
    if not isinstance(files, list) or not all(_names_file(file) for file in files):
        raise AssetkitError(f"what {place} says of the files beside it cannot be read.", remedy=_REMEDY)
    found = [check for file in files for check in _check_file(place, file)]
    count = f"{len(files)} of {len(files)} files"
    return found or [Check("AK921", True, Severity.ERROR, _ALL, count, "all files")]


def control_pictures(place: Path, post: dict[str, Any]) -> Control:
    """Check a picture post: each of its pictures, and what lies beside them. Nothing is decoded."""
    first = {"name": str(post.get("file", "")), "sha256": str(post.get("sha256", ""))}
    checks = [*_check_file(place, first), *check_enclosed(place, post)]
    report = FileReport(place.name, place.stat().st_size, (), False, 0, (), 0, 0, 0, None, None, None, ())
    return Control(report, tuple(sorted(checks, key=lambda check: check.code)))


def _check_file(place: Path, file: dict[str, Any]) -> Iterator[Check]:
    name = str(file["name"])
    path = _find(place, name)
    if path is None:
        yield Check("AK921", False, Severity.ERROR, f"{name} lies beside post.json", "no file", "a file")
    elif digest_file(path) != file["sha256"]:
        message = f"{name} is as it was delivered"
        yield Check("AK922", False, Severity.ERROR, message, "another digest", "the same digest")


def _find(place: Path, name: str) -> Path | None:
    """Give the file of a name beside a post.json; in a flat package it begins with the name of its post."""
    stem = place.name.removesuffix(POST_FILE)
    if Path(name).name != name:
        return None
    paths = (place.with_name(name), place.with_name(f"{stem}{name}"))
    return next((path for path in (paths[::-1] if stem else paths[:1]) if path.is_file()), None)


def _names_file(file: Any) -> bool:
    return isinstance(file, dict) and {"name", "sha256"} <= file.keys()
