"""Where text is set: how large it may be in a shape, on how many lines, and on which baselines."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.captions import CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.styles import style_named
from assetkit.text.fonts import font_reach

_VERTICAL_BELOW = Fraction(3, 4)


@dataclass(frozen=True)
class TypeRule:
    """How large text may be, as shares of the picture's short edge, on how many lines; `step` is in ems."""

    largest: Fraction
    smallest: Fraction
    max_lines: int
    step: float

    def sizes(self, size: Size) -> tuple[int, int]:
        """Give the largest and the smallest em in whole pixels."""
        return round(self.largest * size.short_edge), round(self.smallest * size.short_edge)


# Captions: 54 down to 43 px on a picture 1080 wide, which keeps Kazakh lines inside the zone that no
# platform's interface covers; two lines, three in 9:16 (BBC subtitle guidelines).
_VERTICAL = TypeRule(Fraction(54, 1080), Fraction(43, 1080), 3, 1.25)
_OTHER = TypeRule(Fraction(50, 1000), Fraction(42, 1000), 2, 1.25)
# Supers are headlines: at least 8.3 % of the short edge where the words allow.
_SUPER = TypeRule(Fraction(83, 1000), Fraction(55, 1000), 4, 1.18)


@dataclass(frozen=True)
class Ground:
    """The zone of a picture in which text is set, in a style, by a rule; `font` is the one asked for."""

    size: Size
    zone: Box
    style: CaptionStyle
    rule: TypeRule
    font: str

    @functools.cached_property
    def largest(self) -> int:
        """The largest em at which a line fits the zone's height; below the smallest where none does."""
        largest, smallest = self.rule.sizes(self.size)
        while largest >= smallest and self.reach(largest) > self.zone.height:
            largest -= 1
        return largest

    @functools.cached_property
    def smallest(self) -> int:
        """The smallest em in pixels."""
        return self.rule.sizes(self.size)[1]

    @functools.cached_property
    def ordinary(self) -> int:
        """The em down to which smaller type is no remedy: a tenth below the largest, which no eye remarks."""
        return max(self.smallest, round(0.9 * self.largest))

    @functools.cached_property
    def most_lines(self) -> int:
        """How many lines may stand at the smallest em."""
        room = self.zone.height - self.reach(self.smallest)
        return max(1, min(self.rule.max_lines, 1 + room // self.step_of(self.smallest)))

    def largest_of(self, lines: int) -> int:
        """Give the largest em at which so many lines fit the zone's height."""
        em = self.largest
        while em > self.smallest and self.reach(em) + self.step_of(em) * (lines - 1) > self.zone.height:
            em -= 1
        return em

    @property
    def leading(self) -> float:
        """How many ems lines stand apart: what the rule asks for, and more where letters reach further."""
        return max(self.rule.step, font_reach(self.font).leading)

    def step_of(self, em: int) -> int:
        """Give how many pixels lines of this em stand apart."""
        return round(self.leading * em)

    def reach(self, em: int) -> int:
        """Give how high a single line is with all that is drawn around it, in pixels."""
        look = style_named(self.style.backing)
        return look.top(em, self.font) + look.bottom(em, self.font)


class CaptionGround(Ground):
    """The ground of captions. Its baselines belong to it and not to a text.

    Lines of every size stand equally far apart, and the last (on top: the first) at one height, so that
    neither a smaller size nor another face makes text jump.
    """

    @functools.cached_property
    def grid(self) -> tuple[int, int]:
        """How many lines may stand, and how many pixels apart: as far as the largest em asks, if it may."""
        room, widest = self.zone.height - self.reach(self.largest), self.step_of(self.largest)
        for lines in range(self.rule.max_lines, 1, -1):
            step = min(widest, room // (lines - 1))
            if step >= self.step_of(self.smallest):
                return lines, step
        return 1, widest

    @functools.cached_property
    def most_lines(self) -> int:
        """How many lines may stand."""
        return self.grid[0]

    def largest_of(self, lines: int) -> int:
        """Give the largest em at which so many lines do not touch each other."""
        is_widest = lines < 2 or self.grid[1] == self.step_of(self.largest)
        return self.largest if is_widest else max(self.smallest, int(self.grid[1] / self.leading))

    def first_baseline(self, lines: int) -> int:
        """Give the baseline of the first of so many lines."""
        look = style_named(self.style.backing)
        if self.style.place == "top":
            return self.zone.y + look.top(self.largest, self.font)
        return self.zone.bottom - look.bottom(self.largest, self.font) - self.grid[1] * (lines - 1)


@functools.lru_cache(maxsize=256)
def caption_ground(size: Size, zone: Box, style: CaptionStyle, font: str) -> CaptionGround:
    """Give the ground of captions in a picture of this shape."""
    rule = _VERTICAL if size.ratio < _VERTICAL_BELOW else _OTHER
    return CaptionGround(size, zone, style, rule, font)


@functools.lru_cache(maxsize=256)
def super_ground(size: Size, zone: Box, style: CaptionStyle, font: str) -> Ground:
    """Give the ground of headlines over the picture."""
    return Ground(size, zone, style, _SUPER, font)
