"""Paths in recipes: they start at the workspace and stay inside it."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path, PurePosixPath

from assetkit.diagnostics import Findings, Place
from assetkit.validation import nearest, shorten

_LONGEST = 1024
# A drive, an address, or a word that makes the media tool read in another way: "concat:a|b".
_PROTOCOL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LONGEST_NAME = 255  # bytes; what common file systems take
MOST_SUBTITLE_BYTES = 10 << 20
"""More than any film's subtitles have: two hours of them are about 100 KiB."""
# What makes the media tool open further files, or run a program: never handed to it.
_LISTS = {
    ".m3u", ".m3u8", ".mpd", ".ism", ".ffconcat", ".concat", ".sdp", ".pls", ".xspf", ".cue", ".edl", ".xml",
    ".fcpxml", ".otio", ".txt", ".avs", ".vpy", ".lavfi", ".ffmetadata", ".asx", ".wpl", ".smil",
}  # fmt: skip
_LIST_BEGINS = re.compile(
    rb"\s*(#EXTM3U|ffconcat version|v=0\s|<\?xml|<MPD|\[playlist\]|file\s+['\"/]|RTSPtext)"
)
_ADD = "correct the path, or add the file"
_MOST_NAMES = 1000
_PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".exr", ".dpx", ".bmp", ".gif", ".webp"}


def check_path(root: Path, text: str, place: Place, findings: Findings) -> bool:
    """Report a path that is absolute, climbs, or leads out of `root` by a link; True where it is fine."""
    reason = _written_wrong(text) or _leads_out(root, text)
    if reason:
        remedy = "write a path that starts at the workspace, such as assets/films/the-dress.mp4"
        name = shorten(text) if text.strip() else '""'
        findings.error("AK230", f"the path {name} {reason}", place, remedy=remedy)
    return not reason


def check_file(root: Path, text: str, what: str, place: Place, findings: Findings) -> bool:
    """Report a path that is wrong, or at which there is no file; True where it is there."""
    if not check_path(root, text, place, findings):
        return False
    size = _size(root / text)
    if size is None:
        message = f"there is no {what} at {shorten(text)}"
        findings.error("AK231", message, place, remedy=nearest_file(root, text))
        return False
    if size > MOST_SUBTITLE_BYTES:
        findings.error(
            "AK244",
            f"the {what} {shorten(text)} is too large",
            place,
            measured=f"{size / (1 << 20):.1f} MiB",
            required=f"at most {MOST_SUBTITLE_BYTES >> 20} MiB",
            remedy="name the subtitle file, not the film",
        )
    return size <= MOST_SUBTITLE_BYTES


def check_master(root: Path, text: str, place: Place, findings: Findings, *, what: str = "master") -> bool:
    """Report a master, or `what` else is one media file, with a wrong path, or that is a list of others.

    A file that is not there is not reported: its facts may be.
    """
    if not check_path(root, text, place, findings):
        return False
    reason = _is_list(root, text)
    if reason:
        remedy = "name one media file: MP4, MOV, Matroska or MPEG-TS"
        findings.error("AK243", f"the {what} {shorten(text)} {reason}", place, remedy=remedy)
    return not reason


def _is_list(root: Path, text: str) -> str:
    """Say why a master is not one media file; nothing where it may be one."""
    suffix = PurePosixPath(text).suffix.lower()
    if suffix in _LISTS:
        return "is a list of other files"
    if suffix in _PICTURES or re.search(r"%\d*d|[*?]", PurePosixPath(text).name):
        return "is a picture, or a row of pictures"
    path = root / text
    try:
        if path.exists() and not path.is_file():
            return "is no file"
        with path.open("rb") as stream:
            begins = stream.read(256)
    except OSError:
        return ""  # not there, or not to be read: the facts, or the reader of masters, will say so
    return "holds a list of other files" if _LIST_BEGINS.match(begins) else ""


def _size(path: Path) -> int | None:
    """Give the bytes of a file; None where there is none that could be read."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def nearest_file(root: Path, text: str) -> str:
    """Name what may be meant by a path at which there is no file, as it is to be written."""
    path = PurePosixPath(text)
    try:
        if (root / text).is_dir():
            return "that is a folder: name a file in it"
        beside = islice((root / text).parent.iterdir(), _MOST_NAMES)
        near = nearest(path.name, [each.name for each in beside if each.is_file()])
    except OSError:
        return _ADD
    name = near.removeprefix("did you mean `").removesuffix("`?")
    return f"did you mean `{path.parent / name}`?" if near.startswith("did") else _ADD


def _written_wrong(text: str) -> str:
    if not text.strip() or len(text) > _LONGEST:
        return "is no path"
    if not text.isprintable():
        return "holds characters that cannot be shown"
    if "\\" in text:
        return "has backslashes; folders are parted by /"
    if text.startswith(("/", "~")) or _PROTOCOL.match(text):
        return "does not start at the workspace"
    parts = PurePosixPath(text).parts
    if any(len(part.encode()) > _LONGEST_NAME for part in parts):
        return "has a name that is too long"
    return "climbs out by .." if ".." in parts else ""


def _leads_out(root: Path, text: str) -> str:
    try:
        inside = (root / text).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return "cannot be followed"
    return "" if inside else "leads out of the workspace by a link"
