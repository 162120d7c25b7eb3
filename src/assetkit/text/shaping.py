"""Shape text with HarfBuzz, the same on every machine; measures in float pixels. Left to right only."""

from __future__ import annotations

import functools
import math
import unicodedata
from dataclasses import dataclass
from typing import Any

from assetkit.text.fonts import font_path


@dataclass(frozen=True)
class Glyph:
    """One glyph by its number in the font.

    `x` and `y` are where its origin stands, in pixels from the line's origin on the baseline, y downwards;
    `advance` is how far the pen moved; `cluster` is the index of its first character in the shaped text.
    """

    id: int
    cluster: int
    x: float
    y: float
    advance: float


@dataclass(frozen=True)
class InkBox:
    """What is really drawn, in pixels from the line's origin on the baseline, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class ShapedLine:
    """A line of text as glyphs; `width` is the sum of advances in pixels. `text` is NFC."""

    text: str
    font: str
    em: float
    glyphs: tuple[Glyph, ...]
    width: float
    ink: InkBox


@functools.cache
def load_font(name: str) -> Any:
    """Give the HarfBuzz font of a name, scaled to font units."""
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(font_path(name).read_bytes()))


@functools.lru_cache(maxsize=8192)
def shape(text: str, font_name: str, em: float, tabular: bool = False) -> ShapedLine:
    """Shape one line at `em` pixels; `tabular` asks for figures of one width (Oswald has none).

    Raises AssetkitError for an unknown font. A character without a glyph becomes glyph 0.
    """
    text = unicodedata.normalize("NFC", text)
    scale = em / load_font(font_name).face.upem
    glyphs, pen = [], 0
    for number, cluster, advance, x, y in _shape_units(text, font_name, tabular):
        glyphs.append(Glyph(number, cluster, (pen + x) * scale, -y * scale, advance * scale))
        pen += advance
    return ShapedLine(text, font_name, em, tuple(glyphs), pen * scale, _ink(glyphs, font_name, scale))


def measure(text: str, font_name: str, em: float, tabular: bool = False) -> float:
    """Give the width of a line in pixels: the sum of its advances."""
    units, upem = _advance_units(text, font_name, tabular)
    return float(units * em / upem)


@functools.lru_cache(maxsize=32768)
def _advance_units(text: str, font_name: str, tabular: bool) -> tuple[int, int]:
    """Give the sum of advances, and how many of these units an em has: the same at every size."""
    text = unicodedata.normalize("NFC", text)
    units = sum(glyph[2] for glyph in _shape_units(text, font_name, tabular))
    return units, int(load_font(font_name).face.upem)


@functools.lru_cache(maxsize=32768)
def _shape_units(text: str, font_name: str, tabular: bool) -> tuple[tuple[int, int, int, int, int], ...]:
    import uharfbuzz

    if not text:
        return ()  # an empty buffer has no positions at all
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # The guess takes the language from the process's locale and the direction from the script: fix both.
    buffer.direction, buffer.language = "ltr", "und"
    uharfbuzz.shape(load_font(font_name), buffer, {"tnum": tabular})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return tuple((i.codepoint, i.cluster, p.x_advance, p.x_offset, p.y_offset) for i, p in pairs)


def _ink(glyphs: list[Glyph], font_name: str, scale: float) -> InkBox:
    left, top, right, bottom = math.inf, math.inf, -math.inf, -math.inf
    for glyph in glyphs:
        extents = load_font(font_name).get_glyph_extents(glyph.id)
        if extents is None or not extents.width:
            continue
        x, y = glyph.x + extents.x_bearing * scale, glyph.y - extents.y_bearing * scale
        left, right = min(left, x), max(right, x + extents.width * scale)
        top, bottom = min(top, y), max(bottom, y - extents.height * scale)
    return InkBox(left, top, right, bottom) if right > left else InkBox(0.0, 0.0, 0.0, 0.0)
