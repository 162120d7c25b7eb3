"""A campaign's records: brand, statistics, helplines; after reading, all values are frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.diagnostics import Place

Texts = dict[str, str]  # language -> words


@dataclass(frozen=True)
class Brand:
    """Colours as "#RRGGBB"; fonts by the names that `fonts/` knows; `captions` names a caption style."""

    background: str = "#111111"
    text: str = "#FFFFFF"
    accent: str = "#EC008C"
    headline_font: str = "Montserrat-ExtraBold"
    body_font: str = "Onest-Regular"
    caption_font: str = "Onest-Bold"
    captions: str = "outline"
    name: str = ""
    caption_fonts: dict[str, str] = field(default_factory=dict, hash=False)  # language -> font

    def caption_font_for(self, language: str) -> str:
        """Give the font that the campaign asks for, for captions of a language."""
        return self.caption_fonts.get(language, self.caption_font)


@dataclass(frozen=True)
class Statistic:
    """A number with its source. `wording` says what it counts, `qualifier` stands before the number."""

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

    @property
    def all_caption_styles(self) -> dict[str, CaptionStyle]:
        """The presets, then the campaign's own styles, by name."""
        return {**PRESETS, **self.caption_styles}
