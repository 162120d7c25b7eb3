"""A mark as a person writes it: a picture file, or that with what is known of its use."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from assetkit.campaign.fields import Said, Words
from assetkit.validation import Filled

_MOST_CLEAR = 200


class LogoModel(Filled):
    """A mark as a picture file, with who has permitted its use."""

    image: Words = Field(
        description="The picture file, from the workspace: a PNG with a transparent ground is best.",
        examples=["assets/logos/ours.png"],
    )
    permission: Said | None = Field(
        None,
        description="Who has permitted its use, for what, and where that is recorded; without it, all posts "
        "that show the mark are drafts.",
        examples=["letter of 3 March 2026, file 12"],
    )
    on: Literal["dark", "light"] | None = Field(None, description="The ground that it is made for.")
    clear_space: int = Field(
        25,
        ge=0,
        le=_MOST_CLEAR,
        description="What stays free around it, in percent of its height.",
        examples=[50],
    )


def _written(value: Any) -> Any:
    """Take a path alone for a mark of which nothing else is known."""
    return {"image": value} if isinstance(value, str) else value


LogoField = Annotated[LogoModel, BeforeValidator(_written, json_schema_input_type=str | LogoModel)]
"""A mark: its path alone, or with what is known of its use."""
