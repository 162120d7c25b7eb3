"""The corner counter: a statistic that counts up small, over the running picture.

Fields: `qualifier`, `number`, `label` (the record's short name, or its wording where it has none); a number
is never shown without the words that bound it. Its source stands beside the post, not in the picture.
"""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Role
from assetkit.cards.kinds.panels import counter_overhang
from assetkit.cards.kinds.plate import WORDS_AFTER, PlateKind, PlateStyle
from assetkit.cards.kinds.statistic import count_numbers, statistic_of
from assetkit.cards.kinds.style import enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Counter, Placed
from assetkit.cards.motion import COUNT, frames_of
from assetkit.cards.setting import cap_height
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem
from assetkit.text.figures import write_statistic

_LABEL_AFTER = 400  # milliseconds
_PLATE = PlateStyle(bar=11, beside=30, above=30, widest=(100, 62, 40))


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    return {
        "where": item.where or "top-left",
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_statistic(statistic, language),
        "label": statistic.label.get(language, "") or statistic.wording.get(language, ""),
    }


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand, width = campaign.brand, _PLATE.text_width
    return (
        Role(
            "number",
            brand.headline_font,
            *sizes(brand, size, "headline", 120, 60),
            1,
            counts=True,
            width=width,
        ),
        Role("qualifier", brand.body_font, *sizes(brand, size, "small", 36, 30), 2, width=width),
        Role("label", brand.caption_font, *sizes(brand, size, "small", 36, 30), 4, width=width),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    unit, air = share(spec.size, 10), _PLATE.air(spec)
    start, later = (frames_of(after, spec.beat) for after in (WORDS_AFTER, _LABEL_AFTER))
    above = 2 * unit + unit // 2 if spec.text("qualifier") else 0
    words = filled(
        (
            text_row(spec, "qualifier", quiet(spec), gap=0, leading=126, start=start, rise=0),
            _number(spec, above, start),
            text_row(spec, "label", spec.foreground, gap=3 * unit, leading=126, start=later, rise=12),
        )
    )
    return (air, *words, air)


def _number(spec: CardSpec, gap: int, start: int) -> Row:
    """Set the number so that its last text begins at the column, whatever it counted through."""
    steps, font, em = spec.numbers or (spec.text("number"),), spec.font("number"), spec.em("number")
    left, tall, counting = -counter_overhang(steps, font, em), cap_height(font, em), enters(spec, start, 0)
    counter = Counter(steps, font, em, left, tall, spec.accent)
    return Row((), "", 0, 0, gap, "", counting, parts=(Placed(counter, counting),), tall=tall)


def _numbers(item: CardItem, campaign: Campaign, language: str, rate: Fraction) -> tuple[str, ...]:
    """Count from when the plate is open: before that nothing of the number is seen."""
    steps = count_numbers(item, campaign, language, rate)
    return (*steps[:1] * frames_of(WORDS_AFTER, rate), *steps)


COUNTER = PlateKind(
    name="counter",
    version=2,
    message=("qualifier", "number", "label"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(WORDS_AFTER, COUNT),
    numbers=_numbers,
    plate=_PLATE,
)
