"""The ring: a percentage as part of a whole, its number counting up in the middle of it.

Fields: `ring` (the share, a fraction of one), `qualifier`, `number`, `wording`, `source`, from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.panels import counter_ink_width, drawing, faint, ink_width, is_wide
from assetkit.cards.kinds.statistic import count_numbers, source_line, statistic_of, write_value
from assetkit.cards.kinds.style import accent_bar, enters, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Arc, Counter, Line, Placed
from assetkit.cards.motion import COUNT, WORDING_AFTER, ease_out, frames_of
from assetkit.cards.setting import cap_height
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, field_lines
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_SOURCE_AFTER = 500  # milliseconds
_WIDEST, _BESIDE = 590, 640  # thousandths of the short edge; the second where the words stand beside it
_HOLE = 74  # percent of the ring's width
_NUMBER, _QUALIFIER = 60, 46  # percent of the ring's width: what stands in it keeps off it
_TEXT_AT = 44  # percent of the zone, on a wide card


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    return {
        "ring": str(max(Fraction(0), min(Fraction(1), statistic.value / 100))),
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_value(statistic, statistic.value, language),
        "wording": statistic.wording.get(language, ""),
        "source": source_line(statistic, language),
    }


def _ring_width(spec: CardSpec, _em: int = 0) -> int:
    percent = _TEXT_AT - 6 if is_wide(spec.size) else 100
    return min(_widest(spec.size), spec.zone.width * percent // 100)


def _widest(size: Size) -> int:
    return share(size, _BESIDE if is_wide(size) else _WIDEST)


def _number_width(spec: CardSpec, _em: int) -> int:
    return _ring_width(spec) * _NUMBER // 100


def _qualifier_width(spec: CardSpec, _em: int) -> int:
    return _ring_width(spec) * _QUALIFIER // 100


def _wording_width(spec: CardSpec, _em: int) -> int:
    return spec.zone.width * (100 - _TEXT_AT) // 100 if is_wide(spec.size) else spec.zone.width


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words = brand.caption_font
    # A step down makes the ring and what stands in it smaller alike.
    return (
        Role("ring", words, _widest(size), share(size, 300), 1, draws=True, width=_ring_width),
        Role(
            "number",
            brand.headline_font,
            *sizes(brand, size, "headline", 250, 54),
            1,
            counts=True,
            width=_number_width,
        ),
        Role("qualifier", words, *sizes(brand, size, "small", 46, 28), 2, width=_qualifier_width),
        Role(
            "wording",
            words,
            *sizes(brand, size, "body", 84 if is_wide(size) else 72, 36),
            5,
            width=_wording_width,
        ),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    wording_start, source_start = (frames_of(after, spec.beat) for after in (WORDING_AFTER, _SOURCE_AFTER))
    white, grey = spec.foreground, quiet(spec)
    wide = is_wide(spec.size)
    below = share(spec.size, 62)
    ring = drawing(tuple(_parts(spec)), spec.em("ring"), share(spec.size, 50))
    wording = text_row(spec, "wording", white, gap=below, leading=122, start=wording_start)
    source = text_row(
        spec, "source", grey, gap=share(spec.size, 44), leading=136, start=source_start, rise=0, block="foot"
    )
    if wide:
        return filled((accent_bar(spec), ring, replace(wording, column=_TEXT_AT), source))
    return filled((accent_bar(spec), ring, wording, source))


def _parts(spec: CardSpec) -> Iterator[Placed]:
    """Draw the ring, and set the number in its middle, below its qualifier."""
    width, texts = spec.em("ring"), spec.numbers or (spec.text("number"),)
    middle, whole = width // 2, Fraction(spec.text("ring"))
    shares = tuple(whole * ease_out(step, len(texts)) for step in range(1, len(texts) + 1))
    ring = Arc((middle, middle), middle, middle * _HOLE // 100, shares, spec.accent, faint(spec))
    yield Placed(ring, enters(spec, 0, 0))
    font, em = spec.font("number"), spec.em("number")
    lines, small = field_lines(spec, "qualifier"), spec.em("qualifier")
    caps, leading, gap = cap_height(font, em), small * 118 // 100, share(spec.size, 16) + em // 8
    above = cap_height(spec.font("qualifier"), small) + (len(lines) - 1) * leading + gap if lines else 0
    top = middle - (above + caps) // 2
    for index, text in enumerate(lines):
        yield _centred(spec, text, middle, top + above - gap - (len(lines) - 1 - index) * leading)
    left = middle - counter_ink_width(texts[-1:], font, em) // 2
    number = Counter(texts, font, em, left, top + above + caps, spec.foreground)
    yield Placed(number, enters(spec, 0, 0))


def _centred(spec: CardSpec, text: str, middle: int, baseline: int) -> Placed:
    font, em = spec.font("qualifier"), spec.em("qualifier")
    left = middle - ink_width(text, font, em) // 2
    return Placed(Line(text, font, em, left, baseline, quiet(spec)), enters(spec, 0, 0))


RING = Kind(
    name="ring",
    version=3,
    message=("qualifier", "number", "wording"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT,),
    numbers=count_numbers,
)
