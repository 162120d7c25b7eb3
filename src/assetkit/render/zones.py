"""The zones of a layout drawn over a still: what the platform covers, where captions and cards may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from assetkit.geometry import Box
from assetkit.platforms.records import Layout
from assetkit.render.stills import Picture
from assetkit.text.fonts import CAPTION_FONT, font_path

_FONT = CAPTION_FONT


@dataclass(frozen=True)
class _Look:
    """How one kind of zone is drawn: RGB, opacity of the fill of 255, and what its label says."""

    colour: tuple[int, int, int]
    fill: int
    label: str


_COVERED = _Look((255, 82, 82), 88, "covered")
_CARDS = _Look((255, 209, 102), 22, "cards")
_CAPTIONS = _Look((64, 196, 255), 60, "captions")


def draw_zones(picture: Picture, layout: Layout) -> Picture:
    """Give the picture, (height, width, 3) uint8, with the layout's zones, translucent and labelled.

    Red is covered by the platform's interface, yellow is where cards stand, blue is where captions stand.
    """
    from PIL import Image, ImageDraw

    base = Image.fromarray(picture).convert("RGBA")
    veil = Image.new("RGBA", base.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(veil)
    zones = [(box, _COVERED) for box in layout.covered]
    zones += [(layout.cards, _CARDS), (layout.captions, _CAPTIONS)]
    line = max(2, layout.size.short_edge // 360)
    for box, look in zones:
        # One over another, not in its place: zones overlap, and each must stay visible.
        part = Image.new("RGBA", base.size, (0, 0, 0, 0))
        edge = ImageDraw.Draw(part)
        edge.rectangle(_corners(box), (*look.colour, look.fill), (*look.colour, 235), line)
        veil.alpha_composite(part)
    for box, look in zones:
        _label(pen, box, look, layout, line)
    return np.asarray(Image.alpha_composite(base, veil).convert("RGB"))


def _label(pen: Any, box: Box, look: _Look, layout: Layout, line: int) -> None:
    """Set the zone's name on a tag: what texts stand in carries it outside, at its right, clear of them."""
    from PIL import ImageFont

    em = max(9, layout.size.short_edge // 45)
    while em > 7 and _tag_width(look.label, em) > box.width - 2 * line:
        em -= 1
    font = ImageFont.truetype(str(font_path(_FONT)), em)
    width, height = _tag_width(look.label, em), round(em * 1.5)
    x, y = box.x + line, box.y + line
    if look is not _COVERED:
        x, y = box.right - width, max(0, box.y - height)
    pen.rectangle((x, y, x + width - 1, y + height - 1), fill=(*look.colour, 255))
    pen.text((x + em * 0.4, y + height / 2), look.label, (16, 18, 22, 255), font, anchor="lm")


def _tag_width(label: str, em: int) -> int:
    from assetkit.text.shaping import measure

    return round(measure(label, _FONT, em) + 0.8 * em)


def _corners(box: Box) -> tuple[int, int, int, int]:
    return box.x, box.y, box.right - 1, box.bottom - 1
