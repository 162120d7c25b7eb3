"""From a card in a recipe to a card as plain values: words, sizes, lines and whole frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.fitting import Fit, fit_together
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.reading import LEAST, reading_frames
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem


@dataclass(frozen=True)
class Timing:
    """When a card stands still: [hold_from, hold_until) of its frames."""

    hold_from: int
    hold_until: int


def card_frames(item: CardItem, campaign: Campaign, rate: Fraction) -> int:
    """Give a card's length in frames, the same in every language.

    A length that the recipe leaves open is motion, reading time of the longest of all declared languages,
    and leaving. Raises AssetkitError for a kind that does not exist.
    """
    if item.length is not None:
        return item.length.in_frames(rate)
    reading = max(readings(item, campaign, rate).values())
    kind = KINDS.get(item.kind)
    if kind is None:
        return reading
    return kind.landing(rate, kind.pace(item, campaign, rate)) + reading + kind.leaving(rate)


def resolve_card(
    item: CardItem, campaign: Campaign, language: str, size: Size, zone: Box, frames: int, rate: Fraction
) -> CardSpec:
    """Give one card in one language, set inside `zone`; sizes and lines agree with all declared languages.

    What does not fit is set at its smallest size; `check_card` says so. A kind of one's own gets its texts
    as they are, and all of its frames count as moving. Raises AssetkitError for a kind that does not exist.
    """
    kind = KINDS.get(item.kind)
    if kind is None:
        return _own_card(item, campaign, language, size, zone, frames, rate)
    fit = fit_card(kind, item, campaign, (language,), size, zone, frames, rate)
    return take_card(kind, fit, item, campaign, language, rate)


def take_card(
    kind: Kind, fit: Fit, item: CardItem, campaign: Campaign, language: str, rate: Fraction
) -> CardSpec:
    """Give the card of one language from those that were set together, with the steps of its counter."""
    spec = fit.specs[language]
    return replace(spec, numbers=kind.numbers(item, campaign, language, rate)) if spec.moves else spec


def fit_card(
    kind: Kind,
    item: CardItem,
    campaign: Campaign,
    also: tuple[str, ...],
    size: Size,
    zone: Box,
    frames: int,
    rate: Fraction,
) -> Fit:
    """Set a card in all declared languages, and in `also`, together; the steps of a counter are left out."""
    languages = tuple(dict.fromkeys((*campaign.languages, *also)))
    specs = {
        language: _plain_card(kind, item, campaign, language, size, zone, frames, rate)
        for language in languages
    }
    return fit_together(kind, tuple(specs.values()), kind.roles(campaign, size))


def messages(item: CardItem, campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Give the texts that must be read, by declared language."""
    kind = KINDS.get(item.kind)
    if kind is None:
        _own_version(item.kind)
        return {lang: tuple(_own_words(item, lang).values()) for lang in campaign.languages}
    return {
        language: _pick(kind.words(item, campaign, language), kind.message) for language in campaign.languages
    }


def readings(item: CardItem, campaign: Campaign, rate: Fraction) -> dict[str, int]:
    """Give for how many frames the landed card must stand, by declared language."""
    kind = KINDS.get(item.kind)
    if kind is None or kind.last is None:
        least = kind.least if kind else LEAST
        texts = messages(item, campaign)
        return {language: reading_frames(message, rate, least) for language, message in texts.items()}
    return {
        language: reading_frames(kind.last(kind.words(item, campaign, language)), rate, kind.least)
        for language in campaign.languages
    }


def timing_of(kind: Kind, frames: int, rate: Fraction, pace: int = 0) -> Timing:
    """Give when a card of this length stands still; one too short for its motion stands from the start."""
    landing, leaving = kind.landing(rate, pace), kind.leaving(rate)
    if landing + leaving >= frames:
        return Timing(0, frames)
    return Timing(landing, frames - leaving)


def _pick(words: dict[str, str], fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(words[field] for field in fields if words.get(field))


def _plain_card(
    kind: Kind,
    item: CardItem,
    campaign: Campaign,
    language: str,
    size: Size,
    zone: Box,
    frames: int,
    rate: Fraction,
) -> CardSpec:
    timing = timing_of(kind, frames, rate, kind.pace(item, campaign, rate))
    bare = _bare_card(kind.version, item, campaign, language, size, zone, frames, rate)
    return replace(
        bare,
        texts=tuple(kind.words(item, campaign, language).items()),
        fonts=tuple((role.field, role.font) for role in kind.roles(campaign, size)),
        hold_from=timing.hold_from,
        hold_until=timing.hold_until,
    )


def _own_card(
    item: CardItem, campaign: Campaign, language: str, size: Size, zone: Box, frames: int, rate: Fraction
) -> CardSpec:
    version = _own_version(item.kind)
    bare = _bare_card(version, item, campaign, language, size, zone, frames, rate)
    return replace(bare, texts=tuple(_own_words(item, language).items()))


def _own_words(item: CardItem, language: str) -> dict[str, str]:
    return {field: texts.get(language, "") for field, texts in item.texts.items()}


def _own_version(name: str) -> int:
    if name not in OWN_KINDS:
        known = ", ".join(sorted({*KINDS, *OWN_KINDS}))
        raise AssetkitError(f"There is no kind of card {name!r}.", remedy=f"Known: {known}.", kind=name)
    return OWN_KINDS[name]


def _bare_card(
    version: int,
    item: CardItem,
    campaign: Campaign,
    language: str,
    size: Size,
    zone: Box,
    frames: int,
    rate: Fraction,
) -> CardSpec:
    """Give a card with its brand and its frame but without words; all of its frames may move."""
    brand = campaign.brand
    return CardSpec(
        kind=item.kind,
        version=version,
        language=language,
        size=size,
        zone=zone,
        frames=frames,
        rate=rate,
        texts=(),
        numbers=(),
        type_sizes=(),
        fonts=(),
        background=brand.background,
        foreground=brand.text,
        accent=brand.accent,
        hold_from=frames,
        hold_until=frames,
    )
