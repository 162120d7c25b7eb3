"""What a post says that it shows: footage, cards and texts in their places, and where it is silent."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from assetkit.campaign.captions import CaptionStyle
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.quality.drawn import DrawnText, read_drawn
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import Emphasis
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.timecode import FrameRange


@dataclass(frozen=True)
class Stretch:
    """Frames on which one thing is shown: "footage", "card" or "dissolve"; `of` is its file or kind of card.

    `first` is the frame of it that is shown first, `ground` the one colour of a card that has one.
    """

    range: FrameRange
    kind: str
    of: str = ""
    first: int = 0
    ground: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give the value in `post.json`."""
        where = {"from": self.range.start, "to": self.range.stop}
        written = {**where, "kind": self.kind, "of": self.of, "first": self.first}
        return written | ({"ground": self.ground} if self.ground else {})


@dataclass(frozen=True)
class Shown:
    """All that is known of a picture and its sound: frames count from the first one.

    `texts` are burnt in, `drawn` are the lines of cards. `silent` are the frames on which the recipe asks for
    no sound; None where that is not known.
    """

    stretches: tuple[Stretch, ...] = ()
    texts: tuple[AssEvent, ...] = ()
    drawn: tuple[DrawnText, ...] = ()
    silent: tuple[FrameRange, ...] | None = None

    def ranges(self, *kinds: str) -> tuple[FrameRange, ...]:
        """Give the frames on which something of these kinds is shown."""
        return tuple(stretch.range for stretch in self.stretches if stretch.kind in kinds)


def write_shown(shown: Shown) -> dict[str, Any]:
    """Give what stands in `post.json` under `shown`, `texts` and `silent`."""
    burnt, drawn = map(_write_text, shown.texts), (text.as_json() for text in shown.drawn)
    silent = shown.silent
    return {
        "shown": [stretch.as_json() for stretch in shown.stretches],
        "texts": [*burnt, *drawn],
        "silent": None if silent is None else [{"from": area.start, "to": area.stop} for area in silent],
    }


def read_shown(post: dict[str, Any]) -> Shown:
    """Read what a `post.json` says of its picture; an older one says nothing.

    Raises AssetkitError where it is not written as `write_shown` writes it.
    """
    size = Size(int(post.get("width", 0)), int(post.get("height", 0)))
    try:
        texts = post.get("texts", ())
        silent = post.get("silent")
        return Shown(
            tuple(_read_stretch(item) for item in post.get("shown", ())),
            tuple(_read_text(item, size) for item in texts if "kind" not in item),
            tuple(read_drawn(item) for item in texts if "kind" in item),
            None if silent is None else tuple(map(_range, silent)),
        )
    except (KeyError, TypeError, ValueError) as error:
        remedy = "Give the post.json that was delivered with the file."
        raise AssetkitError(
            f"what post.json says of its picture cannot be read: {error!r}.", remedy=remedy
        ) from error


def _read_stretch(item: dict[str, Any]) -> Stretch:
    of, first = str(item.get("of", "")), int(item.get("first", 0))
    return Stretch(_range(item), str(item["kind"]), of, first, str(item.get("ground", "")))


def _write_text(event: AssEvent) -> dict[str, Any]:
    layout = event.layout
    written: dict[str, Any] = {"from": event.range.start, "to": event.range.stop}
    written |= {"colour": event.colour, "font": layout.font, "em": layout.em, "style": asdict(layout.style)}
    written |= {"box": _numbers(layout.box), "lines": [asdict(line) for line in layout.lines]}
    if event.whole:
        written["whole"] = [event.whole.start, event.whole.stop]
    if event.words:
        written["words"] = [list(word) for word in event.words]
    if layout.emphasis:
        written["emphasis"] = [asdict(part) for part in layout.emphasis]
    return written | ({"from_right": True} if layout.from_right else {})


def _read_text(item: dict[str, Any], size: Size) -> AssEvent:
    layout = CaptionLayout(
        lines=tuple(PlacedLine(**line) for line in item["lines"]),
        font=item["font"],
        em=int(item["em"]),
        style=CaptionStyle(**item["style"]),
        size=size,
        box=Box(*map(int, item["box"])),
        emphasis=tuple(Emphasis(**part) for part in item.get("emphasis", ())),
        from_right=bool(item.get("from_right", False)),
    )
    whole = FrameRange(*item["whole"]) if "whole" in item else None
    words = tuple((int(frame), int(letter)) for frame, letter in item.get("words", ()))
    return AssEvent(_range(item), layout, item["colour"], whole, words)


def _range(item: dict[str, Any]) -> FrameRange:
    return FrameRange(int(item["from"]), int(item["to"]))


def _numbers(box: Box) -> list[int]:
    return [box.x, box.y, box.width, box.height]
