"""The lower third: who is seen or heard, by name and by what they are, over the running picture.

Fields: `name`, and `role` where the recipe gives one.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Role
from assetkit.cards.kinds.plate import WORDS_AFTER, PlateKind, PlateStyle
from assetkit.cards.kinds.style import filled, quiet, share, sizes, text_row
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_ROLE_AFTER = 360  # milliseconds
_PLATE = PlateStyle(bar=11, beside=30, above=30, widest=(100, 84, 56))


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    said = {field: item.texts.get(field, {}).get(language, "") for field in ("name", "role")}
    return {"where": item.where or "bottom-left", **said}


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand, width = campaign.brand, _PLATE.text_width
    return (
        Role("name", brand.caption_font, *sizes(brand, size, "body", 48, 36), 2, width=width),
        Role("role", brand.body_font, *sizes(brand, size, "small", 34, 30), 2, width=width),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    name_start, role_start = (frames_of(after, spec.beat) for after in (WORDS_AFTER, _ROLE_AFTER))
    gap, air = share(spec.size, 24), _PLATE.air(spec)
    words = filled(
        (
            text_row(spec, "name", spec.foreground, gap=0, leading=118, start=name_start, rise=12),
            text_row(spec, "role", quiet(spec), gap=gap, leading=130, start=role_start, rise=12),
        )
    )
    return (air, *words, air)


LOWER_THIRD = PlateKind(
    name="lower-third",
    version=2,
    message=("name", "role"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_ROLE_AFTER, ENTER),
    plate=_PLATE,
)
