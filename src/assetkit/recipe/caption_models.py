"""The captions of a cut as a person writes them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from assetkit.campaign.captions import PRESETS, CaptionPlace, Motion, Speakers
from assetkit.recipe.values import StyleName
from assetkit.validation import Filled


def _burn_tag(value: Any) -> str:
    return "<map>" if isinstance(value, dict) else "<flag>"


Burn = Annotated[
    Annotated[bool, Tag("<flag>")] | Annotated[dict[str, bool], Tag("<map>")], Discriminator(_burn_tag)
]
CaptionSet = Literal["translation", "sdh"]
SetChoice = Annotated[
    Annotated[CaptionSet, Tag("<name>")] | Annotated[dict[str, CaptionSet], Tag("<map>")],
    Discriminator(lambda value: "<map>" if isinstance(value, dict) else "<name>"),
]


class CaptionsModel(Filled):
    """Whether and how subtitles are burnt into the picture."""

    style: StyleName | None = Field(
        None,
        description=f"A style by its name: {', '.join(PRESETS)}, or one of the campaign's "
        "`caption_styles:`; where left out, the brand's.",
        examples=["box"],
    )
    place: CaptionPlace | None = Field(
        None,
        description="At the bottom, in the zone for captions, or at the top of the zone for cards; as the "
        "style says if left out.",
    )
    motion: Motion | None = Field(
        None, description="How captions come and go; as the style says if left out."
    )
    speakers: Speakers | None = Field(
        None, description="How a change of speaker is shown; as the style says if left out."
    )
    burn: Burn = Field(
        True,
        description="true, false, or one of them by platform or set.",
        examples=[True, {"youtube": False}],
    )
    set: SetChoice | None = Field(
        None,
        description="The caption set: translation, or sdh with sounds and speakers; or one by language.",
        examples=["sdh", {"en": "sdh"}],
    )
    sidecar: Burn | None = Field(
        None,
        description="Whether a subtitle file lies beside the video: true, false, or one of them by platform "
        "or set. Where left out, it does for platforms that take one.",
        examples=[False, {"telegram": True}],
    )
