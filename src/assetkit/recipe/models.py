"""A recipe file as a person writes it. What it resolves to stands in `assetkit.recipe.records`."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from assetkit.campaign.fields import Length, Slug, Version, Words, WordsByLanguage
from assetkit.recipe.caption_models import CaptionsModel
from assetkit.recipe.hook_models import HookCode, HookEntry
from assetkit.recipe.item_models import ItemModel
from assetkit.recipe.over_models import OverModel
from assetkit.recipe.post_models import PostModel
from assetkit.recipe.sound_models import CutSoundModel, DubModel, FilmSoundModel
from assetkit.recipe.still_models import StillModel
from assetkit.recipe.subtitles import SubtitleEntry
from assetkit.recipe.trade_codes import TradeCode
from assetkit.recipe.values import (
    FocusPair,
)
from assetkit.recipe.waivers import WaiverModel
from assetkit.validation import Filled

_FOCUS = "Where the subject is: [x, y], each 0 to 1, from the left and from the top."


class LengthModel(Filled):
    """How long a cut may be."""

    min_: Length | None = Field(None, alias="min", description="The least length; a shorter cut is an error.")
    max_: Length | None = Field(None, alias="max", description="The greatest; a longer cut is an error.")


class CutPartModel(Filled):
    """The keys of a cut that a platform may have otherwise."""

    length: LengthModel | None = Field(None, description="How long the cut may be.")
    sequence: list[ItemModel] | None = Field(
        None, description="Clips, cards and dissolves in order; the first key of each says what it is."
    )
    over: list[OverModel] | None = Field(
        None, description="What lies over the picture: texts, lower thirds, counters, marks, labels."
    )
    motion: Literal["brand", "reduced"] | None = Field(
        None, description="How cards move: as the brand has it, or reduced to fades; not how long they stand."
    )
    captions: CaptionsModel | None = Field(
        None, description="Whether and how subtitles are burnt into the picture."
    )
    sound: CutSoundModel | None = Field(None, description="The sound of the cut as a whole.")
    post: PostModel | None = Field(None, description="What its posts have beside the video.")
    code: dict[str, TradeCode] | None = Field(
        None,
        description="The trade's code of the cut, such as Ad-ID, by language: as it was given out, never "
        "made up. A cut that is `like:` this one has codes of its own.",
        examples=[{"kk": "ABCD1234000H"}],
    )


class CutModel(CutPartModel):
    """One cut-down."""

    platforms: list[Words] | None = Field(
        None, description="Platforms and sets of platforms.", examples=[["vertical", "x"]]
    )
    stills: list[StillModel] | None = Field(
        None,
        description="In place of a sequence: the pictures of a picture post, of several as a carousel; cards "
        "as they stand, and frames.",
        examples=[[{"frame": "embrace"}, {"statistic": "deaths-per-year"}]],
    )
    hooks: dict[HookCode, HookEntry] | None = Field(
        None,
        description="Alternative openings by a short code: each comes before the sequence in posts of its "
        "own, which share all that follows.",
        examples=[{"a": [{"clip": "embrace"}], "b": [{"clip": "walk"}]}],
    )
    like: Words | None = Field(
        None,
        description="Another cut of this recipe; own keys replace its keys, those of `captions:` one by one.",
        examples=["teaser-15"],
    )
    for_platform: dict[str, CutPartModel] = Field(
        default_factory=dict,
        alias="for-platform",
        description="Keys that a platform or set has otherwise; of `captions:` those that are written.",
        examples=[{"x": {"length": {"max": "10s"}}}],
    )


class SelectModel(Filled):
    """A named stretch of the film."""

    range: Words = Field(
        description="`A - B`; B is the first frame left out.", examples=["00:00:03:00 - 00:00:08:12"]
    )
    focus: FocusPair | None = Field(None, description=_FOCUS)
    tags: list[Words] = Field(
        default_factory=list,
        description="What the picture shows; some things are better not shown.",
        examples=[["kitchen", "embrace"]],
    )


FILM_KEYS = ("master", "subtitles", "sdh", "colour", "sound", "dubs", "licence", "selects")
"""Keys of a recipe that belong to a film."""


class RecipeModel(Filled):
    """A film and what to make of it; a recipe with no film makes posts of cards only."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {
                "film": ["master"],
                **{key: ["film"] for key in FILM_KEYS},
            }
        }
    )

    assetkit: Version = Field(description="The version of the language: 1.")
    film: Slug | None = Field(None, description="The film's name in file names.", examples=["the-dress"])
    title: WordsByLanguage = Field(description="The title, as people read it.")
    master: Words | None = Field(
        None,
        description="The master's path, from the workspace.",
        examples=["assets/films/the-dress.mp4"],
    )
    subtitles: dict[str, SubtitleEntry] = Field(
        default_factory=dict,
        description="Subtitle files by language: a path from the workspace, or a mapping with `file:`.",
        examples=[{"kk": "assets/subtitles/the-dress.kk.srt"}],
    )
    sdh: dict[str, SubtitleEntry] = Field(
        default_factory=dict,
        description="Subtitles for people who cannot hear, with sounds and speakers, by language.",
        examples=[{"en": "assets/subtitles/the-dress.en.sdh.srt"}],
    )
    colour: Literal["bt709", "bt601-525", "bt601-625"] | None = Field(
        None, description="The master's colours, where the file does not say."
    )
    sound: FilmSoundModel | None = Field(None, description="Which of the master's sounds is the film's.")
    dubs: dict[str, DubModel] = Field(
        default_factory=dict,
        description="The sound in a language that has one of its own, by language; the picture is the same.",
        examples=[{"kk": {"file": "assets/dubs/the-dress.kk.wav", "gain": "-2 dB"}}],
    )
    licence: Words | None = Field(
        None,
        description="Under which of the campaign's `licences:` the film is used; none for one's own.",
        examples=["archive"],
    )
    selects: dict[Slug, SelectModel] = Field(default_factory=dict, description="Named stretches of the film.")
    waive: list[WaiverModel] = Field(
        default_factory=list, description="Findings of `assetkit check` that are accepted, with the reason."
    )
    cuts: dict[Slug, CutModel] = Field(
        description="What is made, by name.", json_schema_extra={"minProperties": 1}
    )


NOT_YET = {
    "speed": "clips at another speed",
    "timecode": "counting from the timecode of the master",
    "track": "a focus that follows the subject",
}

# What stands in for required keys that are missing, while the rest is checked.
FILLERS = {"assetkit": 1, "title": {}, "text": {}, "cuts": {}, "for": "1s", "check": "AK450", "reason": "-"}
