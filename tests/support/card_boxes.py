"""Where the letters of cards stand, read from the pixels of the landed card: what `test_card_boxes` compares.

Every kind is set by the plan's own code in the packaged layouts, and painted as the encoder gets it. To
renew the golden after a wanted change, look at the cards (`assetkit cards`), then

    PYTHONPATH=tests .venv/bin/python -m support.card_boxes
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.records import Campaign
from assetkit.cards.kinds import KINDS, OVERLAY_KINDS
from assetkit.cards.layout import Counter, Line
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, shape_of
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Layout
from assetkit.recipe.records import CardItem
from assetkit.render.drawing import Mask
from assetkit.render.inks import draw_part
from assetkit.render.painting import CardPainter
from assetkit.text.fonts import font_path
from support.campaigns import COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS
from support.figures import FIGURE_CAMPAIGN, FIGURE_CARDS
from support.lying import LYING_CARDS

RECORD = Path(__file__).parent.parent / "render" / "golden" / "card-boxes.json"
CARDS = {
    item.kind: item
    for item in (TITLE_CARD, COUNT_UP_CARD, END_CARD, *WORD_CARDS, *FIGURE_CARDS, *LYING_CARDS)
}
LANGUAGES = FIGURE_CAMPAIGN.languages
SHAPES = ("9:16", "4:5", "1:1", "16:9")
# Of letters: this much of a pixel's ink is seen. A row holds their feet where it has this share of the
# fullest row: below the baseline there are descenders only.
_SEEN, _FEET = 24, 0.45
_COLUMNS = "x, y, width, height, then the baseline of every line from the top"

Rows = dict[str, list[int]]
Pixels = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Written:
    """A line or a number on a card, and the mask that is laid for it on the landed card."""

    what: Line | Counter
    mask: Mask

    @property
    def text(self) -> str:
        """What it says, landed."""
        return self.what.text if isinstance(self.what, Line) else self.what.texts[-1]

    @property
    def has_letters(self) -> bool:
        """Whether it stands on a baseline; a quotation mark that hangs beside the words does not."""
        return any(character.isalnum() for character in self.text)

    @property
    def box(self) -> Box:
        """All pixels with ink that is seen."""
        return grown_from(self.mask.coverage >= _SEEN, self.mask.x, self.mask.y)

    @property
    def baseline(self) -> int:
        """The first row below the feet of its letters, read from the ink."""
        filled = (self.mask.coverage.astype(int)).sum(axis=1)
        half = filled[len(filled) // 2 :]
        rows = np.flatnonzero(half >= _FEET * half.max())
        return self.mask.y + len(filled) // 2 + int(rows[-1]) + 1

    @property
    def drawn_elsewhere(self) -> tuple[float, float, float]:
        """The top, the foot and the width of the same letters as FreeType draws them, from the baseline."""
        from PIL import ImageFont

        font = ImageFont.truetype(
            str(font_path(self.what.font)), self.what.em, layout_engine=ImageFont.Layout.BASIC
        )
        left, top, right, bottom = font.getbbox(self.text, anchor="ls")
        return top, bottom, right - left


@dataclass(frozen=True)
class Seen:
    """A landed card: where any pixel differs from what is behind it, and its lines as they are drawn."""

    spec: CardSpec
    ink: Pixels
    written: tuple[Written, ...]

    @property
    def box(self) -> Box:
        """All that the card shows."""
        return grown_from(self.ink, 0, 0)

    def as_row(self) -> list[int]:
        """Give what the golden keeps: the box, and the baselines from the top."""
        box = self.box
        feet = sorted((each.baseline, each.what.x) for each in self.written if each.has_letters)
        return [box.x, box.y, box.width, box.height, *(row for row, _ in feet)]


@lru_cache(maxsize=1)
def shapes() -> dict[str, Layout]:
    """Give the first packaged layout of every shape."""
    found: dict[str, Layout] = {}
    for platform in load_catalogue().platforms.values():
        found.setdefault(shape_of(platform.layout.size), platform.layout)
    return {name: found[name] for name in SHAPES}


def branded(brand: str) -> Campaign:
    """Give the tests' campaign in a brand that ships."""
    return replace(FIGURE_CAMPAIGN, brand=replace(BRANDS[brand], name=FIGURE_CAMPAIGN.brand.name))


def set_card(kind: str, layout: Layout, language: str, brand: str = "dark") -> CardSpec:
    """Set a card of a kind in a layout, as a plan does."""
    return set_item(CARDS[kind], branded(brand), layout, language)


def set_item(item: CardItem, campaign: Campaign, layout: Layout, language: str) -> CardSpec:
    """Set any card in a layout, as a plan does."""
    frames = card_frames(item, campaign, campaign.rate)
    spec = resolve_card(item, campaign, language, layout.size, layout.cards, frames, campaign.rate)
    return replace(spec, clear=item.kind in OVERLAY_KINDS)


def look_at(spec: CardSpec) -> Seen:
    """Paint the landed card, and draw each of its lines alone."""
    placed = KINDS[spec.kind].layout(spec)
    written = [
        Written(part.what, draw_part(part.what)[-1])
        for part in placed.placed
        if isinstance(part.what, Line | Counter)
    ]
    painter = CardPainter(spec, placed)
    picture = painter.frame(spec.hold_from)
    behind = painter.frame(0) if spec.moves else CardPainter(spec, replace(placed, placed=())).frame(0)
    return Seen(spec, (picture != behind).any(axis=2), tuple(written))


def grown_from(ink: Pixels, x: int, y: int) -> Box:
    """Give the box of all ink, of a picture whose top left pixel is at (x, y)."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    assert rows.size, "nothing was drawn"
    left, top = x + int(columns[0]), y + int(rows[0])
    return Box(left, top, x + int(columns[-1]) + 1 - left, y + int(rows[-1]) + 1 - top)


def name_of(kind: str, shape: str, language: str) -> str:
    """Name a card in the golden."""
    return f"{kind} {shape} {language}"


def every_card() -> Iterator[tuple[str, str, str]]:
    """Give kind, shape and language of all cards in the golden."""
    return ((kind, shape, language) for kind in CARDS for shape in SHAPES for language in LANGUAGES)


def read_record() -> Rows:
    """Give what was recorded."""
    rows: Rows = json.loads(RECORD.read_text(encoding="utf-8"))["rows"]
    return rows


def record_rows() -> None:
    """Measure all and write the golden."""
    rows = {
        name_of(kind, shape, language): look_at(set_card(kind, shapes()[shape], language)).as_row()
        for kind, shape, language in every_card()
    }
    text = json.dumps({"columns": _COLUMNS, "rows": rows}, indent=1)
    # A card on each line: a change can be read.
    text = re.sub(r"\[\s+(-?\d[^\]]*?)\s+\]", lambda row: f"[{' '.join(row[1].split())}]", text)
    RECORD.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    record_rows()
    sys.exit(0)
