"""Lay text out in a picture: captions on a fixed baseline, supers at the top or in the middle of a zone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.cues import Emphasis
from assetkit.subtitles.emphasis import ruler_for
from assetkit.subtitles.ground import CaptionGround, Ground, caption_ground, super_ground
from assetkit.subtitles.styles import style_named
from assetkit.text.breaking import Ruler, fit_text, narrowest_width, tidy_lines
from assetkit.text.fonts import CAPTION_FONT, SUPER_FONT
from assetkit.text.scripts import is_right_to_left
from assetkit.text.shaping import measure


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
    """Text as it stands in a picture of `size`; `box` holds letters, their outline and padding.

    A halo or shadow fades out beyond it: below by up to 0.15 em in the style "outline".

    `em` is in pixels. `emphasis` counts characters as the lines' `start` does. `remedies` are what was done
    because the text did not fit as it was written, in the order in which they were tried.
    `from_right` says that its lines are read from right to left as a whole.
    """

    lines: tuple[PlacedLine, ...]
    font: str
    em: int
    style: CaptionStyle
    size: Size
    box: Box
    emphasis: tuple[Emphasis, ...] = ()
    remedies: tuple[str, ...] = ()
    from_right: bool = False


@dataclass(frozen=True)
class LayoutFault:
    """Text that does not fit its zone at the smallest type: `needed` and `available` are pixels of `what`.

    `unsplit` says why it was not set as two cues.
    """

    text: str
    language: str
    font: str
    em: int
    max_lines: int
    what: str  # "width" or "height"
    needed: float
    available: float
    unsplit: str = ""


def lay_out(
    text: str,
    language: str,
    font: str = CAPTION_FONT,
    *,
    size: Size,
    zone: Box,
    style: CaptionStyle = PRESETS["outline"],
) -> CaptionLayout | LayoutFault:
    """Lay a single text out, centred in the zone, its baselines those of every caption there.

    Line breaks of the text are kept where they fit at the largest type, else the text is broken anew; lines
    that begin with a dash (two speakers) stay apart. Raises AssetkitError for an unknown font.
    """
    ground = caption_ground(size, zone, style, font)
    return set_text(text, (), language, font, ground, ground.smallest) or find_fault(
        text, (), language, font, ground
    )


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
    look, ground = style_named(style.backing), super_ground(size, zone, style, font)
    found = _fit(text, (), language, font, ground, ground.smallest)
    if found is None:
        return find_fault(text, (), language, font, ground)
    em, lines = found
    step = ground.step_of(em)
    height = look.top(em, font) + step * (len(lines) - 1) + look.bottom(em, font)
    above = 0 if where == "top" else (zone.height - height) // 2
    first = zone.y + above + look.top(em, font)
    return directed(_place(lines, (), font, em, ground, first, step), language)


def set_text(
    text: str, emphasis: tuple[Emphasis, ...], language: str, font: str, ground: CaptionGround, lowest: int
) -> CaptionLayout | None:
    """Set a text in one face, at the largest em down to `lowest` at which it fits; None where it does not.

    It keeps its own line breaks where they fit at the largest, else it is broken anew.
    """
    found = _fit(text, emphasis, language, font, ground, lowest)
    if found is None:
        return None
    em, lines = found
    laid = _place(lines, emphasis, font, em, ground, ground.first_baseline(len(lines)), ground.grid[1])
    return directed(laid, language)


def directed(layout: CaptionLayout, language: str) -> CaptionLayout:
    """Give a layout the direction of its language; what is read from the right knows no emphasis."""
    return replace(layout, emphasis=(), from_right=True) if is_right_to_left(language) else layout


def find_fault(
    text: str, emphasis: tuple[Emphasis, ...], language: str, font: str, ground: Ground, unsplit: str = ""
) -> LayoutFault:
    """Say by how much a text that does not fit at the smallest em is too wide, or its zone too low."""
    em, zone = ground.smallest, ground.zone
    look = style_named(ground.style.backing)
    height = look.top(em, font) + look.bottom(em, font)
    if height > zone.height:
        return LayoutFault(text, language, font, em, 1, "height", height, zone.height, unsplit)
    most = ground.most_lines
    width = narrowest_width(flow(text), font, em, most, language, ruler_for(emphasis, font))
    return LayoutFault(
        text, language, font, em, most, "width", width + 2 * look.side * em, zone.width, unsplit
    )


def flow(text: str) -> str:
    """Join the lines of a sentence; a line that begins with a dash is another speaker's and stays.

    Each line break becomes one space, so that every letter keeps its place in a tidy text.
    """
    joined = ""
    for line in tidy_lines(text):
        separator = "\n" if line[0] in "-–—" else " "
        joined = f"{joined}{separator}{line}" if joined else line
    return joined


def _fit(
    text: str, emphasis: tuple[Emphasis, ...], language: str, font: str, ground: Ground, lowest: int
) -> tuple[int, tuple[str, ...]] | None:
    if ground.largest < lowest:
        return None
    ruler, flowing = ruler_for(emphasis, font), flow(text)
    for wording, least in ((text, ground.largest), (flowing, lowest)):
        found = _fit_lines(wording, language, font, ground, least, ruler)
        if found:
            return found
    return None


def _fit_lines(
    text: str, language: str, font: str, ground: Ground, lowest: int, ruler: Ruler | None
) -> tuple[int, tuple[str, ...]] | None:
    inset, most = 2 * style_named(ground.style.backing).side, ground.most_lines
    largest = ground.largest
    while largest >= lowest:
        found = fit_text(text, font, language, ground.zone.width, most, largest, lowest, inset, ruler)
        if found is None or found[0] <= ground.largest_of(len(found[1])):
            return found
        largest = min(found[0] - 1, ground.largest_of(len(found[1])))
    return None


def _place(
    lines: tuple[str, ...],
    emphasis: tuple[Emphasis, ...],
    font: str,
    em: int,
    ground: Ground,
    first: int,
    step: int,
) -> CaptionLayout:
    look, zone, ruler = style_named(ground.style.backing), ground.zone, ruler_for(emphasis, font)
    placed, start = [], 0
    for number, line in enumerate(lines):
        width = ruler(line, start, em) if ruler else measure(line, font, em)
        x = round(zone.x + (zone.width - width) / 2)
        placed.append(PlacedLine(line, x, first + step * number, width, start))
        start += len(line) + 1
    side = look.side * em
    left = int(min(line.x for line in placed) - side) if placed else zone.x
    right = int(max(line.x + line.width for line in placed) + side) + 1 if placed else zone.x
    top, bottom = first - look.top(em, font), first + step * (len(lines) - 1) + look.bottom(em, font)
    box = Box(left, top, right - left, bottom - top)
    return CaptionLayout(tuple(placed), font, em, ground.style, ground.size, box, emphasis)
