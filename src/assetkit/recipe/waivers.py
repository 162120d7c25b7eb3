"""Findings that a recipe accepts, as a person writes them."""

from __future__ import annotations

from pydantic import Field

from assetkit.campaign.checks import CheckCode
from assetkit.campaign.fields import Language, Said
from assetkit.validation import Filled


class WaiverModel(Filled):
    """A finding of `assetkit check` that is accepted."""

    check: CheckCode = Field(description="The code of the finding.", examples=["AK450"])
    language: Language | None = Field(None, description="The language of the cue; all if left out.")
    text: Said | None = Field(
        None, description="Words that stand in the cue; every cue if left out.", examples=["I am learning"]
    )
    reason: Said = Field(description="Why it may stay as it is.", examples=["said so fast in the film"])
