"""Words that cards draw, as a post tells of them: where each line stands, and on which frames it does so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assetkit.geometry import Box
from assetkit.timecode import FrameRange

KINDS = ("card", "overlay")


@dataclass(frozen=True)
class DrawnText:
    """A line on a card, which fills the frame ("card") or lies over the picture ("overlay").

    `of` is the kind of card. `range` holds the frames on which all of it stands. Its ink begins at column `x`
    and fills `box`, on row `baseline`. `opacity` is in percent. A number on fixed cells has in `cells` the
    column of each character's origin; else they are empty.
    """

    range: FrameRange
    kind: str
    of: str
    text: str
    font: str
    em: int
    colour: str
    x: int
    baseline: int
    box: Box
    opacity: int = 100
    cells: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the value in `post.json`."""
        where = {"from": self.range.start, "to": self.range.stop, "kind": self.kind, "of": self.of}
        look = {"text": self.text, "font": self.font, "em": self.em, "colour": self.colour}
        box = [self.box.x, self.box.y, self.box.width, self.box.height]
        written = {**where, **look, "x": self.x, "baseline": self.baseline, "box": box}
        written |= {"opacity": self.opacity} if self.opacity != 100 else {}
        return written | ({"cells": list(self.cells)} if self.cells else {})


def read_drawn(item: dict[str, Any]) -> DrawnText:
    """Read a value of `DrawnText.as_json`; raises KeyError, TypeError or ValueError where it is none."""
    return DrawnText(
        FrameRange(int(item["from"]), int(item["to"])),
        str(item["kind"]),
        str(item["of"]),
        str(item["text"]),
        str(item["font"]),
        int(item["em"]),
        str(item["colour"]),
        int(item["x"]),
        int(item["baseline"]),
        Box(*map(int, item["box"])),
        int(item.get("opacity", 100)),
        tuple(map(int, item.get("cells", ()))),
    )
