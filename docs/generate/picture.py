"""Make the pictures of the documentation: stills of the example and sheets of cards, three languages each.

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

from docs.generate import over_footage

IMAGES = Path(__file__).parent.parent / "images"
_LANGUAGES = ("kk", "ru", "en")
_LARGEST = 700_000  # bytes
_COLOURS = 255  # flat drawings need no more, and the file becomes a third


@dataclass(frozen=True)
class Strip:
    """Stills of a cut on one platform, each in all languages, below a heading with a note.

    `frames` are named by the times that are asked for; `items` of the cut's sequence, from 0 on, by what they
    show, each in the middle of its time. `over_footage`: it is of the workspace that shows cards over a film.
    With `rows`, each of them begins a row.
    """

    recipe: str
    cut: str
    platform: str
    heading: tuple[str, str]
    frames: dict[int, str] = field(default_factory=dict)
    items: dict[int, str] = field(default_factory=dict)
    over_footage: bool = False
    rows: bool = False


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


def _over(platform: str, title: str, size: str) -> Strip:
    cut, frames = over_footage.CUT, over_footage.FRAMES
    return Strip(
        over_footage.FILM, cut, platform, (title, size), frames, over_footage=True, rows=platform == "youtube"
    )


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
    # A lower third, a label, a logo and a counter over a film.
    "overlays": Plate(
        ("the-dinner", "cards over footage, in three languages; the label is a sample, nothing here is paid"),
        (_over("tiktok", "TikTok", "1080x1920"), _over("youtube", "YouTube", "1920x1080")),
        widest=2280,
    ),
}
# All kinds of cards, a sheet for each shape: its name, the platform, and how wide it is made.
SHEETS = {
    "cards-9x16": ("tiktok", 1240),
    "cards-4x5": ("instagram-feed-4x5", 1480),
    "cards-1x1": ("instagram-feed-1x1", 1480),
    "cards-16x9": ("youtube", 1240),
}


def main() -> None:
    """Draw the stills of each picture, set them in rows, and write it."""
    for name in sys.argv[1:] or (*PLATES, *SHEETS):
        path = IMAGES / f"{name}.png"
        if name in SHEETS:
            _write_sheet(*SHEETS[name], path)
        else:
            _write(PLATES[name], path)


def _write_sheet(platform: str, width: int, path: Path) -> None:
    """Write the contact sheet of all kinds for a platform."""
    import numpy as np
    from PIL import Image

    with TemporaryDirectory() as folder:
        _run(["cards", "-p", platform, "--out", folder])
        with Image.open(Path(folder) / f"{platform}.png") as sheet:
            _save(np.asarray(sheet), width, path)


def _write(plate: Plate, path: Path) -> None:
    from assetkit.render.sheet import Group, draw_sheet

    with TemporaryDirectory() as folder:
        groups = [
            Group(*strip.heading, tuple(_prints(strip, Path(folder) / str(number))))
            for number, strip in enumerate(plate.strips)
        ]
    _save(draw_sheet(*plate.title, groups, plate.widest), plate.width, path)


def _save(picture: Any, width: int, path: Path) -> None:
    """Write a picture in a width and in few colours."""
    from PIL import Image

    sheet = Image.fromarray(picture)
    size = (width, round(sheet.height * width / sheet.width))
    small = sheet.resize(size, Image.Resampling.LANCZOS)
    # So that a colour of few pixels, which the accent is over a film, stays as it is.
    few = small.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    if path.stat().st_size > _LARGEST:
        raise SystemExit(f"{path.name} has {path.stat().st_size} bytes; make it narrower")


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
            yield Print(picture, f"{label}  {language}", name if strip.rows else "")


def _draw_stills(strip: Strip, folder: Path) -> None:
    times = [word for time in strip.frames.values() for word in ("--at", time)]
    what = ["-c", strip.cut, "-p", strip.platform, *times, "--out", str(folder)]
    if not strip.over_footage:
        _run(["preview", strip.recipe, *what])
        return
    with TemporaryDirectory() as workspace:
        root = over_footage.build_workspace(Path(workspace))
        _run(["preview", "--root", str(root), *what])


def _run(words: list[str]) -> None:
    tool = Path(sys.executable).parent / "assetkit"
    subprocess.run([str(tool), *words], check=True)


if __name__ == "__main__":
    main()
