"""What stands behind a card in place of a colour, as a person writes it: running footage, or an image."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from assetkit.campaign.fields import Words
from assetkit.recipe.values import FocusPair
from assetkit.validation import Filled, refuse

_KEYS = ("footage", "image")


def _one_ground(value: Any) -> Any:
    if isinstance(value, dict) and sum(key in value for key in _KEYS) != 1:
        both = "a card has one ground" if all(key in value for key in _KEYS) else "the ground is not said"
        raise refuse("AK643", both, "write either `footage:` with a select, or `image:` with a path")
    return value


class GroundModel(Filled):
    """A picture behind the card, under a scrim of the brand's background."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["footage"]}, {"required": ["image"]}]},
    )

    footage: Words | None = Field(
        None,
        description="A select, another film's select or a range: it runs behind the card, blurred.",
        examples=["embrace", "00:00:21:00 - 00:00:29:00"],
    )
    image: Words | None = Field(
        None, description="A picture file, by its path from the workspace.", examples=["assets/hands.jpg"]
    )
    focus: FocusPair | None = Field(
        None, description="Where the subject is: [x, y], each 0 to 1, from the left and from the top."
    )
    scrim: int | None = Field(
        None,
        ge=0,
        le=95,
        description="How much of the background lies over it, in percent. If left out: the brand’s scrim, or "
        "as much as words on footage need.",
        examples=[75],
    )


CardGround = Annotated[
    GroundModel | None,
    BeforeValidator(_one_ground),
    Field(description="Footage or an image behind the card, in place of the background."),
]
