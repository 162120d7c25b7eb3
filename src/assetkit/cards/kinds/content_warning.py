"""The content warning: what is going to be seen and heard, said before it is, and where help can be had.

Fields: `label` ("Content warning"), `title` (what follows), `subtitle`, `help-title`, `help-number`,
`help-note`. It is calm: nothing rises, nothing is in the accent colour, and it comes and goes slowly. Landed
it stands for two seconds at the least, and longer where its words need longer (a student union's guide at
umsu.helpdocsite.com asks for a slate of two seconds that says what follows; low confidence).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.helpline import helpline_words
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.style import enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Entrance
from assetkit.cards.motion import frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_ENTER = 500  # milliseconds
_LEAVE = 400
# The Kazakh and Russian words await a native reader's review, as all of the campaign's do.
_LABELS = {"en": "Content warning", "ru": "Предупреждение", "kk": "Ескерту"}


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    own = {field: texts.get(language, "") for field, texts in item.texts.items()}
    words = {
        "label": own.get("label") or _LABELS.get(language, ""),
        "title": own.get("title", ""),
        "subtitle": own.get("subtitle", ""),
    }
    return words | helpline_words(item, campaign, language)


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    return (
        Role("label", brand.caption_font, *sizes(brand, size, "small", 38, 30), 2),
        Role("title", brand.caption_font, *sizes(brand, size, "headline", 92, 40), 6),
        Role("subtitle", brand.body_font, *sizes(brand, size, "body", 46, 32), 4),
        Role("help-title", brand.body_font, *sizes(brand, size, "small", 40, 30), 2),
        Role("help-number", brand.caption_font, *sizes(brand, size, "headline", 88, 44), 1),
        Role("help-note", brand.body_font, *sizes(brand, size, "small", 34, 28), 2),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    white, grey, unit = spec.foreground, quiet(spec), share(spec.size, 10)
    bar = Row(
        (), "", 0, 0, 0, grey, enters(spec, 0, 0), "head", bar=(share(spec.size, 104), share(spec.size, 5))
    )
    rows = filled(
        (
            bar,
            text_row(spec, "label", grey, gap=4 * unit, leading=124, block="head"),
            text_row(spec, "title", white, gap=4 * unit + spec.em("title") // 5, leading=122),
            text_row(spec, "subtitle", grey, gap=6 * unit + spec.em("title") // 5, leading=134),
            text_row(spec, "help-title", grey, gap=5 * unit, leading=130, block="foot"),
            text_row(spec, "help-number", white, gap=3 * unit, leading=100, block="foot"),
            text_row(spec, "help-note", grey, gap=3 * unit, leading=134, block="foot"),
        )
    )
    if not spec.moves:
        return rows
    calm = Entrance(0, frames_of(_ENTER, spec.beat), 0)
    return tuple(replace(row, enters=calm) for row in rows)


CONTENT_WARNING = Kind(
    name="content-warning",
    version=3,
    message=("label", "title", "subtitle", "help-title", "help-number", "help-note"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_ENTER,),
    leaves=_LEAVE,
    least=Fraction(2),
)
