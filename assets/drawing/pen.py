"""A pen for soft flat shapes, and the films' colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SCALE = 2  # everything is drawn at twice its size and reduced: smooth edges without an illustrator
Point = tuple[float, float]

SKIN, SKIN_SHADE, HAIR = "#D9A27E", "#C58C68", "#2E2430"
SHIRT, SHIRT_SHADE, TROUSERS = "#41617A", "#35526A", "#34384A"
DRESS, DRESS_SHADE, RIBBON = "#D8604A", "#BF4F3D", "#F6D9A8"
CREAM, WOOD, WOOD_SHADE = "#F4E6CF", "#9A6A4B", "#7F563D"


class Pen:
    """Draws smooth flat shapes in picture coordinates on an enlarged canvas."""

    def __init__(self, width: int, height: int, ground: str | None = None) -> None:
        mode, colour = ("RGB", ground) if ground else ("RGBA", (0, 0, 0, 0))
        self.image = Image.new(mode, (width * SCALE, height * SCALE), colour)
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points: Sequence[Point], colour: str, smooth: int = 3) -> None:
        """Fill a closed outline; `smooth` rounds of corner cutting make it soft (0: straight edges)."""
        ring = np.array(points, float)
        for _ in range(smooth):
            ahead = np.roll(ring, -1, axis=0)
            ring = np.stack([ring * 0.75 + ahead * 0.25, ring * 0.25 + ahead * 0.75], axis=1).reshape(-1, 2)
        self.draw.polygon([tuple(point) for point in ring * SCALE], fill=colour)

    def limb(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw a line of round ends and joints: an arm, a leg, a branch, a string."""
        line = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(line, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, colour)

    def disc(self, x: float, y: float, radius: float, colour: str, squeeze: float = 1.0) -> None:
        """Fill a circle, or an ellipse `squeeze` times as high as wide."""
        wide, high = radius * SCALE, radius * SCALE * squeeze
        box = (x * SCALE - wide, y * SCALE - high, x * SCALE + wide, y * SCALE + high)
        self.draw.ellipse(box, fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """Fill a rectangle with rounded corners."""
        place = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
        self.draw.rounded_rectangle(place, radius * SCALE, fill=colour)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float) -> None:
        """Lay light over what is drawn: brightest in the middle, gone at the radius."""
        small = Image.new("L", (self.image.width // 8, self.image.height // 8), 0)
        unit = SCALE / 8
        box = [
            (x - radius * 0.6) * unit,
            (y - radius * 0.6) * unit,
            (x + radius * 0.6) * unit,
            (y + radius * 0.6) * unit,
        ]
        ImageDraw.Draw(small).ellipse(box, fill=round(255 * strength))
        veil = small.filter(ImageFilter.GaussianBlur(radius * unit * 0.3)).resize(self.image.size)
        self.image.paste(Image.new(self.image.mode, self.image.size, colour), mask=veil)

    def finish(self) -> Image.Image:
        """Give the picture at its real size."""
        return self.image.reduce(SCALE)
