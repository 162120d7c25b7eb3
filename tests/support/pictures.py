"""Picture files that tests draw themselves: patches, marks, profiles, and headers that lie."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

Pixels = npt.NDArray[np.uint8]


def write_picture(path: Path, pixels: Pixels, **options: Any) -> Path:
    """Write pixels of 3 or 4 channels as the kind that the name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, **options)
    return path


def png_of(pixels: Pixels) -> bytes:
    """Give pixels as a PNG file."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def write_mark(path: Path, width: int, height: int, *, ink: str = "#FFFFFF", hollow: int = 0) -> Path:
    """Draw a mark on a transparent ground: a bar of this size, with a hole of `hollow` percent in it."""
    image = Image.new("RGBA", (width + 20, height + 20), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rectangle((10, 10, width + 9, height + 9), fill=ink)
    if hollow:
        across, down = width * hollow // 200, height * hollow // 200
        middle_x, middle_y = 10 + width // 2, 10 + height // 2
        hole = (middle_x - across, middle_y - down, middle_x + across - 1, middle_y + down - 1)
        pen.rectangle(hole, fill=(0, 0, 0, 0))
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)
    return path


def png_header(width: int, height: int) -> bytes:
    """Give a PNG file that says a size and has hardly anything in it."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (header, b"IDAT" + zlib.compress(bytes(64)), b"IEND")
    written = (
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def webp_header(width: int, height: int) -> bytes:
    """Give a WebP file that says the size of its canvas and has nothing in it."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sides
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def gamma_profile(gamma: float) -> bytes:
    """Give an ICC profile with the colours of sRGB and this gamma in place of its curve."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + b"\0\0"
    words = b"a gamma alone\0"
    desc = b"desc" + struct.pack(">II", 0, len(words)) + words + bytes(79)
    tags = {
        b"desc": desc,
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.4361, 0.2225, 0.0139),
        b"gXYZ": _xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": _xyz(0.1431, 0.0606, 0.7141),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    size = start + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    header += struct.pack(">iii", *(round(value * 65536) for value in (0.9642, 1.0, 0.8249)))
    return header + bytes(128 - len(header)) + table + data


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">iii", *(round(value * 65536) for value in values))
