"""What is known of picture files, remembered by content so that planning decodes none twice."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assetkit.campaign.pictures import PictureFacts, Rgb, Shades
from assetkit.geometry import Box, Size
from assetkit.tool.digest import file_digest, replace_file
from assetkit.tool.images import OpenedImage, open_image

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]
    Ink = npt.NDArray[np.bool_]

_VERSION = 1  # raise it when something else is found in the same file
_TELEPHONE = 360  # pixels of the short edge, as a telephone shows a post
_CELLS = 96  # of the longer side of the grid of shades
_GROUND = 24  # how far a pixel may be from the colour of the corners and still be ground
_VISIBLE = 8  # the least alpha that counts as ink


def image_facts(root: Path, name: str, memo_dir: Path) -> PictureFacts:
    """Give the facts of a picture by its path from the workspace `root`.

    It is decoded once for each content, and what was found is remembered in `memo_dir`. Raises MediaError
    with its code in `facts`, as `open_image` does.
    """
    path = root / name
    if path.is_file():
        digest = file_digest(path, memo_dir / "digests.json")
        memo = memo_dir / "pictures" / f"{_key(digest)}.json"
        remembered = _recall(memo)
        if remembered:
            return replace(remembered, path=name, file=str(path.resolve()))
    opened = open_image(path, name)
    facts = measure_image(opened)
    replace_file(memo_dir / "pictures" / f"{_key(opened.digest)}.json", _write(facts))
    return replace(facts, path=name, file=str(path.resolve()))


def measure_image(opened: OpenedImage) -> PictureFacts:
    """Find out what planning needs to know of a picture."""
    height, width, channels = opened.pixels.shape
    ink, weight = _ink(opened.pixels)
    return PictureFacts(
        path="",
        file="",
        digest=opened.digest,
        size=Size(width, height),
        has_alpha=channels == 4,
        is_cut_out=channels == 4 and not _corners(opened.pixels)[:, 3].any(),
        ink=ink,
        weight=weight,
        shades=_shades(opened.pixels[..., :3]),
        decoder=_decoder(),
        remarks=opened.remarks,
    )


def _ink(pixels: Pixels) -> tuple[Box, int]:
    """Give the box of all that is not ground, and how many whole pixels of ink are in it."""
    import numpy as np

    if pixels.shape[2] == 4:
        cover = pixels[..., 3]
        visible = cover >= _VISIBLE
        weight = int(cover[visible].sum(dtype=np.int64)) // 255
    else:
        corners = _corners(pixels).astype(np.int16)
        ground = corners[0]
        is_even = bool((np.abs(corners - ground) <= _GROUND).all())
        away = np.abs(pixels.astype(np.int16) - ground).max(axis=2) > _GROUND
        visible = away if is_even else np.ones_like(away)
        weight = int(visible.sum())
    rows, columns = np.flatnonzero(visible.any(axis=1)), np.flatnonzero(visible.any(axis=0))
    if not len(rows):
        return Box(0, 0, 0, 0), 0
    top, left = int(rows[0]), int(columns[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top), weight


def _corners(pixels: Pixels) -> Pixels:
    return pixels[[0, 0, -1, -1], [0, -1, 0, -1]]


def _shades(pixels: Pixels) -> Shades:
    import numpy as np

    small = _average(pixels, max(1, min(pixels.shape[:2]) // _TELEPHONE))
    height, width = small.shape[:2]
    columns = max(1, min(width, round(_CELLS * width / max(width, height))))
    rows = max(1, min(height, round(_CELLS * height / max(width, height))))
    brightness = small.astype(np.int64) @ np.array([2126, 7152, 722])
    dark, bright = list[Rgb](), list[Rgb]()
    for row in range(rows):
        band = slice(row * height // rows, (row + 1) * height // rows)
        for column in range(columns):
            cell = (band, slice(column * width // columns, (column + 1) * width // columns))
            spots, levels = small[cell].reshape(-1, 3), brightness[cell].reshape(-1)
            dark.append(_rgb(spots[levels.argmin()]))
            bright.append(_rgb(spots[levels.argmax()]))
    return Shades(columns, rows, tuple(dark), tuple(bright))


def _average(pixels: Pixels, step: int) -> Pixels:
    """Average squares of `step` pixels; what is left over at the right and at the bottom is left out."""
    import numpy as np

    if step == 1:
        return pixels
    height, width = (side // step * step for side in pixels.shape[:2])
    squares = pixels[:height, :width].reshape(height // step, step, width // step, step, 3)
    totals = squares.sum(axis=(1, 3), dtype=np.uint32)
    average: Pixels = ((totals + step * step // 2) // (step * step)).astype(np.uint8)
    return average


def _rgb(spot: Any) -> Rgb:
    return int(spot[0]), int(spot[1]), int(spot[2])


def _decoder() -> str:
    # From what is installed: importing Pillow for its version alone takes longer than all else here.
    from importlib.metadata import version

    return f"pillow {version('pillow')}"


def _key(digest: str) -> str:
    return hashlib.sha256(f"{_VERSION} {_decoder()} {digest}".encode()).hexdigest()


def _write(facts: PictureFacts) -> str:
    shades = facts.shades
    return json.dumps(
        {
            "digest": facts.digest,
            "size": [facts.size.width, facts.size.height],
            "has_alpha": facts.has_alpha,
            "is_cut_out": facts.is_cut_out,
            "ink": [facts.ink.x, facts.ink.y, facts.ink.width, facts.ink.height],
            "weight": facts.weight,
            "grid": [shades.columns, shades.rows],
            "dark": _pack(shades.dark),
            "bright": _pack(shades.bright),
            "remarks": facts.remarks,
        }
    )


def _recall(memo: Path) -> PictureFacts | None:
    """Read what was remembered; None where there is nothing, or something else."""
    try:
        plain = json.loads(memo.read_bytes())
        columns, rows = plain["grid"]
        dark, bright = _unpack(plain["dark"]), _unpack(plain["bright"])
        if len(dark) != columns * rows or len(bright) != len(dark):
            return None
        return PictureFacts(
            path="",
            file="",
            digest=str(plain["digest"]),
            size=Size(*plain["size"]),
            has_alpha=bool(plain["has_alpha"]),
            is_cut_out=bool(plain["is_cut_out"]),
            ink=Box(*plain["ink"]),
            weight=int(plain["weight"]),
            shades=Shades(columns, rows, dark, bright),
            decoder=_decoder(),
            remarks=tuple(plain["remarks"]),
        )
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _pack(colours: tuple[Rgb, ...]) -> str:
    return base64.b64encode(bytes(value for colour in colours for value in colour)).decode()


def _unpack(text: str) -> tuple[Rgb, ...]:
    data = base64.b64decode(text, validate=True)
    return tuple((data[at], data[at + 1], data[at + 2]) for at in range(0, len(data) - 2, 3))
