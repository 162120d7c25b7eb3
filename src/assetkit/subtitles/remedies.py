"""Lay a cue out, and where it does not fit as it was written, do what helps: in a stated order, and told."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.campaign.captions import CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.emphasis import tidy_cue
from assetkit.subtitles.ground import CaptionGround, caption_ground
from assetkit.subtitles.layout import CaptionLayout, LayoutFault, find_fault, set_text
from assetkit.subtitles.splitting import splits_of, why_unsplit
from assetkit.text.fonts import missing_glyphs

REBROKEN, SPLIT, NARROW, SMALLER = "broken otherwise", "split in two", "narrow face", "smaller"
"""The remedies, in the order in which they are tried."""

NARROW_FONT = "Oswald-Bold"

Laid = tuple[tuple[FrameCue, CaptionLayout], ...]


@dataclass(frozen=True)
class _Attempt:
    """One rung: whether the cue is split, and whether the narrow face and the smallest type may be taken."""

    splits: bool
    narrows: bool
    shrinks: bool


_ATTEMPTS = (
    _Attempt(splits=False, narrows=False, shrinks=False),
    _Attempt(splits=True, narrows=False, shrinks=False),
    _Attempt(splits=False, narrows=True, shrinks=False),
    _Attempt(splits=True, narrows=True, shrinks=False),
    _Attempt(splits=False, narrows=False, shrinks=True),
    _Attempt(splits=False, narrows=True, shrinks=True),
    _Attempt(splits=True, narrows=True, shrinks=True),
)


def lay_out_cue(
    cue: FrameCue,
    language: str,
    font: str,
    *,
    size: Size,
    zone: Box,
    style: CaptionStyle,
    rate: Fraction,
) -> Laid | LayoutFault:
    """Lay a cue out as one caption, or as two; each with its own frames, text, emphasis and words.

    The order: as written at the largest type; broken otherwise, down to a tenth smaller, which no eye remarks
    (breaking well is worth more than five pixels); split in two at a natural place, each part at ordinary
    type; in the narrow face, whole and then split; smaller down to the limit, first whole in its own face,
    then narrow, then split. Splitting comes before a type that is seen to be smaller, because text that
    changes its size or face from one caption to the next disturbs more than a change of caption at a pause.

    A function of its arguments alone. Raises AssetkitError for an unknown font.
    """
    cue, ground = tidy_cue(cue), caption_ground(size, zone, style, font)
    if not cue.text:
        return ()
    for attempt in _ATTEMPTS:
        for parts in _parts_of(cue, language, rate, attempt):
            laid = _lay_parts(parts, language, ground, attempt)
            if laid:
                return laid
    return _fault(cue, language, ground, rate)


def _parts_of(
    cue: FrameCue, language: str, rate: Fraction, attempt: _Attempt
) -> Iterator[tuple[FrameCue, ...]]:
    if attempt.splits:
        yield from splits_of(cue, language, rate)
    else:
        yield (cue,)


def _lay_parts(
    parts: tuple[FrameCue, ...], language: str, ground: CaptionGround, attempt: _Attempt
) -> Laid | None:
    laid = []
    for part in parts:
        layout = _lay_part(part, language, ground, attempt)
        if layout is None:
            return None
        laid.append((part, replace(layout, remedies=_remedies(part, layout, ground, attempt))))
    return tuple(laid)


def _lay_part(
    part: FrameCue, language: str, ground: CaptionGround, attempt: _Attempt
) -> CaptionLayout | None:
    """Set a part in the first face in which it fits."""
    lowest = ground.smallest if attempt.shrinks else ground.ordinary
    for face in _faces(ground.font, part.text) if attempt.narrows else (ground.font,):
        layout = set_text(part.text, part.emphasis, language, face, ground, lowest)
        if layout:
            return layout
    return None


def _faces(font: str, text: str) -> tuple[str, ...]:
    """Give the font, and the narrow one where it has every letter."""
    return (font,) if font == NARROW_FONT or not _has_narrow(text) else (font, NARROW_FONT)


@functools.lru_cache(maxsize=1024)
def _has_narrow(text: str) -> bool:
    return not missing_glyphs(text.replace("\n", " "), NARROW_FONT)


def _remedies(
    part: FrameCue, layout: CaptionLayout, ground: CaptionGround, attempt: _Attempt
) -> tuple[str, ...]:
    done = (
        (REBROKEN, "\n".join(line.text for line in layout.lines) != part.text),
        (SPLIT, attempt.splits),
        (NARROW, layout.font != ground.font),
        (SMALLER, layout.em < ground.ordinary),
    )
    return tuple(remedy for remedy, is_done in done if is_done)


def _fault(cue: FrameCue, language: str, ground: CaptionGround, rate: Fraction) -> LayoutFault:
    """Say by how much the whole cue is too large, in the face in which it comes nearest."""
    why = why_unsplit(cue, language, rate)
    faults = [
        find_fault(cue.text, cue.emphasis, language, face, ground, why)
        for face in _faces(ground.font, cue.text)
    ]
    return min(faults, key=lambda fault: fault.needed)
