"""Cards against Clearcast's guidance on how long words must stand: told once for a campaign, as a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds import KINDS
from assetkit.cards.reading import clearcast_seconds, whole_frames
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

CLEARCAST = "clearcast"
_ANY = Size(1080, 1080)  # which fields a kind draws does not depend on it


@dataclass(frozen=True)
class Hurried:
    """A card that stands shorter than Clearcast's guidance asks, in frames at `rate`."""

    item: CardItem
    language: str
    stands: int
    needed: int
    rate: Fraction


def clearcast_frames(item: CardItem, campaign: Campaign, rate: Fraction) -> dict[str, int]:
    """Give for how many frames all words of a card must be on screen, by declared language."""
    texts = {language: _on_screen(item, campaign, language) for language in campaign.languages}
    return {language: whole_frames(clearcast_seconds(each), rate) for language, each in texts.items()}


def is_hurried(item: CardItem, campaign: Campaign, stands: int, rate: Fraction) -> Hurried | None:
    """Say where a card whose words stand for so many frames stands too short in its slowest language."""
    needed = clearcast_frames(item, campaign, rate)
    slowest = max(needed, key=lambda language: needed[language])
    return Hurried(item, slowest, stands, needed[slowest], rate) if stands < needed[slowest] else None


def tell_hurried(cards: Iterable[Hurried]) -> list[Diagnostic]:
    """Give one note on all cards that are too short, with the one that lacks most."""
    found, hurried = Findings(), {each.item.place: each for each in cards}
    if not hurried:
        return []
    worst = max(hurried.values(), key=lambda each: (each.needed - each.stands) / each.rate)
    others = len(hurried) - 1
    more = f", as do {others} others" if others > 1 else ", as does another one" if others else ""
    found.note(
        "AK619",
        f"the {worst.item.kind} card stands shorter than Clearcast’s guidance asks in {worst.language}{more}",
        worst.item.place,
        measured=f"{float(worst.stands / worst.rate):.1f} s",
        required=f"{float(worst.needed / worst.rate):.1f} s for all words on the screen",
        remedy="for broadcast in the UK write `reading: clearcast` in assetkit.yaml; else nothing",
    )
    return found.items


def _on_screen(item: CardItem, campaign: Campaign, language: str) -> tuple[str, ...]:
    kind = KINDS.get(item.kind)
    if kind is None:
        return tuple(texts.get(language, "") for texts in item.texts.values())
    words = kind.words(item, campaign, language)
    shown = (role.field for role in kind.roles(campaign, _ANY) if not role.draws)
    return tuple(words[field] for field in shown if words.get(field))
