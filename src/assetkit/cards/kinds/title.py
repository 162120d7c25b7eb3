"""The title card: a headline in bold, left-set type under the accent bar, and a line that explains it.

Fields: `title`, and `subtitle` where the recipe gives one.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.style import accent_bar, filled, quiet, share, sizes, text_row
from assetkit.cards.motion import ENTER, STAGGER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_SUBTITLE_AFTER = 320  # milliseconds


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    return {field: item.texts.get(field, {}).get(language, "") for field in ("title", "subtitle")}


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    return (
        Role("title", brand.headline_font, *sizes(brand, size, "headline", 142, 50), 5),
        Role("subtitle", brand.body_font, *sizes(brand, size, "body", 54, 30), 5),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    title = spec.em("title")
    stagger, later = frames_of(STAGGER, spec.beat), frames_of(_SUBTITLE_AFTER, spec.beat)
    headline_gap = share(spec.size, 30) + round(title * 0.24)
    below = share(spec.size, 34) + round(title * 0.3)
    return filled(
        (
            accent_bar(spec),
            text_row(spec, "title", spec.foreground, gap=headline_gap, leading=110, rise=30, stagger=stagger),
            text_row(spec, "subtitle", quiet(spec), gap=below, leading=134, start=later),
        )
    )


TITLE = Kind(
    name="title",
    version=3,
    message=("title", "subtitle"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_SUBTITLE_AFTER, ENTER),
)
