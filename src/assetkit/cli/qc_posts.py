"""Posts as quality control reads them: their post.json, and whether what it names lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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


def find_posts(paths: Iterable[Path]) -> list[Path]:
    """Give the post.json of every post in the folders that has no film: of pictures, or its film is missing.

    One that cannot be read is among them.
    """
    places = {
        place
        for path in paths
        if path.is_dir()
        for place in path.rglob(f"*{POST_FILE}")
        if (place.name == POST_FILE or place.name.endswith(f".{POST_FILE}")) and not is_hidden(place, path)
    }
    return [place for place in sorted(places) if not _has_film(place)]


def is_hidden(place: Path, folder: Path) -> bool:
    """Whether something in a folder is hidden there: what is so was never delivered."""
    return any(part.startswith(".") for part in place.relative_to(folder).parts)


def control_beside(place: Path) -> Control:
    """Check a post without a film: whether all that its post.json names is there. Nothing is decoded."""
    try:
        post = read_post(place)
        first = {"name": str(post.get("file", "")), "sha256": str(post.get("sha256", ""))}
        checks = [*_check_file(place, first), *check_enclosed(place, post)]
    except AssetkitError as error:
        return control_unreadable(place, "AK921", error.message)
    return Control(_empty_report(place), tuple(sorted(checks, key=lambda check: check.code)))


def control_unreadable(path: Path, code: str, told: str) -> Control:
    """Refuse a file of which nothing can be found out, or nothing of what it should be."""
    check = Check(code, False, Severity.ERROR, "the file and its post.json can be read", told, "whole files")
    return Control(_empty_report(path), (check,))


def _has_film(place: Path) -> bool:
    """Whether a post has a film that lies there, which is checked by itself."""
    try:
        post = read_post(place)
    except AssetkitError:
        return False
    return not post.get("pictures") and _find(place, str(post.get("file", ""))) is not None


def _empty_report(path: Path) -> FileReport:
    return FileReport(path.name, path.stat().st_size, (), False, 0, (), 0, 0, 0, None, None, None, ())


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
    if not name or Path(name).name != name:
        return None
    paths = (place.with_name(name), place.with_name(f"{stem}{name}"))
    return next((path for path in (paths[::-1] if stem else paths[:1]) if path.is_file()), None)


def _names_file(file: Any) -> bool:
    return isinstance(file, dict) and {"name", "sha256"} <= file.keys()
