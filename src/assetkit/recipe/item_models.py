"""The items of a cut as a person writes them: clips, cards and dissolves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from assetkit.campaign.fields import Colour, Length, Slug, Words, WordsByLanguage
from assetkit.campaign.figure_models import NUMBER_FORM, NumberForm
from assetkit.recipe.card_models import FOR as _FOR
from assetkit.recipe.card_models import BarsModel, PartnersItemModel, PhrasesModel, QuoteItemModel
from assetkit.recipe.ground_models import CardGround
from assetkit.recipe.sound_models import CardSound, ClipSoundModel
from assetkit.recipe.values import (
    AsKind,
    CardKind,
    FocusPair,
    ItemLength,
    ShapeName,
    item_tag,
    know_item,
)
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
    sound: ClipSoundModel | None = Field(None, description="How it sounds; the film's sound if left out.")


class StatisticItemModel(Filled):
    """A statistic of the campaign's records as a card."""

    statistic: Words = Field(
        description="A statistic by its name in `assetkit.yaml`.", examples=["deaths-per-year"]
    )
    as_: AsKind = Field("count-up", alias="as", description="The kind of card.")
    number: NumberForm | None = Field(
        None, description=f"{NUMBER_FORM} As the record says where left out.", examples=["compact"]
    )
    for_: ItemLength = Field("auto", alias="for", description=_FOR)
    ground: CardGround = None
    sound: CardSound = None
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
    ground: CardGround = None
    sound: CardSound = None
    text: TextFields = Field(default_factory=dict, description=_TEXT)


class EndModel(Filled):
    """The end card: the campaign's name and where help can be had."""

    end: Words = Field(description="A helpline by its name in `assetkit.yaml`.", examples=["helpline"])
    slogan: WordsByLanguage | None = Field(None, description="A line below the campaign's name.")
    for_: ItemLength = Field("auto", alias="for", description=_FOR)
    ground: CardGround = None
    sound: CardSound = None
    text: TextFields = Field(default_factory=dict, description=_TEXT)


class DissolveModel(Filled):
    """A dissolve between its neighbours, centred on their join."""

    dissolve: Length = Field(
        description="Its length; an odd number of frames has the extra one after the join."
    )


CardItemModel = (
    Annotated[StatisticItemModel, Tag("<statistic>")]
    | Annotated[BarsModel, Tag("<bars>")]
    | Annotated[CardModel, Tag("<card>")]
    | Annotated[EndModel, Tag("<end>")]
    | Annotated[QuoteItemModel, Tag("<quote>")]
    | Annotated[PhrasesModel, Tag("<phrases>")]
    | Annotated[PartnersItemModel, Tag("<partners>")]
)
"""Every item that is a card, by its first key."""

ItemModel = Annotated[
    Annotated[
        Annotated[ClipModel, Tag("<clip>")]
        | CardItemModel
        | Annotated[DissolveModel, Tag("<dissolve>")]
        | RefusedItem,
        Discriminator(item_tag),
    ],
    BeforeValidator(know_item),
]
