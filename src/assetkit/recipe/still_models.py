"""The pictures of a picture post as a person writes them: cards as they stand, and frames of films."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from assetkit.campaign.fields import Words
from assetkit.recipe.item_models import CardItemModel, FramingModel, RefusedItem
from assetkit.recipe.values import ITEM_KEYS, ShapeName, item_tag
from assetkit.validation import REFUSED_ITEM, nearest, refuse, shorten

STILL_KEYS = ("frame", *(key for key in ITEM_KEYS if key not in ("clip", "dissolve")))


class FrameModel(FramingModel):
    """A frame of a film."""

    frame: Words = Field(
        description="A time in the film, or a select (`film/select` of another): of that its best frame.",
        examples=["00:00:05:12", "embrace", "the-dress/embrace"],
    )
    for_shape: dict[ShapeName, FramingModel] = Field(
        default_factory=dict, alias="for-shape", description="Another framing for a shape such as 9:16."
    )


def still_tag(value: Any) -> str | None:
    """Give the union tag of a picture: its first key."""
    if value == REFUSED_ITEM:
        return "<refused>"
    first = next(iter(value), None) if isinstance(value, dict) else None
    return "<frame>" if first == "frame" else item_tag(value) if first in STILL_KEYS else None


def _know_still(value: Any) -> Any:
    """Refuse a picture whose first key does not say what it is."""
    if still_tag(value):
        return value
    if not isinstance(value, dict) or not value:
        raise refuse("AK216", "a picture is a mapping", "write `- frame: 00:00:05:12`, or a card")
    first = str(next(iter(value)))
    moving = "a picture does not run: write `- frame:` with a select" if first == "clip" else ""
    raise refuse("AK216", f"`{shorten(first)}` is no picture", moving or nearest(first, STILL_KEYS))


StillModel = Annotated[
    Annotated[
        Annotated[FrameModel, Tag("<frame>")] | CardItemModel | RefusedItem,
        Discriminator(still_tag),
    ],
    BeforeValidator(_know_still),
]
