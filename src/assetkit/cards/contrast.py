"""How clearly one colour stands out from another, by the contrast ratio of WCAG 2 (1.4.3 and 1.4.11)."""

from __future__ import annotations

from functools import lru_cache

from assetkit.geometry import Size

LARGE, SMALL = 3.0, 4.5
"""The least contrast of large type and of other type at level AA (WCAG 2.2, 1.4.3)."""
# WCAG takes type as large from 18 pt on, and from 14 pt on where it is bold: 24 and 18 2/3 CSS pixels. A
# post is seen on a telephone, whose short edge is about 360 CSS pixels.
_PHONE = 360
_LARGE_FROM, _BOLD_FROM = 24.0, 56 / 3


def least_contrast(em: int, is_bold: bool, size: Size) -> float:
    """Give the contrast that type of so many pixels needs in a picture of this size."""
    seen = em * _PHONE / size.short_edge
    return LARGE if seen >= (_BOLD_FROM if is_bold else _LARGE_FROM) else SMALL


def _values(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


@lru_cache(maxsize=1024)
def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two "#RRGGBB" colours in sRGB, from 1 for equal ones to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _values(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
