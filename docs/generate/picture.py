"""Make the pictures of the documentation: stills of the example, three languages side by side.

The films must have been drawn (`make demo`, or `python assets/draw_films.py`). From the project's folder:
`python -m docs.generate.picture`, with the names of pictures to make those alone.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

IMAGES = Path(__file__).parent.parent / "images"
_LANGUAGES = ("kk", "ru", "en")
_COLOURS = 255  # flat drawings need no more, and the file becomes a third


@dataclass(frozen=True)
class Strip:
    """Stills of a cut on one platform, each in all languages, below a heading with a note.

    `frames` are named by the times that are asked for; `items` of the cut's sequence, from 0 on, by what they
    show, each in the middle of its time.
    """

    recipe: str
    cut: str
    platform: str
    heading: tuple[str, str]
    frames: dict[int, str] = field(default_factory=dict)
    items: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plate:
    """A picture to make: its title with a note, and what stands on it.

    It is set in rows of at most `widest` pixels, then made `width` pixels wide.
    """

    title: tuple[str, str]
    strips: tuple[Strip, ...]
    width: int = 1480
    widest: int = 2280


def _one_caption(platform: str, title: str, size: str) -> Strip:
    return Strip("the-dinner", "teaser-15", platform, (title, size), {110: "00:00:04:10"})


def _cards(recipe: str, cut: str, items: dict[int, str]) -> Strip:
    return Strip(recipe, cut, "instagram-feed-4x5", (recipe, "1080x1350"), items=items)


PLATES = {
    # A subtitle over the film, and the statistic.
    "teaser-languages": Plate(
        ("the-dress", "teaser-15"),
        (
            Strip(
                "the-dress",
                "teaser-15",
                "tiktok",
                ("TikTok", "1080x1920"),
                {90: "00:00:03:15", 219: "00:00:08:19"},
            ),
        ),
    ),
    # One cue in three shapes, where it covers no face.
    "captions": Plate(
        ("the-dinner", "teaser-15"),
        (
            _one_caption("tiktok", "TikTok", "1080x1920"),
            _one_caption("instagram-feed-1x1", "Instagram feed", "1080x1080"),
            _one_caption("youtube", "YouTube", "1920x1080"),
        ),
    ),
    # Words, numbers, and numbers beside each other.
    "cards": Plate(
        ("dont-be-a-man", "cards in three languages, 4:5"),
        (
            _cards("what-men-hear", "childhood", {1: "phrases", 2: "quote"}),
            _cards("problem-in-numbers", "numbers", {2: "count-up", 3: "ring"}),
            _cards("reach-in-numbers", "films", {0: "bars", 1: "milestone"}),
        ),
        widest=2340,
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
        groups = [
            Group(*strip.heading, tuple(_prints(strip, Path(folder) / str(number))))
            for number, strip in enumerate(plate.strips)
        ]
    sheet = Image.fromarray(draw_sheet(*plate.title, groups, plate.widest))
    size = (plate.width, round(sheet.height * plate.width / sheet.width))
    small = sheet.resize(size, Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _prints(strip: Strip, folder: Path) -> Iterator[Any]:
    import numpy as np
    from PIL import Image

    from assetkit.render.sheet import Print

    _draw_stills(strip, folder)
    drawn = folder / strip.recipe / strip.cut / strip.platform
    names = {f"{frame:05d}": label for frame, label in strip.frames.items()}
    in_order = sorted(path.stem for path in (drawn / _LANGUAGES[0]).glob("*.png"))
    names |= {in_order[item]: label for item, label in strip.items.items()}
    for name, label in names.items():
        for language in _LANGUAGES:
            picture = np.asarray(Image.open(drawn / language / f"{name}.png"))
            yield Print(picture, f"{label}  {language}", "")


def _draw_stills(strip: Strip, folder: Path) -> None:
    times = [word for time in strip.frames.values() for word in ("--at", time)]
    tool = Path(sys.executable).parent / "assetkit"
    what = ["-c", strip.cut, "-p", strip.platform, *times]
    subprocess.run([str(tool), "preview", strip.recipe, *what, "--out", str(folder)], check=True)


if __name__ == "__main__":
    main()
