"""Prove from a picture's luma that a text was really drawn: by our own shaping and outlines, not libass's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assetkit.subtitles.ink import Ink, Mask, Plane, dark_pixels, draw_ink, widen
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.likeness import is_like, most_different, stroke_side
from assetkit.subtitles.motion import AT_REST, Pose
from assetkit.subtitles.runs import word_stop
from assetkit.subtitles.surplus import find_surplus

Luma = npt.NDArray[np.uint8]

# Two pixels from small letters a shadow hardly darkens a white picture: 87 at 27 px, 127 at 18, 155 at 14.
_MOST_RING_LUMA, _MOST_RING_LUMA_SMALL, _SMALL_BELOW = 96, 170, 27
_MOST_FILL_ERROR = 60
_LEAST_CONTRAST = 0.5  # of what a text that is only partly there adds between letters and ground


@dataclass(frozen=True)
class Sight:
    """What is seen of a text: whether its letters are there, and the reading that a mark too many gives."""

    is_drawn: bool
    surplus: str = ""


def ink_mask(layout: CaptionLayout) -> tuple[Mask, Mask]:
    """Give two masks of the whole picture, rows by columns: where the letters' fill is certain, and the ring.

    The fill is eroded by a pixel where strokes are thick enough. The ring is certain outline around the
    letters, or the ground of the box.
    """
    ink = draw_ink(layout)
    fill, ring = (np.zeros((layout.size.height, layout.size.width), bool) for _ in range(2))
    fill[ink.rows, ink.columns], ring[ink.rows, ink.columns] = _certain(ink.letters, layout)
    return fill, ring


def text_is_drawn(
    luma: Luma, layout: CaptionLayout, colour: str = "#FFFFFF", word: int | None = None, pose: Pose = AT_REST
) -> bool:
    """Say whether the luma (rows by columns, limited range) carries this very text and no mark too many."""
    sight = look_at_text(luma, layout, colour, word, pose)
    return sight.is_drawn and not sight.surplus


def look_at_text(
    luma: Luma, layout: CaptionLayout, colour: str = "#FFFFFF", word: int | None = None, pose: Pose = AT_REST
) -> Sight:
    """Look for a text in the luma (rows by columns, limited range) as it stands in a pose.

    The letters must be as bright as their colour, what surrounds them dark, and every single glyph must look
    like itself: a picture without text fails on any ground, and so does another text. `word` is the character
    at which the word begins that has the colour of the highlight.

    A text that is only partly there mixes with the picture behind it, and no letter of it can be judged by
    itself: of each line it is asked whether its letters stand out from what surrounds them by half of what
    they must. One that is not at its size is looked at glyph by glyph, but not for marks too many.
    """
    if luma.shape != (layout.size.height, layout.size.width):
        return Sight(is_drawn=False)
    ink = draw_ink(layout, pose)
    if not ink.glyphs:
        return Sight(is_drawn=True)
    seen = luma[ink.rows, ink.columns].astype(np.float32)
    if pose.opacity < 1:
        return Sight(_stands_out(seen, ink, layout, colour, pose.opacity))
    level = _level(seen, ink, layout, colour, word)
    if level is None:
        return Sight(is_drawn=False)
    return Sight(is_drawn=True, surplus=find_surplus(level, layout) if pose == AT_REST else "")


def _level(seen: Plane, ink: Ink, layout: CaptionLayout, colour: str, word: int | None) -> Plane | None:
    """Give the picture from 0, the ground, to 1, the letters' colour; None where they are not drawn."""
    fill, ring = _certain(ink.letters, layout)
    ground = float(seen[ring].mean())
    lit = _lit(ink, layout, word)
    parts = ((fill & ~lit, colour), (fill & lit, layout.style.highlight)) if lit.any() else ((fill, colour),)
    if ground > _most_ring_luma(layout) or not all(_has_colour(seen[part], name) for part, name in parts):
        return None
    wanted = ink.letters
    level: Plane = (seen - ground) / (_brightness(seen, fill & ~lit, colour) - ground)
    if lit.any():
        share = (_brightness(seen, fill & lit, layout.style.highlight) - ground) / (
            _brightness(seen, fill & ~lit, colour) - ground
        )
        wanted = np.where(lit, wanted * np.float32(share), wanted)
    level = level.clip(0, max(1.0, float(wanted.max())))
    near = widen(ink.letters > 0, dark_pixels(layout))
    side, most = stroke_side(layout.em), most_different(layout.em)
    right = all(is_like(level, wanted, near, glyph.box, side, most) for glyph in ink.glyphs)
    return level if right else None


def _stands_out(seen: Plane, ink: Ink, layout: CaptionLayout, colour: str, opacity: float) -> bool:
    """Say whether every line of a text that is only partly there is seen against what surrounds it."""
    fill, ring = _certain(ink.letters, layout)
    least = _LEAST_CONTRAST * opacity * (_luma_of(colour) - _luma_of("#000000"))
    for rows in _line_rows(ink):
        letters, around = seen[rows][fill[rows]], seen[rows][ring[rows]]
        if letters.size and around.size and letters.mean() - around.mean() < least:
            return False
    return True


def _line_rows(ink: Ink) -> list[slice]:
    """Give the rows of each line's letters; lines of marks may share some."""
    lines: dict[float, list[int]] = {}
    for glyph in ink.glyphs:
        lines.setdefault(round(glyph.y - glyph.glyph.y), []).extend((glyph.box.y, glyph.box.bottom))
    return [slice(max(0, min(edges)), max(edges)) for edges in lines.values()]


def _lit(ink: Ink, layout: CaptionLayout, word: int | None) -> Mask:
    """Give where the letters stand that have the colour of the highlight."""
    lit = np.zeros(ink.letters.shape, bool)
    if word is None or not layout.style.highlight:
        return lit
    stop = word_stop(layout, word)
    for glyph in ink.glyphs:
        if word <= glyph.start < stop:
            lit[glyph.box.y : glyph.box.bottom, glyph.box.x : glyph.box.right] = True
    return lit


def _most_ring_luma(layout: CaptionLayout) -> int:
    is_small = layout.style.backing == "shadow" and layout.em < _SMALL_BELOW
    return _MOST_RING_LUMA_SMALL if is_small else _MOST_RING_LUMA


def _has_colour(seen: Plane, colour: str) -> bool:
    return not seen.size or abs(float(seen.mean()) - _luma_of(colour)) <= _MOST_FILL_ERROR


def _brightness(seen: Plane, fill: Mask, colour: str) -> float:
    """Give the luma of the letters as it is seen, or as it should be where no letter is thick enough."""
    return float(seen[fill].mean()) if fill.any() else _luma_of(colour)


def _certain(letters: Plane, layout: CaptionLayout) -> tuple[Mask, Mask]:
    solid = letters > 0.98
    fill = ~widen(~solid, 1)
    if fill.sum() < 0.1 * letters.sum():
        fill = letters > 0.75 * letters.max()
    away = ~widen(letters > 0, 1)
    ring = away & widen(letters > 0, max(2, dark_pixels(layout)))
    if layout.style.backing == "outline":
        narrow = widen(letters > 0, max(1, dark_pixels(layout) - 1)) & (letters == 0)
        return fill, narrow & away if (narrow & away).any() else narrow
    return fill, ring


def _luma_of(colour: str) -> float:
    """Give the limited-range luma of an sRGB colour by BT.709."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 16 + 219 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
