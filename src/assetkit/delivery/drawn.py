"""The lines of a card as they stand in the picture, and the frames of the card on which they do."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Counter, Layout, Line, Placed
from assetkit.cards.setting import counter_cells
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.quality.drawn import DrawnText
from assetkit.text.shaping import load_font, shape
from assetkit.timecode import FrameRange

_EVER = 1 << 40  # frames: what does not leave stands as long as its card is held


@dataclass(frozen=True)
class StandingLine:
    """A line that stands whole from frame `since` of its card until frame `until`.

    What `drawn` has as its range and kind means nothing: these are known of a file only.
    """

    since: int
    until: int
    drawn: DrawnText

    def shown(self, start: int, at: FrameRange, kind: str) -> DrawnText | None:
        """Give it on frames `at` of the file, the first of which shows frame `start` of the card."""
        by = at.start - start
        overlap = (
            FrameRange(self.since + by, self.until + by).overlap(at) if self.until > self.since else None
        )
        if overlap is None:
            return None
        return replace(self.drawn, range=overlap, kind=kind)


@functools.lru_cache(maxsize=512)
def standing_lines(spec: CardSpec) -> tuple[StandingLine, ...]:
    """Give all lines and the final texts of counters; none of a kind of one's own, which does not say."""
    if spec.kind not in KINDS:
        return ()
    layout = KINDS[spec.kind].layout(spec)
    return tuple(line for placed in layout.placed for line in _lines_of(placed, layout, spec))


def _lines_of(placed: Placed, layout: Layout, spec: CardSpec) -> Iterator[StandingLine]:
    what = placed.what
    if not isinstance(what, Line | Counter):
        return
    until = layout.leaves_at if layout.leaving else _EVER
    since, colour = _since(placed), what.colour
    if placed.turns and placed.turns.start + placed.turns.frames - 1 < until:
        since = max(since, placed.turns.start + placed.turns.frames - 1)
        colour = placed.turns.colour
    opacity = layout.opacity if spec.clear else 100
    text, cells, box = _set_counter(what) if isinstance(what, Counter) else _set_line(what)
    if not text.strip() or not box.width:
        return
    drawn = DrawnText(
        FrameRange(0, 1),
        "",
        spec.kind,
        text,
        what.font,
        what.em,
        colour,
        what.x,
        what.baseline,
        box,
        opacity,
        cells,
    )
    yield StandingLine(since, until, drawn)


def _since(placed: Placed) -> int:
    """Give the frame from which it stands whole; a counter stands once it shows its final text."""
    landed = max(0, placed.enters.start + placed.enters.frames - 1)
    return max(landed, len(placed.what.texts) - 1) if isinstance(placed.what, Counter) else landed


def _set_line(line: Line) -> tuple[str, tuple[int, ...], Box]:
    ink = shape(line.text, line.font, line.em).ink
    top, bottom = math.floor(line.baseline + ink.top), math.ceil(line.baseline + ink.bottom)
    return line.text, (), Box(line.x, top, math.ceil(ink.right - ink.left), bottom - top)


def _set_counter(counter: Counter) -> tuple[str, tuple[int, ...], Box]:
    """Give the final text on its cells: the leftmost ink that any of its texts ever has stands at `x`."""
    inks = [_cell_edges(text, counter) for text in dict.fromkeys(counter.texts)]
    left = min(edge for edges in inks for edge, _ in edges)
    text = counter.texts[-1]
    cells = tuple(counter.x - left + cell.x for cell in counter_cells(text, counter.font, counter.em))
    edges = _cell_edges(text, counter)
    start, stop = min(edge for edge, _ in edges), max(edge for _, edge in edges)
    ink = shape(text, counter.font, counter.em).ink
    top, bottom = math.floor(counter.baseline + ink.top), math.ceil(counter.baseline + ink.bottom)
    return text, cells, Box(counter.x - left + start, top, stop - start, bottom - top)


def _cell_edges(text: str, counter: Counter) -> list[tuple[int, int]]:
    """Give the left and right edge of the ink of each figure, counted from the number's right edge."""
    font = load_font(counter.font)
    scale = counter.em / font.face.upem
    found = []
    for cell in counter_cells(text, counter.font, counter.em):
        extents = font.get_glyph_extents(cell.glyph)
        if extents is not None and extents.width:
            left = cell.x + extents.x_bearing * scale
            found.append((math.floor(left), math.ceil(left + extents.width * scale)))
    return found or [(0, 0)]
