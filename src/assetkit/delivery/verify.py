"""Re-check a delivered folder against its manifest, on any machine: no workspace, no tools, no clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assetkit.delivery.manifest import MANIFEST_FILE, manifest_files
from assetkit.delivery.post import digest_file
from assetkit.delivery.reading import find_manifest, read_manifest
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.recipe.workspace import RESERVED


@dataclass(frozen=True)
class Verified:
    """What came of it: the manifest's `kind`, "" where it cannot be read, and every problem.

    `posts` and `files` are those that the manifest names; `elsewhere` is how many of the files lie in the
    delivery that a supplement belongs to.
    """

    manifest: Path
    kind: str
    posts: int
    files: int
    elsewhere: int
    problems: tuple[Diagnostic, ...]

    @property
    def is_good(self) -> bool:
        """Whether every file is there as it was delivered."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def verify_folder(path: Path, *, strict: bool = False) -> Verified:
    """Compare every byte of the folder of a manifest with what the manifest says.

    Of a folder inside of a delivery only what lies there is compared. Files that it does not name are notes,
    with `strict` errors. Symbolic links are not followed: what they lead to was not delivered. A file of a
    supplement that is not there belongs to the earlier delivery.
    """
    manifest = find_manifest(path)
    value, problems = read_manifest(manifest)
    if not value:
        return Verified(manifest, "", 0, 0, 0, tuple(problems))
    folder, part = manifest.parent, _part(path, manifest)
    entries = [entry for entry in value["posts"] if _is_in(f"{entry['post']}/", part)]
    named = [file for file in manifest_files(value) if _is_in(file["path"], part)]
    held = set(value["supplement"]["holds"]) if value["kind"] == "supplement" else None
    elsewhere = 0
    for file in named:
        problem = _compare(folder, file)
        if problem and problem.code == "AK832" and held is not None and file["path"] not in held:
            elsewhere += 1
        elif problem:
            problems.append(problem)
    known = {str(file["path"]) for file in manifest_files(value)} | {manifest.name}
    if part and not named:
        # A folder of which nothing was compared is not as it was delivered.
        problems.append(
            _problem("AK832", part, "the manifest names nothing in this folder", "0 files", "a post")
        )
    extra = _extra(folder, known, value["kind"] == "delivery", strict)
    problems += [problem for problem in extra if _is_in(str(problem.place), part)]
    return Verified(manifest, value["kind"], len(entries), len(named), elsewhere, tuple(problems))


def _part(path: Path, manifest: Path) -> str:
    """Give the folder that is asked about below that of the manifest, "" for all of it."""
    top = manifest.parent.resolve()  # where it lies: it may be a link itself
    place = (path.resolve() if path.is_dir() else top).relative_to(top).as_posix()
    return "" if place == "." else f"{place}/"


def _is_in(path: str, part: str) -> bool:
    return path.startswith(part)


def _compare(folder: Path, file: dict[str, Any]) -> Diagnostic | None:
    path = folder / file["path"]
    try:
        if path.is_symlink() or _leads_away(folder, path) or not path.is_file():
            return _problem("AK832", file["path"], "the file is not there", "nothing", "a file")
        size = path.stat().st_size
        digest = digest_file(path) if size == file["bytes"] else ""
    except OSError as error:
        return _problem(
            "AK833", file["path"], "the file cannot be read", error.strerror or str(error), "a file"
        )
    if size != file["bytes"]:
        wrong = "the file has another size"
        return _problem("AK833", file["path"], wrong, f"{size} bytes", f"{file['bytes']} bytes")
    if digest != file["sha256"]:
        wrong = "the file holds other bytes"
        return _problem("AK833", file["path"], wrong, f"{digest[:12]}…", f"sha256 {file['sha256'][:12]}…")
    return None


def _leads_away(folder: Path, path: Path) -> bool:
    """Whether one of the folders on the way is a symbolic link."""
    return any(
        parent.is_symlink() for parent in path.parents if parent != folder and folder in parent.parents
    )


def _extra(folder: Path, known: set[str], is_output: bool, strict: bool) -> Iterator[Diagnostic]:
    severity = Severity.ERROR if strict else Severity.NOTE
    for path in _walk(folder, is_output):
        if path not in known:
            yield Diagnostic("AK834", severity, "the manifest does not name this file", Place(path))


def _walk(folder: Path, is_output: bool) -> Iterator[str]:
    """Give the files below a folder, in order; of the output folder without what is no part of a post."""
    for place, inner, names in os.walk(folder):
        at = Path(place)
        if is_output:
            skipped = RESERVED if at == folder else ()
            inner[:] = [name for name in inner if name not in skipped and not name.startswith(".staging-")]
        links = [name for name in inner if (at / name).is_symlink()]
        inner.sort()
        for name in sorted([*names, *links]):
            path = (at / name).relative_to(folder).as_posix()
            if path != MANIFEST_FILE:
                yield path


def _problem(code: str, path: str, message: str, measured: str, required: str) -> Diagnostic:
    remedy = "ask for it again, or render and pack it again"
    place = Place(path)
    return Diagnostic(
        code, Severity.ERROR, message, place, measured=measured, required=required, remedy=remedy
    )
