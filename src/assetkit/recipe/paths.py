"""Paths in recipes: they start at the workspace and stay inside it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from assetkit.diagnostics import Findings, Place
from assetkit.validation import shorten

_LONGEST = 1024


def check_path(root: Path, text: str, place: Place, findings: Findings) -> bool:
    """Report a path that is absolute, climbs, or leads out of `root` by a link; True where it is fine."""
    reason = _written_wrong(text) or _leads_out(root, text)
    if reason:
        remedy = "write a path that starts at the workspace, such as assets/films/the-dress.mp4"
        findings.error("AK230", f"the path {shorten(text)} {reason}", place, remedy=remedy)
    return not reason


def check_file(root: Path, text: str, what: str, place: Place, findings: Findings) -> bool:
    """Report a path that is wrong, or at which there is no file; True where it is there."""
    if not check_path(root, text, place, findings):
        return False
    if not (root / text).is_file():
        message = f"there is no {what} at {shorten(text)}"
        findings.error("AK231", message, place, remedy="correct the path, or add the file")
        return False
    return True


def _written_wrong(text: str) -> str:
    if not text.strip() or len(text) > _LONGEST:
        return "is no path"
    if not text.isprintable():
        return "holds characters that cannot be shown"
    if "\\" in text:
        return "has backslashes; folders are parted by /"
    if text.startswith(("/", "~")) or text[1:2] == ":" or "://" in text:
        return "does not start at the workspace"
    return "climbs out by .." if ".." in PurePosixPath(text).parts else ""


def _leads_out(root: Path, text: str) -> str:
    try:
        inside = (root / text).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return "cannot be followed"
    return "" if inside else "leads out of the workspace by a link"
