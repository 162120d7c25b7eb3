"""The two looks of text over a picture: outlined, or on a dark box."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assetkit.errors import AssetkitError
from assetkit.text.fonts import font_metrics


@dataclass(frozen=True)
class TextStyle:
    """Measures in ems. `side`, `above` and `below` are what is drawn around the letters.

    `above` counts from the top of a capital, `below` from the bottom of a descender.
    """

    name: str
    outline: float
    side: float
    above: float
    below: float
    radius: float = 0.0

    def outline_pixels(self, em: int) -> float:
        """Give the width of the outline: never so thin that small text is lost on a bright ground."""
        return max(self.outline * em, LEAST_OUTLINE) if self.outline else 0.0

    def top(self, em: int, font: str) -> int:
        """Give how far the drawing reaches above the first baseline, in whole pixels."""
        metrics = font_metrics(font)
        return math.ceil(em * (metrics.cap_height / metrics.upem + self.above))

    def bottom(self, em: int, font: str) -> int:
        """Give how far the drawing reaches below the last baseline, in whole pixels."""
        return math.ceil(em * (DESCENDER + self.below))


DESCENDER = 0.22  # ems from the baseline to the foot of қ, ң, р and у in the vendored fonts
STYLES = {
    # 0.26 above a capital holds the breve of Й and the dots of Ё, with their outline.
    "outline": TextStyle("outline", outline=0.07, side=0.12, above=0.33, below=0.12),
    "box": TextStyle("box", outline=0.0, side=0.42, above=0.36, below=0.16, radius=0.2),
}
LEAST_OUTLINE = 1.5
BOX_COLOUR = "#0B0B0D"
BOX_OPACITY = 0.86
HALO_OPACITY = 0.45


def style_named(name: str) -> TextStyle:
    """Give a style; raises AssetkitError for a name that is none."""
    if name not in STYLES:
        known = ", ".join(STYLES)
        raise AssetkitError(
            f"There is no caption style {name!r}.", remedy=f"Use one of: {known}.", style=name
        )
    return STYLES[name]
