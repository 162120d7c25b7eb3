"""What lies over the picture of a cut, as a person writes it: texts, lower thirds, counters, marks."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from assetkit.campaign.fields import CUT_LENGTH, Length, Slug, Words, WordsByLanguage, check_length, is_slug
from assetkit.campaign.figure_models import NUMBER_FORM, NumberForm
from assetkit.recipe.values import CARDS_WRITTEN_OTHERWISE, SuperStart
from assetkit.validation import REFUSED_ITEM, Filled, nearest, refuse, shorten

OVER_KEYS = ("super", "lower-third", "counter", "logo", "label", "overlay")
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
_FULL = ("title", "content-warning")  # other kinds that fill the frame are written otherwise

_AT = "`start`, or how long after the start of the cut."
_WHERE = "In which corner of the zone for cards; in a lower one it stands above burnt captions."
_EXCEPT = "Platforms and sets without it."


def over_tag(value: Any) -> str | None:
    """Give the union tag of something over the picture: the key that says what it is."""
    if value == REFUSED_ITEM:
        return "<refused>"
    if not isinstance(value, dict):
        return None
    key = next((key for key in value if key in OVER_KEYS), None)
    return f"<{key}>" if key else None


def _know_over(value: Any) -> Any:
    """Refuse what does not say what it is."""
    if over_tag(value):
        return value
    if not isinstance(value, dict) or not value:
        raise refuse("AK216", "what lies over the picture is a mapping", "write `- super: name`")
    first = str(next(iter(value)))
    raise refuse("AK216", f"`{shorten(first)}` does not lie over the picture", nearest(first, OVER_KEYS))


def _stand(value: Any) -> str:
    return value if value in ("auto", "whole") else check_length(value)


def _stay(value: Any) -> str:
    return "whole" if value == "whole" else check_length(value)


def _own_kind(text: str) -> str:
    if text in _FULL:
        message = f"a {text} card fills the frame, so it cannot lie over the picture"
        raise refuse("AK649", message, f"write `- card: {text}` in `sequence:`")
    form = CARDS_WRITTEN_OTHERWISE.get(text)
    if form and text not in OVER_KEYS:
        message = f"a {text} card fills the frame, so it cannot lie over the picture"
        raise refuse("AK649", message, f"write {form} in `sequence:`, or `counter:` for a number in a corner")
    if form:
        raise refuse("AK649", f"the card `{text}` is written otherwise", f"write {form}")
    if not is_slug(text):
        raise refuse("AK205", f"{shorten(text)} is not a kind of card", "write the name of a registered kind")
    return text


StandLength = Annotated[
    str,
    BeforeValidator(_stand),
    WithJsonSchema(
        {"type": "string", "pattern": f"^(auto|whole|{CUT_LENGTH})$", "examples": ["auto", "4s", "whole"]}
    ),
]
StayLength = Annotated[
    str,
    BeforeValidator(_stay),
    WithJsonSchema({"type": "string", "pattern": f"^(whole|{CUT_LENGTH})$", "examples": ["whole", "4s"]}),
]
OwnKind = Annotated[
    str,
    AfterValidator(_own_kind),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 64,
            "not": {"enum": [*_FULL, *CARDS_WRITTEN_OTHERWISE]},
            "examples": ["stripe"],
        }
    ),
]
_STAND = "How long it stands: `auto` is long enough to read in every language, `whole` is to the end."


class SuperModel(Filled):
    """Text over the picture."""

    super_: Slug = Field(alias="super", description="A name for it.", examples=["hook"])
    text: WordsByLanguage = Field(description="The words.")
    at: SuperStart = Field("start", description=_AT)
    for_: Length = Field(alias="for", description="How long it stands.")
    where: Literal["top", "middle"] = Field("top", description="In which part of the zone for cards.")
    except_: list[Words] = Field(default_factory=list, alias="except", description=_EXCEPT, examples=[["x"]])


class OverlayModel(Filled):
    """What all cards over the picture have in common."""

    at: SuperStart = Field("start", description=_AT)
    for_: StandLength = Field("auto", alias="for", description=_STAND)
    where: Corner = Field("bottom-left", description=_WHERE)
    except_: list[Words] = Field(default_factory=list, alias="except", description=_EXCEPT, examples=[["x"]])


class LowerThirdModel(OverlayModel):
    """Who is seen or heard, on a plate."""

    lower_third: WordsByLanguage = Field(
        alias="lower-third", description="The name, in every language.", examples=[{"en": "A. Example"}]
    )
    role: WordsByLanguage | None = Field(None, description="What they are, below the name.")


class CounterModel(OverlayModel):
    """A statistic that counts up small, in a corner."""

    counter: Words = Field(
        description="A statistic by its name in `assetkit.yaml`.", examples=["deaths-per-year"]
    )
    number: NumberForm | None = Field(
        None, description=f"{NUMBER_FORM} As the record says where left out.", examples=["compact"]
    )
    where: Corner = Field("top-left", description=_WHERE)


class LogoModel(OverlayModel):
    """The brand's mark in a corner, small and quiet; it makes room for cards that fill the frame."""

    logo: Literal["brand"] = Field(description="Whose mark: `brand`.")
    for_: StayLength = Field("whole", alias="for", description="How long it stays; `whole` is to the end.")
    where: Corner = Field("top-right", description=_WHERE)


class LabelModel(OverlayModel):
    """A plain word that says what the post is, such as "Paid partnership"."""

    label: Slug = Field(
        description="A label whose words are known: paid-partnership, sponsored, partner-content.",
        examples=["paid-partnership"],
    )
    text: WordsByLanguage | None = Field(None, description="Other words for it, in every language.")
    for_: StandLength = Field("whole", alias="for", description=_STAND)
    where: Corner = Field("top-left", description=_WHERE)


class OwnOverlayModel(OverlayModel):
    """A registered kind of card of one's own, over the picture."""

    overlay: OwnKind = Field(description="The registered kind of card.")
    text: dict[Slug, WordsByLanguage] = Field(
        default_factory=dict, description="Words by field of the card, each in every language."
    )


CardOverModel = LowerThirdModel | CounterModel | LogoModel | LabelModel | OwnOverlayModel
OverModel = Annotated[
    Annotated[
        Annotated[SuperModel, Tag("<super>")]
        | Annotated[LowerThirdModel, Tag("<lower-third>")]
        | Annotated[CounterModel, Tag("<counter>")]
        | Annotated[LogoModel, Tag("<logo>")]
        | Annotated[LabelModel, Tag("<label>")]
        | Annotated[OwnOverlayModel, Tag("<overlay>")]
        | Annotated[SkipJsonSchema[dict[int, bool]], Tag("<refused>")],
        Discriminator(over_tag),
    ],
    BeforeValidator(_know_over),
]
