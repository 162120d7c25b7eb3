"""Subtitle files as a person names them in a recipe: a path, or a path and what is known of the file."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import CUT_LENGTH, Rate, Words
from assetkit.diagnostics import Place
from assetkit.recipe.ranges import Position
from assetkit.recipe.records import SubtitleFile
from assetkit.timecode import parse_duration, parse_rate, parse_timecode
from assetkit.validation import Filled, refuse, shorten

Encoding = Literal[
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "kz1048",
    "ptcp154",
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "iso-8859-9",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
]
_CLOCK = r"[0-9]{1,2}:[0-5][0-9]:[0-5][0-9](([:;])[0-9]{2,3}|\.[0-9]{1,6})?"
_STARTS_AT = f"({_CLOCK}|{CUT_LENGTH})"


def _starts_at(value: Any) -> str:
    text = value if isinstance(value, str) else shorten(value)
    if not re.fullmatch(_STARTS_AT, text, re.ASCII):
        raise refuse(
            "AK430",
            f"{shorten(value)} is no time that a film starts at",
            "write a timecode: 01:00:00:00, or 00:59:50.000",
        )
    return text


StartsAt = Annotated[
    str,
    BeforeValidator(_starts_at),
    WithJsonSchema({"type": "string", "pattern": f"^{_STARTS_AT}$", "examples": ["01:00:00:00"]}),
]


class SubtitleFileModel(Filled):
    """A subtitle file, and what is known of it that its bytes do not say."""

    file: Words = Field(
        description="Its path, from the workspace.", examples=["assets/subtitles/the-dress.kk.srt"]
    )
    encoding: Encoding | None = Field(
        None, description="How its letters are coded; told from the bytes where left out."
    )
    starts_at: StartsAt | None = Field(
        None, description="The file's time at the first frame of the master; told from its times if left out."
    )
    rate: Rate | None = Field(
        None, description="The frames per second that the file counts in; the master's where left out."
    )


def _entry_tag(value: Any) -> str:
    return "<file>" if isinstance(value, dict) else "<path>"


SubtitleEntry = Annotated[
    Annotated[Words, Tag("<path>")] | Annotated[SubtitleFileModel, Tag("<file>")], Discriminator(_entry_tag)
]


def subtitle_file(entry: SubtitleEntry, place: Place) -> SubtitleFile:
    """Give what a person wrote, a path or a mapping, as a record; `place` is where the path stands."""
    if isinstance(entry, str):
        return SubtitleFile(entry, place=place)
    return SubtitleFile(
        entry.file,
        entry.encoding,
        _position(entry.starts_at) if entry.starts_at else None,
        parse_rate(entry.rate) if entry.rate else None,
        place,
    )


def _position(text: str) -> Position:
    return parse_timecode(text) if ":" in text else parse_duration(text)
