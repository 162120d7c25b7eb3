"""The small kinds of values that campaign and recipe files are made of, as a person writes them.

Every kind checks what was written and keeps it as it was; reading it into a value comes later.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from assetkit.campaign.fonts import FONTS
from assetkit.timecode import RATES, parse_duration
from assetkit.validation import nearest, refuse, shorten

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_SLUG = 64
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TELEPHONE = re.compile(r"[0-9+(*#][0-9+()*#. -]{0,31}")
_MOST_DIGITS = 10**15
# All that is wrong with a length is told by this form, so that the schema can tell it too.
_LENGTH = r"(?!0+(\.0*)?\s*[sf])([0-9]{{1,{seconds}}}(\.[0-9]{{1,9}})?\s*s|[0-9]{{1,{frames}}}\s*f)"
CUT_LENGTH = _LENGTH.format(seconds=5, frames=7)
"""The form of a length, of at most 99999 seconds or 9999999 frames."""
CARD_LENGTH = _LENGTH.format(seconds=3, frames=5)
"""The form of how long a card stands: at most 999 seconds or 99999 frames."""
_RATES = [*RATES, *(f"{rate.numerator}/1001" for rate in RATES.values() if rate.denominator == 1001)]
# Letters that can be shown, as the JSON Schema has them.
_SHOWN = r"[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]"
_INK = r"[^\s\u0000-\u001f\u007f-\u009f]"


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


def _highlight(text: str) -> str:
    if text != "none" and not _COLOUR.fullmatch(text):
        message = f"{shorten(text)} is no colour of a word"
        raise refuse("AK209", message, 'write "#RRGGBB", in quotes, or none')
    return text if text == "none" else text.upper()


def _day(value: Any) -> str:
    try:
        text = value if isinstance(value, str) and _DAY.fullmatch(value) else ""
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = f"{shorten(value)} is not a date"
        raise refuse("AK210", message, "write year, month and day: 2026-11-01") from error


def check_length(value: Any, form: str = CUT_LENGTH) -> str:
    """Refuse what is not a length of this form, greater than nothing; gives it as it was written."""
    text = value if isinstance(value, str) else shorten(value)
    if re.fullmatch(form, text):
        return text
    remedy = "write seconds (3s, 2.5s) or frames (12f)"
    try:
        length = parse_duration(text)
    except ValueError as error:
        reason = "not a whole number of frames" if "whole number" in str(error) else "not a length"
        raise refuse("AK206", f"{shorten(value)} is {reason}", remedy) from error
    if length.frames == 0 or length.seconds == 0:
        raise refuse("AK206", "a length must be more than nothing", remedy)
    most = "999s or 99999f" if form == CARD_LENGTH else "99999s or 9999999f"
    raise refuse("AK206", f"{shorten(value)} is too long", remedy, required=f"at most {most}")


def _rate(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    text = f"{value:.10g}" if is_number else value.strip() if isinstance(value, str) else ""
    if text not in _RATES:
        raise refuse(
            "AK212",
            f"{shorten(value)} is not a frame rate",
            nearest(text, RATES) if text else f"known here: {', '.join(RATES)}",
        )
    return text


def _number(value: Any) -> str:
    text = _write_number(value) if isinstance(value, int | float) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        raise refuse("AK213", f"{shorten(value)} is not a plain number", "write digits, such as 80 or 33.3")
    return text


def _write_number(value: float) -> str:
    """Write a number without an exponent; as what cannot be one where it is true, false or without end."""
    if isinstance(value, bool) or not abs(value) < _MOST_DIGITS:
        return ""
    return format(Decimal(repr(value)), "f")


def _digits(value: Any) -> Any:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value) if is_number and 0 <= value < _MOST_DIGITS else value
    if isinstance(text, str) and not _TELEPHONE.fullmatch(text):
        message = f"{shorten(text)} is not a telephone number"
        raise refuse("AK218", message, "write it as it is dialled: 111, or +7 700 123 45 67")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise refuse("AK220", "the text has no words in this language", "write its words")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise refuse("AK203", "this text is blank", "write its words")
    return text


def _font(text: str) -> str:
    if text not in FONTS:
        raise refuse("AK219", f"there is no font {shorten(text)}", nearest(text, FONTS))
    return text


def _words(text: str) -> str:
    for letter in text:
        if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Cn"):
            raise refuse("AK217", f"the words hold U+{ord(letter):04X}, which cannot be shown", "remove it")
    return text


def _version(value: Any) -> int:
    if isinstance(value, bool) or value != 1:
        raise refuse("AK214", f"version {shorten(value)} of the language is not known", "write `assetkit: 1`")
    return 1


def _json_rate(name: str) -> int | float:
    return float(name) if "." in name else int(name)


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
Highlight = Annotated[
    str,
    AfterValidator(_highlight),
    _schema("string", pattern=f"^(none|{_COLOUR.pattern})$", examples=["#FFD23F", "none"]),
]
"""The colour of the word that is said, or "none"."""
Day = Annotated[
    str,
    BeforeValidator(_day),
    _schema("string", format="date", pattern=f"^{_DAY.pattern}$", examples=["2026-11-01"]),
]
Length = Annotated[
    str, BeforeValidator(check_length), _schema("string", pattern=f"^{CUT_LENGTH}$", examples=["3s", "12f"])
]
Rate = Annotated[
    str,
    BeforeValidator(_rate),
    WithJsonSchema({"enum": [*map(_json_rate, RATES), *_RATES], "examples": [25, 23.976]}),
]
Number = Annotated[
    str,
    BeforeValidator(_number),
    _schema(
        ["number", "string"],
        pattern=f"^{_NUMBER.pattern}$",
        exclusiveMinimum=-_MOST_DIGITS,
        exclusiveMaximum=_MOST_DIGITS,
        examples=[80, 33.3],
    ),
]
Telephone = Annotated[
    str,
    BeforeValidator(_digits),
    _schema(
        ["integer", "string"],
        pattern=f"^{_TELEPHONE.pattern}$",
        minimum=0,
        exclusiveMaximum=_MOST_DIGITS,
        examples=["150"],
    ),
]
Words = Annotated[str, AfterValidator(_words), _schema("string", pattern=f"^{_SHOWN}*$")]
FontName = Annotated[str, AfterValidator(_font), WithJsonSchema({"enum": list(FONTS)})]
Version = Annotated[int, BeforeValidator(_version), WithJsonSchema({"const": 1})]
WORDS_SCHEMA = {"type": "string", "pattern": f"^{_SHOWN}*{_INK}{_SHOWN}*$"}
"""Words in one language, as the JSON Schema has them: not blank."""
Said = Annotated[str, AfterValidator(_words), AfterValidator(_not_blank), WithJsonSchema(WORDS_SCHEMA)]
"""Words that may not be blank."""
SaidInLanguage = Annotated[Words, AfterValidator(_said), WithJsonSchema(WORDS_SCHEMA)]
"""Words in one of several languages, that may not be blank."""
WordsByLanguage = Annotated[
    dict[str, SaidInLanguage],
    _schema(
        "object",
        additionalProperties=WORDS_SCHEMA,
        description="The same words in every language of the campaign.",
        examples=[{"en": "The Dress", "ru": "Платье", "kk": "Көйлек"}],
    ),
]
