"""Words of cards in a picture that was coded smaller: the finished file against what was drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.cards.extents import part_boxes
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Severity
from assetkit.geometry import Box
from assetkit.plan.sources import CardSource
from assetkit.plan.tasks import FileTask
from assetkit.quality.records import Check
from assetkit.quality.watching import Seen, watch
from assetkit.render.cards import card_clip, frame_at

LEAST_LIKENESS = 0.9
"""How alike the lumas of a part must be, as a correlation; by judgement.

Small letters of 17 px at 720x1280 had 0.99 at x264 crf 30, 0.95 at 36, 0.90 at 40, where they begin to run
together, and 0.75 at 44.
"""

_FLAT = 4.0  # levels; a part that differs less within itself has no strokes to lose
_MESSAGE = "small text on cards is clear in the smaller picture"
Luma = npt.NDArray[np.float32]


@dataclass(frozen=True)
class _Card:
    """A card in the file, on a frame of the file on which it stands still."""

    spec: CardSpec
    frame: int
    number: int


class CardWatcher:
    """Compares each part of each card with what was drawn; own kinds do not say where their parts are.

    A card with footage behind it is left out: what is seen between its letters is not known.
    """

    def __init__(self, file: FileTask) -> None:
        self.found: list[Check] = []
        self.rate = file.spans[0].rate
        self._due: dict[int, _Card] = {card.frame: card for card in _standing_cards(file)}

    @property
    def is_needed(self) -> bool:
        """Whether there is a card to look at."""
        return bool(self._due)

    def see(self, seen: Seen) -> None:
        """Look at the card that is due on this frame."""
        card = self._due.pop(seen.number, None)
        if card is None:
            return
        drawn, coded = _drawn_luma(card), np.asarray(seen.luma, np.float32)
        for box in part_boxes(card.spec):
            likeness = _likeness(drawn, coded, box)
            if likeness < LEAST_LIKENESS:
                self._tell(card, box, likeness)

    def _tell(self, card: _Card, box: Box, likeness: float) -> None:
        at = round(float(card.frame / self.rate), 3)
        told = f"{likeness:.2f} alike, on the card {card.spec.kind}"
        required = f"at least {LEAST_LIKENESS:g}"
        self.found.append(Check("AK862", False, Severity.ERROR, _MESSAGE, told, required, at, at, box))

    def tell(self) -> list[Check]:
        """Say what is not clear."""
        return self.found or [Check("AK862", True, Severity.ERROR, _MESSAGE, "all of it", "all of it")]


def check_small_text(file: FileTask, path: Path) -> list[Check]:
    """Decode a finished file up to its end and look at the cards in it; none where it has none."""
    watcher = CardWatcher(file)
    if not watcher.is_needed:
        return []
    watch(path, [watcher])
    return watcher.tell()


def _standing_cards(file: FileTask) -> Iterator[_Card]:
    """Give each card of its own ground once, where it stands still."""
    at, known = 0, set()
    for span in file.spans:
        source = span.sources[0]
        if len(span.sources) == 1 and isinstance(source, CardSource) and source.ground is None:
            spec = source.spec
            for frame in range(span.frames):
                number = source.start + frame
                if spec.hold_from <= number < spec.hold_until and spec not in known and not span.overlays:
                    known.add(spec)
                    yield _Card(spec, at + frame, number)
        at += span.frames


def _drawn_luma(card: _Card) -> Luma:
    red, green, blue = np.moveaxis(
        frame_at(card_clip(card.spec), card.number, card.spec.rate).astype(np.float32), 2, 0
    )
    luma: Luma = 16 + (0.2126 * red + 0.7152 * green + 0.0722 * blue) * np.float32(219 / 255)
    return luma


def _likeness(drawn: Luma, coded: Luma, box: Box) -> float:
    """Give the correlation of two pictures in a box, 1 where there is nothing to be lost."""
    rows, columns = slice(max(0, box.y), box.bottom), slice(max(0, box.x), box.right)
    one, two = drawn[rows, columns].ravel(), coded[rows, columns].ravel()
    if not one.size or float(one.std()) < _FLAT:
        return 1.0
    if float(two.std()) == 0:
        return 0.0
    return float(np.corrcoef(one, two)[0, 1])
