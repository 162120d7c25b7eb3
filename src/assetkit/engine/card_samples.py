"""A card of each kind on a campaign's own records: of a recipe, of a record that fits, or a made-up one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from assetkit.campaign.labels import label_words
from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.fitting import Fit
from assetkit.cards.kinds import KINDS, OVERLAY_KINDS
from assetkit.cards.resolve import card_frames, fit_card, resolve_card, take_card
from assetkit.cards.spec import CardSpec
from assetkit.checks.messages.consent import check_consent
from assetkit.diagnostics import Findings, Place
from assetkit.engine.card_examples import example_card, made_up_source
from assetkit.engine.own_cards import card_items
from assetkit.geometry import shape_of
from assetkit.platforms.records import Catalogue, Platform
from assetkit.recipe.figures import (
    LEAST_BARS,
    LEAST_YEARS,
    MOST_BARS,
    MOST_YEARS,
    missing_years,
    people_of,
)
from assetkit.recipe.records import Captions, CardItem, Cut, Recipe

SHAPES = ("9:16", "4:5", "1:1", "16:9")
_MOST_PARTNERS = 12


@dataclass(frozen=True)
class CardSample:
    """A card, and the campaign whose records it shows, which may hold made-up ones."""

    item: CardItem
    campaign: Campaign
    is_made_up: bool = False

    def spec(self, language: str, platform: Platform) -> CardSpec:
        """Set the card for a platform; sizes agree with all declared languages."""
        rate, size, zone = self.campaign.rate, platform.format.size, platform.layout.cards
        frames = card_frames(self.item, self.campaign, rate)
        if self.item.kind not in KINDS:
            return resolve_card(self.item, self.campaign, language, size, zone, frames, rate)
        fit = self.fit(platform)
        spec = take_card(KINDS[self.item.kind], fit, self.item, self.campaign, language, rate)
        return replace(spec, clear=self.item.kind in OVERLAY_KINDS)

    def fit(self, platform: Platform) -> Fit:
        """Set the card of a kind that this project draws, in all declared languages."""
        rate, size, zone = self.campaign.rate, platform.format.size, platform.layout.cards
        frames = card_frames(self.item, self.campaign, rate)
        return fit_card(KINDS[self.item.kind], self.item, self.campaign, (), size, zone, frames, rate)


def find_sample_card(
    kind: str,
    campaign: Campaign,
    recipes: Iterable[Recipe],
    platforms: Iterable[str],
    shown: Collection[str] = (),
) -> CardSample:
    """Give a card of a kind: the first that a recipe shows, else of the campaign's records, else made up.

    One of a statistic that is not yet among those `shown` comes first. A quote that may not be shown on
    these platforms, in any declared language, is passed over.
    """
    of_recipes = (
        replace(item, length=None)
        for recipe in recipes
        for cut in recipe.cuts.values()
        for item in card_items(cut)
        if item.kind == kind
    )
    names = tuple(platforms)
    found = (*of_recipes, *_from_records(kind, campaign))
    for item in sorted(found, key=lambda item: not {*item.statistics}.isdisjoint(shown)):
        if _may_be_shown(item, campaign, names):
            return CardSample(item, campaign)
    return CardSample(*example_card(kind, campaign), is_made_up=True)


def try_words(sample: CardSample, field: str, text: str, languages: Iterable[str]) -> CardSample:
    """Give the card with other words in a field, in these languages.

    Nobody's quote is given other words, and what is said of a statistic no longer has its source.
    """
    item, campaign, words = sample.item, sample.campaign, dict.fromkeys(languages, text)
    if item.quote:
        item, campaign = example_card("quote", campaign)
        said = campaign.quotes[item.quote or ""]
        quotes = {said.name: replace(said, text=said.text | words)}
        return CardSample(item, replace(campaign, quotes=quotes), is_made_up=True)
    if item.statistic and field in ("wording", "qualifier", "label"):
        record = campaign.statistics[item.statistic]
        changes: dict[str, Any] = {field: getattr(record, field) | words}
        changed = replace(record, **changes)
        # No source has said this of the number.
        changed = replace(changed, source=made_up_source(campaign), primary=True)
        records = campaign.statistics | {item.statistic: changed}
        return CardSample(item, replace(campaign, statistics=records), is_made_up=True)
    texts = item.texts | {field: item.texts.get(field, {}) | words}
    return replace(sample, item=replace(item, texts=texts))


def choose_shapes(catalogue: Catalogue, used: Iterable[str]) -> tuple[Platform, ...]:
    """Give one platform of each usual shape; those that are used come first."""
    names = dict.fromkeys((*used, *catalogue.platforms))
    platforms = [catalogue.platforms[name] for name in names if name in catalogue.platforms]
    found = (
        next((each for each in platforms if shape_of(each.format.size) == shape), None) for shape in SHAPES
    )
    return tuple(platform for platform in found if platform)


def _may_be_shown(item: CardItem, campaign: Campaign, platforms: Iterable[str]) -> bool:
    findings = Findings()
    cut = Cut("sample", (item,), None, None, (), Captions(), (), item.place)
    for platform in platforms:
        check_consent(cut, platform, campaign.languages, campaign, findings)
    return not findings.has_errors


def _from_records(kind: str, campaign: Campaign) -> Iterator[CardItem]:
    card = CardItem(kind, None, {}, None, None, Place(""))
    if kind in ("count-up", "ring", "pictogram", "timeline", "counter"):
        fitting = (name for name, each in campaign.statistics.items() if _fits(kind, each))
        yield from (replace(card, statistic=name) for name in fitting)
    elif kind == "bars":
        yield from (
            replace(card, compared=names, texts={"title": campaign.title}) for names in _comparable(campaign)
        )
    elif kind == "quote":
        yield from (replace(card, quote=name) for name in campaign.quotes)
    elif kind == "partners" and campaign.partners:
        yield replace(card, partners=tuple(campaign.partners)[:_MOST_PARTNERS])
    elif kind == "end":
        yield from (replace(card, helpline=name) for name in campaign.helplines)
    elif kind == "title":
        yield replace(card, texts={"title": campaign.title})
    elif kind == "logo":
        yield card
    elif kind == "label":
        yield replace(card, texts={"label": label_words("paid-partnership", campaign.languages)})


def _fits(kind: str, record: Statistic) -> bool:
    if kind == "timeline":
        years = tuple(year for year, _ in record.years)
        is_row = LEAST_YEARS <= len(years) <= MOST_YEARS and not missing_years(years)
        return is_row and record.high is None and record.years[-1][1] == record.value
    if kind in ("count-up", "counter"):
        return True
    is_share = record.unit == "%" and record.high is None and 0 <= record.value <= 100
    return is_share and (kind == "ring" or people_of(record.value, record.decimals) is not None)


def _comparable(campaign: Campaign) -> Iterator[tuple[str, ...]]:
    """Give the named statistics of one unit, as many as a comparison holds."""
    by_unit: dict[str, list[str]] = {}
    for name, record in campaign.statistics.items():
        if record.label and record.high is None and record.value > 0:
            by_unit.setdefault(record.unit, []).append(name)
    yield from (tuple(names[:MOST_BARS]) for names in by_unit.values() if len(names) >= LEAST_BARS)
