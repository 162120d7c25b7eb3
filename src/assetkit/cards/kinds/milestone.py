"""The milestone card: how often a film was seen; a playing line runs out as the number counts up.

Fields: `qualifier`, `number`, `wording`, `source`; all from the campaign's record, and `title` (the film's
name, say) where the recipe gives one.
"""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.statistic import count_numbers, source_line, statistic_of, write_value
from assetkit.cards.kinds.style import enters, filled, mix, quiet, share, sizes, text_row
from assetkit.cards.layout import Bar, Entrance, Placed, Polygon
from assetkit.cards.motion import COUNT, WORDING_AFTER, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem

_SOURCE_AFTER = 500  # milliseconds
_SIDE = Fraction(866, 1000)  # the height of a triangle of equal sides, which a player's sign is


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    statistic = statistic_of(item, campaign)
    return {
        "title": item.texts.get("title", {}).get(language, ""),
        "qualifier": statistic.qualifier.get(language, ""),
        "number": write_value(statistic, statistic.value, language),
        "wording": statistic.wording.get(language, ""),
        "source": source_line(statistic, language),
    }


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    words = sizes(brand, size, "body", 76, 36)
    return (
        Role("number", brand.headline_font, *sizes(brand, size, "number", 420, 100), 1, counts=True),
        Role("title", brand.caption_font, *sizes(brand, size, "body", 84, 40), 3, under="number"),
        Role("qualifier", brand.caption_font, *words, 2, under="number"),
        Role("wording", brand.caption_font, *words, 4, like="qualifier", under="number"),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    number, white, grey, unit = spec.em("number"), spec.foreground, quiet(spec), share(spec.size, 10)
    wording_start, source_start = (frames_of(after, spec.beat) for after in (WORDING_AFTER, _SOURCE_AFTER))
    line = _playing_line(spec)
    return filled(
        (
            _player_sign(spec),
            text_row(spec, "title", white, gap=6 * unit, leading=116),
            text_row(spec, "qualifier", white, gap=7 * unit, leading=124),
            _hero(spec, 5 * unit + number // 20 if spec.text("qualifier") else 6 * unit),
            Row(
                (),
                "",
                0,
                0,
                4 * unit + number // 12,
                white,
                enters(spec, 0, 0),
                parts=line,
                tall=_thick(spec),
            ),
            text_row(spec, "wording", white, gap=6 * unit, leading=124, start=wording_start),
            text_row(
                spec, "source", grey, gap=5 * unit, leading=136, start=source_start, rise=0, block="foot"
            ),
        )
    )


def _hero(spec: CardSpec, gap: int) -> Row:
    steps, em = spec.numbers or (spec.text("number"),), spec.em("number")
    return Row(
        steps[-1:], spec.font("number"), em, em, gap, spec.foreground, enters(spec, 0, 0), numbers=steps
    )


def _thick(spec: CardSpec) -> int:
    return share(spec.size, 12)


def _player_sign(spec: CardSpec) -> Row:
    tall = share(spec.size, 74)
    right = float(round(tall * _SIDE))
    sign = Polygon(((0.0, 0.0), (right, tall / 2), (0.0, float(tall))), spec.accent)
    placed = Placed(sign, enters(spec, 0, 0))
    return Row((), "", 0, 0, 0, spec.accent, placed.enters, "head", parts=(placed,), tall=tall)


def _playing_line(spec: CardSpec) -> tuple[Placed, ...]:
    """Give the line that stands under the number, and the one that fills it just as fast as that counts."""
    box = Box(0, 0, spec.zone.width, _thick(spec))
    track = Bar(box, mix(spec.foreground, spec.background, 22))
    frames = frames_of(COUNT, spec.beat) if spec.moves else 0
    return Placed(track, enters(spec, 0, 0)), Placed(
        Bar(box, spec.accent), Entrance(0, frames, 0, grows=True)
    )


MILESTONE = Kind(
    name="milestone",
    version=3,
    message=("title", "qualifier", "number", "wording"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(COUNT,),
    numbers=count_numbers,
)
