"""Music and licences as a person writes them in the campaign file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from assetkit.campaign.fields import Day, Said, Words, WordsByLanguage
from assetkit.validation import Filled, refuse, shorten

WORLD = "world"
"""The territory that is everywhere."""

_COUNTRY = f"{WORLD}|[A-Z]{{2}}"


def _territory(text: str) -> str:
    if not re.fullmatch(_COUNTRY, text):
        remedy = f"write `{WORLD}`, or countries by their two letters (ISO 3166): [KZ, KG]"
        raise refuse("AK733", f"{shorten(text)} is not a territory", remedy)
    return text


Territory = Annotated[
    str,
    AfterValidator(_territory),
    WithJsonSchema({"type": "string", "pattern": f"^({_COUNTRY})$", "examples": [WORLD, "KZ"]}),
]


class LicenceModel(Filled):
    """Under what terms a work that others have made is used. What lacks title, author, licence or source is
    used as a draft only."""

    title: Said | None = Field(
        None, description="The work's title, as its author writes it.", examples=["Quiet Room"]
    )
    author: Said | None = Field(None, description="Who made it.", examples=["A. Composer"])
    licence: Said | None = Field(
        None,
        description="The licence by its name, or who has permitted what.",
        examples=["CC-BY-4.0", "contract 17 of 2026-03-01"],
    )
    source: Said | None = Field(
        None, description="Where the work and its licence are found.", examples=["https://example.org/17"]
    )
    territory: list[Territory] = Field(
        default_factory=list,
        description="Countries that it may be shown in; everywhere where left out.",
        examples=[["KZ", "KG"]],
    )
    platforms: list[Words] = Field(
        default_factory=list,
        description="Platforms and sets of platforms that it may be shown on; all where left out.",
        examples=[["youtube", "vertical"]],
    )
    until: Day | None = Field(None, description="The last day on which it may be shown.")
    credit: WordsByLanguage = Field(
        default_factory=dict, description="What posts say of it, where the licence asks for that."
    )


class TrackModel(LicenceModel):
    """A piece of music that cuts may have under them."""

    file: Words = Field(description="Its path, from the workspace.", examples=["assets/music/quiet-room.wav"])
