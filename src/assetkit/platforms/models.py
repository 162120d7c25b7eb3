"""Platforms as a person writes them: what `platforms.yaml` and the packaged data may hold."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, model_validator

from assetkit.geometry import Box, Size
from assetkit.platforms.cover_models import CoverText
from assetkit.platforms.image_models import ImagePostText
from assetkit.validation import Strict, refuse, shorten

_SIZE = re.compile(r"([0-9]{2,4})x([0-9]{2,4})")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 64
# Bounded, because a short text such as 1e999999999 would be a number that no machine can hold.
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?|[0-9]{1,9}/[1-9][0-9]{0,8}")
_LARGEST_ZONE = 1 << 20
_FILE_NAME = re.compile(r"\{name\}(?:[A-Za-z0-9._-]|\{language\}|\{locale\}){1,40}")


def _read_name(value: str) -> str:
    if len(value) > _LONGEST_NAME or not _NAME.fullmatch(value):
        raise refuse(
            "AK205",
            f"{shorten(value)} is not a name",
            f"use small Latin letters, digits and hyphens, at most {_LONGEST_NAME}",
        )
    return value


def _read_size(value: Any) -> Size:
    match = _SIZE.fullmatch(value) if isinstance(value, str) else None
    numbers = [int(part) for part in match.groups()] if match else []
    if not numbers or any(number % 2 or not 16 <= number <= 8192 for number in numbers):
        raise refuse(
            "AK509", f"{shorten(value)} is not a picture size", "write even pixels, such as 1080x1920"
        )
    return Size(*numbers)


def _read_number(value: Any) -> Fraction:
    text = value if isinstance(value, str) else repr(value)
    if isinstance(value, bool) or not _NUMBER.fullmatch(text):
        raise refuse("AK510", f"{shorten(value)} is not a number", "write 60, 0.5, 5/12 or null")
    return Fraction(text)


def _read_positive(value: Any) -> Fraction:
    number = _read_number(value)
    if number <= 0:
        raise refuse("AK510", f"{shorten(value)} must be more than zero", "write seconds, such as 2 or 0.5")
    return number


def _read_box(value: Any) -> Box:
    whole = isinstance(value, list) and len(value) == 4 and all(type(item) is int for item in value)
    if not whole or any(abs(item) > _LARGEST_ZONE for item in value):
        raise refuse("AK503", "a zone is four whole numbers", "write [x, y, width, height]")
    return Box(*value)


def _read_file_name(value: str) -> str:
    if not _FILE_NAME.fullmatch(value):
        remedy = "write {name}, then Latin letters, digits, `.`, `_`, `-`, {language} or {locale}"
        raise refuse("AK474", f"{shorten(value)} does not name a subtitle file", remedy)
    return value


def _wrap_limit(value: Any) -> Any:
    return value if isinstance(value, dict) else {"value": value}


Name = Annotated[str, AfterValidator(_read_name)]
SizeText = Annotated[Size, PlainValidator(_read_size)]
Number = Annotated[Fraction, PlainValidator(_read_number)]
OptionalNumber = Annotated[
    Fraction | None, PlainValidator(lambda value: None if value is None else _read_number(value))
]
Seconds = Annotated[Fraction, PlainValidator(_read_positive)]
Zone = Annotated[Box, PlainValidator(_read_box)]
Strength = Literal["rejects", "advises"]
Confidence = Literal["H", "M", "L"]
Counting = Literal["characters", "weighted", "utf-16", "utf-8", "emoji-bytes"]


class FormatText(Strict):
    """A format; what is left out stays as in the known format of this name, or as in `Format`."""

    size: SizeText | None = None
    codec: Literal["h264", "hevc"] | None = None
    preset: Literal["superfast", "veryfast", "faster", "fast", "medium", "slow", "slower"] | None = None
    crf: int | None = Field(None, ge=1, le=40)
    threads: int | None = Field(None, ge=1, le=16)
    profile: Literal["main", "high"] | None = None
    level: Literal["3.1", "3.2", "4.0", "4.1", "4.2", "5.0", "5.1", "5.2"] | None = None
    maxrate: int | None = Field(None, ge=100, le=200_000)
    bufsize: int | None = Field(None, ge=100, le=400_000)
    gop_seconds: Seconds | None = None
    fine_seconds: Seconds | None = None


class LayoutText(Strict):
    """A layout, whole."""

    size: SizeText
    captions: Zone
    cards: Zone
    covered: list[Zone] = Field(default_factory=list)
    source: str = ""
    as_of: str = ""
    confidence: Confidence = "L"


class Evidence(Strict):
    """Where numbers come from, and what follows from breaking them."""

    source: str | None = None
    as_of: str | None = None
    confidence: Confidence | None = None
    strength: Strength | None = None


class LimitText(Evidence):
    """One limit; a bare number stands for `{value: number}`."""

    value: OptionalNumber


class SoundText(Strict):
    """The sound that platforms get where they say nothing else."""

    loudness: Number
    true_peak: Number
    audio_kbps: int = Field(ge=32, le=512)
    source: str
    as_of: str
    confidence: Confidence


class SidecarText(Strict):
    """How a platform takes a subtitle file, whole; `name` left out is `{name}.{language}.srt` (or `.vtt`)."""

    form: Literal["srt", "vtt", "none", "unknown"]
    name: Annotated[str, AfterValidator(_read_file_name)] | None = None
    markup: bool = False
    languages: list[str] = Field(default_factory=list)
    source: str = ""
    as_of: str = ""
    confidence: Confidence = "L"

    @model_validator(mode="after")
    def _end_as_the_form(self) -> SidecarText:
        if self.name and self.form in ("srt", "vtt") and not self.name.endswith(f".{self.form}"):
            raise refuse(
                "AK474", f"{shorten(self.name)} is no name of a {self.form} file", f"end it in .{self.form}"
            )
        return self


class WordsText(Strict):
    """How a platform takes the words of a post, whole."""

    copy_: Literal["taken", "none", "unknown"] = Field("taken", alias="copy")
    title: Literal["taken", "none", "unknown"] = "none"
    count: Counting = "characters"
    count_title: Counting = "characters"
    alt: Literal["all", "images", "none", "unknown"] = "unknown"
    refused: str = ""
    source: str = ""
    as_of: str = ""
    confidence: Confidence = "L"


class PlatformText(Strict):
    """A platform; what is left out stays as in the known platform of this name."""

    title: str | None = None
    format: Name | None = None
    layout: Name | None = None
    evidence: Evidence = Field(default_factory=Evidence, alias="from")
    limits: dict[str, Annotated[LimitText, BeforeValidator(_wrap_limit)]] = Field(default_factory=dict)
    loudness: OptionalNumber = None
    true_peak: OptionalNumber = None
    audio_kbps: int | None = Field(None, ge=32, le=512)
    sidecar: SidecarText | None = None
    image: ImagePostText | None = None
    cover: CoverText | None = None
    words: WordsText | None = None


class CatalogueText(Strict):
    """A whole file of platforms."""

    sound: SoundText | None = None
    formats: dict[Name, FormatText] = Field(default_factory=dict)
    layouts: dict[Name, LayoutText] = Field(default_factory=dict)
    platforms: dict[Name, PlatformText] = Field(default_factory=dict)
    sets: dict[Name, list[Name]] = Field(default_factory=dict)
