"""The cover of a post as a person writes it: the best frame, a frame or a card, and words upon it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import CUT_LENGTH, WordsByLanguage
from assetkit.timecode import parse_duration, parse_timecode
from assetkit.validation import Filled, refuse, shorten

_WORDS = ("auto", "none")
_TIMECODE = "[0-9]{2}:[0-9]{2}:[0-9]{2}([:;.][0-9]{2,3})?"


def _moment(value: Any) -> Any:
    text = value if isinstance(value, str) else ""
    try:
        if text != "start":
            parse_timecode(text) if ":" in text else parse_duration(text)
    except ValueError as error:
        remedy = "write `start`, 2s, 12f or 00:00:05:12, counted from the start of the cut"
        raise refuse("AK840", f"{shorten(value)} is not a time in a cut", remedy) from error
    return value


def _word(value: Any) -> Any:
    if value not in _WORDS:
        remedy = "write auto, none, or a mapping with `frame:` or `card:`"
        raise refuse("AK840", f"a cover is not {shorten(value)}", remedy)
    return value


def _one_picture(value: Any) -> Any:
    if isinstance(value, dict) and "frame" in value and "card" in value:
        raise refuse("AK840", "a cover shows a frame or a card, not both", "keep `frame:` or `card:`")
    return value


Moment = Annotated[
    str,
    BeforeValidator(_moment),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^(start|{CUT_LENGTH}|{_TIMECODE})$",
            "examples": ["2s", "00:00:05:12"],
        }
    ),
]


class CoverModel(Filled):
    """The picture of a cover; with neither `frame:` nor `card:` the best frame is taken."""

    model_config = ConfigDict(json_schema_extra={"not": {"required": ["frame", "card"]}})

    frame: Moment | None = Field(
        None, description="A time in the cut; its picture is shown without captions and what lies over it."
    )
    card: int | None = Field(
        None,
        ge=1,
        le=100,
        description="Which card of the sequence, counted from 1, as it stands.",
        examples=[1],
    )
    title: WordsByLanguage | None = Field(
        None,
        description="Words set upon the picture; on a platform that takes but a time, they are left out.",
        examples=[{"en": "The Dress", "ru": "Платье", "kk": "Көйлек"}],
    )


CoverChoice = Annotated[
    Annotated[str, BeforeValidator(_word), WithJsonSchema({"enum": list(_WORDS)}), Tag("<word>")]
    | Annotated[CoverModel, BeforeValidator(_one_picture), Tag("<picture>")],
    Discriminator(lambda value: "<picture>" if isinstance(value, dict) else "<word>"),
]
