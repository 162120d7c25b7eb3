"""Sound as a person writes it: of a film, of its dubs, of a clip, of a card, of a cut."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from assetkit.campaign.fields import CUT_LENGTH, Language, Length, Words
from assetkit.recipe.decibels import LEAST_GAIN, MOST_GAIN, Decibels
from assetkit.recipe.decibels import read_decibels as read_decibels
from assetkit.recipe.music_models import DUCK, MUSIC, DuckChoice, MusicChoice
from assetkit.validation import Filled, refuse, shorten

_MOST_TRACKS = 64
_OFFSET = f"-?{CUT_LENGTH}"
_FADE_IN = "How long it takes to rise from silence."
_FADE_OUT = "How long it takes to fall to silence."
_GAIN = f"How much louder, or with a minus quieter: {LEAST_GAIN} dB to +{MOST_GAIN} dB."


def _offset(value: Any) -> str:
    text = value if isinstance(value, str) else shorten(value)
    if not re.fullmatch(_OFFSET, text, re.ASCII):
        remedy = "write how much later (0.04s, 2f), or with a minus how much earlier (-2f)"
        raise refuse("AK702", f"{shorten(value)} is no offset of a sound", remedy)
    return text


def _track(value: Any) -> Any:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if is_number and not 1 <= value <= _MOST_TRACKS:
        raise refuse("AK700", f"there is no track {value}", "tracks are counted from 1")
    return value


SoundOffset = Annotated[
    str,
    BeforeValidator(_offset),
    WithJsonSchema({"type": "string", "pattern": f"^{_OFFSET}$", "examples": ["0.04s", "-2f"]}),
]
Track = Annotated[
    Annotated[int, BeforeValidator(_track), Field(ge=1, le=_MOST_TRACKS), Tag("<number>")]
    | Annotated[Language, Tag("<language>")],
    Discriminator(lambda value: "<language>" if isinstance(value, str) else "<number>"),
]


class FilmSoundModel(Filled):
    """Which of the master's sounds is the film's, where its file says too little or something wrong."""

    track: Track | None = Field(
        None,
        description="A sound track by its number, counted from 1, or by its language; the first if left out.",
        examples=["ru", 2],
    )
    offset: SoundOffset | None = Field(
        None, description="How much later than the file says it is heard; with a minus, earlier."
    )
    gain: Decibels | None = Field(None, description=_GAIN)


class DubModel(FilmSoundModel):
    """The sound of a film in one language, in place of the master's: a file, or a track of the master."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["file"]}, {"required": ["track"]}]})

    file: Words | None = Field(
        None,
        description="Its path, from the workspace; the master where left out.",
        examples=["assets/dubs/the-dress.kk.wav"],
    )


class ClipSoundModel(Filled):
    """How a clip sounds. What it says moves the sound only, never the picture."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"mute": {"const": True}}, "required": ["mute"]},
            "then": {"properties": dict.fromkeys(("lead", "lag", "gain", "fade_in", "fade_out"), False)},
        }
    )

    lead: Length | None = Field(
        None, description="How long before the picture its sound begins, over what stands before (a J cut)."
    )
    lag: Length | None = Field(
        None, description="How long its sound runs on after the picture, over what follows (an L cut)."
    )
    gain: Decibels | None = Field(None, description=_GAIN)
    mute: bool = Field(False, description="Whether it is silent.", examples=[True])
    fade_in: Length | None = Field(None, description=_FADE_IN)
    fade_out: Length | None = Field(None, description=_FADE_OUT)


class CardSoundModel(Filled):
    """A sound of its own under a card, from the card's first frame."""

    file: Words = Field(
        description="A sound file's path, from the workspace.", examples=["assets/sounds/breath.wav"]
    )
    gain: Decibels | None = Field(None, description=_GAIN)
    fade_in: Length | None = Field(None, description=_FADE_IN)
    fade_out: Length | None = Field(None, description=_FADE_OUT)


CardSoundEntry = Annotated[
    Annotated[Literal["silence", "continue"], Tag("<word>")] | Annotated[CardSoundModel, Tag("<file>")],
    Discriminator(lambda value: "<file>" if isinstance(value, dict) else "<word>"),
]
CardSound = Annotated[
    CardSoundEntry | None,
    Field(
        description="What is heard under it: silence, continue (what is heard before runs on), or a file.",
        examples=["continue", {"file": "assets/sounds/breath.wav"}],
    ),
]


class CutSoundModel(Filled):
    """The sound of a cut as a whole."""

    fade_in: Length | None = Field(None, description="How long all that is heard takes to rise at first.")
    fade_out: Length | None = Field(None, description="How long all that is heard takes to fall at last.")
    music: MusicChoice | None = MUSIC
    duck: DuckChoice | None = DUCK
