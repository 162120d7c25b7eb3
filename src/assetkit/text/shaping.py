"""Shape text with HarfBuzz, the same on every machine; measures in float pixels.

Glyphs come in the order in which they stand, from left to right; what is read from the right is joined and
ordered by then.
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assetkit.text.bidi import visual_runs
from assetkit.text.fonts import font_path

# Letters of scripts that are shaped run by run, and the invisible marks of direction.
_IN_RUNS = re.compile(
    "[\u0590-\u1c7f\u1cc0-\u1cff\u200e\u200f\u202a-\u202e\u2066-\u2069\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010000-\U0001f0ff]"
)
_ANY_SCRIPT = ("Zyyy", "Zinh")

_Units = tuple[tuple[int, int, int, int, int], ...]  # number, cluster, advance, x and y


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
def shape(
    text: str, font_name: str, em: float, tabular: bool = False, from_right: bool = False
) -> ShapedLine:
    """Shape one line at `em` pixels; `tabular` asks for figures of one width (Oswald has none).

    `from_right` is the direction of the line as a whole: it decides where a full stop or a foreign word goes,
    not how a word is read. Raises AssetkitError for an unknown font. A character without a glyph becomes
    glyph 0.
    """
    text = unicodedata.normalize("NFC", text)
    scale = em / load_font(font_name).face.upem
    glyphs, pen = [], 0
    for number, cluster, advance, x, y in _shape_units(text, font_name, tabular, from_right):
        glyphs.append(Glyph(number, cluster, (pen + x) * scale, -y * scale, advance * scale))
        pen += advance
    return ShapedLine(text, font_name, em, tuple(glyphs), pen * scale, _ink(glyphs, font_name, scale))


def measure(text: str, font_name: str, em: float, tabular: bool = False) -> float:
    """Give the width of a line in pixels: the sum of its advances, from whichever side it is read."""
    units, upem = _advance_units(text, font_name, tabular)
    return float(units * em / upem)


@functools.lru_cache(maxsize=32768)
def _advance_units(text: str, font_name: str, tabular: bool) -> tuple[int, int]:
    """Give the sum of advances, and how many of these units an em has: the same at every size."""
    text = unicodedata.normalize("NFC", text)
    units = sum(glyph[2] for glyph in _shape_units(text, font_name, tabular))
    return units, int(load_font(font_name).face.upem)


@functools.lru_cache(maxsize=32768)
def _shape_units(text: str, font_name: str, tabular: bool, from_right: bool = False) -> _Units:
    if not text:
        return ()  # an empty buffer has no positions at all
    if from_right or _IN_RUNS.search(text):
        runs = _runs(text, from_right)
        return tuple(unit for run in runs for unit in _shape_run(text, run, font_name, tabular))
    return tuple(_shape_run(text, _Run(0, len(text), "ltr"), font_name, tabular))


@dataclass(frozen=True)
class _Run:
    """Characters of one script and direction; an empty script is to be guessed."""

    start: int
    stop: int
    direction: str
    script: str = ""


def _shape_run(
    text: str, run: _Run, font_name: str, tabular: bool
) -> Iterator[tuple[int, int, int, int, int]]:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    if run.stop - run.start == len(text):
        buffer.add_str(text)
    else:  # with what stands around it: letters join across the edge of a run
        buffer.add_codepoints([ord(letter) for letter in text], run.start, run.stop - run.start)
    buffer.guess_segment_properties()
    if run.script:
        buffer.script = run.script
    # The guess takes the language from the process's locale and the direction from the script: fix both.
    buffer.direction, buffer.language = run.direction, "und"
    uharfbuzz.shape(load_font(font_name), buffer, {"tnum": tabular})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return ((i.codepoint, i.cluster, p.x_advance, p.x_offset, p.y_offset) for i, p in pairs)


def _runs(text: str, from_right: bool) -> Iterator[_Run]:
    """Give the runs from left to right: one direction and one script each."""
    scripts = _scripts(text)
    for run in visual_runs(text, int(from_right)):
        edges = [i for i in range(run.start + 1, run.stop) if scripts[i] != scripts[i - 1]]
        pieces = list(pairwise([run.start, *edges, run.stop]))
        direction = "rtl" if run.level % 2 else "ltr"
        for start, stop in reversed(pieces) if run.level % 2 else pieces:
            yield _Run(start, stop, direction, scripts[start])


def _scripts(text: str) -> list[str]:
    """Give each character's script; signs and marks that every script uses have that of what precedes."""
    from fontTools.unicodedata import script

    own = [script(letter) for letter in text]
    found = next((name for name in own if name not in _ANY_SCRIPT), "Latn")
    scripts = []
    for name in own:
        found = found if name in _ANY_SCRIPT else name
        scripts.append(found)
    return scripts


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
