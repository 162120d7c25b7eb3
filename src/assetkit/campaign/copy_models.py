"""The words of posts as a person writes them: copy with shorter wordings, links, and who is mentioned."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import Words, WordsByLanguage
from assetkit.validation import Filled, refuse, shorten

_URL = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?")
_HANDLE = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?"
_TAG = re.compile(r"\w+")
_TEXT = "The words of the post; `{statistic:…}`, `{film.title}` and the like are filled in."
_SHORT_EXAMPLES = [[{"en": "See it.", "ru": "Смотрите.", "kk": "Көріңіз."}]]
_SHORT = "Shorter wordings, the longest first; taken where a platform has no room for the one above."


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        remedy = "write it whole, without spaces: https://example.org/help"
        raise refuse("AK802", f"{shorten(text)} is not an address of a page", remedy)
    return text


def _handle(text: str) -> str:
    if not re.fullmatch(_HANDLE, text):
        remedy = "write it as the platform does, without the @"
        raise refuse("AK803", f"{shorten(text)} is not the name of an account", remedy)
    return text


def _hashtag(text: str) -> str:
    if not _TAG.fullmatch(text) or text.isdigit():
        remedy = "write letters, digits and underscores, without the # and without spaces"
        raise refuse("AK804", f"{shorten(text)} is not a hashtag", remedy)
    return text


def _campaign_hashtag(text: str) -> str:
    """Refuse what is no hashtag; with or without its #, as cards may show it."""
    if text:
        _hashtag(text.removeprefix("#"))
    return text


Url = Annotated[
    str,
    AfterValidator(_url),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
Handle = Annotated[
    str, AfterValidator(_handle), WithJsonSchema({"type": "string", "pattern": f"^{_HANDLE}$"})
]
Hashtag = Annotated[
    str, AfterValidator(_hashtag), WithJsonSchema({"type": "string", "pattern": r"^[^\s#]+$"})
]
CampaignHashtag = Annotated[Words, AfterValidator(_campaign_hashtag)]
LinkEntry = Annotated[
    Annotated[Url, Tag("<address>")] | Annotated[dict[str, Url], Tag("<languages>")],
    Discriminator(lambda value: "<languages>" if isinstance(value, dict) else "<address>"),
]
"""The address of a page, the same for all languages or one for each."""
Shorter = list[WordsByLanguage]
"""Shorter wordings, the longest first."""


class WordingModel(Filled):
    """What a post says, and shorter ways to say it."""

    text: WordsByLanguage | None = Field(None, description=_TEXT)
    short: Shorter = Field(default_factory=list, description=_SHORT, examples=_SHORT_EXAMPLES)
    title: WordsByLanguage | None = Field(
        None, description="The title, where a platform has titles; the recipe's where left out."
    )
    short_title: Shorter = Field(
        default_factory=list, description="Shorter titles, the longest first.", examples=_SHORT_EXAMPLES
    )


class CopyModel(WordingModel):
    """The copy of posts, in every language; what a platform has otherwise stands under its name."""

    model_config = ConfigDict(json_schema_extra={"required": ["text"]})

    reviewed: bool = Field(
        False, description="Whether a native reader of each language has signed it; else a draft."
    )
    for_platform: dict[str, WordingModel] = Field(
        default_factory=dict,
        alias="for-platform",
        description="Other words for a platform or set; what is left out stays.",
        examples=[{"x": {"text": _SHORT_EXAMPLES[0][0]}}],
    )


class MentionModel(Filled):
    """Somebody whom posts mention: by an account where a platform has one, else by the name."""

    title: WordsByLanguage = Field(description="The name, in words.")
    handles: dict[str, Handle] = Field(
        default_factory=dict,
        description="The account on a platform or set, without the @.",
        examples=[{"instagram": "example_org"}],
    )
