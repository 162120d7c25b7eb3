"""What the looks of text over a picture measure: outline, shadow, a box for each line or the block."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from assetkit.errors import AssetkitError
from assetkit.text.fonts import font_reach


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

    def outline_pixels(self, em: float) -> float:
        """Give the width of the outline: never so thin that small text is lost on a bright ground."""
        return max(self.outline * em, LEAST_OUTLINE) if self.outline else 0.0

    def top(self, em: int, font: str) -> int:
        """Give how far the drawing reaches above the first baseline, in whole pixels."""
        return math.ceil(em * (font_reach(font).above + self.above))

    def bottom(self, em: int, font: str) -> int:
        """Give how far the drawing reaches below the last baseline, in whole pixels."""
        return math.ceil(em * (font_reach(font).below + self.below))


@dataclass(frozen=True)
class Glow:
    """A soft dark copy below the letters: how much wider, how soft and how much lower it is, in ems."""

    border: float
    blur: float
    lower: float
    opacity: float


STYLES = {
    # 0.26 above a capital holds the breve of Й and the dots of Ё, with their outline.
    "outline": TextStyle("outline", outline=0.07, side=0.12, above=0.33, below=0.12),
    "shadow": TextStyle("shadow", outline=0.0, side=0.2, above=0.36, below=0.24),
    "lines": TextStyle("lines", outline=0.0, side=0.5, above=0.33, below=0.15, radius=0.18),
    "box": TextStyle("box", outline=0.0, side=0.42, above=0.36, below=0.16, radius=0.2),
}
LEAST_OUTLINE = 1.5
BOX_COLOUR = "#0B0B0D"
BOX_OPACITY = 0.86
GLOWS = {
    "outline": (Glow(border=0.1, blur=0.07, lower=0.03, opacity=0.45),),
    # The near one parts the letters from a bright picture, the far one gives them depth.
    "shadow": (
        Glow(border=0.11, blur=0.16, lower=0.06, opacity=0.5),
        Glow(border=0.08, blur=0.05, lower=0.02, opacity=0.85),
    ),
}
SLANT = 0.2
"""How far letters lean for each of their height when they are slanted: 11 degrees."""

# BBC subtitle guidelines: white, yellow, cyan and green, in this order.
SPEAKER_COLOURS = ("#FFFFFF", "#FFFF00", "#00FFFF", "#00FF00")

_HEAVIER = {"Onest-Regular": "Onest-Bold", "Montserrat-Bold": "Montserrat-ExtraBold"}


def style_named(name: str) -> TextStyle:
    """Give the measures of a backing; raises AssetkitError for a name that is none."""
    if name not in STYLES:
        known = ", ".join(STYLES)
        raise AssetkitError(
            f"There is no caption style {name!r}.", remedy=f"Use one of: {known}.", style=name
        )
    return STYLES[name]


def heavier_face(font: str) -> str:
    """Give the face that bold words have; the font itself where it is the heaviest of its family."""
    return _HEAVIER.get(font, font)


def colour_speakers(speakers: Iterable[str], first: str) -> dict[str, str]:
    """Give each speaker a colour by order of appearance; `first` is the first one's, "#RRGGBB".

    `speakers` are those of a film's cues in order, "" for nobody. With more speakers than colours they begin
    again with the second, so that neighbours go on differing.
    """
    others = [colour for colour in SPEAKER_COLOURS if colour != first.upper()]
    named = dict.fromkeys(speaker for speaker in speakers if speaker)
    return {
        speaker: others[(number - 1) % len(others)] if number else first
        for number, speaker in enumerate(named)
    }
