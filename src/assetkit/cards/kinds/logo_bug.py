"""The logo bug: the brand's mark in one corner, small and quiet, for as long as the film runs.

Field: `name`, set in type where the brand has no `logo`.
"""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Role
from assetkit.cards.kinds.plate import WORDS_AFTER, PlateKind, PlateStyle
from assetkit.cards.kinds.style import enters, filled, share, sizes, text_row
from assetkit.cards.layout import Placed
from assetkit.cards.marks import fit_mark, place_mark
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.pictures import LogoPicture, brand_logo
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_PLATE = PlateStyle(bar=7, beside=17, above=18, widest=(46, 46, 30))
_HEIGHT = 52  # thousandths of the short edge that a mark is high at the most
_OPACITY = 70  # percent: it stands back behind the film


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    own = item.texts.get("name", {}).get(language, "")
    name = own or campaign.brand.name or campaign.title.get(language, "")
    return {"where": item.where or "top-right", "name": name}


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    name = sizes(brand, size, "small", 32, 24)
    return (Role("name", brand.headline_font, *name, 2, width=_PLATE.text_width),)


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    start, air = frames_of(WORDS_AFTER, spec.beat), _PLATE.air(spec)
    name = text_row(spec, "name", spec.foreground, gap=0, leading=122, start=start, rise=0)
    return (air, *filled((_mark(spec, start) or name,)), air)


def _mark(spec: CardSpec, start: int) -> Row | None:
    logo = spec.logo("logo")
    if logo is None:
        return None
    size = fit_mark(logo, _PLATE.text_width(spec), share(spec.size, _HEIGHT))
    enters_at = enters(spec, start, 0)
    placed = Placed(place_mark(logo, 0, 0, size), enters_at)
    return Row((), "", 0, 0, 0, "", enters_at, parts=(placed,), tall=size.height)


def _logos(_item: CardItem, campaign: Campaign) -> tuple[LogoPicture, ...]:
    logo = brand_logo(campaign)
    return (logo,) if logo else ()


LOGO = PlateKind(
    name="logo",
    version=2,
    message=("name",),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(WORDS_AFTER, ENTER),
    least=Fraction(0),
    plate=_PLATE,
    opacity=_OPACITY,
    logos=_logos,
    mark=_HEIGHT,
)
