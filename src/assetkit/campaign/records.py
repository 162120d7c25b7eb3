"""A campaign's records: brand, statistics, helplines; after reading, all values are frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.campaign.brand_parts import Grid, Motion, TypeScale
from assetkit.campaign.calendar_records import Calendar
from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.copy_records import Copy, Link, Mention
from assetkit.campaign.licence_records import Licence, Track
from assetkit.campaign.naming import Naming
from assetkit.campaign.pictures import PictureFacts
from assetkit.diagnostics import Place

Texts = dict[str, str]  # language -> words


@dataclass(frozen=True)
class Logo:
    """A mark as a picture file, by its path from the workspace.

    `on` is the ground that it is made for, "dark" or "light", "" where nobody said. `permission` is who has
    permitted its use and where that is recorded; without it, what shows the mark is a draft. `clear_space`
    stays free around it, in percent of its height.
    """

    image: str
    permission: str = ""
    on: str = ""
    clear_space: int = 25
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class Brand:
    """Colours as "#RRGGBB"; fonts by the names that `fonts/` knows; `captions` names a caption style.

    `places` says where its values are written, by their keys; "" is the brand as a whole.
    """

    background: str = "#111111"
    text: str = "#FFFFFF"
    accent: str = "#EC008C"
    headline_font: str = "Montserrat-ExtraBold"
    body_font: str = "Onest-Regular"
    caption_font: str = "Onest-Bold"
    captions: str = "outline"
    name: str = ""
    scrim: int = 60  # percent of the background that lies over a picture behind a card
    type_scale: TypeScale = field(default=TypeScale())
    grid: Grid = field(default=Grid())
    motion: Motion = field(default=Motion())
    caption_fonts: dict[str, str] = field(default_factory=dict, hash=False)  # language -> font
    places: dict[str, Place] = field(default_factory=dict, compare=False)
    logo: Logo | None = None

    def place_of(self, key: str) -> Place | None:
        """Give where a value is written, or the brand as a whole; None where nobody wrote it."""
        return self.places.get(key) or self.places.get("")

    def caption_font_for(self, language: str) -> str:
        """Give the font that the campaign asks for, for captions of a language."""
        return self.caption_fonts.get(language, self.caption_font)


@dataclass(frozen=True)
class Statistic:
    """A number with its source. `wording` says what it counts, `qualifier` stands before the number.

    `value` is what is shown, `high` the upper end of a range. `bound` is what the qualifier means, in a word
    ("at-least", "almost", ...), "" for neither more nor less. `ratio` names the two statistics that it is
    the quotient of, with `rounding` "nearest", "down" or "up"; it is `computed` where no value is written.
    `valid_until` is the last day on which it may be shown as it is, "" where nobody said one. `label` is its
    name beside other numbers, `years` are its values by year, the earliest first. `number` is how cards write
    it: "full", "compact" ("1.8 million"), or "auto", compact only where the full one has no room.
    `forms` are its wordings by plural form in each language that has several.
    """

    name: str
    value: Fraction
    decimals: int
    unit: str  # "" or "%"
    qualifier: Texts
    wording: Texts
    source: Texts
    url: str
    as_of: str
    primary: bool
    reviewed: bool
    place: Place
    high: Fraction | None = None
    bound: str = ""
    ratio: tuple[str, str] | None = None
    rounding: str = "nearest"
    population: Texts = field(default_factory=dict)
    area: Texts = field(default_factory=dict)
    period: Texts = field(default_factory=dict)
    valid_until: str = ""
    label: Texts = field(default_factory=dict)
    years: tuple[tuple[int, Fraction], ...] = ()
    computed: bool = False
    number: str = "auto"
    forms: dict[str, Texts] = field(default_factory=dict)


@dataclass(frozen=True)
class Consent:
    """What somebody has agreed to. Empty `platforms` or `languages` mean all; `until` and `withdrawn` are
    dates, or "" where none was said."""

    scope: str
    given_on: str
    recorded_in: str
    platforms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    until: str = ""
    withdrawn: str = ""


@dataclass(frozen=True)
class Quote:
    """What somebody has said. An anonymous one names nobody; a named one is shown by consent alone."""

    name: str
    text: Texts
    speaker: Texts = field(default_factory=dict)
    role: Texts = field(default_factory=dict)
    source: Texts = field(default_factory=dict)
    anonymous: bool = False
    place: Place = field(default=Place(""), compare=False)
    consent: Consent | None = None


@dataclass(frozen=True)
class Required:
    """What the campaign asks of every cut. `content_warning` names recipes, or is True for all; a helpline
    is stale after `helpline_days`, None for the usual time."""

    helpline: bool = False
    content_warning: bool | tuple[str, ...] = False
    helpline_days: int | None = None


@dataclass(frozen=True)
class Partner:
    """Who has taken part: the name, and the logo that stands in its place where there is one."""

    name: str
    title: Texts
    place: Place = field(default=Place(""), compare=False)
    logo: Logo | None = None


@dataclass(frozen=True)
class Helpline:
    """Where help can be had; `verified_on` is the date of the source, never of the build."""

    name: str
    number: str
    title: Texts
    note: Texts
    source: str
    verified_on: str
    place: Place


@dataclass(frozen=True)
class Campaign:
    """Everything in one workspace that recipes refer to."""

    root: str
    name: str
    title: Texts
    languages: tuple[str, ...]
    rate: Fraction
    as_of: str
    brand: Brand
    statistics: dict[str, Statistic] = field(default_factory=dict)
    helplines: dict[str, Helpline] = field(default_factory=dict)
    hashtag: str = ""
    reviewed: dict[str, bool] = field(default_factory=dict)  # language -> a native reader has signed
    checks: dict[str, str] = field(default_factory=dict)  # code -> error, warning, note or off
    locales: dict[str, str] = field(default_factory=dict)  # language -> such as ru_RU
    caption_styles: dict[str, CaptionStyle] = field(default_factory=dict)  # the campaign's own, by name
    quotes: dict[str, Quote] = field(default_factory=dict)
    require: Required = field(default_factory=Required)
    partners: dict[str, Partner] = field(default_factory=dict)
    music: dict[str, Track] = field(default_factory=dict)
    licences: dict[str, Licence] = field(default_factory=dict)  # of footage
    territory: tuple[str, ...] = ()  # where posts are shown; empty: nobody said
    reading: str = "house"  # the rule of how long a card must stand: house or clearcast
    pictures: dict[str, PictureFacts] = field(default_factory=dict, compare=False)  # by path, once read
    naming: Naming = field(default_factory=Naming)
    calendar: Calendar = field(default_factory=Calendar)
    copies: dict[str, Copy] = field(default_factory=dict)  # of posts
    links: dict[str, Link] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)

    @property
    def all_caption_styles(self) -> dict[str, CaptionStyle]:
        """The presets, then the campaign's own styles, by name."""
        return {**PRESETS, **self.caption_styles}
