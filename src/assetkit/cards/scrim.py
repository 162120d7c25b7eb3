"""How much of a brand's background lies over running footage, so that words stand out whatever it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assetkit.campaign.records import Brand
from assetkit.cards.contrast import LARGE, contrast
from assetkit.cards.kinds import KINDS
from assetkit.cards.kinds.style import mix
from assetkit.cards.layout import Arc, Bar, Polygon
from assetkit.cards.legibility import ShownWords, shown_words
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.recipe.records import CardItem, FootageGround

_MOST = 95  # percent: with more, there is nothing left to see of the footage


def footage_scrim(ground: FootageGround, specs: Iterable[CardSpec], brand: Brand) -> int:
    """Give how many percent of the background lie over the footage behind a card in all its languages.

    What a recipe says is taken as it is; else the brand's scrim, or more where words need more on the
    lightest and the darkest picture that there can be.
    """
    if ground.scrim is not None:
        return ground.scrim
    needed = (_least(words, brand.background) for words in _words(specs))
    return max(brand.scrim, min(_MOST, max(needed, default=0)))


def check_scrim(found: Findings, item: CardItem, specs: Iterable[CardSpec], brand: Brand) -> None:
    """Report words that may fall below level AA of WCAG 2.2 (1.4.3) over the footage behind a card."""
    if not isinstance(item.ground, FootageGround):
        return
    specs, ground = tuple(specs), brand.background
    scrim = footage_scrim(item.ground, specs, brand)
    worst = max(_words(specs), key=lambda words: _least(words, ground), default=None)
    least = _least(worst, ground) if worst else 0
    if worst is None or least <= scrim:
        return
    what = f"type of {worst.em} px" if worst.em else "what is drawn"
    clearer = "choose clearer colours for the brand, or a ground of one colour"
    found.error(
        "AK644",
        f"words of the {item.kind} card may be too faint over the footage behind it",
        item.place,
        measured=f"a contrast of {_lowest(worst, ground, scrim):.2f}:1 at worst, with a scrim of {scrim} %",
        required=f"{worst.required:g}:1 for {what} in {worst.colour}",
        remedy=f"write `scrim: {least}`, or leave it out" if least <= _MOST else clearer,
    )


def _words(specs: Iterable[CardSpec]) -> tuple[ShownWords, ...]:
    clear = (replace(spec, clear=True) for spec in specs if spec.kind in KINDS)
    return tuple(dict.fromkeys(each for spec in clear for each in (*shown_words(spec), *_drawings(spec))))


def _drawings(spec: CardSpec) -> Iterator[ShownWords]:
    """Give what is drawn in the accent: it must be told from the ground too (WCAG 2.2, 1.4.11).

    A single bar is the one that stands at the head of every card, and says nothing.
    """
    parts = [part.what for part in KINDS[spec.kind].layout(spec).placed]
    drawn = [what for what in parts if isinstance(what, Arc | Bar | Polygon)]
    if len(drawn) > 1 or any(isinstance(what, Arc) for what in drawn):
        yield ShownWords(spec.accent, LARGE, spec.kind, 0)


def _least(words: ShownWords, ground: str) -> int:
    """Give the least scrim with which these words are clear everywhere; 100 where none is enough."""
    return next((each for each in range(100) if _lowest(words, ground, each) >= words.required), 100)


def _lowest(words: ShownWords, ground: str, scrim: int) -> float:
    """Give the contrast on the worst of all colours that may show through the scrim."""
    lightest, darkest = (mix(ground, end, scrim) for end in ("#FFFFFF", "#000000"))
    if _light(darkest) <= _light(words.colour) <= _light(lightest):
        return 1.0
    return min(contrast(words.colour, lightest), contrast(words.colour, darkest))


def _light(colour: str) -> float:
    return contrast(colour, "#000000")
