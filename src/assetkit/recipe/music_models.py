"""Music under a cut as a person writes it: which track, from where, how loud, and how speech stays clear."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import Length, Slug, Words
from assetkit.recipe.decibels import Decibels, read_decibels
from assetkit.validation import Filled, refuse

NO_MUSIC = "none"
"""What stands in place of a track where there is to be none."""


def _loop(value: Any) -> Any:
    if isinstance(value, bool | str):
        return value
    raise refuse("AK735", "a loop is true, false, or a range", "write `loop: true`, or `loop: 4s - 20s`")


def _less(value: Any) -> Any:
    if not isinstance(value, str) or value.startswith("-"):
        return value  # what is no gain at all is told as that
    raise refuse("AK734", "under speech music goes down, not up", "write decibels with a minus: -12 dB")


LoopChoice = Annotated[
    Annotated[bool, Tag("<flag>")] | Annotated[Words, Tag("<range>")],
    Discriminator(lambda value: "<flag>" if isinstance(value, bool) else "<range>"),
    BeforeValidator(_loop),
]
Lowering = Annotated[
    Decibels,
    BeforeValidator(_less),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^-([0-9]|[1-5][0-9])(\.[0-9]{1,2})?\s*dB$|^-60(\.0{1,2})?\s*dB$",
            "examples": ["-12 dB"],
        }
    ),
]


class MusicUseModel(Filled):
    """A track of the campaign's music, and how it lies under the cut."""

    track: Slug = Field(
        description="The music by its name under `music:` of `assetkit.yaml`.", examples=["theme"]
    )
    in_: Length | None = Field(
        None, alias="in", description="Where in the music it begins.", examples=["12.5s"]
    )
    gain: Decibels | None = Field(None, description="How much louder, or with a minus quieter, it is.")
    loop: LoopChoice = Field(
        False,
        description="Whether it goes back to where it began when it ends: true, or the range that is "
        "repeated.",
        examples=[True, "4s - 20s"],
    )
    fade_in: Length | None = Field(None, description="How long it takes to rise.")
    fade_out: Length | None = Field(
        None,
        description="How long it takes to fall: 1.5 s where left out; with `until: end-card` the length of "
        "that card.",
    )
    until: Literal["end", "end-card"] = Field(
        "end",
        description="`end`: it falls to the end of the cut; `end-card`: from where that card begins.",
    )


class DuckModel(Filled):
    """How far the music goes down under speech."""

    depth: Lowering = Field("-12 dB", description="How far, in decibels.")
    attack: Length = Field("0.3s", description="How long before the speech it begins to go down.")
    release: Length = Field("0.6s", description="How long after the speech it takes to come back.")
    under: Literal["cues", "level"] | None = Field(
        None,
        description="What counts as speech: `cues`, the times of the films' subtitles in any language, or "
        "`level`, where the films are loud; cues where there are any, if left out.",
    )
    threshold: Lowering = Field(
        "-20 dB", description="With `level`: how far under the films' loud parts is still loud."
    )


MusicChoice = Annotated[
    Annotated[Slug, Tag("<name>")] | Annotated[MusicUseModel, Tag("<use>")],
    Discriminator(lambda value: "<use>" if isinstance(value, dict) else "<name>"),
]
DuckChoice = Annotated[
    Annotated[Lowering, Tag("<depth>")] | Annotated[DuckModel, Tag("<duck>")],
    Discriminator(lambda value: "<duck>" if isinstance(value, dict) else "<depth>"),
]
MUSIC: Any = Field(
    None,
    description="The music under the cut: a name under `music:` of `assetkit.yaml`, a mapping with `track:`, "
    f"or {NO_MUSIC}.",
    examples=["theme", {"track": "theme", "in": "12.5s", "gain": "-6 dB", "loop": True}],
)
DUCK: Any = Field(
    None,
    description="How far the music goes down under speech; it does not where left out.",
    examples=["-12 dB", {"depth": "-12 dB", "under": "level"}],
)


def depth_of(duck: str | DuckModel) -> float:
    """Give how far music goes down, in decibels, below 0."""
    return read_decibels(duck if isinstance(duck, str) else duck.depth)
