"""The pictogram: a percentage as so many people of so many; one after the other takes the colour.

Fields: `people` ("3/10"), `qualifier`, `number`, `wording`, `source`; all from the record. The number is
the record's own: the figures show it, they do not say it anew.
"""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.cards.crowd import stand_in_rows
from assetkit.cards.curves import person
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.panels import (
    beside,
    drawing,
    faint,
    first_width,
    is_wide,
    second_width,
)
from assetkit.cards.kinds.statistic import count_numbers, source_line, statistic_of, write_value
from assetkit.cards.kinds.style import accent_bar, enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Placed, Polygon, Turn
from assetkit.cards.motion import COUNT, WORDING_AFTER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.figures import people_of
from assetkit.recipe.records import CardItem

_SOURCE_AFTER = 500  # milliseconds
_TURN = 240


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    part, whole = people_of(statistic.value, statistic.decimals) or (0, 1)
    return {
        "people": f"{part}/{whole}",
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_value(statistic, statistic.value, language),
        "wording": statistic.wording.get(language, ""),
        "source": source_line(statistic, language),
    }


def _any_size(spec: CardSpec, _em: int) -> int:
    return spec.size.height


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words = brand.caption_font
    tallest = share(size, 620 if is_wide(size) else 460 if size.height * 10 > size.width * 12 else 320)
    return (
        Role("people", words, tallest, share(size, 180), 1, draws=True, width=_any_size),
        Role(
            "number",
            brand.headline_font,
            *sizes(brand, size, "headline", 260, 90),
            1,
            counts=True,
            width=first_width,
        ),
        Role("qualifier", words, *sizes(brand, size, "body", 76, 36), 2, under="number", width=first_width),
        Role(
            "wording",
            words,
            *sizes(brand, size, "body", 76, 36),
            5,
            like="qualifier",
            under="number",
            width=first_width,
        ),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    wording_start, source_start = (frames_of(after, spec.beat) for after in (WORDING_AFTER, _SOURCE_AFTER))
    number, texts = spec.em("number"), spec.numbers or (spec.text("number"),)
    unit, white, grey = share(spec.size, 10), spec.foreground, quiet(spec)
    qualifier = text_row(spec, "qualifier", white, gap=7 * unit, leading=124)
    above = 3 * unit + round(spec.em("wording") * 0.3) if qualifier.lines else 7 * unit
    font, lands = spec.font("number"), enters(spec, 0, 0)
    hero = Row(texts[-1:], font, number, number, above, spec.hero, lands, numbers=texts)
    below = 4 * unit + round(number * 0.07)
    wording = text_row(spec, "wording", white, gap=below, leading=124, start=wording_start)
    source = text_row(
        spec, "source", grey, gap=5 * unit, leading=136, start=source_start, rise=0, block="foot"
    )
    people = beside(spec, _people(spec, 5 * unit))
    return filled((accent_bar(spec), people, qualifier, hero, wording, source))


def _people(spec: CardSpec, gap: int) -> Row:
    """Draw the figures; those that count take the accent's colour while the number counts up."""
    part, whole = map(int, spec.text("people").split("/"))
    crowd = stand_in_rows(whole, second_width(spec), spec.em("people"))
    is_turning = spec.moves and not spec.motion.reduced
    parts: list[Placed] = []
    for index, (left, top) in enumerate(crowd.places):
        turns = _turn(spec, index, part) if index < part and is_turning else None
        colour = spec.accent if index < part and not is_turning else faint(spec)
        outlines = person(left, top, crowd.figure)
        parts += [Placed(Polygon(each, colour), enters(spec, 0, 0), turns) for each in outlines]
    return drawing(parts, crowd.height, gap)


def _turn(spec: CardSpec, index: int, part: int) -> Turn:
    frames, count = frames_of(_TURN, spec.beat), frames_of(COUNT, spec.beat)
    return Turn((count - frames) * (index + 1) // part, frames, spec.accent)


PICTOGRAM = Kind(
    name="pictogram",
    version=3,
    message=("qualifier", "number", "wording"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT,),
    numbers=count_numbers,
)
