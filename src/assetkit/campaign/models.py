"""The campaign file `assetkit.yaml` as a person writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assetkit.campaign.brand_models import GridModel, MotionModel, TypeScaleModel
from assetkit.campaign.brands import BrandName
from assetkit.campaign.calendar_models import CalendarModel
from assetkit.campaign.captions import PRESETS, Backing, CaptionPlace, Motion, Speakers
from assetkit.campaign.checks import CheckCode, Weight
from assetkit.campaign.copy_models import CampaignHashtag, CopyModel, LinkEntry, MentionModel
from assetkit.campaign.delivery_models import DeliveryModel
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
from assetkit.campaign.licence_models import LicenceModel, Territory, TrackModel
from assetkit.campaign.locales import LocaleName
from assetkit.campaign.logo_models import LogoField
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
    scrim: int = Field(
        60,
        ge=0,
        le=95,
        description="How much of the background lies over a picture behind a card, in percent.",
        examples=[60],
    )
    type_scale: TypeScaleModel = Field(
        default_factory=TypeScaleModel, description="How large the type of cards may be, by its class."
    )
    grid: GridModel = Field(default_factory=GridModel, description="Margins and columns of cards.")
    motion: MotionModel = Field(default_factory=MotionModel, description="How cards move.")
    name: Words = Field(
        "", description="The campaign's name as end cards set it.", examples=["HeForShe Kazakhstan"]
    )
    logo: LogoField | None = Field(
        None,
        description="The brand's own mark; without it, its name is set in type.",
        examples=["assets/logos/ours.png"],
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

    title: WordsByLanguage = Field(description="The name, as it is set in type where there is no logo.")
    logo: LogoField | None = Field(
        None,
        description="The logo that stands in place of the name: a picture file.",
        examples=["assets/logos/partner.png"],
    )


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
    hashtag: CampaignHashtag = Field("", description="The campaign's hashtag.", examples=["HeForShe"])
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
    reading: Literal["house", "clearcast"] = Field(
        "house",
        description="How long cards must stand: by the house rule, or by Clearcast's as well.",
    )
    require: RequiredModel = Field(default_factory=RequiredModel, description="What every cut must have.")
    partners: dict[Slug, PartnerModel] = Field(
        default_factory=dict, description="Who has taken part, by name; a card of partners names them."
    )
    music: dict[Slug, TrackModel] = Field(
        default_factory=dict, description="Music that cuts may have under them, by name, with its licences."
    )
    licences: dict[Slug, LicenceModel] = Field(
        default_factory=dict, description="Licences of films that others have made, by name."
    )
    copy_: dict[Slug, CopyModel] = Field(
        default_factory=dict, alias="copy", description="The words of posts, by name."
    )
    links: dict[Slug, LinkEntry] = Field(
        default_factory=dict,
        description="Addresses of pages that copy names, by name: one for all languages, or one for each.",
        examples=[{"help": "https://example.org/help"}],
    )
    mentions: dict[Slug, MentionModel] = Field(
        default_factory=dict, description="Who is mentioned in copy, by name."
    )
    territory: list[Territory] = Field(
        default_factory=list,
        description="Countries in which the posts are shown; licences must hold in all of them.",
        examples=[["KZ"]],
    )
    calendar: CalendarModel | None = Field(
        None, description="When posts come out, and for which scheduling tools files are written."
    )
    delivery: DeliveryModel = Field(
        default_factory=DeliveryModel, description="How videos are named, and how a package of them lies."
    )


NOT_YET = {
    "defaults": "defaults for cuts",
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
