"""The card of phrases: things that people say, one after the other, the earlier ones standing back.

Fields: `title`, and `line-1` to `line-6`. Every phrase has as long alone as the longest of them takes to be
read in the slowest language, so that they come in one rhythm, and the same one in all languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.style import accent_bar, filled, quiet, share, sizes, text_row
from assetkit.cards.layout import Turn
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.quoting import close_quote, hang_width, opening_mark, width_beside
from assetkit.cards.reading import reading_frames
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_LINES = tuple(f"line-{number}" for number in range(1, 7))


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    words = {"mark": opening_mark(language), "title": item.texts.get("title", {}).get(language, "")}
    lines = {field: item.texts.get(field, {}).get(language, "") for field in _LINES}
    return words | {field: close_quote(text, language) for field, text in lines.items() if text}


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    said = brand.caption_font

    def beside(spec: CardSpec, em: int) -> int:
        return width_beside(spec, spec.text("mark"), said, em)

    lines = (
        Role(field, said, *sizes(brand, size, "headline", 92, 52), 3, like=_LINES[0], width=beside)
        for field in _LINES
    )
    return (Role("title", brand.body_font, *sizes(brand, size, "body", 50, 34), 3), *lines)


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    em, mark, unit = spec.em(_LINES[0]), spec.text("mark"), share(spec.size, 10)
    indent = hang_width(mark, spec.font(_LINES[0]), em)
    starts = _starts(spec)
    phrases = []
    for index, field in enumerate(_fields(spec)):
        gap = em * 5 // 4 if index else 5 * unit + em // 4
        row = text_row(spec, field, spec.foreground, gap=gap, leading=122, start=starts[index], rise=26)
        turns = _turn(spec, starts[index + 1]) if spec.moves and index + 1 < len(starts) else None
        phrases.append(replace(row, indent=indent, mark=mark, mark_colour=spec.hero, turns=turns))
    title = text_row(spec, "title", spec.foreground, gap=5 * unit, leading=130)
    return filled((accent_bar(spec), title, *phrases))


def _turn(spec: CardSpec, start: int) -> Turn:
    return Turn(start, frames_of(ENTER, spec.beat), quiet(spec))


def _fields(spec: CardSpec) -> tuple[str, ...]:
    return tuple(field for field in _LINES if spec.text(field))


def _starts(spec: CardSpec) -> tuple[int, ...]:
    """Give the frame at which each phrase enters, in equal steps; the last lands when the card does."""
    pace = max(0, spec.hold_from + 1 - frames_of(ENTER, spec.beat))
    count = len(_fields(spec))
    return tuple(pace * (index + 1) // count for index in range(count))


def _pace(item: CardItem, campaign: Campaign, rate: Fraction) -> int:
    """Give the frames before the last phrase enters: all that stands before it has been read by then."""
    beats = [
        reading_frames((text,), rate) for texts in _before_last(item, campaign) for text in texts if text
    ]
    return max(beats, default=0) * sum(1 for field in _LINES if field in item.texts)


def _before_last(item: CardItem, campaign: Campaign) -> Iterator[tuple[str, ...]]:
    for language in campaign.languages:
        words = _words(item, campaign, language)
        yield tuple(words.get(field, "") for field in ("title", *_LINES))[: -1 - _left(words)]


def _left(words: dict[str, str]) -> int:
    return sum(1 for field in _LINES if field not in words)


def _last(words: dict[str, str]) -> tuple[str, ...]:
    return tuple(words[field] for field in _LINES if field in words)[-1:]


PHRASES = Kind(
    name="phrases",
    version=3,
    message=("title", *_LINES),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(ENTER,),
    pace=_pace,
    last=_last,
)
