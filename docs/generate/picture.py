"""Make the picture of the README: stills of the example, three languages side by side.

The film must have been drawn (`make demo`, or `python assets/draw_films.py`). From the project's folder:
`python -m docs.generate.picture`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PICTURE = Path(__file__).parent.parent / "images" / "teaser-languages.png"
_LANGUAGES = ("kk", "ru", "en")
# A subtitle over the film, and the statistic: frames of the cut, and the times that are asked for.
_FRAMES = {90: "00:00:03:15", 219: "00:00:08:19"}
_WIDTH = 1480
_COLOURS = 255  # flat drawings need no more, and the file becomes a third


def main() -> None:
    """Draw the stills, set them in one row, and write the picture."""
    import numpy as np
    from PIL import Image

    from assetkit.render.sheet import Group, Print, draw_sheet

    with TemporaryDirectory() as folder:
        _draw_stills(folder)
        cut = Path(folder) / "the-dress" / "teaser-15" / "tiktok"
        prints = tuple(
            Print(np.asarray(Image.open(cut / language / f"{frame:05d}.png")), f"{time}  {language}", "")
            for frame, time in _FRAMES.items()
            for language in _LANGUAGES
        )
    sheet = Image.fromarray(draw_sheet("the-dress", "teaser-15", [Group("TikTok", "1080x1920", prints)]))
    size = (_WIDTH, round(sheet.height * _WIDTH / sheet.width))
    small = sheet.resize(size, Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)


def _draw_stills(folder: str) -> None:
    times = [word for time in _FRAMES.values() for word in ("--at", time)]
    tool = Path(sys.executable).parent / "assetkit"
    command = [str(tool), "preview", "the-dress", "-c", "teaser-15", "-p", "tiktok", *times, "--out", folder]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
