"""A recipe file as a person writes it. What it resolves to stands in `assetkit.recipe.records`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from assetkit.campaign.fields import Colour, Length, Slug, Version, Words, WordsByLanguage
from assetkit.recipe.caption_models import CaptionsModel
from assetkit.recipe.card_models import FOR as _FOR
from assetkit.recipe.card_models import BarsModel, PartnersItemModel, PhrasesModel, QuoteItemModel
from assetkit.recipe.subtitles import SubtitleEntry
from assetkit.recipe.values import (
    AsKind,
    CardKind,
    FocusPair,
    ItemLength,
    ShapeName,
    SuperStart,
    item_tag,
    know_item,
)
from assetkit.recipe.waivers import WaiverModel
from assetkit.validation import Filled

Fit = Literal["crop", "blur", "colour", "pad"]
RefusedItem = Annotated[SkipJsonSchema[dict[int, bool]], Tag("<refused>")]
TextFields = Annotated[
    dict[Slug, WordsByLanguage],
    Field(examples=[{"title": {"en": "The Dress", "ru": "Платье", "kk": "Көйлек"}}]),
]

_FOCUS = "Where the subject is: [x, y], each 0 to 1, from the left and from the top."
_FIT = "How the picture fills the frame: crop around the focus, or whole on blur, colour or black (pad)."
_GROUND = "The colour behind the picture with `fit: colour`; the brand's background where left out."
_TEXT = "Words by field of the card, each in every language."


class FramingModel(Filled):
    """How a clip fills one shape; what is left out stays as it is for the clip."""

    focus: FocusPair | None = Field(None, description=_FOCUS)
    fit: Fit | None = Field(None, description=_FIT)
    ground: Colour | None = Field(None, description=_GROUND)


class ClipModel(FramingModel):
    """A stretch of a film."""

    clip: Words = Field(
        description="A select, another film's select (`film/select`), or a range `A - B`.",
        examples=["embrace", "the-dress/embrace", "00:00:21:00 - 00:00:25:00"],
    )
    for_shape: dict[ShapeName, FramingModel] = Field(
        default_factory=dict, alias="for-shape", description="Another framing for a shape such as 9:16."
    )


class StatisticItemModel(Filled):
    """A statistic of the campaign's records as a card."""

    statistic: Words = Field(
        description="A statistic by its name in `assetkit.yaml`.", examples=["deaths-per-year"]
    )
    as_: AsKind = Field("count-up", alias="as", description="The kind of card.")
    for_: ItemLength = Field("auto", alias="for", description=_FOR)
    text: TextFields = Field(default_factory=dict, description=_TEXT)


class CardModel(Filled):
    """A card with words of its own."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"card": {"enum": ["title", "content-warning"]}}},
            "then": {
                "anyOf": [
                    {"required": ["title"]},
                    {"required": ["text"], "properties": {"text": {"required": ["title"]}}},
                ]
            },
            "dependentSchemas": {"helpline": {"properties": {"card": {"const": "content-warning"}}}},
        }
    )

    card: CardKind = Field(
        description="The kind of card: title, content-warning, or a registered kind.", examples=["title"]
    )
    title: WordsByLanguage | None = Field(
        None, description="The large words of a title card; what a content warning warns of."
    )
    subtitle: WordsByLanguage | None = Field(None, description="The small words below the title.")
    helpline: Words | None = Field(
        None, description="A helpline that a content warning shows, by its name.", examples=["family"]
    )
    for_: ItemLength = Field("auto", alias="for", description=_FOR)
    text: TextFields = Field(default_factory=dict, description=_TEXT)


class EndModel(Filled):
    """The end card: the campaign's name and where help can be had."""

    end: Words = Field(description="A helpline by its name in `assetkit.yaml`.", examples=["helpline"])
    slogan: WordsByLanguage | None = Field(None, description="A line below the campaign's name.")
    for_: ItemLength = Field("auto", alias="for", description=_FOR)
    text: TextFields = Field(default_factory=dict, description=_TEXT)


class DissolveModel(Filled):
    """A dissolve between its neighbours, centred on their join."""

    dissolve: Length = Field(
        description="Its length; an odd number of frames has the extra one after the join."
    )


class SuperModel(Filled):
    """Text over the picture."""

    super_: Slug = Field(alias="super", description="A name for it.", examples=["hook"])
    text: WordsByLanguage = Field(description="The words.")
    at: SuperStart = Field("start", description="`start`, or how long after the start of the cut.")
    for_: Length = Field(alias="for", description="How long it stands.")
    where: Literal["top", "middle"] = Field("top", description="In which part of the zone for cards.")
    except_: list[Words] = Field(
        default_factory=list, alias="except", description="Platforms and sets without it.", examples=[["x"]]
    )


class LengthModel(Filled):
    """How long a cut may be."""

    min_: Length | None = Field(None, alias="min", description="The least length; a shorter cut is an error.")
    max_: Length | None = Field(None, alias="max", description="The greatest; a longer cut is an error.")


ItemModel = Annotated[
    Annotated[
        Annotated[ClipModel, Tag("<clip>")]
        | Annotated[StatisticItemModel, Tag("<statistic>")]
        | Annotated[BarsModel, Tag("<bars>")]
        | Annotated[CardModel, Tag("<card>")]
        | Annotated[EndModel, Tag("<end>")]
        | Annotated[QuoteItemModel, Tag("<quote>")]
        | Annotated[PhrasesModel, Tag("<phrases>")]
        | Annotated[PartnersItemModel, Tag("<partners>")]
        | Annotated[DissolveModel, Tag("<dissolve>")]
        | RefusedItem,
        Discriminator(item_tag),
    ],
    BeforeValidator(know_item),
]
OverModel = Annotated[
    Annotated[SuperModel, Tag("<super>")] | RefusedItem,
    Discriminator(lambda value: "<refused>" if item_tag(value) == "<refused>" else "<super>"),
]


class CutPartModel(Filled):
    """The keys of a cut that a platform may have otherwise."""

    length: LengthModel | None = Field(None, description="How long the cut may be.")
    sequence: list[ItemModel] | None = Field(
        None, description="Clips, cards and dissolves in order; the first key of each says what it is."
    )
    over: list[OverModel] | None = Field(None, description="Text over the picture.")
    captions: CaptionsModel | None = Field(
        None, description="Whether and how subtitles are burnt into the picture."
    )


class CutModel(CutPartModel):
    """One cut-down."""

    platforms: list[Words] | None = Field(
        None, description="Platforms and sets of platforms.", examples=[["vertical", "x"]]
    )
    like: Words | None = Field(
        None,
        description="Another cut of this recipe; own keys replace its keys, those of `captions:` one by one.",
        examples=["teaser-15"],
    )
    for_platform: dict[str, CutPartModel] = Field(
        default_factory=dict,
        alias="for-platform",
        description="Keys that a platform or set has otherwise; of `captions:` those that are written.",
        examples=[{"x": {"length": {"max": "10s"}}}],
    )


class SelectModel(Filled):
    """A named stretch of the film."""

    range: Words = Field(
        description="`A - B`; B is the first frame left out.", examples=["00:00:03:00 - 00:00:08:12"]
    )
    focus: FocusPair | None = Field(None, description=_FOCUS)
    tags: list[Words] = Field(
        default_factory=list,
        description="What the picture shows; some things are better not shown.",
        examples=[["kitchen", "embrace"]],
    )


class RecipeModel(Filled):
    """A film and what to make of it; a recipe with no film makes posts of cards only."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {
                "film": ["master"],
                **{key: ["film"] for key in ("master", "subtitles", "sdh", "colour", "selects")},
            }
        }
    )

    assetkit: Version = Field(description="The version of the language: 1.")
    film: Slug | None = Field(None, description="The film's name in file names.", examples=["the-dress"])
    title: WordsByLanguage = Field(description="The title, as people read it.")
    master: Words | None = Field(
        None,
        description="The master's path, from the workspace.",
        examples=["assets/films/the-dress.mp4"],
    )
    subtitles: dict[str, SubtitleEntry] = Field(
        default_factory=dict,
        description="Subtitle files by language: a path from the workspace, or a mapping with `file:`.",
        examples=[{"kk": "assets/subtitles/the-dress.kk.srt"}],
    )
    sdh: dict[str, SubtitleEntry] = Field(
        default_factory=dict,
        description="Subtitles for people who cannot hear, with sounds and speakers, by language.",
        examples=[{"en": "assets/subtitles/the-dress.en.sdh.srt"}],
    )
    colour: Literal["bt709", "bt601-525", "bt601-625"] | None = Field(
        None, description="The master's colours, where the file does not say."
    )
    selects: dict[Slug, SelectModel] = Field(default_factory=dict, description="Named stretches of the film.")
    waive: list[WaiverModel] = Field(
        default_factory=list, description="Findings of `assetkit check` that are accepted, with the reason."
    )
    cuts: dict[Slug, CutModel] = Field(
        description="What is made, by name.", json_schema_extra={"minProperties": 1}
    )


NOT_YET = {
    "sound": "music and ducking",
    "music": "music and ducking",
    "post": "post copy and hashtags",
    "copy": "post copy",
    "hashtags": "hashtags of posts",
    "speed": "clips at another speed",
    "timecode": "counting from the timecode of the master",
    "track": "a focus that follows the subject",
    "cover": "covers chosen by hand",
}

# What stands in for required keys that are missing, while the rest is checked.
FILLERS = {"assetkit": 1, "title": {}, "text": {}, "cuts": {}, "for": "1s", "check": "AK450", "reason": "-"}
