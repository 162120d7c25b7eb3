"""How much of a brand's background lies over a picture file, so that words stand out on what is behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assetkit.campaign.pictures import PictureFacts, Rgb
from assetkit.campaign.records import Campaign
from assetkit.cards.contrast import contrast, least_contrast
from assetkit.cards.kinds import KINDS
from assetkit.cards.kinds.panels import counter_ink_width, ink_width
from assetkit.cards.kinds.style import mix
from assetkit.cards.layout import Counter, Line
from assetkit.cards.pictures import GroundPicture
from assetkit.cards.setting import cap_height, descent
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem, ImageGround

MOST_SCRIM = 95
"""Percent: with more, there is nothing left to see of the picture."""
_SPOTS = 8  # of the brightest and of the darkest behind a text that are looked at


@dataclass(frozen=True)
class Behind:
    """Words over a picture: their colour, the contrast that they need, and the spots behind them."""

    colour: str
    required: float
    em: int
    background: str
    spots: frozenset[Rgb]

    def contrast(self, scrim: int) -> float:
        """Give the lowest contrast of the words on what is behind them, under so many percent of scrim."""
        seen = {mix(self.background, "#{:02X}{:02X}{:02X}".format(*spot), scrim) for spot in self.spots}
        return min(contrast(self.colour, each) for each in seen)

    def is_clear(self, scrim: int) -> bool:
        """Whether the words are clear everywhere under a scrim."""
        return self.contrast(scrim) >= self.required


def settle_scrim(item: CardItem, campaign: Campaign, specs: dict[str, CardSpec]) -> dict[str, CardSpec]:
    """Give a card in all its languages with the scrim that its words need; one that is written stays."""
    ground = item.ground
    facts = campaign.pictures.get(ground.path) if isinstance(ground, ImageGround) else None
    if not isinstance(ground, ImageGround) or ground.scrim is not None or facts is None:
        return specs
    brand = campaign.brand.scrim
    scrim = enough_scrim(words_over(specs.values(), facts), brand) or brand
    return {
        language: replace(spec, image=replace(spec.image, scrim=scrim)) if spec.image else spec
        for language, spec in specs.items()
    }


def enough_scrim(words: Iterable[Behind], least: int) -> int | None:
    """Give the smallest scrim from `least` on under which all words are clear; None where there is none."""
    words = tuple(words)
    found = (scrim for scrim in range(least, MOST_SCRIM + 1) if all(each.is_clear(scrim) for each in words))
    return next(found, None)


def words_over(specs: Iterable[CardSpec], facts: PictureFacts) -> tuple[Behind, ...]:
    """Give all words of these cards with what is behind them in the picture, each once."""
    return tuple(dict.fromkeys(words for spec in specs for words in _words(spec, facts)))


def _words(spec: CardSpec, facts: PictureFacts) -> Iterator[Behind]:
    if spec.image is None:
        return
    for part in KINDS[spec.kind].layout(spec).placed:
        what = part.what
        if not isinstance(what, Line | Counter):
            continue
        behind = facts.shades.within(_on_picture(_box_of(what), spec.image, spec.size), facts.size)
        ranked = sorted(behind, key=lambda spot: 2126 * spot[0] + 7152 * spot[1] + 722 * spot[2])
        spots = frozenset((*ranked[:_SPOTS], *ranked[-_SPOTS:]))
        least = least_contrast(what.em, "Bold" in what.font, spec.size)
        for colour in (what.colour, *([part.turns.colour] if part.turns else [])) if spots else ():
            yield Behind(colour, least, what.em, spec.background, spots)


def _box_of(what: Line | Counter) -> Box:
    if isinstance(what, Line):
        width = ink_width(what.text, what.font, what.em)
    else:
        width = counter_ink_width(what.texts, what.font, what.em)
    above, below = cap_height(what.font, what.em) * 5 // 4, descent(what.font, what.em)  # accents are higher
    return Box(what.x, what.baseline - above, max(1, width), above + below)


def _on_picture(box: Box, image: GroundPicture, size: Size) -> Box:
    """Give which pixels of the picture lie behind a box of the card."""
    crop = image.crop
    left, right = (crop.x + edge * crop.width // size.width for edge in (box.x, box.right))
    top, bottom = (crop.y + edge * crop.height // size.height for edge in (box.y, box.bottom))
    return Box(left, top, max(1, right - left), max(1, bottom - top))
