"""The statistic card: a number counts up to its value; what it counts stands around it, its source below.

Fields: `qualifier` ("not less than"), `number`, `wording`, `source`; all from the campaign's record.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.statistic import count_numbers, source_line, statistic_of
from assetkit.cards.kinds.style import accent_bar, enters, filled, quiet, share, sizes, text_row
from assetkit.cards.motion import COUNT, WORDING_AFTER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem
from assetkit.text.figures import write_statistic

_SOURCE_AFTER = 500  # milliseconds


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    return {
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_statistic(statistic, language),
        "wording": statistic.wording.get(language, ""),
        "source": source_line(statistic, language),
    }


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words = sizes(brand, size, "body", 84, 36)
    return (
        Role("number", brand.headline_font, *sizes(brand, size, "number", 420, 100), 1, counts=True),
        Role("qualifier", brand.caption_font, *words, 2, under="number"),
        Role("wording", brand.caption_font, *words, 5, like="qualifier", under="number"),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    number, words = spec.em("number"), spec.em("wording")
    wording_start, source_start = (frames_of(after, spec.beat) for after in (WORDING_AFTER, _SOURCE_AFTER))
    above = share(spec.size, 26) + round(words * 0.3) if spec.text("qualifier") else share(spec.size, 54)
    below = share(spec.size, 48) + round(number * 0.09)
    white, grey = spec.foreground, quiet(spec)
    return filled(
        (
            accent_bar(spec),
            text_row(spec, "qualifier", white, gap=share(spec.size, 54), leading=124),
            _hero(spec, above),
            text_row(spec, "wording", white, gap=below, leading=124, start=wording_start),
            text_row(
                spec,
                "source",
                grey,
                gap=share(spec.size, 48),
                leading=136,
                start=source_start,
                rise=0,
                block="foot",
            ),
        )
    )


def _hero(spec: CardSpec, gap: int) -> Row:
    steps, em = spec.numbers or (spec.text("number"),), spec.em("number")
    return Row(steps[-1:], spec.font("number"), em, em, gap, spec.hero, enters(spec, 0, 0), numbers=steps)


COUNT_UP = Kind(
    name="count-up",
    version=3,
    message=("qualifier", "number", "wording"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT,),
    numbers=count_numbers,
)
