"""The comparison: two to five numbers of one unit as bars from a common zero, one of them in the accent.

Fields: `title`, for each bar `label-0` and `value-0` and so on, `bars` (the shares of the longest, and which
stands out), `source`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.panels import (
    beside,
    counter_ink_width,
    drawing,
    faint,
    first_width,
    is_wide,
    second_width,
)
from assetkit.cards.kinds.statistic import source_lines, write_value
from assetkit.cards.kinds.style import accent_bar, enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Bar, Counter, Entrance, Placed
from assetkit.cards.motion import COUNT, STAGGER, count_values, frames_of
from assetkit.cards.setting import descent
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Box, Size
from assetkit.recipe.figures import MOST_BARS
from assetkit.recipe.records import CardItem

_SOURCE_AFTER = 500  # milliseconds
_LABEL, _VALUE = 60, 37  # percent of a bar's line


def compared(item: CardItem, campaign: Campaign) -> tuple[Statistic, ...]:
    """Give the records that a comparison shows, in its order."""
    return tuple(campaign.statistics[name] for name in item.compared)


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistics = compared(item, campaign)
    words = {"title": item.texts.get("title", {}).get(language, "")}
    for index, statistic in enumerate(statistics):
        words[f"label-{index}"] = _label(statistic, language)
        words[f"value-{index}"] = write_value(statistic, statistic.value, language)
    most = max((statistic.value for statistic in statistics), default=Fraction(1))
    shares = [max(Fraction(0), statistic.value / most) if most > 0 else 0 for statistic in statistics]
    words["bars"] = " ".join(map(str, (*shares, _standing_out(item, statistics))))
    return words | {"source": source_lines(statistics, language)}


def _label(statistic: Statistic, language: str) -> str:
    """Name a bar: what the record is called beside others, and what its qualifier says of the number."""
    label = statistic.label.get(language) or statistic.wording.get(language, "")
    qualifier = statistic.qualifier.get(language, "")
    return f"{label} ({qualifier})" if qualifier else label


def _standing_out(item: CardItem, statistics: tuple[Statistic, ...]) -> int:
    """Give which bar has the accent: the one that the recipe names, else the longest."""
    names = [statistic.name for statistic in statistics]
    if item.statistic in names:
        return names.index(item.statistic)
    values = [statistic.value for statistic in statistics]
    return values.index(max(values)) if values else 0


def _label_width(spec: CardSpec, _em: int) -> int:
    return second_width(spec) * _LABEL // 100


def _value_width(spec: CardSpec, _em: int) -> int:
    return second_width(spec) * _VALUE // 100


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    labels, values = sizes(brand, size, "small", 48, 28), sizes(brand, size, "small", 54, 30)
    words = brand.caption_font
    return (
        Role(
            "title",
            brand.headline_font,
            *sizes(brand, size, "headline", 96 if is_wide(size) else 80, 50),
            4,
            width=first_width,
        ),
        *(
            Role(f"label-{index}", words, *labels, 2, like="label-0" if index else "", width=_label_width)
            for index in range(MOST_BARS)
        ),
        *(
            Role(
                f"value-{index}",
                words,
                *values,
                1,
                counts=True,
                like="value-0" if index else "",
                width=_value_width,
            )
            for index in range(MOST_BARS)
        ),
        Role("bars", words, share(size, 46), share(size, 16), 1, draws=True),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    title, unit = spec.em("title"), share(spec.size, 10)
    headline_gap = 3 * unit + round(title * 0.24)
    source_start = frames_of(_SOURCE_AFTER, spec.beat)
    headline = text_row(spec, "title", spec.foreground, gap=headline_gap, leading=110, rise=30)
    source = text_row(
        spec, "source", quiet(spec), gap=5 * unit, leading=136, start=source_start, rise=0, block="foot"
    )
    *shares, standing_out = spec.text("bars").split()
    lines = (
        row
        for index, each in enumerate(shares)
        for row in _line(spec, index, Fraction(each), index == int(standing_out))
    )
    return filled((accent_bar(spec), headline, *lines, source))


def _line(spec: CardSpec, index: int, length: Fraction, stands_out: bool) -> Iterator[Row]:
    """Set one bar below its label, its value at the end of the label's last line."""
    label, thick = f"label-{index}", spec.em("bars")
    above = share(spec.size, 30) + thick // 2 + (share(spec.size, 26) if not index else 0)
    below = share(spec.size, 12) + descent(spec.font(label), spec.em(label))
    start = _start(spec, index)
    colour = spec.accent if stands_out else faint(spec)
    yield beside(spec, text_row(spec, label, spec.foreground, gap=above, leading=118, start=start, rise=0))
    value = _value(spec, index, -below)
    bar = Placed(Bar(Box(0, 0, round(length * second_width(spec)), thick), colour), _grows(spec, start))
    yield beside(spec, drawing((bar, Placed(value, enters(spec, start, 0))), thick, below))


def _value(spec: CardSpec, index: int, baseline: int) -> Counter:
    """Set a value so that its last figure ends where the longest bar ends."""
    field = f"value-{index}"
    font, em = spec.font(field), spec.em(field)
    texts = tuple(step.split("\n")[index] for step in spec.numbers) or (spec.text(field),)
    left = second_width(spec) - counter_ink_width(texts, font, em)
    return Counter(texts, font, em, left, baseline, spec.foreground)


def _grows(spec: CardSpec, start: int) -> Entrance:
    frames = frames_of(COUNT, spec.beat) if spec.moves else 0
    return replace(enters(spec, start, 0), frames=frames, grows=True)


def _start(spec: CardSpec, index: int) -> int:
    last = len(spec.text("bars").split()) - 2
    return frames_of(STAGGER, spec.beat) * index // max(1, last) if spec.moves else 0


def _numbers(item: CardItem, campaign: Campaign, language: str, rate: Fraction) -> tuple[str, ...]:
    """Give all counters, frame by frame: a line for each bar; a later one begins later."""
    statistics = compared(item, campaign)
    count, later = frames_of(COUNT, rate), frames_of(STAGGER, rate)
    columns: list[list[str]] = []
    for index, statistic in enumerate(statistics):
        start = later * index // max(1, len(statistics) - 1)
        values = count_values(statistic.value, statistic.decimals, count)
        steps = (values[:1] * start + values + values[-1:] * later)[: count + later]
        columns.append([write_value(statistic, value, language) for value in steps])
    return tuple("\n".join(step) for step in zip(*columns, strict=True))


BARS = Kind(
    name="bars",
    version=3,
    message=(
        "title",
        *(f"{field}-{index}" for index in range(MOST_BARS) for field in ("label", "value")),
    ),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT, STAGGER),
    numbers=_numbers,
)
