"""A finished picture file, read back by code that did not write it: its form, size and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from assetkit.diagnostics import Severity
from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.quality.records import Check
from assetkit.tool.image_kinds import kind_of
from assetkit.tool.images import read_image

_KINDS = {"jpg": "JPEG", "png": "PNG"}
_FURTHEST = 8.0  # codes of 255 by which coding may change a picture on average: one that is spoiled is beyond
_PRIVATE = (b"Exif\x00", b"http://ns.adobe.com", b"Photoshop", b"tEXt", b"iTXt", b"eXIf")


def check_picture(
    code: str,
    what: str,
    data: bytes,
    drawn: npt.NDArray[np.uint8],
    forms: Iterable[str],
    largest: int | None,
) -> Check:
    """Check the bytes of a picture against what was drawn, (height, width, 3) uint8 sRGB.

    `forms` are those that the platform takes, `largest` is the most bytes; `what` is its name for messages.
    """
    size = Size(drawn.shape[1], drawn.shape[0])
    taken = [_KINDS[form] for form in forms]
    most = f", at most {largest} bytes" if largest else ""
    required = f"{size} {' or '.join(taken)}{most}, nothing private, as it was drawn"
    faults = [fault for look in _LOOKS for fault in look(data, drawn, taken, largest)]
    measured = "; ".join(faults) or f"{size} {kind_of(data)}, {len(data)} bytes"
    return Check(
        code, not faults, Severity.ERROR, f"{what} is a picture as the platform takes it", measured, required
    )


def _look_at_file(
    data: bytes, _drawn: npt.NDArray[np.uint8], taken: list[str], largest: int | None
) -> list[str]:
    kind = kind_of(data)
    faults = [] if kind in taken else [f"a file of the kind {kind or 'unknown'}"]
    if largest and len(data) > largest:
        faults.append(f"{len(data)} bytes")
    if any(mark in data[: 1 << 16] for mark in _PRIVATE):
        faults.append("metadata")
    return faults


def _look_at_pixels(
    data: bytes, drawn: npt.NDArray[np.uint8], _taken: list[str], _largest: int | None
) -> list[str]:
    try:
        pixels = read_image(data, "the finished file").pixels
    except MediaError as error:
        return [str(error)]
    if pixels.shape != drawn.shape:
        return [f"{pixels.shape[1]}x{pixels.shape[0]} pixels"]
    apart = float(np.abs(pixels.astype(np.int16) - drawn).mean())
    return [f"colours that are off by {apart:.1f} of 255"] if apart > _FURTHEST else []


_LOOKS: tuple[Callable[[bytes, npt.NDArray[np.uint8], list[str], int | None], list[str]], ...] = (
    _look_at_file,
    _look_at_pixels,
)
