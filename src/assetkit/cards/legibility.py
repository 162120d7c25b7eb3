"""Words on cards that stand out too little from their ground, told once for each colour of the brand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assetkit.campaign.records import Brand
from assetkit.cards.contrast import SMALL, contrast, least_contrast
from assetkit.cards.kinds import KINDS
from assetkit.cards.kinds.style import mix, stand_back
from assetkit.cards.layout import Counter, Line
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Diagnostic, Findings


@dataclass(frozen=True)
class ShownWords:
    """Words as they stand on a card: their colour, the contrast that they need, where, and their em."""

    colour: str
    required: float
    kind: str
    em: int


def check_contrast(specs: Iterable[CardSpec], brand: Brand) -> list[Diagnostic]:
    """Warn of each colour in which words of these cards fall below level AA of WCAG 2.2 (1.4.3).

    The remedy is the nearest tint or shade that is clear enough everywhere on them.
    """
    ground, grey = brand.background, stand_back(brand.text, brand.background)
    if min(contrast(colour, ground) for colour in (brand.text, brand.accent, grey)) >= SMALL:
        return []
    shown = [each for spec in dict.fromkeys(specs) for each in shown_words(spec)]
    found = Findings()
    for key, colours in (("text", (brand.text, grey)), ("accent", (brand.accent,))):
        words = [each for each in shown if each.colour in colours]
        faint = [each for each in words if contrast(each.colour, ground) < each.required]
        if faint:
            worst = max(faint, key=lambda each: each.required / contrast(each.colour, ground))
            _tell(found, brand, key, worst, words)
    return found.items


def nearest_passing(colour: str, passes: Callable[[str], bool]) -> str:
    """Give the tint or shade of a colour that passes and is the least change; "" where none does."""
    found = []
    for end in ("#FFFFFF", "#000000"):
        mixed = (mix(end, colour, percent) for percent in range(1, 101))
        found += [each for each in (next(filter(passes, mixed), ""),) if each]
    return min(found, key=lambda each: _distance(each, colour), default="")


def shown_words(spec: CardSpec) -> Iterator[ShownWords]:
    """Give the words and numbers of a card of this project's kinds, in every colour that they take."""
    for part in KINDS[spec.kind].layout(spec).placed:
        what = part.what
        if isinstance(what, Line | Counter):
            least = least_contrast(what.em, "Bold" in what.font, spec.size)
            colours = [what.colour, *([part.turns.colour] if part.turns else [])]
            yield from (ShownWords(colour, least, spec.kind, what.em) for colour in colours)


def _tell(found: Findings, brand: Brand, key: str, worst: ShownWords, words: list[ShownWords]) -> None:
    ground, written = brand.background, getattr(brand, key)
    needed = {each.colour == written: 0.0 for each in words}
    for each in words:
        needed[each.colour == written] = max(needed[each.colour == written], each.required)

    def passes(colour: str) -> bool:
        clear = {True: contrast(colour, ground), False: contrast(stand_back(colour, ground), ground)}
        return all(clear[own] >= least for own, least in needed.items())

    nearest = nearest_passing(written, passes)
    remedy = f'write `{key}: "{nearest}"`' if nearest else "choose a lighter or a darker `background:`"
    quiet = "" if worst.colour == written else f", shown as {worst.colour} where it stands back,"
    found.warning(
        "AK614",
        f"words in the brand’s {key} colour {written}{quiet} stand out too little from the ground {ground}",
        brand.place_of(key),
        measured=f"a contrast of {contrast(worst.colour, ground):.2f}:1, on a {worst.kind} card",
        required=f"{worst.required:g}:1 for type of {worst.em} px",
        remedy=remedy,
    )


def _distance(one: str, other: str) -> int:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return sum((a - b) ** 2 for a, b in pairs)
