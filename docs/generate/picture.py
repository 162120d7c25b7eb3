"""Make the pictures of the documentation: stills of the example, three languages side by side.

The films must have been drawn (`make demo`, or `python assets/draw_films.py`). From the project's folder:
`python -m docs.generate.picture`, with the names of pictures to make those alone.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

IMAGES = Path(__file__).parent.parent / "images"
_LANGUAGES = ("kk", "ru", "en")
_COLOURS = 255  # flat drawings need no more, and the file becomes a third


@dataclass(frozen=True)
class Plate:
    """A picture to make: `frames` of a cut, and the times that are asked for, on each of the platforms.

    `platforms` are their names with their headings; `width` is in pixels.
    """

    recipe: str
    cut: str
    platforms: dict[str, tuple[str, str]]
    frames: dict[int, str]
    width: int


PLATES = {
    # A subtitle over the film, and the statistic.
    "teaser-languages": Plate(
        "the-dress",
        "teaser-15",
        {"tiktok": ("TikTok", "1080x1920")},
        {90: "00:00:03:15", 219: "00:00:08:19"},
        width=1480,
    ),
    # One cue in three shapes, where it covers no face.
    "captions": Plate(
        "the-dinner",
        "teaser-15",
        {
            "tiktok": ("TikTok", "1080x1920"),
            "instagram-feed-1x1": ("Instagram feed", "1080x1080"),
            "youtube": ("YouTube", "1920x1080"),
        },
        {110: "00:00:04:10"},
        width=1480,
    ),
}


def main() -> None:
    """Draw the stills of each picture, set them in rows, and write it."""
    for name in sys.argv[1:] or PLATES:
        _write(PLATES[name], IMAGES / f"{name}.png")


def _write(plate: Plate, path: Path) -> None:
    from PIL import Image

    from assetkit.render.sheet import Group, draw_sheet

    with TemporaryDirectory() as folder:
        _draw_stills(plate, folder)
        groups = [
            Group(*heading, tuple(_prints(plate, Path(folder) / plate.recipe / plate.cut / platform)))
            for platform, heading in plate.platforms.items()
        ]
    sheet = Image.fromarray(draw_sheet(plate.recipe, plate.cut, groups))
    size = (plate.width, round(sheet.height * plate.width / sheet.width))
    small = sheet.resize(size, Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _prints(plate: Plate, folder: Path) -> Iterator[Any]:
    import numpy as np
    from PIL import Image

    from assetkit.render.sheet import Print

    for frame, time in plate.frames.items():
        for language in _LANGUAGES:
            picture = np.asarray(Image.open(folder / language / f"{frame:05d}.png"))
            yield Print(picture, f"{time}  {language}", "")


def _draw_stills(plate: Plate, folder: str) -> None:
    times = [word for time in plate.frames.values() for word in ("--at", time)]
    platforms = [word for name in plate.platforms for word in ("-p", name)]
    tool = Path(sys.executable).parent / "assetkit"
    command = [str(tool), "preview", plate.recipe, "-c", plate.cut, *platforms, *times, "--out", folder]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
