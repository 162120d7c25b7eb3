"""Stacking a card's rows: distances are measured from baseline to the next capitals, as the eye does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assetkit.cards.layout import Arc, Bar, Counter, Entrance, Line, Mark, Placed, Polygon, Turn
from assetkit.cards.setting import ascent, cap_height, descent
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box

_QUOTES = "«“„"  # what may hang beside a first line


@dataclass(frozen=True)
class Row:
    """A field's lines, a counter, a bar (`bar` is its width and height), or `parts` that are placed already.

    `gap` is the space above its capitals in pixels, `leading` the distance of its baselines. Rows of the
    block "head" stand at the top of the zone, those of "foot" at its bottom, those of "main" between them.
    Lines stand `indent` pixels in from the column; `mark` hangs there, left of the first one, in
    `mark_colour`. `parts` are placed as if the column and the top of the row were 0; `tall` is their height.
    `column` says where in the zone a row begins, in percent of its width: the rows of one column are a
    stack, beside those of another.
    """

    lines: tuple[str, ...]
    font: str
    em: int
    leading: int
    gap: int
    colour: str
    enters: Entrance
    block: str = "main"
    bar: tuple[int, int] | None = None
    numbers: tuple[str, ...] = ()
    stagger: int = 0  # frames between the entrances of its first and its last line
    indent: int = 0
    mark: str = ""
    mark_colour: str = ""
    turns: Turn | None = None
    parts: tuple[Placed, ...] = ()
    tall: int = 0
    column: int = 0

    @property
    def height(self) -> int:
        """From the top of the first capitals to the last baseline, in pixels."""
        if self.bar:
            return self.bar[1]
        if self.parts:
            return self.tall
        return cap_height(self.font, self.em) + (len(self.lines) - 1) * self.leading

    @property
    def above(self) -> int:
        """How far ink may reach above the capitals of its first line: the breve of Й, a mark that hangs.

        It is the same whatever the words are, so that every language has them on the same rows.
        """
        if not self.lines or self.numbers:
            return 0
        highest = ascent(self.font, self.em, _QUOTES if self.mark else "")
        return max(0, highest - cap_height(self.font, self.em))

    @property
    def below(self) -> int:
        """How far its ink may reach below its last baseline; figures stand on it."""
        if self.bar or self.parts:
            return 0
        return descent(self.font, self.em) if not self.numbers else self.em // 50


def field_lines(spec: CardSpec, field: str) -> tuple[str, ...]:
    """Give a field as its lines; none where it is empty."""
    text = spec.text(field)
    return tuple(text.split("\n")) if text else ()


def stack_height(rows: Sequence[Row]) -> int:
    """Give the height of a block from its first capitals to its lowest ink; the first gap is not counted."""
    if not rows:
        return 0
    return sum(row.gap + row.height for row in rows) - rows[0].gap + rows[-1].below


def needed_height(rows: Sequence[Row]) -> int:
    """Give the least height that holds all blocks and the gaps between them."""
    main, foot = split(rows)
    between = foot[0].gap if main and foot else 0
    height = max((stack[0].above + stack_height(stack) for stack in columns(main).values()), default=0)
    return _head_height(rows, main) + height + between + stack_height(foot)


def _head_height(rows: Sequence[Row], main: Sequence[Row]) -> int:
    """Give the height of the head with the gap below it, which is the first one of the main block."""
    head = tuple(row for row in rows if row.block == "head")
    gap = max((stack[0].gap for stack in columns(main).values()), default=0)
    return stack_height(head) + gap if head else 0


def split(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Give the rows of the main block and those of the foot."""
    foot = tuple(row for row in rows if row.block == "foot")
    return tuple(row for row in rows if row.block == "main"), foot


def columns(rows: Sequence[Row]) -> dict[int, tuple[Row, ...]]:
    """Give the stacks of rows that stand beside each other, by where they begin."""
    starts = dict.fromkeys(row.column for row in rows)
    return {start: tuple(row for row in rows if row.column == start) for start in starts}


def place(rows: Sequence[Row], zone: Box, share: tuple[int, int]) -> tuple[Placed, ...]:
    """Place all blocks, left-set in the zone: head and foot at its ends, the main block in what is left.

    `share` is how the space that stays free is divided above and below the main block: (0, 1) is the top.
    """
    main, foot = split(rows)
    foot_top = zone.bottom - stack_height(foot)
    highest = zone.y + _head_height(rows, main)
    free = foot_top - (foot[0].gap if foot else 0) - highest
    placed = _place_stack([row for row in rows if row.block == "head"], zone.x, zone.y)
    for start, stack in columns(main).items():
        spare = max(0, free - stack_height(stack)) * share[0] // sum(share)
        top = highest + max(stack[0].above, spare)
        placed += _place_stack(stack, zone.x + zone.width * start // 100, top)
    placed += _place_stack(foot, zone.x, foot_top)
    return tuple(_hold_inside(part, zone) for part in placed)


def _hold_inside(part: Placed, zone: Box) -> Placed:
    """Shorten a rise that would begin below the zone."""
    if not isinstance(part.what, Line | Counter):
        return part
    room = zone.bottom - part.what.baseline - descent(part.what.font, part.what.em)
    rise = max(0, min(part.enters.rise, room))
    return replace(part, enters=replace(part.enters, rise=rise))


def _place_stack(rows: Sequence[Row], left: int, top: int) -> list[Placed]:
    placed: list[Placed] = []
    for index, row in enumerate(rows):
        top += row.gap if index else 0
        placed += _place_row(row, left, top)
        top += row.height
    return placed


def _place_row(row: Row, left: int, top: int) -> list[Placed]:
    if row.parts:
        return [_moved(part, left, top) for part in row.parts]
    if row.bar:
        return [Placed(Bar(Box(left + row.indent, top, *row.bar), row.colour), row.enters)]
    first = top + cap_height(row.font, row.em)
    if row.numbers:
        counter = Counter(row.numbers, row.font, row.em, left, first, row.colour)
        return [Placed(counter, row.enters)]
    hung = [Line(row.mark, row.font, row.em, left, first, row.mark_colour)] if row.mark else []
    column = left + row.indent
    return [
        *(Placed(line, row.enters, row.turns) for line in hung),
        *(
            Placed(
                Line(text, row.font, row.em, column, first + index * row.leading, row.colour),
                _staggered(row, index),
                row.turns,
            )
            for index, text in enumerate(row.lines)
        ),
    ]


def _moved(part: Placed, left: int, top: int) -> Placed:
    what = part.what
    if isinstance(what, Polygon | Arc):
        return replace(part, what=what.moved(left, top))
    if isinstance(what, Bar | Mark):
        box = replace(what.box, x=what.box.x + left, y=what.box.y + top)
        return replace(part, what=replace(what, box=box))
    return replace(part, what=replace(what, x=what.x + left, baseline=what.baseline + top))


def _staggered(row: Row, index: int) -> Entrance:
    later = row.stagger * index // max(1, len(row.lines) - 1)
    return Entrance(row.enters.start + later, row.enters.frames, row.enters.rise)
