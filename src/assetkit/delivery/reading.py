"""Read a manifest that came from anywhere: whole, unchanged, and naming nothing outside of its folder."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any

from assetkit.delivery.manifest import MANIFEST_FILE, manifest_files, own_digest, write_manifest
from assetkit.delivery.post import POST_FILE
from assetkit.diagnostics import Diagnostic, Place, Severity

_MOST_BYTES = 64 << 20
_KINDS = ("delivery", "package", "supplement")


def find_manifest(path: Path) -> Path:
    """Give the manifest that is meant: the file itself, that of a folder, or of what it is part of."""
    if not path.is_dir():
        return path
    if (path / MANIFEST_FILE).is_file() or not _is_post(path):
        return path / MANIFEST_FILE
    around = (place for place in path.resolve().parents if (place / MANIFEST_FILE).is_file())
    return next(around, path) / MANIFEST_FILE


def _is_post(folder: Path) -> bool:
    """Whether a folder is a post, or holds some, as deep as posts lie."""
    return any(any(folder.glob(f"{'*/' * depth}{POST_FILE}")) for depth in range(4))


def read_manifest(path: Path) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Read a manifest; what it says is {} where nothing of it can be believed, and the problems say why."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}, [_problem("AK830", path, "the manifest is larger than any", "")]
        data = path.read_bytes()
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        return {}, [_problem("AK830", path, f"there is no manifest to read: {said}", "")]
    value = _parse(data)
    try:
        written = write_manifest(value).encode("utf-8") if value else b""
    except (ValueError, RecursionError):  # half a letter, a number that is none: no program of ours writes it
        value, written = None, b""
    if value is None:
        return {}, [
            _problem("AK830", path, "the file is no manifest", "", "name manifest.json, or its folder")
        ]
    found, told = own_digest(value), str(value["sha256"])
    # The bytes too: a space more changes no value, and is a changed byte all the same.
    if found != told or written != data:
        wrong = _problem(
            "AK831", path, "the manifest was changed after it was written", f"sha256 {found[:12]}…"
        )
        return {}, [wrong]
    stray = [*_stray(value)]
    problems = [_problem("AK835", path, f"the manifest names {name!r} {why}", "") for name, why in stray]
    return ({}, problems) if problems else (value, [])


def _parse(data: bytes) -> dict[str, Any] | None:
    """Give a manifest's values; None where it is none, or one of another version."""
    try:
        value = json.loads(data)
        known = value["schema"] == 1 and value["kind"] in _KINDS and isinstance(value["sha256"], str)
        for entry in value["posts"]:
            str(entry["post"]) + entry["recipe"]["name"]
        for file in manifest_files(value):
            file["path"] + file["sha256"] + file["name"] + file["role"] + str(int(file["bytes"]))
        if value["kind"] == "supplement":
            [str(name) for name in value["supplement"]["holds"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return value if known else None


def _stray(value: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the paths that no honest manifest has, each with what is wrong with it."""
    wrong, seen = [], set()
    for file in manifest_files(value):
        path = str(file["path"])
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
            wrong.append((path, "outside of its folder"))
        elif (same := _one_name(path)) in seen:
            wrong.append((path, "twice"))
        else:
            seen.add(same)
    return wrong


def _one_name(path: str) -> str:
    """Give what is equal for paths that are one file somewhere: on some disks letters' size and form is no
    difference."""
    return unicodedata.normalize("NFC", PurePosixPath(path).as_posix()).casefold()


def _problem(
    code: str, path: Path, message: str, measured: str, remedy: str = "ask for it again"
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Place(str(path)), measured=measured, remedy=remedy)
