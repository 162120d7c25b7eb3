"""The small kinds of values that campaign and recipe files are made of, as a person writes them.

Every kind checks what was written and keeps it as it was; reading it into a value comes later.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from assetkit.timecode import parse_duration, parse_rate
from assetkit.validation import refuse, shorten

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_SLUG = 64


def is_slug(text: str) -> bool:
    """Whether the text can be part of a file name: small Latin letters, digits, single hyphens."""
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def _slug(text: str) -> str:
    if not is_slug(text):
        message = f"{shorten(text)} is not a name"
        raise refuse(
            "AK205", message, f"use small Latin letters, digits and hyphens, at most {_LONGEST_SLUG}"
        )
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise refuse("AK221", f"{shorten(text)} is not a language code", "write kk, ru or en")
    return text


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise refuse("AK209", f"{shorten(text)} is not a colour", 'write "#RRGGBB", in quotes')
    return text.upper()


def _day(value: Any) -> str:
    try:
        text = value if isinstance(value, str) and len(value) == 10 else ""
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = f"{shorten(value)} is not a date"
        raise refuse("AK210", message, "write year, month and day: 2026-11-01") from error


def check_length(value: Any) -> str:
    """Refuse what is not a length greater than nothing; gives it as it was written."""
    try:
        text = value if isinstance(value, str) and len(value) <= 24 else shorten(value)
        length = parse_duration(text)
    except ValueError as error:
        raise refuse("AK206", str(error).split(";")[0], "write seconds (3s, 2.5s) or frames (12f)") from error
    if length.frames == 0 or length.seconds == 0:
        raise refuse("AK206", "a length must be more than nothing", "write seconds (3s) or frames (12f)")
    return text


def _rate(value: Any) -> str:
    text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
    try:
        parse_rate(text if isinstance(text, str) and len(text) <= 16 else "")
    except ValueError as error:
        known = str(error).partition("known: ")[2]
        raise refuse("AK212", f"{shorten(value)} is not a frame rate", f"known: {known}") from error
    return str(text)


def _number(value: Any) -> str:
    text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        raise refuse("AK213", f"{shorten(value)} is not a plain number", "write digits, such as 80 or 33.3")
    return text


def _digits(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _words(text: str) -> str:
    for letter in text:
        if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Cn"):
            raise refuse("AK217", f"the words hold U+{ord(letter):04X}, which cannot be shown", "remove it")
    return text


def _version(value: Any) -> int:
    if type(value) is not int or value != 1:
        raise refuse("AK214", f"version {shorten(value)} of the language is not known", "write `assetkit: 1`")
    return value


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Slug = Annotated[
    str, AfterValidator(_slug), _schema("string", pattern=f"^{_SLUG.pattern}$", maxLength=_LONGEST_SLUG)
]
Language = Annotated[
    str, AfterValidator(_language), _schema("string", pattern=f"^{_LANGUAGE.pattern}$", examples=["kk"])
]
Colour = Annotated[
    str,
    AfterValidator(_colour),
    _schema("string", pattern=f"^{_COLOUR.pattern}$", format="color", examples=["#EC008C"]),
]
Day = Annotated[str, BeforeValidator(_day), _schema("string", format="date", examples=["2026-11-01"])]
Length = Annotated[
    str,
    BeforeValidator(check_length),
    _schema("string", pattern=r"^\d+(\.\d+)?\s*(s|f)$", examples=["3s", "12f"]),
]
Rate = Annotated[str, BeforeValidator(_rate), _schema(["number", "string"], examples=[25, 23.976])]
Number = Annotated[str, BeforeValidator(_number), _schema(["number", "string"], examples=[80, 33.3])]
Telephone = Annotated[str, BeforeValidator(_digits), _schema(["integer", "string"], examples=["150"])]
Words = Annotated[str, AfterValidator(_words), _schema("string")]
Version = Annotated[int, BeforeValidator(_version), WithJsonSchema({"const": 1})]
WordsByLanguage = Annotated[
    dict[str, Words],
    _schema(
        "object",
        additionalProperties={"type": "string", "minLength": 1},
        description="The same words in every language of the campaign.",
        examples=[{"en": "The Dress", "ru": "Платье", "kk": "Көйлек"}],
    ),
]
