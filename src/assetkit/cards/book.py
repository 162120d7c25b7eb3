"""The cards of a campaign, each set and checked once, however many cuts, recipes and platforms ask for it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.checking import check_card, standing_frames
from assetkit.cards.clearcast import CLEARCAST, Hurried, is_hurried, tell_hurried
from assetkit.cards.fitting import Fit
from assetkit.cards.kinds import KINDS
from assetkit.cards.legibility import check_contrast
from assetkit.cards.resolve import fit_card, resolve_card, take_card
from assetkit.cards.scrim import check_scrim, footage_scrim
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.geometry import Box, Size, shape_of
from assetkit.recipe.records import CardItem, FootageGround


class CardBook:
    """Remembers cards by what they say and where they stand, for as long as one campaign is planned."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        # With the item itself, so that its id is not given to another one.
        self._contents: dict[int, tuple[CardItem, Hashable]] = {}
        self._fits: dict[Hashable, Fit] = {}
        self._specs: dict[Hashable, CardSpec] = {}
        self._checked: dict[Hashable, tuple[Diagnostic, ...]] = {}
        self._hurried: dict[Hashable, Hurried | None] = {}

    def resolve(
        self, item: CardItem, language: str, size: Size, zone: Box, frames: int, rate: Fraction
    ) -> CardSpec:
        """Give what `resolve_card` gives; equal cards are the same object."""
        key = (self._content(item), language, size, zone, frames, rate)
        if key not in self._specs:
            self._specs[key] = self._resolve(item, language, size, zone, frames, rate)
        return self._specs[key]

    def check(
        self, item: CardItem, size: Size, zone: Box, frames: int, rate: Fraction
    ) -> tuple[Diagnostic, ...]:
        """Give what `check_card` gives, at the place of this item."""
        # A length that is left open is judged otherwise than the same one as a person wrote it.
        key = (self._content(item), size, zone, frames, rate, item.length is None)
        if key not in self._checked:
            fit = self._fit(item, size, zone, frames, rate)
            shape = shape_of(size)
            found = Findings(list(check_card(item, self.campaign, size, zone, shape, frames, rate, fit)))
            check_scrim(found, item, fit.specs.values() if fit else (), self.campaign.brand)
            self._checked[key] = tuple(found.items)
            is_told = any(each.code == "AK423" for each in found.items)
            self._hurried[key] = None if is_told else self._is_hurried(item, frames, rate)
        return tuple(replace(found, place=item.place) for found in self._checked[key])

    def scrim(self, item: CardItem, size: Size, zone: Box, frames: int, rate: Fraction) -> int:
        """Give how many percent of the background lie over the footage behind a card; 0 where none runs."""
        if not isinstance(item.ground, FootageGround):
            return 0
        fit = self._fit(item, size, zone, frames, rate)
        return footage_scrim(item.ground, fit.specs.values() if fit else (), self.campaign.brand)

    def check_contrast(self) -> list[Diagnostic]:
        """Give which colours of the brand are too faint for the words of all cards that were checked."""
        # Colours and sizes are the same in all languages of a card, so that one of them speaks for it.
        specs = (next(iter(fit.specs.values())) for fit in self._fits.values() if fit.specs)
        return check_contrast(specs, self.campaign.brand)

    def check_reading(self) -> list[Diagnostic]:
        """Give a note where cards that were checked stand shorter than Clearcast's guidance asks."""
        return tell_hurried(each for each in self._hurried.values() if each)

    def _is_hurried(self, item: CardItem, frames: int, rate: Fraction) -> Hurried | None:
        # With that rule its own error says so; and what is left to us stands by the rule that is ours.
        if self.campaign.reading == CLEARCAST or item.length is None:
            return None
        kind = KINDS.get(item.kind)
        stands = standing_frames(item, self.campaign, frames, rate)
        return is_hurried(
            item, self.campaign, stands + (kind.pace(item, self.campaign, rate) if kind else 0), rate
        )

    def _resolve(
        self, item: CardItem, language: str, size: Size, zone: Box, frames: int, rate: Fraction
    ) -> CardSpec:
        fit = self._fit(item, size, zone, frames, rate)
        if fit is None or language not in fit.specs:
            return resolve_card(item, self.campaign, language, size, zone, frames, rate)
        return take_card(KINDS[item.kind], fit, item, self.campaign, language, rate)

    def _fit(self, item: CardItem, size: Size, zone: Box, frames: int, rate: Fraction) -> Fit | None:
        """Set a card in all declared languages together; None for a kind of one's own, which sets itself."""
        kind = KINDS.get(item.kind)
        key = (self._content(item), size, zone, frames, rate)
        if kind is not None and key not in self._fits:
            self._fits[key] = fit_card(kind, item, self.campaign, (), size, zone, frames, rate)
        return self._fits.get(key)

    def _content(self, item: CardItem) -> Hashable:
        """Give all of an item that its card can show: not where it is written."""
        if id(item) not in self._contents:
            texts = tuple((field, tuple(words.items())) for field, words in item.texts.items())
            records = (item.statistic, item.helpline, item.quote, item.partners, item.compared)
            # Which footage runs behind a card changes nothing of it, but for whether and how it is covered.
            ground = ("footage", item.ground.scrim) if isinstance(item.ground, FootageGround) else item.ground
            ways = (item.reduced, item.where, item.number)
            self._contents[id(item)] = (item, (item.kind, texts, ground, *ways, *records))
        return self._contents[id(item)][1]
