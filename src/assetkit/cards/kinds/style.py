"""What all cards of a brand have in common: colours, the accent bar, and distances in shares of the frame."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assetkit.campaign.records import Brand
from assetkit.cards.layout import Entrance
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, field_lines
from assetkit.geometry import Size


def share(size: Size, thousandths: int) -> int:
    """Give a share of the short edge in whole pixels, at least one."""
    return max(1, (size.short_edge * thousandths + 500) // 1000)


def sizes(brand: Brand, size: Size, name: str, largest: int, smallest: int) -> tuple[int, int]:
    """Give the largest and the smallest em of a class of the brand's type scale, in pixels.

    Both are thousandths of the short edge, of the height for a number, as they are where the brand says
    nothing; its scale moves the largest only, because the smallest is what can be read.
    """
    least, edge = share(size, smallest), size.height if name == "number" else size.short_edge
    most = Fraction(edge * largest, 1000) * brand.type_scale.ratio(name)
    return max(least, int(most + Fraction(1, 2))), least


def mix(over: str, under: str, percent: int) -> str:
    """Mix two "#RRGGBB" colours, `percent` of the first, in their sRGB values."""
    pairs = ((int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(a * percent + b * (100 - percent) + 50) // 100:02X}" for a, b in pairs)


def quiet(spec: CardSpec) -> str:
    """Give the colour of what stands back: 7:1 and more on a near-black ground under white type.

    Over a picture it stands back less, so that less of the picture has to be covered.
    """
    if spec.clear:
        return mix(spec.foreground, spec.background, 85)
    return stand_back(spec.foreground, spec.background)


def stand_back(foreground: str, background: str) -> str:
    """Give the colour of quiet words on a ground."""
    return mix(foreground, background, 68)


def enters(spec: CardSpec, start: int, rise: int = 22) -> Entrance:
    """Give the entrance that all parts share; a card without motion has all of it at once."""
    if not spec.moves:
        return Entrance(0, 0, 0)
    return Entrance(start, frames_of(ENTER, spec.beat), share(spec.size, rise))


def accent_bar(spec: CardSpec) -> Row:
    """Give the short bar in the accent colour, which stands at the top of the zone on every card."""
    entrance = enters(spec, 0, 0)
    growing = Entrance(entrance.start, entrance.frames, 0, grows=True)
    bar = (share(spec.size, 104), share(spec.size, 13))
    return Row((), "", 0, 0, 0, spec.accent, growing, "head", bar=bar)


def text_row(
    spec: CardSpec,
    field: str,
    colour: str,
    *,
    gap: int,
    leading: int,
    start: int = 0,
    rise: int = 22,
    block: str = "main",
    stagger: int = 0,
) -> Row:
    """Set a field: `gap` in pixels, `leading` in hundredths of the em, `start` and `stagger` in frames."""
    em = spec.em(field)
    lines, font, entrance = field_lines(spec, field), spec.font(field), enters(spec, start, rise)
    pixels = (em * leading + 50) // 100
    return Row(lines, font, em, pixels, gap, colour, entrance, block, stagger=stagger if spec.moves else 0)


def filled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Leave out the rows that have no words."""
    return tuple(row for row in rows if row.bar or row.parts or row.numbers or row.lines)
