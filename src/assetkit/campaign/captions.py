"""How captions look, as a value: presets that every campaign has, and what a campaign adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Backing = Literal["outline", "shadow", "lines", "box"]
Motion = Literal["none", "fade", "pop"]
CaptionPlace = Literal["bottom", "top"]
Speakers = Literal["none", "dash", "colour", "name"]


@dataclass(frozen=True)
class CaptionStyle:
    """A look of captions.

    `backing` is "outline" (a dark edge and a soft halo), "shadow", "lines" (a dark box behind each line) or
    "box" (one behind the block). `colour` and `highlight` are "#RRGGBB"; `highlight` is that of the word
    which is being said, "" for none. `motion` is "none", "fade" or "pop"; `place` is "bottom" or "top" of the
    zone. `speakers` says how a change of speaker is shown: "none", "dash", "colour" or "name".
    """

    name: str
    backing: str = "outline"
    colour: str = "#FFFFFF"
    highlight: str = ""
    motion: str = "none"
    place: str = "bottom"
    speakers: str = "dash"


PRESETS = {
    style.name: style
    for style in (
        CaptionStyle("outline"),
        CaptionStyle("shadow", backing="shadow"),
        CaptionStyle("lines", backing="lines"),
        CaptionStyle("box", backing="box"),
        CaptionStyle("highlight", backing="box", highlight="#FFD23F"),
    )
}
"""The styles that are there without a word in the campaign file, by name."""
