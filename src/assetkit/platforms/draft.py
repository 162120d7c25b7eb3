"""Platforms as drafts see them: half the picture, quick settings, and no limit that it could not keep."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from assetkit.geometry import Box, Size
from assetkit.platforms.records import CoverRule, Format, Layout, Platform

_PRESET, _CRF = "veryfast", 28
_LEAST_EDGE = 180  # pixels: below this, text is no longer read, and little time is left to save
# A small picture cannot keep these and need not: they are about the real rendering.
_OF_THE_SIZE = {"least_width", "least_height", "smallest_bytes", "lowest_kbps"}


def draft_size(size: Size) -> Size:
    """Give about half the size: even numbers, and exactly the same shape, because recipes frame by shape.

    A picture whose half has a short edge below 180 px, or whose shape has no smaller even size, stays as
    it is.
    """
    across, down = size.ratio.numerator, size.ratio.denominator
    step = 1 if across % 2 == down % 2 == 0 else 2
    times = size.height // (2 * down) // step * step
    half = Size(across * times, down * times)
    return half if times and half.short_edge >= _LEAST_EDGE else size


def draft_of(platform: Platform) -> Platform:
    """Give the platform as a draft is made for it: its name, words and sound stay."""
    size = draft_size(platform.format.size)
    limits = tuple(
        replace(limit, strength="advises") if limit.name in _OF_THE_SIZE else limit
        for limit in platform.limits
    )
    coded = _draft_format(platform.format, size)
    layout, cover = _draft_layout(platform.layout, size), CoverRule("none")
    return replace(platform, format=coded, layout=layout, limits=limits, cover=cover)


def scale_box(box: Box, factor: Fraction) -> Box:
    """Scale a zone, rounded inward: what stands in it stands in the true one."""
    left, top = math.ceil(box.x * factor), math.ceil(box.y * factor)
    right, bottom = int(box.right * factor), int(box.bottom * factor)
    return Box(left, top, max(1, right - left), max(1, bottom - top))


def _draft_format(coded: Format, size: Size) -> Format:
    return replace(coded, name=f"{coded.name}-draft", size=size, preset=_PRESET, crf=_CRF)


def _draft_layout(layout: Layout, size: Size) -> Layout:
    factor = Fraction(size.width, layout.size.width)
    return replace(
        layout,
        name=f"{layout.name}-draft",
        size=size,
        captions=scale_box(layout.captions, factor),
        cards=scale_box(layout.cards, factor),
        covered=tuple(scale_box(box, factor) for box in layout.covered),
    )
