"""Cards that lie over the picture: a plate of the brand's ground in a corner, so that words read on anything.

The plate opens from its left edge, the words come when it is open, and all of it fades out together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assetkit.cards.kinds.kind import Kind
from assetkit.cards.kinds.panels import counter_ink_width, ink_width
from assetkit.cards.kinds.style import share
from assetkit.cards.layout import Bar, Counter, Entrance, Layout, Mark, Placed
from assetkit.cards.motion import frames_of
from assetkit.cards.moving import set_motion
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, place, stack_height
from assetkit.geometry import Box

OPEN = 320
"""Milliseconds in which a plate opens."""
WORDS_AFTER = 240
"""Milliseconds after which its words come: by then a plate is open but for a fiftieth of its width."""
_AIR = "air"  # rows that what fits is counted with, and that are never drawn


@dataclass(frozen=True)
class PlateStyle:
    """Distances of a plate in thousandths of the short edge; `bar` is the accent's width, 0 for none.

    `widest` is how much of its zone's width a plate may take in percent, by "tall", "square" and "wide".
    """

    bar: int
    beside: int
    above: int
    widest: tuple[int, int, int]

    def text_width(self, spec: CardSpec, _em: int = 0) -> int:
        """Give how many pixels a line of the plate has."""
        return plate_width(spec, self) - self.before(spec) - share(spec.size, self.beside)

    def before(self, spec: CardSpec) -> int:
        """Give how far in from the plate's left edge its words begin, in pixels."""
        return (share(spec.size, self.bar) if self.bar else 0) + share(spec.size, self.beside)

    def air(self, spec: CardSpec) -> Row:
        """Give the air above or below the words as a row, so that what fits is counted with it."""
        return Row((), "", 0, 0, 0, "", Entrance(0, 0, 0), _AIR, bar=(1, share(spec.size, self.above)))


def plate_width(spec: CardSpec, style: PlateStyle) -> int:
    """Give the most that a plate may take of its zone's width, in pixels."""
    wide = spec.size.width * 10 >= spec.size.height * 13
    tall = spec.size.width * 10 <= spec.size.height * 7
    percent = style.widest[0 if tall else 2 if wide else 1]
    return spec.zone.width * percent // 100


@dataclass(frozen=True)
class PlateKind(Kind):
    """A kind of card on a plate, in the corner that `where` of its texts names.

    `opacity` is how much of all of it shows, in percent; `mark` is how high a mark may be, in thousandths of
    the short edge.
    """

    plate: PlateStyle = PlateStyle(10, 30, 26, (100, 100, 100))
    opacity: int = 100

    mark: int = 0

    def style(self, spec: CardSpec) -> PlateStyle:
        """Give the distances of its plate; a mark has the space that stays free, and no bar beside it."""
        if not spec.logos:
            return self.plate
        free = self.mark * max(logo.clear for logo in spec.logos) // 100
        beside, above = max(self.plate.beside, free), max(self.plate.above, free)
        return replace(self.plate, bar=0, beside=beside, above=above)

    def layout(self, spec: CardSpec) -> Layout:
        """Place the plate in its corner of the zone, and the words on it, in whole pixels."""
        rows = tuple(row for row in self.rows(spec) if row.block != _AIR)
        if not rows:
            return Layout((), spec.hold_until, spec.leaving)
        style = self.style(spec)
        box, above = _plate_box(spec, style, rows), share(spec.size, style.above)
        left = box.x + style.before(spec)
        # As tails hang into the air below, marks reach into that above: capitals stand midway.
        top = box.y + above - rows[0].above
        inside = Box(left, top, box.right - left, box.bottom - top)
        parts = (*_plate(spec, style, box), *place(rows, inside, (0, 1)))
        return set_motion(Layout(parts, spec.hold_until, spec.leaving, self.opacity), spec)


def _plate_box(spec: CardSpec, style: PlateStyle, rows: Sequence[Row]) -> Box:
    """Give the plate around its words, in its corner of the zone."""
    zone, where = spec.zone, spec.text("where")
    width = style.before(spec) + max(map(_row_width, rows)) + share(spec.size, style.beside)
    height = _height(rows) + 2 * share(spec.size, style.above)
    x = zone.right - width if where.endswith("right") else zone.x
    y = zone.bottom - height if where.startswith("bottom") else zone.y
    return Box(x, y, width, height)


def _plate(spec: CardSpec, style: PlateStyle, box: Box) -> tuple[Placed, ...]:
    opens = Entrance(0, frames_of(OPEN, spec.beat) if spec.moves else 0, 0, grows=True)
    ground = Placed(Bar(box, spec.background), opens)
    if not style.bar:
        return (ground,)
    accent = Bar(replace(box, width=share(spec.size, style.bar)), spec.accent)
    return ground, Placed(accent, replace(opens, grows=False, climbs=spec.moves))


def _height(rows: Sequence[Row]) -> int:
    """Give the height from the first capitals to the last baseline: tails hang into the air below."""
    return stack_height(rows) - rows[-1].below


def _part_width(what: object) -> int:
    """Give the width of a drawing; of a number, of what it comes to: the plate is the same throughout."""
    if isinstance(what, Counter):
        return counter_ink_width(what.texts[-1:], what.font, what.em)
    return what.box.right if isinstance(what, Bar | Mark) else 0


def _row_width(row: Row) -> int:
    if row.parts:
        return max(_part_width(part.what) for part in row.parts)
    return max(ink_width(line, row.font, row.em) for line in row.lines)
