"""Items of a sequence that are cards: bars, quotes, phrases and partners, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from assetkit.campaign.fields import Words, WordsByLanguage
from assetkit.campaign.figure_models import NUMBER_FORM, NumberForm
from assetkit.recipe.figures import LEAST_BARS, MOST_BARS
from assetkit.recipe.ground_models import CardGround
from assetkit.recipe.sound_models import CardSound
from assetkit.recipe.values import ItemLength
from assetkit.validation import Filled, refuse

FOR = "How long it stands; `auto` is long enough to read in every language."
LEAST_LINES, MOST_LINES = 2, 6
MOST_PARTNERS = 12


def _bars(value: Any) -> Any:
    few = isinstance(value, list) and len(value) < LEAST_BARS
    remedy = "name another number beside it, or write `statistic:`" if few else "leave the least telling out"
    return _within(value, "AK603", "bars", LEAST_BARS, MOST_BARS, remedy)


def _lines(value: Any) -> Any:
    remedy = "take some out, or make two cards"
    if isinstance(value, list) and len(value) < LEAST_LINES:
        remedy = "write more of them, or a title card"
    return _within(value, "AK610", "phrases", LEAST_LINES, MOST_LINES, remedy)


def _names(value: Any) -> Any:
    remedy = "make two cards" if value else "write their names from `partners:` of assetkit.yaml"
    return _within(value, "AK609", "partners", 1, MOST_PARTNERS, remedy)


def _within(value: Any, code: str, what: str, least: int, most: int, remedy: str) -> Any:
    if isinstance(value, list) and not least <= len(value) <= most:
        message, required = f"a card of {what} holds {least} to {most} of them", f"{least} to {most}"
        raise refuse(code, message, remedy, measured=str(len(value)), required=required)
    return value


class BarsModel(Filled):
    """Statistics of one unit, compared as bars from zero on."""

    bars: Annotated[list[Words], BeforeValidator(_bars)] = Field(
        description="Statistics by their names in `assetkit.yaml`, in the order in which they stand.",
        examples=[["population", "men"]],
        json_schema_extra={"minItems": LEAST_BARS, "maxItems": MOST_BARS, "uniqueItems": True},
    )
    title: WordsByLanguage = Field(description="What the comparison says.")
    accent: Words | None = Field(None, description="The bar that stands out, by its name.", examples=["men"])
    number: NumberForm | None = Field(
        None, description=f"{NUMBER_FORM} As the records say where left out.", examples=["compact"]
    )
    for_: ItemLength = Field("auto", alias="for", description=FOR)
    ground: CardGround = None
    sound: CardSound = None


class QuoteItemModel(Filled):
    """A quote of the campaign's records as a card."""

    quote: Words = Field(description="A quote by its name in `assetkit.yaml`.", examples=["from-my-father"])
    for_: ItemLength = Field("auto", alias="for", description=FOR)
    ground: CardGround = None
    sound: CardSound = None


class PhrasesModel(Filled):
    """Things that people say, one after the other, each in the quotation marks of the language."""

    phrases: WordsByLanguage = Field(description="The line that stands above them.")
    lines: Annotated[list[WordsByLanguage], BeforeValidator(_lines)] = Field(
        description="The phrases in order, without quotation marks.",
        examples=[[{"en": "Don’t cry."}, {"en": "Be strong."}]],
        json_schema_extra={"minItems": LEAST_LINES, "maxItems": MOST_LINES},
    )
    for_: ItemLength = Field("auto", alias="for", description=FOR)
    ground: CardGround = None
    sound: CardSound = None


class PartnersItemModel(Filled):
    """The names of partners, set as type on a grid."""

    partners: Annotated[list[Words], BeforeValidator(_names)] = Field(
        description="Partners by their names in `assetkit.yaml`, in the order in which they stand.",
        examples=[["first-partner", "second-partner"]],
        json_schema_extra={"minItems": 1, "maxItems": MOST_PARTNERS, "uniqueItems": True},
    )
    title: WordsByLanguage | None = Field(None, description="The line that stands above them.")
    for_: ItemLength = Field("auto", alias="for", description=FOR)
    ground: CardGround = None
    sound: CardSound = None


WordCardModel = QuoteItemModel | PhrasesModel | PartnersItemModel
