"""What a recipe says of the post of a cut, as a person writes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from assetkit.campaign.calendar_fields import PostTime, Step, ZoneName
from assetkit.campaign.copy_models import CopyModel, Hashtag
from assetkit.campaign.fields import Words, WordsByLanguage
from assetkit.recipe.cover_models import CoverChoice
from assetkit.validation import Filled

CopyChoice = Annotated[
    Annotated[Words, Tag("<name>")] | Annotated[CopyModel, Tag("<words>")],
    Discriminator(lambda value: "<words>" if isinstance(value, dict) else "<name>"),
]
HashtagsEntry = Annotated[
    Annotated[list[Hashtag], Tag("<all>")] | Annotated[dict[str, list[Hashtag]], Tag("<languages>")],
    Discriminator(lambda value: "<languages>" if isinstance(value, dict) else "<all>"),
]


class PostModel(Filled):
    """What a post has beside its video."""

    copy_: CopyChoice | None = Field(
        None,
        alias="copy",
        description="The copy of the post: one of the campaign's `copy:` by its name, or words of its own.",
        examples=["the-dress"],
    )
    hashtags: HashtagsEntry | None = Field(
        None,
        description="Hashtags without the #, for all languages or by language; the campaign's if left out.",
        examples=[["HeForShe"], {"en": ["HeForShe"], "ru": ["Семья"], "kk": ["Отбасы"]}],
    )
    label: Words | None = Field(
        None,
        description="What the post must say that it is, at the head of its copy: `paid-partnership`.",
        examples=["paid-partnership"],
    )
    alt: WordsByLanguage | None = Field(
        None, description="What the picture shows, for people who do not see it."
    )
    cover: CoverChoice | None = Field(
        None,
        description="The picture that stands for the video: `auto` is the best frame, `none` is none.",
        examples=["auto", {"frame": "00:00:02:12"}, {"card": 1}],
    )
    at: PostTime | None = Field(
        None,
        description="The day and the time at which it comes out, by the clocks of its zone; `none` for no "
        "time. A cut that is `like:` this one has a time of its own.",
    )
    zone: ZoneName | None = Field(None, description="The time zone; that of `calendar:` if left out.")
    later: dict[str, Step] = Field(
        default_factory=dict,
        description="How much later it comes out in a language, where not at the same time.",
        examples=[{"ru": "2h", "en": "1d"}],
    )
