"""What another reading of a letter draws beside it: the breve that makes й of и, where it would stand."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assetkit.subtitles.ink import GlyphInk, Mask, Plane, stamp, widen
from assetkit.subtitles.runs import Run
from assetkit.text.lookalikes import with_more
from assetkit.text.shaping import Glyph, shape

Points = tuple[npt.NDArray[np.intp], ...]

_FULL = 0.9
_LEAST_INK = 0.004  # square ems; a mark has more, two drawings of one letter differ by less
_SAME_PLACE = 0.02  # ems
# Letters of scripts whose letters join or stand in one another: their marks have another place in each word.
_JOINED = re.compile("[\u0590-\u1c7f\ufb1d-\ufdff\ufe70-\ufefe]")


@dataclass(frozen=True)
class Mark:
    """Coverage of what `reading` has more than `letter`, its top and left from the pixel of a glyph's origin.

    `core` and `edge` are rows and columns, in the same count, of what is certainly bright and dark of it.
    """

    letter: str
    reading: str
    ink: Plane
    top: int
    left: int
    core: Points
    edge: Points


@dataclass(frozen=True)
class _Place:
    """A letter among those that it is shaped with, and the glyph from which its marks are counted.

    `cluster` is that glyph's first letter, from the first of `before`; `part` is where the glyph's origin
    stands inside its pixel, in quarters; `dark` is how many pixels around a mark are dark.
    """

    font: str
    is_slanted: bool
    from_right: bool
    em: float
    before: str
    letter: str
    after: str
    glyph: int
    cluster: int
    part: tuple[float, float]
    dark: int


def other_marks(glyph: GlyphInk, stop: int, em: float, dark: int) -> Iterator[Mark]:
    """Give what the other readings of a glyph's letters draw; `stop` is where these end in the run."""
    run, start = glyph.run, glyph.glyph.cluster
    x, y = (round((value - math.floor(value)) * 4) / 4 for value in (glyph.x, glyph.y))
    for index in range(start, stop):
        if not run.text[index].isspace():
            yield from _marks_at(_place(run, index, glyph.glyph, em, (x, y), dark))


def _place(run: Run, index: int, glyph: Glyph, em: float, part: tuple[float, float], dark: int) -> _Place:
    first, stop = _shaped_with(run.text, index)
    before, letter, after = run.text[first:index], run.text[index], run.text[index + 1 : stop]
    look = (run.font, run.is_slanted, run.from_right, em)
    return _Place(*look, before, letter, after, glyph.id, glyph.cluster - first, part, dark)


def _shaped_with(text: str, index: int) -> tuple[int, int]:
    """Give the stretch in which a letter has its form: itself alone, or its word where letters join."""
    if not _JOINED.search(text):
        return index, index + 1
    stop = text.find(" ", index)
    return text.rfind(" ", 0, index) + 1, stop if stop >= 0 else len(text)


@functools.lru_cache(maxsize=4096)
def _marks_at(place: _Place) -> tuple[Mark, ...]:
    found = (_mark(place, other) for other in with_more(place.letter, place.font))
    return tuple(mark for mark in found if mark)


def _mark(place: _Place, other: str) -> Mark | None:
    """Give what is drawn for another letter and not for ours; None where it lacks what ours has."""
    ours, theirs = (
        shape(place.before + letter + place.after, place.font, place.em, from_right=place.from_right).glyphs
        for letter in (place.letter, other)
    )
    anchor = next((one for one in ours if (one.id, one.cluster) == (place.glyph, place.cluster)), None)
    if anchor is None:
        return None
    half = round(1.5 * place.em)
    lost = _draw_all(_without(ours, theirs, place.em), anchor, place, half)
    won = _draw_all(_without(theirs, ours, place.em), anchor, place, half)
    if (lost * (won < lost / 2)).sum() > _LEAST_INK * place.em**2:
        return None
    won *= ~widen(lost > 0, 1)
    return _crop(won, other, place, half) if won.sum() >= _LEAST_INK * place.em**2 else None


def _crop(won: Plane, other: str, place: _Place, half: int) -> Mark:
    rows, columns = np.nonzero(won)
    top, left = int(rows.min()), int(columns.min())
    ink = won[top : rows.max() + 1, left : columns.max() + 1]
    near: Mask = np.pad(ink, place.dark) > 0
    edge = widen(near, place.dark) & ~widen(near, 1) if place.dark > 1 else widen(near, 1) & ~near
    bright = ink > min(_FULL, 0.8 * float(ink.max()))
    dark_rows, dark_columns = np.nonzero(edge)
    return Mark(
        letter=place.letter,
        reading=other,
        ink=ink,
        top=top - half,
        left=left - half,
        core=np.nonzero(bright),
        edge=(dark_rows - place.dark, dark_columns - place.dark),
    )


def _without(glyphs: tuple[Glyph, ...], others: tuple[Glyph, ...], em: float) -> list[Glyph]:
    """Give the glyphs that do not stand among the others at the same place."""
    least = _SAME_PLACE * em
    return [
        one
        for one in glyphs
        if not any(
            one.id == other.id and abs(one.x - other.x) < least and abs(one.y - other.y) < least
            for other in others
        )
    ]


def _draw_all(glyphs: list[Glyph], anchor: Glyph, place: _Place, half: int) -> Plane:
    plane = np.zeros((2 * half, 2 * half), np.float32)
    for glyph in glyphs:
        x, y = half + place.part[0] + glyph.x - anchor.x, half + place.part[1] + glyph.y - anchor.y
        stamp(plane, x, y, place.font, glyph.id, place.em, place.is_slanted)
    return plane
