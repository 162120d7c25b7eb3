"""The label: a plain word in a corner, such as "Paid partnership", that says what a post is.

Field: `label`. It has no accent, because it is no decoration, and it stands from its first frame to its last:
rules ask for it before the rest.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Role
from assetkit.cards.kinds.plate import PlateKind, PlateStyle
from assetkit.cards.kinds.style import filled, sizes, text_row
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_PLATE = PlateStyle(bar=0, beside=22, above=22, widest=(100, 70, 44))


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    return {"where": item.where or "top-left", "label": item.texts.get("label", {}).get(language, "")}


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words = sizes(brand, size, "small", 36, 30)
    return (Role("label", brand.caption_font, *words, 2, width=_PLATE.text_width),)


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    air = _PLATE.air(spec)
    words = filled((text_row(spec, "label", spec.foreground, gap=0, leading=124, rise=0),))
    return (air, *words, air)


LABEL = PlateKind(
    name="label",
    version=2,
    message=("label",),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(1,),  # it stands from its first frame
    leaves=0,
    plate=_PLATE,
)
