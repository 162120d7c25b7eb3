"""What a file tells of the people and places behind it: names of metadata, never their values."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assetkit.diagnostics import Severity
from assetkit.quality.records import Check
from assetkit.quality.thresholds import load_private_names

_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_MOST_HEADER = 64 << 20
_FIRST_MEDIA = 1 << 17  # bytes of the media in which coders write their names
_PLACES = (b"exif:GPS", b"photoshop:City", b"photoshop:Country", b"Iptc4xmpCore:Location", b"LocationCreated")
_CODERS = (b"x264 - core", b"x265 (build", b"Lavc", b"Lavf")
_CHECKS = {
    "AK917": ("no place is written into the file", ("location",)),
    "AK918": (
        "no names, devices or times are written into the file",
        ("person", "device", "software", "time"),
    ),
}


def check_private(names: Iterable[str], path: Path) -> list[Check]:
    """Check the names of a file's metadata, as its report gives them, and those that only keys tell.

    Text of XMP or of a coder inside the picture is looked for too. Where a place is written is an error:
    it can bring people into danger.
    """
    known = load_private_names()
    found = {*names, *_list_hidden(path)}
    kinds = {name: known.get(name, "") for name in found}
    checks = []
    for code, (message, wanted) in _CHECKS.items():
        severity = Severity.ERROR if code == "AK917" else Severity.WARNING
        told = sorted(f"{name} ({kind})" for name, kind in kinds.items() if kind in wanted)
        checks.append(Check(code, not told, severity, message, ", ".join(told) or "none", "none"))
    return checks


def _list_hidden(path: Path) -> set[str]:
    """Give names that stand as keys (QuickTime's mdta) or in boxes of their own (XMP)."""
    found: set[str] = set()
    with path.open("rb") as stream:
        end = stream.seek(0, 2)
        at = 0
        while at + 16 <= end:
            stream.seek(at)
            head = stream.read(32)
            length, kind = int.from_bytes(head[:4], "big"), head[4:8]
            header = 16 if length == 1 else 8
            length = int.from_bytes(head[8:16], "big") if length == 1 else length or end - at
            if length < header:
                break
            if kind in (b"moov", b"meta", b"udta") and length <= _MOST_HEADER:
                stream.seek(at + header)
                found |= _keys_of(stream.read(length - header))
            if kind == b"mdat":
                stream.seek(at + header)
                media = stream.read(min(length - header, _FIRST_MEDIA))
                found |= {"coder's name" for name in _CODERS if name in media}
            if kind == b"uuid" and head[header : header + 16] == _XMP:
                stream.seek(at + header)
                found |= _read_xmp(stream.read(min(length - header, _MOST_HEADER)))
            at += length
    return found


def _keys_of(body: bytes) -> set[str]:
    """Give the names that a box of keys lists, wherever it stands: size, namespace, name, for each."""
    found: set[str] = set()
    at = body.find(b"keys")
    while at >= 4:
        length = int.from_bytes(body[at - 4 : at], "big")
        found |= _read_keys(body[at + 4 : at - 4 + length])
        at = body.find(b"keys", at + 4)
    for name in (b"loci", b"\xa9xyz"):
        place = body.find(name)
        # A box's name follows its length, which is small.
        if place >= 4 and 8 < int.from_bytes(body[place - 4 : place], "big") < 4096:
            found.add(name.decode("latin-1"))
    if _XMP in body or b"XMP_" in body:
        found |= _read_xmp(body)
    return found


def _read_xmp(body: bytes) -> set[str]:
    """Give what a text of XMP tells of: a place where one of its properties is one."""
    return {"XMP", "place in XMP"} if any(name in body for name in _PLACES) else {"XMP"}


def _read_keys(box: bytes) -> set[str]:
    names: set[str] = set()
    count, at = int.from_bytes(box[4:8], "big"), 8
    for _ in range(min(count, 1000)):
        length = int.from_bytes(box[at : at + 4], "big")
        if length < 8 or at + length > len(box) or box[at + 4 : at + 8] not in (b"mdta", b"udta"):
            break
        names.add(box[at + 8 : at + length].decode("utf-8", "replace"))
        at += length
    return names
