"""Kinds of picture files told by their first bytes, and their size in pixels before anything is decoded."""

from __future__ import annotations

import re
import struct

KNOWN = ("PNG", "JPEG", "WEBP", "GIF")
"""The kinds that are opened."""
_SVG = re.compile(rb"<(?:!DOCTYPE\s+)?svg[\s>]", re.IGNORECASE)
_BEGINS = {
    b"%PDF": "a PDF document",
    b"%!PS": "a PostScript drawing",
    b"8BPS": "a Photoshop document",
    b"BM": "a BMP picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"\x1f\x8b": "a packed file, such as a packed SVG",
    b"\0\0\1\0": "an icon file",
    b"qoif": "a QOI picture",
    b"\xff\x0a": "a JPEG XL picture",
    b"\0\0\0\x0cJXL ": "a JPEG XL picture",
}
_BRANDS = {
    b"heic": "a HEIC picture",
    b"heix": "a HEIC picture",
    b"mif1": "a HEIF picture",
    b"avif": "an AVIF picture",
}
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}  # JPEG: SOF markers
_BARE = {0x01, *range(0xD0, 0xD9)}  # JPEG markers without a length


def kind_of(data: bytes) -> str:
    """Give the kind of a picture file that is opened here, or an empty text."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def foreign_kind(data: bytes, name: str) -> str:
    """Say what a file is that is a picture or a document of another kind, or nothing."""
    if _SVG.search(data[:4096]) or name.lower().endswith((".svg", ".svgz")):
        return "an SVG drawing"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "a film")
    return next((kind for begin, kind in _BEGINS.items() if data.startswith(begin)), "")


def size_in_header(data: bytes, kind: str) -> tuple[int, int] | None:
    """Give width and height as the file says them; None where it is too damaged to say."""
    try:
        if kind == "PNG":
            width, height = struct.unpack(">II", data[16:24])
        elif kind == "GIF":
            width, height = struct.unpack("<HH", data[6:10])
        else:
            found = _jpeg_size(data) if kind == "JPEG" else _webp_size(data)
            if found is None:
                return None
            width, height = found
    except (struct.error, IndexError):
        return None
    return int(width), int(height)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
        elif marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return int(width), int(height)
        else:
            at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    chunk = data[12:16]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return int(width) & 0x3FFF, int(height) & 0x3FFF
    return None
