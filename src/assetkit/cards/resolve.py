"""From a card in a recipe to a card as plain values: words, sizes, lines and whole frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.campaign.brand_parts import Grid
from assetkit.campaign.records import Campaign
from assetkit.cards.clearcast import CLEARCAST, clearcast_frames
from assetkit.cards.fitting import Fit, fit_together
from assetkit.cards.forms import WAYS, as_written
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.motion import beat_of
from assetkit.cards.picture_scrim import settle_scrim
from assetkit.cards.pictures import ground_picture
from assetkit.cards.reading import reading_frames
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.text.figures import FULL


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
    beat = beat_of(campaign.brand.motion, rate)
    return kind.landing(beat, kind.pace(item, campaign, rate)) + reading + kind.leaving(beat)


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
    if not spec.moves or spec.motion.reduced:
        return spec
    shown = as_written(item, campaign, fit.form)
    return replace(spec, numbers=kind.numbers(item, shown, language, spec.beat))


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
    """Set a card in all declared languages, and in `also`, together; the steps of a counter are left out.

    Numbers whose form is open are compact where a full one has no room, in all of these languages.
    """
    languages, roles = tuple(dict.fromkeys((*campaign.languages, *also))), kind.roles(campaign, size)

    def fit(way: str) -> Fit:
        shown = as_written(item, campaign, way)
        cards = (_plain_card(kind, item, shown, each, size, zone, frames, rate) for each in languages)
        fitted = fit_together(kind, tuple(cards), roles)
        return replace(fitted, specs=settle_scrim(item, campaign, fitted.specs))

    best = fit(FULL)
    for way in WAYS[1:] if kind.tells_what else WAYS[1:2]:
        if not best.crowded_numbers:
            break
        found = fit(way)
        best = replace(found, form=way) if found.crowded_numbers < best.crowded_numbers else best
    return best


def messages(item: CardItem, campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Give the texts that must be read, by declared language; numbers whose form is open are in full."""
    kind, campaign = KINDS.get(item.kind), as_written(item, campaign)
    if kind is None:
        _own_version(item.kind)
        return {lang: tuple(_own_words(item, lang).values()) for lang in campaign.languages}
    return {
        language: _pick(kind.words(item, campaign, language), kind.message) for language in campaign.languages
    }


def readings(item: CardItem, campaign: Campaign, rate: Fraction) -> dict[str, int]:
    """Give for how many frames the landed card must stand, by declared language and the campaign's rule."""
    needed = _house_readings(item, campaign, rate)
    if campaign.reading != CLEARCAST:
        return needed
    # What builds up has been on screen since before it landed.
    kind, shown = KINDS.get(item.kind), as_written(item, campaign)
    pace = kind.pace(item, campaign, rate) if kind else 0
    asked = clearcast_frames(item, shown, rate)
    return {language: max(each, asked[language] - pace) for language, each in needed.items()}


def _house_readings(item: CardItem, campaign: Campaign, rate: Fraction) -> dict[str, int]:
    kind = KINDS.get(item.kind)
    if kind is None or kind.last is None:
        least = kind.least if kind else None
        texts = messages(item, campaign)
        return {language: reading_frames(message, rate, least) for language, message in texts.items()}
    return {
        language: reading_frames(kind.last(kind.words(item, campaign, language)), rate, kind.least)
        for language in campaign.languages
    }


def timing_of(kind: Kind, frames: int, beat: Fraction, pace: int = 0) -> Timing:
    """Give when a card of this length stands still; one too short for its motion stands from the start."""
    landing, leaving = kind.landing(beat, pace), kind.leaving(beat)
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
    beat = beat_of(campaign.brand.motion, rate)
    timing = timing_of(kind, frames, beat, kind.pace(item, campaign, rate))
    bare = _bare_card(kind.version, item, campaign, language, size, zone, frames, rate)
    return replace(
        bare,
        texts=tuple(kind.words(item, campaign, language).items()),
        logos=kind.logos(item, campaign),
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
        zone=_keep_margin(zone, size, brand.grid),
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
        motion=replace(brand.motion, reduced=True) if item.reduced else brand.motion,
        grid=brand.grid,
        image=ground_picture(item, campaign, size),
    )


def _keep_margin(zone: Box, size: Size, grid: Grid) -> Box:
    """Give the part of a zone that lies within the brand's own margin."""
    margin = int(size.short_edge * grid.margin / 100)
    left, top = max(zone.x, margin), max(zone.y, margin)
    right, bottom = min(zone.right, size.width - margin), min(zone.bottom, size.height - margin)
    return Box(left, top, right - left, bottom - top)
