"""Small pictures of every kind of card at its most complete moment: what `test_card_stills` compares.

A still is the full-size card, four pixels to one. To renew those that a wanted change touches, look at the
cards (`assetkit cards`), delete their pictures, then

    PYTHONPATH=tests .venv/bin/python -m support.card_goldens

which draws those that are not there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from assetkit.cards.spec import CardSpec
from assetkit.render.card_stills import draw_card_still
from support.card_boxes import CARDS, set_card, shapes

FOLDER = Path(__file__).parent.parent / "render" / "golden" / "stills"
_REDUCED, _COLOURS = 4, 16
_LARGEST = 5_120
# Other processors and libraries may round an edge by a code or so, and the golden has few colours.
MEAN, SPOT = 1.2, 9.0
_SPOT = 6  # pixels across

Picture = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Golden:
    """A card that has a picture."""

    kind: str
    shape: str
    language: str
    brand: str = "dark"

    @property
    def path(self) -> Path:
        """Where its picture lies."""
        shape = self.shape.replace(":", "x")
        return FOLDER / f"{self.kind}-{shape}-{self.language}-{self.brand}.png"

    def draw(self) -> Picture:
        """Draw it as it is now."""
        return reduce(draw_card_still(self.spec))

    @property
    def spec(self) -> CardSpec:
        """The card itself."""
        return set_card(self.kind, shapes()[self.shape], self.language, self.brand)

    def read(self) -> Picture:
        """Give the picture that was recorded."""
        with Image.open(self.path) as picture:
            return np.asarray(picture.convert("RGB")).astype(np.int16)


GOLDENS = (
    *(Golden(kind, "9:16", language) for kind in CARDS for language in ("kk", "ru")),
    *(Golden(kind, "16:9", "en", "neutral") for kind in ("count-up", "bars", "quote", "milestone")),
    *(Golden(kind, "1:1", "en", "neutral") for kind in ("timeline", "end")),
    *(Golden(kind, "4:5", "ru", "neutral") for kind in ("title", "pictogram")),
)


def reduce(picture: npt.NDArray[np.uint8]) -> Picture:
    """Make a picture a quarter as wide and high, by the mean of its pixels."""
    height, width = (length // _REDUCED for length in picture.shape[:2])
    blocks = picture[: height * _REDUCED, : width * _REDUCED].reshape(height, _REDUCED, width, _REDUCED, 3)
    reduced: Picture = np.floor(blocks.mean(axis=(1, 3)) + 0.5).astype(np.int16)
    return reduced


def difference(one: Picture, other: Picture) -> tuple[float, float]:
    """Give the mean difference in codes, and that of the spot of six pixels where it is the largest."""
    apart = np.abs(one - other).mean(axis=2)
    rows, columns = (length // _SPOT * _SPOT for length in apart.shape)
    spots = apart[:rows, :columns].reshape(rows // _SPOT, _SPOT, columns // _SPOT, _SPOT).mean(axis=(1, 3))
    return float(apart.mean()), float(spots.max())


def is_alike(one: Picture, other: Picture) -> bool:
    """Whether nobody would see a difference."""
    mean, spot = difference(one, other)
    return mean <= MEAN and spot <= SPOT


def record_missing() -> tuple[str, ...]:
    """Draw the pictures that are not there; gives their names."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing = [golden for golden in GOLDENS if not golden.path.exists()]
    for golden in missing:
        small = Image.fromarray(golden.draw().astype(np.uint8))
        small.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(
            golden.path, optimize=True
        )
        assert golden.path.stat().st_size <= _LARGEST, (golden.path.name, golden.path.stat().st_size)
        assert is_alike(golden.draw(), golden.read()), (
            golden.path.name,
            difference(golden.draw(), golden.read()),
        )
    return tuple(golden.path.name for golden in missing)


if __name__ == "__main__":
    print("\n".join(record_missing()) or "nothing was missing")
    sys.exit(0)
