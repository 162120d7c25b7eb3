"""Look for the texts of a span in its decoded frames."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from assetkit.errors import ObjectError
from assetkit.geometry import Box
from assetkit.subtitles.ass import AssEvent, Look
from assetkit.subtitles.proof import look_at_text


class TextProof:
    """The texts of a span, each looked for on the frame of it that shows it best.

    A mark too many counts only if it is also there on the last such frame: a picture that moves may look like
    a mark once, what is drawn stays.
    """

    def __init__(self, events: Sequence[AssEvent], rate: Fraction) -> None:
        self._events = events
        self._due: dict[int, list[tuple[AssEvent, Look, Look | None]]] = {}
        for event in events:
            first, *more = event.looks(rate)
            self._due.setdefault(first.frame, []).append((event, first, more[0] if more else None))

    def wants(self, number: int) -> bool:
        """Say whether a text is looked for on this frame; frames are asked for in their order."""
        return number in self._due

    def look(self, number: int, luma: Any) -> None:
        """Look at a frame's luma, rows by columns; raises ObjectError where a text is not as it should be."""
        for event, look, again in self._due.pop(number):
            sight = look_at_text(luma, event.layout, event.colour, look.word, look.pose)
            text = event.layout.lines[0].text if event.layout.lines else ""
            if not sight.is_drawn:
                raise ObjectError(f"The text {text!r} was not drawn.")
            if sight.surplus and again:
                self._due.setdefault(again.frame, []).append((event, again, None))
            elif sight.surplus and not self._is_covered(event):
                raise ObjectError(f"The text {text!r} was drawn with more than it has: {sight.surplus}.")

    def _is_covered(self, event: AssEvent) -> bool:
        """Say whether another text stands in the place of this one: what is too many may be its own."""
        return any(
            other is not event
            and other.range.overlap(event.range)
            and _touch(event.layout.box, other.layout.box)
            for other in self._events
        )


def _touch(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
