"""A drawing of what happens over time: boxes, waves and lines, set on a dark sheet in measures of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assetkit.render.stills import Picture
from assetkit.sound.stretches import Samples
from assetkit.text.fonts import font_path

Colour = tuple[int, int, int]
Point = tuple[float, float]

GROUND: Colour = (22, 24, 29)
WORDS: Colour = (240, 241, 243)
QUIET: Colour = (158, 163, 172)
FAINT: Colour = (52, 56, 66)
BOLD, PLAIN = "Montserrat-Bold", "Onest-Regular"
SMALL = 18
"""The em of the smallest words."""

_BESIDE = 6  # from a line to the words beside it
_FINE = 2  # drawn at twice the size and made smaller, so that slanted lines are smooth


class Plot:
    """A sheet that is drawn on; all measures are those of the finished picture, in pixels.

    `left` and `right` are where the rows begin and end: samples 0 and `total` of the timeline.
    """

    def __init__(self, width: int, height: int, left: int, right: int, total: int) -> None:
        from PIL import Image, ImageDraw

        self.width, self.height, self.left, self.right = width, height, left, right
        self.total = max(1, total)
        self.image = Image.new("RGB", (width * _FINE, height * _FINE), GROUND)
        self.pen = ImageDraw.Draw(self.image)

    def finish(self) -> Picture:
        """Give the picture, (height, width, 3) uint8 in sRGB."""
        from PIL import Image

        return np.asarray(self.image.resize((self.width, self.height), Image.Resampling.LANCZOS))

    @property
    def columns(self) -> int:
        """How many pixels the rows are wide."""
        return self.right - self.left

    def x(self, sample: float) -> float:
        """Give where a sample stands."""
        return self.left + min(1.0, sample / self.total) * self.columns

    def wave(self, samples: Samples, full: float, top: float, height: float, fills: Sequence[Colour]) -> None:
        """Draw peaks and, within them, mean levels, by two fills: the left channel up, the right one down.

        `full` is the sample value that fills the height.
        """
        middle, reach = top + height / 2, height / 2 / max(full, 1e-6)
        self.line((self.left, middle), (self.right, middle), FAINT)
        for levels, fill in zip(_columns(samples, self.total, self.columns), fills, strict=True):
            for column, (left, right) in enumerate(levels * reach):
                if left > 0.2 or right > 0.2:
                    x = self.left + column
                    box = (x, middle - left, x + 1, middle + right)
                    self.pen.rectangle([round(edge * _FINE) for edge in box], fill)

    def block(
        self, low: float, high: float, top: float, height: float, fill: Colour, texts: Sequence[str], em: int
    ) -> None:
        """Draw a box from `low` to `high` with the first text that has room in it, else the last cut off."""
        low, high = low + 1, max(high - 1, low + 3)
        box = [round(edge * _FINE) for edge in (low, top, high, top + height)]
        self.pen.rounded_rectangle(box, 5 * _FINE, fill)
        font, room = _font(PLAIN, em * _FINE), (high - low - 16) * _FINE
        fitting = (text for text in texts if font.getlength(text) <= room)
        shown = next(fitting, None) or _cut(texts[-1], font, room)
        if shown:
            self.words((low + 8, top + height / 2), shown, em, WORDS if em > SMALL else QUIET)

    def words(
        self,
        at: Point,
        text: str,
        em: int,
        colour: Colour,
        font: str = PLAIN,
    ) -> float:
        """Set words, their middle at `at`; gives where they end."""
        set_in = _font(font, em * _FINE)
        self.pen.text((at[0] * _FINE, at[1] * _FINE), text, colour, set_in, anchor="lm")
        return at[0] + float(set_in.getlength(text)) / _FINE

    def flag(self, at: Point, text: str, em: int, colour: Colour) -> float:
        """Set words to the right of a place, or to its left where they would run out of the rows.

        Gives where they end.
        """
        wide = float(_font(PLAIN, em * _FINE).getlength(text)) / _FINE
        beside = at[0] + _BESIDE
        left = beside if beside + wide <= self.right else at[0] - _BESIDE - wide
        return self.words((left, at[1]), text, em, colour)

    def line(
        self,
        start: Point,
        stop: Point,
        colour: Colour,
        width: int = 1,
    ) -> None:
        """Draw a straight line."""
        self.path([start, stop], colour, width)

    def path(self, points: Sequence[Point], colour: Colour, width: int) -> None:
        """Draw a line through points."""
        scaled = [(x * _FINE, y * _FINE) for x, y in points]
        if len(scaled) > 1:
            self.pen.line(scaled, colour, width * _FINE // 2 or 1, joint="curve")

    def dashed(self, y: float, colour: Colour) -> None:
        """Draw a level line across."""
        for x in range(self.left, self.right, 22):
            self.line((x, y), (min(x + 12, self.right), y), colour, 3)

    def dot(self, x: float, y: float, colour: Colour) -> None:
        """Draw one true peak."""
        box = [(edge * _FINE) for edge in (x - 1.8, y - 1.8, x + 1.8, y + 1.8)]
        self.pen.ellipse(box, colour)


def _columns(samples: Samples, total: int, count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the peak and the mean level of both channels in each column, shape (count, 2)."""
    peaks, means = np.zeros((count, 2)), np.zeros((count, 2))
    edges = np.arange(count) * total // count
    counts = np.maximum(np.diff(np.append(edges, total)), 1)
    for side in (0, 1):
        signal = np.ascontiguousarray(samples[:total, side])
        peaks[:, side] = np.maximum.reduceat(np.abs(signal), edges)
        sums = np.add.reduceat(np.square(signal, dtype=np.float64), edges)
        means[:, side] = np.sqrt(sums / counts)
    return peaks, means


def _cut(text: str, font: Any, room: float) -> str:
    """Give so much of a text as fits, with a mark where it was cut; nothing where only the mark would."""
    if font.getlength(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.getlength(text[:middle].rstrip() + "…") <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…" if low > 1 else ""


def _font(name: str, em: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(font_path(name)), em)
