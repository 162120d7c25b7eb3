"""The campaign file `assetkit.yaml` as a person writes it."""

from __future__ import annotations

from pydantic import Field

from assetkit.campaign.brands import BrandName
from assetkit.campaign.captions import PRESETS, Backing, CaptionPlace, Motion, Speakers
from assetkit.campaign.checks import CheckCode, Weight
from assetkit.campaign.fields import (
    Colour,
    Day,
    FontName,
    Highlight,
    Language,
    Rate,
    Said,
    Slug,
    Telephone,
    Version,
    Words,
    WordsByLanguage,
)
from assetkit.campaign.figure_models import QuoteModel, RequiredModel, StatisticModel
from assetkit.campaign.locales import LocaleName
from assetkit.validation import Filled


class BrandModel(Filled):
    """Colours and fonts of everything that is drawn; what is left out is as in the brand that it is like."""

    like: BrandName = Field(
        "dark",
        description="What it is like: dark (near-black with a pink accent), or neutral (light, with dark "
        "type and a blue accent).",
        examples=["neutral"],
    )
    background: Colour = Field("#111111", description="The ground of cards.")
    text: Colour = Field("#FFFFFF", description="The words on cards.")
    accent: Colour = Field("#EC008C", description="What stands out: a number, a rule.")
    headline_font: FontName = Field("Montserrat-ExtraBold", description="The font of what is large on cards.")
    body_font: FontName = Field("Onest-Regular", description="The font of what is small on cards.")
    caption_font: FontName = Field("Onest-Bold", description="The font of subtitles.")
    caption_fonts: dict[str, FontName] = Field(
        default_factory=dict,
        description="The font of subtitles in some languages; where left out, a font that has their letters.",
        examples=[{"ar": "NotoSansArabic-Bold"}],
    )
    captions: Words = Field(
        "outline",
        description="The style of captions where a cut says nothing: a preset, or one of `caption_styles:`.",
        examples=["outline", "box"],
    )
    name: Words = Field(
        "", description="The campaign's name as end cards set it.", examples=["HeForShe Kazakhstan"]
    )


class CaptionStyleModel(Filled):
    """A look of captions of the campaign's own; what is left out is as in the style that it is like."""

    like: Words = Field(
        "outline",
        description=f"What it is like: {', '.join(PRESETS)}, or one of the campaign's.",
        examples=["box"],
    )
    backing: Backing = Field(
        "outline",
        description="What parts the letters from the picture: a dark edge, a soft shadow, a box for each "
        "line, or one box.",
    )
    colour: Colour = Field("#FFFFFF", description="The letters.")
    highlight: Highlight = Field(
        "none", description="The word that is being said; none to have all words alike."
    )
    motion: Motion = Field("none", description="How captions come and go; none is a hard cut.")
    place: CaptionPlace = Field("bottom", description="At which edge of the zone for captions they stand.")
    speakers: Speakers = Field(
        "dash", description="How a change of speaker is shown, where the subtitles name speakers."
    )


class HelplineModel(Filled):
    """Where help can be had."""

    number: Telephone = Field(description="The telephone number, as it is dialled.")
    title: WordsByLanguage = Field(description="Whose line it is.")
    note: WordsByLanguage = Field(default_factory=dict, description="When it answers, what it costs.")
    source: Said = Field(description="Where the number was found.", examples=["example.org"])
    verified_on: Day = Field(description="The day on which the source said so.")


class PartnerModel(Filled):
    """Who has taken part in the campaign."""

    title: WordsByLanguage = Field(description="The name, as it is set in type; no logo is drawn.")


class CampaignModel(Filled):
    """Everything in one workspace that recipes refer to."""

    assetkit: Version = Field(description="The version of the language: 1.")
    campaign: Slug = Field(description="The campaign's name in file names.", examples=["heforshe"])
    title: WordsByLanguage = Field(description="The campaign's title, as people read it.")
    languages: list[Language] = Field(
        description="Every text is given in all of these.", min_length=1, examples=[["kk", "ru", "en"]]
    )
    rate: Rate = Field(description="Frames per second of what has no film.")
    as_of: Day = Field(description='What "today" is in checks and the demo.')
    hashtag: Words = Field("", description="The campaign's hashtag.", examples=["HeForShe"])
    brand: BrandModel = Field(
        default_factory=BrandModel, description="The colours and fonts of the campaign."
    )
    caption_styles: dict[Slug, CaptionStyleModel] = Field(
        default_factory=dict, description="Looks of captions, by name, beside the presets."
    )
    reviewed: dict[str, bool] = Field(
        default_factory=dict,
        description="Languages whose texts a native reader has signed.",
        examples=[{"kk": True}],
    )
    locales: dict[str, LocaleName] = Field(
        default_factory=dict,
        description="Language and country as subtitle files are named; the likeliest country if left out.",
        examples=[{"ru": "ru_RU"}],
    )
    checks: dict[CheckCode, Weight] = Field(
        default_factory=dict,
        description="How much `assetkit check` minds in captions, figures and words, by their code.",
        examples=[{"AK450": "error", "AK451": "off"}],
    )
    statistics: dict[Slug, StatisticModel] = Field(
        default_factory=dict, description="Numbers that cards may show, by name."
    )
    helplines: dict[Slug, HelplineModel] = Field(
        default_factory=dict, description="Where help can be had, by name; an end card shows one."
    )
    quotes: dict[Slug, QuoteModel] = Field(
        default_factory=dict, description="What people have said, by name, with what they agreed to."
    )
    require: RequiredModel = Field(default_factory=RequiredModel, description="What every cut must have.")
    partners: dict[Slug, PartnerModel] = Field(
        default_factory=dict, description="Who has taken part, by name; a card of partners names them."
    )


NOT_YET = {
    "licences": "licence records",
    "calendar": "a calendar of posts",
    "defaults": "defaults for cuts",
    "music": "music",
}

# What stands in for required keys that are missing, while the rest is checked.
FILLERS = {
    "assetkit": 1,
    "campaign": "campaign",
    "title": {},
    "languages": ["und"],
    "rate": 25,
    "as_of": "2000-01-01",
    "wording": {},
    "text": {},
    "scope": "unknown",
    "given_on": "2000-01-01",
    "recorded_in": "unknown",
    "number": "0",
    "source": "unknown",
    "verified_on": "2000-01-01",
}
