"""Read `assetkit.yaml`: every problem at its place, and the campaign's records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assetkit.campaign.brand_reading import read_brand_parts
from assetkit.campaign.brands import BRANDS
from assetkit.campaign.calendar_models import read_calendar
from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.copies import CopyReader
from assetkit.campaign.handing_over import read_naming
from assetkit.campaign.licences import LicenceReader
from assetkit.campaign.logos import read_logo
from assetkit.campaign.looks import Looks, report_unknown, resolve_looks
from assetkit.campaign.models import (
    FILLERS,
    NOT_YET,
    BrandModel,
    CampaignModel,
    HelplineModel,
    PartnerModel,
)
from assetkit.campaign.quotes import QuoteReader
from assetkit.campaign.records import Brand, Campaign, Helpline, Partner, Required, Texts
from assetkit.campaign.statistics import StatisticReader
from assetkit.campaign.texts import check_languages, check_texts
from assetkit.diagnostics import Findings, Place
from assetkit.timecode import parse_rate
from assetkit.validation import check
from assetkit.yaml_text import Document, YamlPath, read_yaml_file

CAMPAIGN_FILE = "assetkit.yaml"
_RECORDS = (
    *("statistics", "helplines", "caption_styles", "quotes", "partners", "music", "licences"),
    *("copy", "links", "mentions"),
)


@dataclass(frozen=True)
class CampaignReading:
    """What was read of a campaign file.

    `campaign` is None where the file is unusable; records with errors are left out of it. The names are all
    that were written, so that a recipe which refers to a record with errors is not blamed for it; None
    where they are not known. `looks` are all caption styles, `captions` is that of cuts which name none.
    """

    campaign: Campaign | None
    languages: tuple[str, ...] | None
    statistics: frozenset[str] | None
    helplines: frozenset[str] | None
    looks: Looks | None = None
    captions: CaptionStyle = PRESETS["outline"]
    quotes: frozenset[str] | None = None
    partners: frozenset[str] | None = None
    music: frozenset[str] | None = None
    licences: frozenset[str] | None = None
    copies: frozenset[str] | None = None


def read_campaign(root: Path, findings: Findings) -> CampaignReading:
    """Read the campaign file of the workspace at `root` and report all of its problems."""
    path = root / CAMPAIGN_FILE
    if not path.is_file():
        findings.error(
            "AK237",
            f"there is no {CAMPAIGN_FILE} in this workspace",
            Place(CAMPAIGN_FILE),
            remedy=f"run in the folder that holds {CAMPAIGN_FILE}, or name that folder",
        )
        return CampaignReading(None, None, None, None)
    document = read_yaml_file(path, CAMPAIGN_FILE, findings)
    if document is None:
        return CampaignReading(None, None, None, None)
    return _Reader(root, document, findings).read()


class _Reader:
    """Resolves one campaign document."""

    def __init__(self, root: Path, document: Document, findings: Findings) -> None:
        self.root = root
        self.document = document
        self.findings = findings
        self.checked = check(CampaignModel, document, findings, NOT_YET, fillers=FILLERS)
        self.languages: tuple[str, ...] | None = None
        self.looks: Looks = {}

    def read(self) -> CampaignReading:
        """Give the campaign, as far as it is usable, and all names that were written."""
        model = self.checked.model
        campaign = self._campaign(model) if model else None
        statistics, helplines = self._written("statistics"), self._written("helplines")
        looks = self.looks if model else None
        captions = self.looks.get(model.brand.captions if model else "") or PRESETS["outline"]
        names = [self._written(key) for key in ("quotes", "partners", "music", "licences", "copy")]
        return CampaignReading(campaign, self.languages, statistics, helplines, looks, captions, *names)

    def _campaign(self, model: CampaignModel) -> Campaign | None:
        self.languages = self._languages(model)
        before = len(self.findings.items)
        title = self._texts(model.title, ("title",))
        check_languages(model.reviewed, self.languages, self.document, ("reviewed",), self.findings)
        check_languages(model.locales, self.languages, self.document, ("locales",), self.findings)
        fonts = model.brand.caption_fonts
        check_languages(fonts, self.languages, self.document, ("brand", "caption_fonts"), self.findings)
        calendar = read_calendar(model.calendar, self.document, self.findings)
        usable = len(self.findings.items) == before and self._only_records_refused()
        self.looks = self._looks(model)
        given = (self.languages, self.checked, self.document, self.findings)
        statistics = StatisticReader(model.statistics, *given).read()
        quotes = QuoteReader(model.quotes, *given).read()
        works = LicenceReader(*given)
        music, licences = works.tracks(model.music), works.licences(model.licences)
        helplines = [self._helpline(name, item) for name, item in model.helplines.items()]
        partners = [self._partner(name, item) for name, item in model.partners.items()]
        words = CopyReader(*given)
        copies, links = words.copies(model.copy_), words.links(model.links)
        mentions = words.mentions(model.mentions)
        own = model.caption_styles.keys() - PRESETS.keys()
        if not usable or self.languages is None:
            return None
        return Campaign(
            root=str(self.root),
            name=model.campaign,
            title=title,
            languages=self.languages,
            rate=parse_rate(model.rate),
            as_of=model.as_of,
            brand=self._brand(model.brand),
            statistics=statistics,
            helplines={item.name: item for item in helplines if item},
            hashtag=model.hashtag,
            reviewed={language: model.reviewed.get(language, False) for language in self.languages},
            locales=dict(model.locales),
            checks=dict(model.checks),
            caption_styles={name: look for name, look in self.looks.items() if look and name in own},
            quotes=quotes,
            require=_required(model),
            reading=model.reading,
            partners={item.name: item for item in partners if item},
            music=music,
            licences=licences,
            territory=tuple(model.territory),
            calendar=calendar,
            naming=read_naming(model.delivery, self.document),
            copies=copies,
            links=links,
            mentions=mentions,
        )

    def _brand(self, model: BrandModel) -> Brand:
        """Give the brand that it is like, with all that is written, and where."""
        given = {key: getattr(model, key) for key in model.model_fields_set - {"like"}}
        places = {key: self.document.place(("brand", key)) for key in given}
        places[""] = self.document.key_place(("brand",))
        given = read_brand_parts(given, self.document, self.findings)
        if "logo" in given:
            given["logo"] = read_logo(model.logo, ("brand", "logo"), self.document)
        return replace(BRANDS[model.like], **given, places=places)

    def _looks(self, model: CampaignModel) -> Looks:
        looks = resolve_looks(model.caption_styles, self.checked, self.document, self.findings)
        if model.brand.captions not in looks:
            place = self.document.place(("brand", "captions"))
            report_unknown(model.brand.captions, set(looks), self.findings, place)
        return looks

    def _only_records_refused(self) -> bool:
        in_records = all(path[0] in _RECORDS for path in self.checked.refused)
        return in_records and self.document.whole

    def _languages(self, model: CampaignModel) -> tuple[str, ...] | None:
        if self.checked.was_refused(("languages",)):
            return None
        for index, language in enumerate(model.languages):
            if language in model.languages[:index]:
                place = self.document.place(("languages", index))
                self.findings.error("AK221", f"the language {language} stands twice", place)
        return tuple(dict.fromkeys(model.languages))

    def _helpline(self, name: str, model: HelplineModel) -> Helpline | None:
        path: YamlPath = ("helplines", name)
        before = len(self.findings.items)
        helpline = Helpline(
            name=name,
            number=model.number,
            title=self._texts(model.title, (*path, "title")),
            note=self._texts(model.note, (*path, "note")),
            source=model.source,
            verified_on=model.verified_on,
            place=self.document.key_place(path),
        )
        return None if self._has_problems(path, before) else helpline

    def _partner(self, name: str, model: PartnerModel) -> Partner | None:
        path: YamlPath = ("partners", name)
        before = len(self.findings.items)
        title = self._texts(model.title, (*path, "title"))
        logo = read_logo(model.logo, (*path, "logo"), self.document)
        partner = Partner(name, title, self.document.key_place(path), logo)
        return None if self._has_problems(path, before) else partner

    def _has_problems(self, path: YamlPath, before: int) -> bool:
        inside = any(taken[: len(path)] == path for taken in self.checked.refused)
        return inside or len(self.findings.items) > before

    def _texts(self, texts: Texts, path: YamlPath) -> Texts:
        if path not in self.document.values or self.checked.was_refused(path):
            return texts
        return check_texts(texts, self.languages, self.document, path, self.findings)

    def _written(self, key: str) -> frozenset[str] | None:
        data: Any = self.document.data
        names = data.get(key, {}) if isinstance(data, dict) else None
        return frozenset(names) if isinstance(names, dict) else None


def _required(model: CampaignModel) -> Required:
    asked = model.require
    warning = asked.content_warning
    return Required(
        asked.helpline, warning if isinstance(warning, bool) else tuple(warning), asked.helpline_days
    )
