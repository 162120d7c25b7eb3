"""Values over years: a column for each from a common zero; the last one is the number that the card says.

Fields: `qualifier`, `number`, `wording`, `chart` (the years and their shares of the highest), `years` and
`values` (a line for each that is written), `source`; all from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.panels import beside, drawing, faint, first_width, ink_width, second_width
from assetkit.cards.kinds.statistic import count_texts, source_line, statistic_of, write_value
from assetkit.cards.kinds.style import accent_bar, enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Bar, Entrance, Line, Placed
from assetkit.cards.motion import COUNT, STAGGER, WORDING_AFTER, frames_of
from assetkit.cards.setting import cap_height
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Box, Size
from assetkit.recipe.figures import MOST_YEARS
from assetkit.recipe.records import CardItem

_SOURCE_AFTER = 500  # milliseconds
_VALUES_AFTER = 700
# So many columns have room for their years, and so many for values of so many figures.
_ALL_YEARS, _ALL_VALUES, _FIGURES = 6, 5, 6
_BETWEEN = 45  # percent of a column's width


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    return {
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_value(statistic, statistic.value, language),
        "wording": statistic.wording.get(language, ""),
        "chart": _chart(statistic),
        "years": "\n".join(_ends([str(year) for year, _ in statistic.years], _ALL_YEARS)),
        "values": "\n".join(_values(statistic, language)),
        "source": source_line(statistic, language),
    }


def _chart(statistic: Statistic) -> str:
    most = max((value for _, value in statistic.years), default=Fraction(1))
    return " ".join(str(max(Fraction(0), value / most)) if most > 0 else "0" for _, value in statistic.years)


def _values(statistic: Statistic, language: str) -> list[str]:
    """Write all values where they are few and short, the same ones in every language; else first and last."""
    written = [write_value(statistic, value, language) for _, value in statistic.years]
    longest = max((sum(map(str.isdigit, text)) for text in written), default=0)
    return _ends(written, _ALL_VALUES if longest <= _FIGURES else 0)


def _ends(texts: list[str], most: int) -> list[str]:
    return texts if len(texts) <= most else [texts[0], texts[-1]]


def _columns(spec: CardSpec) -> tuple[int, int, int]:
    """Give how many columns there are, how wide each is, and from one to the next; pixels."""
    count = len(spec.text("chart").split())
    widest = share(spec.size, 150)
    width = min(widest, second_width(spec) * 100 // (count * 100 + (count - 1) * _BETWEEN))
    return count, width, width + width * _BETWEEN // 100


def _written_width(spec: CardSpec, field: str) -> int:
    count, _, pitch = _columns(spec)
    written = spec.text(field).count("\n") + 1
    return pitch - share(spec.size, 8) if written == count else second_width(spec) * 48 // 100


def _years_width(spec: CardSpec, _em: int) -> int:
    return _written_width(spec, "years")


def _values_width(spec: CardSpec, _em: int) -> int:
    return _written_width(spec, "values")


def _any_size(spec: CardSpec, _em: int) -> int:
    return spec.size.height


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words, headline = brand.caption_font, brand.headline_font
    return (
        Role("number", headline, *sizes(brand, size, "headline", 280, 96), 1, counts=True, width=first_width),
        Role("qualifier", words, *sizes(brand, size, "body", 72, 36), 2, under="number", width=first_width),
        Role(
            "wording",
            words,
            *sizes(brand, size, "body", 72, 36),
            5,
            like="qualifier",
            under="number",
            width=first_width,
        ),
        Role("chart", words, share(size, 420), share(size, 150), 1, draws=True, width=_any_size),
        Role("years", words, *sizes(brand, size, "small", 40, 24), MOST_YEARS, width=_years_width),
        Role("values", words, *sizes(brand, size, "small", 44, 24), MOST_YEARS, width=_values_width),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    wording_start, source_start = (frames_of(after, spec.beat) for after in (WORDING_AFTER, _SOURCE_AFTER))
    number, texts = spec.em("number"), spec.numbers or (spec.text("number"),)
    unit, white = share(spec.size, 10), spec.foreground
    qualifier = text_row(spec, "qualifier", white, gap=7 * unit, leading=124)
    above = 3 * unit + round(spec.em("wording") * 0.3) if qualifier.lines else 7 * unit
    font, lands = spec.font("number"), enters(spec, 0, 0)
    hero = Row(texts[-1:], font, number, number, above, spec.hero, lands, numbers=texts)
    below = 4 * unit + round(number * 0.07)
    wording = text_row(spec, "wording", white, gap=below, leading=124, start=wording_start)
    source = text_row(
        spec, "source", quiet(spec), gap=5 * unit, leading=136, start=source_start, rise=0, block="foot"
    )
    chart = beside(spec, _draw(spec, 7 * unit))
    return filled((accent_bar(spec), qualifier, hero, wording, chart, source))


def _draw(spec: CardSpec, gap: int) -> Row:
    """Draw the columns on their base, their years below it, their values above them or below the years."""
    count, _, _ = _columns(spec)
    years, values = spec.text("years").split("\n"), spec.text("values").split("\n")
    small, large = (cap_height(spec.font(field), spec.em(field)) for field in ("years", "values"))
    near, rule = share(spec.size, 16), share(spec.size, 3)
    is_above = len(values) == count
    top = large + near if is_above else 0
    base = top + spec.em("chart")
    foot = base + rule + near + small
    parts = [
        *_standing(spec, top),
        Placed(Bar(Box(0, base, _span(spec), rule), quiet(spec)), enters(spec, 0, 0)),
    ]
    parts += _written(spec, "years", years, [foot] * len(years))
    if is_above:
        heights = [base - height - near for height in _heights(spec)]
        parts += _written(spec, "values", values, heights)
        return drawing(parts, foot, gap)
    foot += near + share(spec.size, 6) + large
    return drawing([*parts, *_written(spec, "values", values, [foot] * len(values))], foot, gap)


def _span(spec: CardSpec) -> int:
    count, width, pitch = _columns(spec)
    return (count - 1) * pitch + width


def _heights(spec: CardSpec) -> list[int]:
    return [round(Fraction(each) * spec.em("chart")) for each in spec.text("chart").split()]


def _standing(spec: CardSpec, top: int) -> Iterator[Placed]:
    count, width, pitch = _columns(spec)
    for index, height in enumerate(_heights(spec)):
        colour = spec.accent if index == count - 1 else faint(spec)
        box = Box(index * pitch, top + spec.em("chart") - height, width, height)
        yield Placed(Bar(box, colour), _climbs(spec, _start(spec, index)))


def _written(spec: CardSpec, field: str, texts: list[str], baselines: list[int]) -> Iterator[Placed]:
    """Set texts in the middle of their columns; two of more columns at the outer edges."""
    count, width, pitch = _columns(spec)
    font, em = spec.font(field), spec.em(field)
    for index, (text, baseline) in enumerate(zip(texts, baselines, strict=True)):
        column = index if len(texts) == count else index * (count - 1)
        ink = ink_width(text, font, em)
        left = column * pitch + (width - ink) // 2
        if len(texts) != count:
            left = 0 if index == 0 else _span(spec) - ink
        colour = quiet(spec) if field == "years" else spec.foreground
        start = _start(spec, column) + (frames_of(_VALUES_AFTER, spec.beat) if field == "values" else 0)
        yield Placed(Line(text, font, em, left, baseline, colour), enters(spec, start, 0))


def _climbs(spec: CardSpec, start: int) -> Entrance:
    frames = frames_of(COUNT, spec.beat) if spec.moves else 0
    return replace(enters(spec, start, 0), frames=frames, climbs=True)


def _start(spec: CardSpec, index: int) -> int:
    count, _, _ = _columns(spec)
    return frames_of(STAGGER, spec.beat) * index // max(1, count - 1) if spec.moves else 0


def _numbers(item: CardItem, campaign: Campaign, language: str, rate: Fraction) -> tuple[str, ...]:
    """Let the number land with the last column, which is the last to start."""
    texts = count_texts(statistic_of(item, campaign), language, rate)
    return texts[:1] * frames_of(STAGGER, rate) + texts


TIMELINE = Kind(
    name="timeline",
    version=3,
    message=("qualifier", "number", "wording", "years", "values"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT, STAGGER),
    numbers=_numbers,
)
