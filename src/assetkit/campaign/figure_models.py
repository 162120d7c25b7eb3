"""Statistics, quotes and what is asked of every cut, as a person writes them in the campaign file."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import (
    WORDS_SCHEMA,
    Day,
    Number,
    Said,
    SaidInLanguage,
    Slug,
    Words,
    WordsByLanguage,
)
from assetkit.campaign.plurals import CATEGORIES, Category
from assetkit.validation import Filled, refuse, shorten

_YEAR = re.compile("[12][0-9]{3}")
BoundName = Literal["at-least", "at-most", "more-than", "less-than", "almost", "about"]
Rounding = Literal["nearest", "down", "up"]
NumberForm = Literal["auto", "full", "compact"]
NUMBER_FORM = (
    "How the number is written: full (1,800,000), compact (1.8 million), or auto: compact only on cards of a "
    "shape that has no room for the full one, in all languages."
)

_FORMS_SCHEMA = {
    "type": "object",
    "properties": dict.fromkeys(CATEGORIES, WORDS_SCHEMA),
    "additionalProperties": False,
    "minProperties": 1,
}


def _wording_tag(value: Any) -> str:
    return "<forms>" if isinstance(value, dict) else "<text>"


Wording = Annotated[
    Annotated[SaidInLanguage, Tag("<text>")]
    | Annotated[dict[Category, SaidInLanguage], Field(min_length=1), Tag("<forms>")],
    Discriminator(_wording_tag),
]
WordingByLanguage = Annotated[
    dict[str, Wording],
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"anyOf": [WORDS_SCHEMA, _FORMS_SCHEMA]},
            "examples": [{"en": {"one": "woman dies", "other": "women die"}, "kk": "әйел қаза табады"}],
        }
    ),
]


def _year(text: str) -> str:
    if not _YEAR.fullmatch(text):
        raise refuse("AK605", f"{shorten(text)} is not a year", "write four digits, such as 2023")
    return text


Year = Annotated[
    str, AfterValidator(_year), WithJsonSchema({"type": "string", "pattern": f"^{_YEAR.pattern}$"})
]


class StatisticModel(Filled):
    """A number with its source; one without a source is never rendered."""

    model_config = ConfigDict(
        json_schema_extra={
            "required": ["wording", "source", "as_of"],
            "anyOf": [{"required": [key]} for key in ("value", "range", "ratio")],
        }
    )

    value: Number | None = Field(
        None, description="The number, as digits; where left out, that of `range:` or `ratio:`."
    )
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = Field(
        None, description="From one number to another, in place of `value:`.", examples=[[3000, 5000]]
    )
    ratio: Annotated[list[Slug], Field(min_length=2, max_length=2)] | None = Field(
        None,
        description="Two other statistics: it is the first by the second, in percent with the unit %. "
        "A `value:` beside it must agree.",
        examples=[["men", "population"]],
    )
    rounding: Rounding = Field("nearest", description="How a ratio is rounded to its decimals.")
    decimals: int | None = Field(
        None,
        ge=0,
        le=6,
        description="Decimals that are shown; as many as were written where left out, none for a ratio.",
        examples=[1],
    )
    unit: Literal["", "%"] = Field("", description="What stands at the number.")
    number: NumberForm = Field("auto", description=NUMBER_FORM)
    bound: BoundName | None = Field(
        None,
        description="What the qualifier means; where left out, as its words say.",
        examples=["at-least"],
    )
    qualifier: WordsByLanguage = Field(
        default_factory=dict, description='What stands before the number: "more than".'
    )
    wording: WordingByLanguage = Field(
        description="What the number counts; by plural forms (one, few, many, other) where one is not enough."
    )
    population: WordsByLanguage = Field(
        default_factory=dict, description="Who was counted: women of 18 and older."
    )
    place: WordsByLanguage = Field(default_factory=dict, description="Where it was counted.")
    period: WordsByLanguage = Field(default_factory=dict, description="The time that was counted.")
    label: WordsByLanguage = Field(
        default_factory=dict, description="What it is called beside other numbers, in a word or two."
    )
    years: dict[Year, Number] = Field(
        default_factory=dict,
        description="Its values by year; `value:` is that of the last one.",
        examples=[{"2022": 70, "2023": 80}],
    )
    source: WordsByLanguage = Field(default_factory=dict, description="Where the number comes from.")
    url: Words = Field(
        "", description="Where the source can be read.", examples=["https://example.org/report"]
    )
    as_of: Day = Field(description="The day for which the number holds.")
    valid_until: Day | None = Field(
        None, description="The last day on which it may be shown; after it, what shows it is a draft."
    )
    primary: bool = Field(False, description="Whether the source is the one that counted.")
    reviewed: bool = Field(
        False, description="Whether somebody has checked number and wording at the source."
    )


class ConsentModel(Filled):
    """What the speaker has agreed to, as it is recorded."""

    scope: Said = Field(description="What the words may be used for.", examples=["posts of the campaign"])
    given_on: Day = Field(description="The day on which it was given.")
    recorded_in: Said = Field(
        description="Where the record lies, for those who may see it.", examples=["release form 12"]
    )
    platforms: list[Words] = Field(
        default_factory=list,
        description="Platforms it was given for; all where left out.",
        examples=[["vk-clip"]],
    )
    languages: list[Words] = Field(
        default_factory=list, description="Languages it was given for; all where left out.", examples=[["kk"]]
    )
    until: Day | None = Field(None, description="The last day on which it holds.")
    withdrawn: Day | None = Field(None, description="The day on which it was taken back.")


class QuoteModel(Filled):
    """What somebody has said; a named speaker needs a recorded consent, an anonymous one is never named."""

    model_config = ConfigDict(json_schema_extra={"required": ["text", "source"]})

    text: WordsByLanguage = Field(description="The words, without quotation marks.")
    speaker: WordsByLanguage = Field(default_factory=dict, description="The speaker's name.")
    role: WordsByLanguage = Field(default_factory=dict, description="Who the speaker is.")
    source: WordsByLanguage = Field(default_factory=dict, description="Where it was said.")
    anonymous: bool = Field(False, description="Whether nobody may learn who said it.")
    consent: ConsentModel | None = Field(
        None, description="What the speaker has agreed to; without it a named quote is never rendered."
    )


WarningChoice = Annotated[
    Annotated[bool, Tag("<flag>")] | Annotated[list[Slug], Tag("<list>")],
    Discriminator(lambda value: "<list>" if isinstance(value, list) else "<flag>"),
]


class RequiredModel(Filled):
    """What the campaign asks of every cut."""

    helpline: bool = Field(False, description="Whether every cut must end with where help can be had.")
    content_warning: WarningChoice = Field(
        False,
        description="Whether a content warning must come first: true, false, or in which recipes.",
        examples=[True, ["the-dress"]],
    )
    helpline_days: int | None = Field(
        None,
        ge=1,
        le=3650,
        description="After so many days a helpline must be verified again.",
        examples=[90],
    )
