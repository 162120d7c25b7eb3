"""The kinds of values that only recipes have, as a person writes them, and how items are told apart."""

from __future__ import annotations

import re
from math import gcd
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from assetkit.campaign.fields import CARD_LENGTH, CUT_LENGTH, Words, check_length, is_slug
from assetkit.validation import REFUSED_ITEM, nearest, refuse, shorten

ITEM_KEYS = ("clip", "statistic", "bars", "card", "quote", "phrases", "partners", "end", "dissolve")
AS_KINDS = ("count-up", "ring", "pictogram", "timeline", "milestone")
CARDS_WRITTEN_OTHERWISE = {
    "count-up": "`statistic: name of the record`",
    **{kind: f"`statistic: name of the record` with `as: {kind}`" for kind in AS_KINDS[1:]},
    "bars": "`bars: [names of records]` with `title:`",
    "statistic": "`statistic: name of the record`",
    "quote": "`quote: name of the record`",
    "phrases": "`phrases: {en: what stands above them}` with `lines:`",
    "partners": "`partners: [names of records]`",
    "end": "`end: name of the record`",
    "lower-third": "`- lower-third: {en: a name}` under `over:`",
    "counter": "`- counter: name of the record` under `over:`",
    "logo": "`- logo: brand` under `over:`",
    "label": "`- label: paid-partnership` under `over:`",
}
"""Kinds of cards that are not written as `card: KIND`, and how each is."""
_SHAPE = re.compile(r"([1-9][0-9]{0,3}):([1-9][0-9]{0,3})")
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"


def item_tag(value: Any) -> str | None:
    """Give the union tag of an item of a sequence: its first key."""
    if value == REFUSED_ITEM:
        return "<refused>"
    first = next(iter(value), None) if isinstance(value, dict) else None
    return f"<{first}>" if first in ITEM_KEYS else None


def know_item(value: Any) -> Any:
    """Refuse an item whose first key does not say what it is."""
    if item_tag(value):
        return value
    if not isinstance(value, dict) or not value:
        raise refuse("AK216", "an item of a sequence is a mapping", "write `- clip: name`")
    first = next(iter(value))
    later = next((key for key in value if key in ITEM_KEYS), None)
    if later:
        raise refuse(
            "AK216",
            f"the first key of an item says what it is, not `{shorten(first)}`",
            f"put `{later}:` first",
        )
    if first in CARDS_WRITTEN_OTHERWISE:
        form = CARDS_WRITTEN_OTHERWISE[first]
        raise refuse("AK216", f"`{first}:` is no item of a sequence", f"write {form}")
    raise refuse("AK216", f"`{shorten(first)}` is no item of a sequence", nearest(first, ITEM_KEYS))


def _style_name(value: Any) -> Any:
    if isinstance(value, dict):
        remedy = "describe it under `caption_styles:` of assetkit.yaml, and write its name here"
        raise refuse("AK203", "a style is given by its name", remedy, measured="a mapping", required="a text")
    return value


def _focus(value: Any) -> Any:
    if isinstance(value, dict) and "track" in value:
        raise refuse(
            "AK290", "a focus that follows a track is not yet made", "write a fixed focus: [0.5, 0.4]"
        )
    numbers = value if isinstance(value, list) and len(value) == 2 else []
    if not numbers or not all(type(part) in (int, float) and 0 <= part <= 1 for part in numbers):
        raise refuse("AK211", "a focus is two numbers from 0 to 1", "write [x, y], such as [0.5, 0.4]")
    return value


def _as_kind(value: Any) -> str:
    if value in AS_KINDS:
        return str(value)
    remedy = "write `bars:` with two or more names" if value == "bars" else nearest(str(value), AS_KINDS)
    raise refuse(
        "AK204", f"a statistic is not shown as {shorten(value)}", remedy, required=", ".join(AS_KINDS)
    )


def _card_kind(text: str) -> str:
    if text in CARDS_WRITTEN_OTHERWISE:
        form = CARDS_WRITTEN_OTHERWISE[text]
        raise refuse("AK204", f"the card `{text}` is written otherwise", f"write {form}")
    if not is_slug(text):
        raise refuse("AK205", f"{shorten(text)} is not a kind of card", "write `card: title`")
    return text


def _item_length(value: Any) -> str:
    return "auto" if value == "auto" else check_length(value, CARD_LENGTH)


def _super_start(value: Any) -> str:
    return "start" if value == "start" else check_length(value)


def _shape(text: str) -> str:
    match = _SHAPE.fullmatch(text)
    if not match:
        raise refuse("AK215", f"{shorten(text)} is not a shape", "write 9:16, 4:5, 1:1 or 16:9")
    width, height = int(match[1]), int(match[2])
    common = gcd(width, height)
    if common > 1:
        raise refuse(
            "AK215", f"the shape {text} is not in lowest terms", f"write {width // common}:{height // common}"
        )
    return text


FocusPair = Annotated[
    list[float],
    BeforeValidator(_focus),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 1},
            "minItems": 2,
            "maxItems": 2,
            "examples": [[0.35, 0.4]],
        }
    ),
]
AsKind = Annotated[str, BeforeValidator(_as_kind), WithJsonSchema({"enum": list(AS_KINDS)})]
CardKind = Annotated[
    str,
    AfterValidator(_card_kind),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _SLUG,
            "maxLength": 64,
            "not": {"enum": [*CARDS_WRITTEN_OTHERWISE]},
            "examples": ["title"],
        }
    ),
]
ItemLength = Annotated[
    str,
    BeforeValidator(_item_length),
    WithJsonSchema({"type": "string", "pattern": f"^(auto|{CARD_LENGTH})$", "examples": ["auto", "3s"]}),
]
SuperStart = Annotated[
    str,
    BeforeValidator(_super_start),
    WithJsonSchema({"type": "string", "pattern": f"^(start|{CUT_LENGTH})$", "examples": ["start", "2s"]}),
]
StyleName = Annotated[Words, BeforeValidator(_style_name)]
ShapeName = Annotated[
    str, AfterValidator(_shape), WithJsonSchema({"type": "string", "pattern": f"^({_SHAPE.pattern})$"})
]
