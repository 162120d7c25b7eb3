"""How much room the parts of a laid-out card take, in whole pixels, once all of them stand."""

from __future__ import annotations

import math
from collections.abc import Iterable

from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Arc, Bar, Counter, Line, Mark, Placed, Polygon
from assetkit.cards.setting import cap_height, counter_width, descent
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.text.shaping import measure


def part_boxes(spec: CardSpec) -> tuple[Box, ...]:
    """Give the boxes of all parts of a card; none of a kind of one's own, which does not say."""
    if spec.kind not in KINDS:
        return ()
    return tuple(_box(part) for part in KINDS[spec.kind].layout(spec).placed)


def around(boxes: Iterable[Box]) -> Box | None:
    """Give the smallest box that holds all of these; None for none."""
    found = tuple(boxes)
    if not found:
        return None
    left, top = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(left, top, right - left, bottom - top)


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes have a pixel in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _box(part: Placed) -> Box:
    what = part.what
    if isinstance(what, Bar | Mark):
        return what.box
    if isinstance(what, Arc):
        across = 2 * what.outer
        return Box(what.centre[0] - what.outer, what.centre[1] - what.outer, across, across)
    if isinstance(what, Polygon):
        columns, rows = zip(*what.corners, strict=True)
        left, top = math.floor(min(columns)), math.floor(min(rows))
        return Box(left, top, math.ceil(max(columns)) - left, math.ceil(max(rows)) - top)
    return _text_box(what)


def _text_box(what: Line | Counter) -> Box:
    """Give the box of a line from its capitals to its lowest tails."""
    if isinstance(what, Counter):
        width = max((counter_width(text, what.font, what.em) for text in what.texts), default=0)
    else:
        width = math.ceil(measure(what.text, what.font, what.em))
    above = cap_height(what.font, what.em)
    return Box(what.x, what.baseline - above, width, above + descent(what.font, what.em))
