"""Lay text out in a picture: captions on a fixed baseline, supers at the top or in the middle of a zone."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.styles import TextStyle, style_named
from assetkit.text.breaking import fit_text, narrowest_width
from assetkit.text.fonts import CAPTION_FONT, SUPER_FONT
from assetkit.text.shaping import measure

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
class PlacedLine:
    """One line of text: its left edge and baseline in whole pixels of the picture, its width in pixels.

    `start` is the place of its first character in the cue's text.
    """

    text: str
    x: int
    baseline: int
    width: float
    start: int = 0


@dataclass(frozen=True)
class CaptionLayout:
    """Text as it stands in a picture of `size`; `box` holds all that is drawn, padding and outline too.

    `em` is in pixels.
    """

    lines: tuple[PlacedLine, ...]
    font: str
    em: int
    style: CaptionStyle
    size: Size
    box: Box


@dataclass(frozen=True)
class LayoutFault:
    """Text that does not fit its zone at the smallest type: `needed` and `available` are pixels of `what`."""

    text: str
    language: str
    font: str
    em: int
    max_lines: int
    what: str  # "width" or "height"
    needed: float
    available: float


def caption_rule(size: Size) -> TypeRule:
    """Give the rule for captions in a picture of this shape."""
    return _VERTICAL if size.ratio < _VERTICAL_BELOW else _OTHER


def lay_out(
    text: str,
    language: str,
    font: str = CAPTION_FONT,
    *,
    size: Size,
    zone: Box,
    style: CaptionStyle = PRESETS["outline"],
) -> CaptionLayout | LayoutFault:
    """Lay a caption out, centred in the zone, the last line's baseline always at one height.

    Line breaks of the text are kept where they fit at the largest type, else the text is broken anew; lines
    that begin with a dash (two speakers) stay apart. Raises AssetkitError for an unknown font.
    """
    rule, look = caption_rule(size), style_named(style.backing)
    found = _fit(text, language, font, size, zone, rule, look)
    if isinstance(found, LayoutFault):
        return found
    em, lines = found
    # The drop is that of the largest type: smaller text stands on the same baseline.
    last = zone.bottom - look.bottom(rule.sizes(size)[0], font)
    step = round(rule.step * em)
    return _place(lines, font, em, style, size, zone, last - step * (len(lines) - 1), step)


def lay_out_super(
    text: str,
    language: str,
    font: str = SUPER_FONT,
    *,
    size: Size,
    zone: Box,
    style: CaptionStyle = PRESETS["outline"],
    where: str = "top",
) -> CaptionLayout | LayoutFault:
    """Lay a headline over the picture out, centred in the zone, at its "top" or in its "middle".

    Raises ValueError for another `where`, AssetkitError for an unknown font.
    """
    if where not in ("top", "middle"):
        raise ValueError(f"a super stands at the top or in the middle, not {where!r}")
    look = style_named(style.backing)
    found = _fit(text, language, font, size, zone, _SUPER, look)
    if isinstance(found, LayoutFault):
        return found
    em, lines = found
    step = round(_SUPER.step * em)
    height = look.top(em, font) + step * (len(lines) - 1) + look.bottom(em, font)
    above = 0 if where == "top" else (zone.height - height) // 2
    return _place(lines, font, em, style, size, zone, zone.y + above + look.top(em, font), step)


def _fit(
    text: str, language: str, font: str, size: Size, zone: Box, rule: TypeRule, look: TextStyle
) -> tuple[int, tuple[str, ...]] | LayoutFault:
    largest, smallest = rule.sizes(size)
    lines_allowed = max(1, min(rule.max_lines, _lines_that_fit(zone, rule, look, smallest, font)))
    inset = 2 * look.side
    height = look.top(smallest, font) + look.bottom(smallest, font)
    if height > zone.height:
        return LayoutFault(text, language, font, smallest, 1, "height", height, zone.height)
    flowing = _reflow(text)
    for wording, lowest in ((text, largest), (flowing, smallest)):
        found = fit_text(wording, font, language, zone.width, lines_allowed, largest, lowest, inset)
        while found and not _is_low_enough(found, zone, rule, look, font):
            found = fit_text(wording, font, language, zone.width, lines_allowed, found[0] - 1, lowest, inset)
        if found:
            return found
    needed = narrowest_width(flowing, font, smallest, lines_allowed, language) + inset * smallest
    return LayoutFault(text, language, font, smallest, lines_allowed, "width", needed, zone.width)


def _lines_that_fit(zone: Box, rule: TypeRule, look: TextStyle, em: int, font: str) -> int:
    room = zone.height - look.top(em, font) - look.bottom(em, font)
    return 1 + int(room // round(rule.step * em)) if room >= 0 else 0


def _is_low_enough(
    found: tuple[int, tuple[str, ...]], zone: Box, rule: TypeRule, look: TextStyle, font: str
) -> bool:
    em, lines = found
    return len(lines) <= max(1, _lines_that_fit(zone, rule, look, em, font))


def _reflow(text: str) -> str:
    """Join the lines of a sentence; a line that begins with a dash is another speaker's and stays."""
    joined = ""
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            separator = "\n" if stripped[0] in "-–—" else " "
            joined = f"{joined}{separator}{stripped}" if joined else stripped
    return joined


def _place(
    lines: tuple[str, ...],
    font: str,
    em: int,
    style: CaptionStyle,
    size: Size,
    zone: Box,
    first: int,
    step: int,
) -> CaptionLayout:
    look = style_named(style.backing)
    placed = []
    for number, line in enumerate(lines):
        width = measure(line, font, em)
        x = round(zone.x + (zone.width - width) / 2)
        placed.append(PlacedLine(line, x, first + step * number, width))
    side = look.side * em
    left = int(min(line.x for line in placed) - side) if placed else zone.x
    right = int(max(line.x + line.width for line in placed) + side) + 1 if placed else zone.x
    top, bottom = first - look.top(em, font), first + step * (len(lines) - 1) + look.bottom(em, font)
    return CaptionLayout(tuple(placed), font, em, style, size, Box(left, top, right - left, bottom - top))
