"""The grounds behind text as drawing commands of ASS: a box for the block, or one that follows the lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assetkit.geometry import Box
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.styles import style_named
from assetkit.text.fonts import font_reach

Corner = tuple[float, float]

_ARC = 0.5523  # how far a Bézier's handles reach, for a quarter of a circle


def draw_box(box: Box, radius: int) -> str:
    """Draw a rectangle with round corners, from its own top left."""
    width, height, near = box.width, box.height, round(radius * (1 - _ARC))
    right, low = width - radius, height - radius
    return (
        f"m {radius} 0 l {right} 0 b {width - near} 0 {width} {near} {width} {radius} "
        f"l {width} {low} b {width} {height - near} {width - near} {height} {right} {height} "
        f"l {radius} {height} b {near} {height} 0 {height - near} 0 {low} "
        f"l 0 {radius} b 0 {near} {near} 0 {radius} 0"
    )


def draw_rows(layout: CaptionLayout) -> str:
    """Draw one outline around the boxes of all lines, from the top left of the layout's box.

    One path and not a box for each: joined boxes would show a slit where they miss each other by a fraction
    of a pixel, and their transparency twice where they overlap.
    """
    rows = line_boxes(layout)
    if not rows:
        return ""
    radius = round(style_named("lines").radius * layout.em)
    right = [(row.right, edge) for row in rows for edge in (row.y, row.bottom)]
    left = [(row.x, edge) for row in reversed(rows) for edge in (row.bottom, row.y)]
    corners = [(x - layout.box.x, y - layout.box.y) for x, y in (*right, *left)]
    return _rounded_path(_without_straights(corners), radius)


def line_boxes(layout: CaptionLayout) -> tuple[Box, ...]:
    """Give the box of each line; they touch, and lines that are nearly as wide as each other are as wide.

    A step in the outline that is smaller than two of its round corners would look like a mistake.
    """
    look, em, lines = style_named("lines"), layout.em, layout.lines
    side = look.side * em
    wide = [(max(layout.box.x, int(line.x - side)), int(line.x + line.width + side) + 1) for line in lines]
    wide = [(left, min(layout.box.right, right)) for left, right in wide]
    wide = _evened(wide, 2 * round(look.radius * em))
    edges = [layout.box.y, *_joints(layout), layout.box.bottom]
    return tuple(
        Box(left, top, right - left, bottom - top)
        for (left, right), (top, bottom) in zip(wide, pairwise(edges), strict=True)
    )


def _joints(layout: CaptionLayout) -> list[int]:
    """Give where lines part: halfway between the foot of a descender and the next capitals."""
    reach = font_reach(layout.font)
    foot, capital = reach.below * layout.em, reach.above * layout.em
    return [
        round((above.baseline + foot + below.baseline - capital) / 2)
        for above, below in pairwise(layout.lines)
    ]


def _evened(wide: Sequence[tuple[int, int]], least: int) -> list[tuple[int, int]]:
    """Widen rows whose edge lies nearer than `least` to that of a neighbour, until none does."""
    found = list(wide)
    for _ in found:
        for one, two in (*pairwise(range(len(found))), *pairwise(reversed(range(len(found))))):
            (left, right), (other_left, other_right) = found[one], found[two]
            if abs(left - other_left) < least:
                left = other_left = min(left, other_left)
            if abs(right - other_right) < least:
                right = other_right = max(right, other_right)
            found[one], found[two] = (left, right), (other_left, other_right)
    return found


def _without_straights(corners: Sequence[Corner]) -> list[Corner]:
    """Leave out corners at which an outline does not turn."""
    once = [corner for corner, before in zip(corners, [None, *corners], strict=False) if corner != before]
    around = zip([once[-1], *once], once, [*once[1:], once[0]], strict=False)
    return [here for before, here, after in around if not (before[0] == here[0] == after[0])]


def _rounded_path(corners: Sequence[Corner], radius: float) -> str:
    """Draw a closed outline of level and upright edges with round corners, inner ones too."""
    parts: list[str] = []
    around = zip([corners[-1], *corners], corners, [*corners[1:], corners[0]], strict=False)
    for before, here, after in around:
        begun, ended = _towards(here, before, radius), _towards(here, after, radius)
        near, far = _towards(here, before, radius * (1 - _ARC)), _towards(here, after, radius * (1 - _ARC))
        parts.append(f"{'l' if parts else 'm'} {_pair(begun)} b {_pair(near)} {_pair(far)} {_pair(ended)}")
    return " ".join(parts)


def _towards(here: Corner, other: Corner, by: float) -> Corner:
    """Go from one corner towards another, at most half of the way."""
    across, down = other[0] - here[0], other[1] - here[1]
    length = abs(across) + abs(down)
    share = min(by / length, 0.5) if length else 0.0
    return here[0] + across * share, here[1] + down * share


def _pair(point: Corner) -> str:
    return f"{round(point[0])} {round(point[1])}"
