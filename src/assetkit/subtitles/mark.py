"""A mark: one word on a small dark pill, in the corner of a picture and clear of its zones."""

from __future__ import annotations

from assetkit.campaign.captions import PRESETS
from assetkit.geometry import Box, Size
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.styles import style_named
from assetkit.text.fonts import CAPTION_FONT
from assetkit.text.shaping import measure

_EM = 30  # thousandths of the short edge
_LEAST_EM = 10
_LOWEST = 60  # thousandths of the short edge: where the pill begins at most, however deep the free band is


def lay_out_mark(text: str, *, size: Size, zone: Box) -> CaptionLayout:
    """Lay the mark out at the top left, in the band above `zone`, where neither cards nor captions stand.

    The left edge is the zone's. Where the band is too low for it, it stands at the very top.
    """
    look, font = style_named("box"), CAPTION_FONT
    em = max(_LEAST_EM, size.short_edge * _EM // 1000)
    width = measure(text, font, em)
    above, below = look.top(em, font), look.bottom(em, font)
    side = int(look.side * em) + 1
    left = max(side, min(zone.x + side, int(size.width - width - side)))
    top = max(0, min((zone.y - above - below) // 2, size.short_edge * _LOWEST // 1000))
    box = Box(left - side, top, int(width) + 1 + 2 * side, above + below)
    return CaptionLayout((PlacedLine(text, left, top + above, width),), font, em, PRESETS["box"], size, box)
