"""The end card: the campaign's name, set in type, its slogan, and where help can be had. It never leaves.

Fields: `name`, `slogan`, `help-title`, `help-number`, `help-note`, `hashtag`. Where the brand has a `logo`,
it stands above the name in place of the bar. The date on which a helpline was verified is not shown.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.helpline import helpline_words
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.logo_row import logo_row
from assetkit.cards.kinds.style import accent_bar, filled, quiet, share, sizes, text_row
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.pictures import LogoPicture, brand_logo
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_HELP_AFTER = 200  # milliseconds
_HASHTAG_AFTER = 320
_LOGO = 88  # thousandths of the short edge that the brand's mark is high at the most


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    own = {field: texts.get(language, "") for field, texts in item.texts.items()}
    words = {
        "name": own.get("title") or campaign.title.get(language, "") or campaign.brand.name,
        "slogan": own.get("slogan", ""),
        "hashtag": campaign.hashtag,
    }
    return words | helpline_words(item, campaign, language)


def _logos(_item: CardItem, campaign: Campaign) -> tuple[LogoPicture, ...]:
    logo = brand_logo(campaign)
    return (logo,) if logo else ()


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    return (
        Role("name", brand.headline_font, *sizes(brand, size, "headline", 132, 50), 3),
        Role("slogan", brand.body_font, *sizes(brand, size, "body", 54, 32), 4),
        Role("help-title", brand.caption_font, *sizes(brand, size, "body", 54, 32), 3),
        Role("help-number", brand.headline_font, *sizes(brand, size, "headline", 300, 83), 1),
        Role("help-note", brand.body_font, *sizes(brand, size, "small", 42, 30), 3),
        Role("hashtag", brand.caption_font, *sizes(brand, size, "small", 46, 30), 1),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    help_start, hashtag_start = (frames_of(after, spec.beat) for after in (_HELP_AFTER, _HASHTAG_AFTER))
    name, white, grey = spec.em("name"), spec.foreground, quiet(spec)
    unit = share(spec.size, 10)
    name_gap = 3 * unit + round(name * 0.24)
    return filled(
        (
            logo_row(spec, "logo", _LOGO) or accent_bar(spec),
            text_row(spec, "name", white, gap=name_gap, leading=110, rise=30),
            text_row(spec, "slogan", grey, gap=4 * unit + round(name * 0.2), leading=134),
            text_row(spec, "help-title", white, gap=6 * unit, leading=130, start=help_start, block="foot"),
            text_row(
                spec, "help-number", spec.hero, gap=4 * unit, leading=100, start=help_start, block="foot"
            ),
            text_row(spec, "help-note", grey, gap=4 * unit, leading=134, start=help_start, block="foot"),
            text_row(spec, "hashtag", white, gap=6 * unit, leading=100, start=hashtag_start, block="foot"),
        )
    )


END = Kind(
    name="end",
    version=3,
    message=("name", "slogan", "help-title", "help-number", "help-note"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_HASHTAG_AFTER, ENTER),
    leaves=0,
    logos=_logos,
    balance=(0, 1),
)
