"""Contrast of captions against the footage behind them, by what was sampled of the master."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.checks.captions.records import CaptionFile, FilmCaptions, seconds
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.geometry import Box, Size, shape_of
from assetkit.media.observation import Samples, cell_luminance
from assetkit.plan.tasks import View
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.standards import Standard, Standards
from assetkit.subtitles.styles import BOX_COLOUR, BOX_OPACITY, GLOWS, style_named
from assetkit.timecode import FrameRange

# Judgements, in ems around the letters. WCAG takes the edge of a letter for its background where it has one
# (1.4.3), and by eye white letters with a dark edge are read on white: so the edge decides whether a text is
# weak. Where more than the edge is needed, because what lies around it is as bright as the letters, the text
# is read but tires: that is a note.
_EDGE, _AROUND, _STEPS = 0.06, 0.25, 10
_ABOVE, _BELOW = 0.72, 0.22  # ems from the baseline to the top of capitals and the foot of descenders
# A text is weak where so much of what is behind it is too near to it, and it matters where that lasts so long
# or for so much of the cue.
_WEAK_PART = 0.25
_LONG, _LONG_PART = Fraction(1), Fraction(1, 2)


@dataclass(frozen=True)
class Backdrop:
    """Frames of a master that a cut shows from timeline frame `at` on, and how they fill the picture."""

    samples: Samples
    master: Size
    source: FrameRange
    at: int
    view: View


@dataclass(frozen=True)
class Weak:
    """A caption that is hard to read on one shape: the worst ratio, and for how many frames.

    `by_edge` is False where only its edge parts it from what lies around it.
    """

    file: CaptionFile
    cue: FrameCue
    shape: str
    style: str
    ratio: float
    limit: Standard
    frames: int
    by_edge: bool
    is_boxed: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it is weak for much of its time."""
        return self.frames >= _LONG_PART * len(self.cue.range)


def find_weak(
    event: AssEvent, backdrops: Sequence[Backdrop], file: CaptionFile, cue: FrameCue, standards: Standards
) -> Weak | None:
    """Give how weak a caption is against the footage it stands on; None where it can be read well.

    `cue` is the whole of it in its film.
    """
    layout, limit = event.layout, _limit(event.layout, standards)
    for reach in (_EDGE, _AROUND):
        ratio, frames = _weakest(event, backdrops, float(limit.value), reach)
        if frames:
            shape, style = shape_of(layout.size), layout.style
            is_boxed = style.backing in ("box", "lines")
            return Weak(file, cue, shape, style.name, ratio, limit, frames, reach == _EDGE, is_boxed)
    return None


def tell_weak(film: FilmCaptions, found: Iterable[Weak]) -> Iterator[Diagnostic]:
    """Tell of each stretch of a film once, with all shapes and languages in which it is weak.

    What fails by its edge is a warning where it lasts, else a note; what only tires is a note where it lasts.
    """
    groups: list[list[Weak]] = []
    for weak in found:
        if weak.by_edge or weak.lasts:
            near = (group for group in groups if _is_same_time(group[0], weak))
            group = next(near, None)
            if group is None:
                groups.append(group := [])
            group.append(weak)
    for group in groups:
        yield _tell(film, group)


def _is_same_time(one: Weak, other: Weak) -> bool:
    shared = one.cue.range.overlap(other.cue.range)
    much = shared is not None and 2 * len(shared) > min(len(one.cue.range), len(other.cue.range))
    return much and (one.style, one.by_edge) == (other.style, other.by_edge)


def _tell(film: FilmCaptions, group: list[Weak]) -> Diagnostic:
    worst, longest = min(group, key=lambda weak: weak.ratio), max(weak.frames for weak in group)
    first = group[0]
    shapes = ", ".join(dict.fromkeys(weak.shape for weak in group))
    others = dict.fromkeys(weak.file.language for weak in group if weak.file is not first.file)
    also = f" (also in {', '.join(others)})" if others else ""
    lasts = longest >= _LONG * film.rate or any(weak.lasts for weak in group)
    what = "is hard to tell from" if first.by_edge else "is parted by its edge alone from"
    return film.report(
        "AK458",
        Severity.WARNING if first.by_edge and lasts else Severity.NOTE,
        f"a caption in the style {first.style} {what} the picture on {shapes}{also},",
        first.file,
        first.cue,
        measured=f"{worst.ratio:.1f} to 1 for {seconds(longest, film.rate)}"
        + ("" if first.by_edge else " with what lies around the edge"),
        required=f"at least {float(worst.limit.value):g} to 1 ({worst.limit.source})",
        remedy="take a style with a box, `captions: {style: box}`, or frame the clip otherwise"
        if not first.is_boxed
        else "give the style's letters another `colour:`",
    )


def _weakest(event: AssEvent, backdrops: Iterable[Backdrop], limit: float, reach: float) -> tuple[float, int]:
    """Give the worst ratio below the limit, and for how many frames it is below."""
    worst, frames = limit, 0
    for backdrop in backdrops:
        shown = event.range.overlap(FrameRange(backdrop.at, backdrop.at + len(backdrop.source)))
        if shown is None:
            continue
        numbers = backdrop.samples.within(shown.shift(backdrop.source.start - backdrop.at))
        ratios = [_ratio(event, backdrop, number, reach) for number in numbers]
        weak = [ratio for ratio in ratios if ratio is not None and ratio < limit]
        frames += len(shown) * len(weak) // max(1, len(ratios))
        worst = min([worst, *weak])
    return worst, frames


def _limit(layout: CaptionLayout, standards: Standards) -> Standard:
    """Give what WCAG asks of text of this size, on the screen that the picture's short edge fills."""
    on_screen = layout.em * standards.value("screen_width") / layout.size.short_edge
    bold = "Bold" in layout.font
    is_large = on_screen >= standards.value("large_text_bold" if bold else "large_text")
    return standards.find("contrast_large" if is_large else "contrast")


def _ratio(event: AssEvent, backdrop: Backdrop, number: int, reach: float) -> float | None:
    """Give the ratio that most of the text has at least in a sample; None where none of it is on footage."""
    layout = event.layout
    areas = [_in_master(_line_box(line, layout.em), layout.size, backdrop) for line in layout.lines]
    behind = (backdrop.samples.behind(number, area, backdrop.master) for area in areas if area)
    cells = b"".join(behind)
    if not cells:
        return None
    backing = layout.style.backing
    outline = style_named(backing).outline_pixels(layout.em) / layout.em
    known = _ratios(event.colour, backing, outline, reach)
    return sorted([known[cell] for cell in cells])[int(_WEAK_PART * (len(cells) - 1))]


@functools.lru_cache(maxsize=256)
def _ratios(colour: str, backing: str, outline: float, reach: float) -> tuple[float, ...]:
    """Give the contrast of letters over each value that a cell can have."""
    letters = luminance(colour)
    shaded = (_shaded(cell_luminance(cell), backing, outline, reach) for cell in range(256))
    return tuple(_contrast(letters, behind) for behind in shaded)


def luminance(colour: str) -> float:
    """Give the relative luminance of "#RRGGBB", 0 to 1, as WCAG defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shaded(behind: float, backing: str, outline: float, reach: float) -> float:
    """Give the mean luminance `reach` ems around letters over footage of luminance `behind`."""
    coded = _coded(behind)
    if backing in ("box", "lines"):
        return _linear(BOX_OPACITY * _coded(luminance(BOX_COLOUR)) + (1 - BOX_OPACITY) * coded)
    rings = [(step + 0.5) * reach / _STEPS for step in range(_STEPS)]
    return sum(_linear(coded * _light(ring, backing, outline)) for ring in rings) / _STEPS


def _light(ring: float, backing: str, outline: float) -> float:
    """Give how much of the picture's light is left so many ems from the letters."""
    if ring < outline:
        return 0.0
    left = 1.0
    for glow in GLOWS.get(backing, ()):
        reach = (glow.border + glow.blur - ring) / (2 * glow.blur)
        left *= 1 - glow.opacity * min(1.0, max(0.0, reach))
    return left


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _linear(coded: float) -> float:
    return coded / 12.92 if coded <= 0.04045 else float(((coded + 0.055) / 1.055) ** 2.4)


def _coded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def _line_box(line: PlacedLine, em: int) -> Box:
    top, bottom = line.baseline - round(_ABOVE * em), line.baseline + round(_BELOW * em)
    return Box(line.x, top, max(1, round(line.width)), bottom - top)


def _in_master(box: Box, picture: Size, backdrop: Backdrop) -> Box | None:
    """Give what part of the master is behind a box of the picture; None where there is only ground."""
    view, master = backdrop.view, backdrop.master
    if view.fit == "crop":
        return _project(box, Box(0, 0, picture.width, picture.height), view.box)
    return _project(box, view.box, Box(0, 0, master.width, master.height))


def _project(box: Box, source: Box, target: Box) -> Box | None:
    """Carry a box from the coordinates of `source` to those of `target`, clipped to it."""
    left, right = max(box.x, source.x), min(box.right, source.right)
    top, bottom = max(box.y, source.y), min(box.bottom, source.bottom)
    if left >= right or top >= bottom:
        return None
    x = target.x + (left - source.x) * target.width // source.width
    y = target.y + (top - source.y) * target.height // source.height
    width = max(1, (right - left) * target.width // source.width)
    height = max(1, (bottom - top) * target.height // source.height)
    return Box(x, y, width, height)
