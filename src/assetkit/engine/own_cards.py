"""The kinds of cards of one's own that recipes name, loaded before anything is planned."""

from __future__ import annotations

from collections.abc import Iterable

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.diagnostics import Diagnostic
from assetkit.recipe.records import CardItem, Cut, Recipe


def load_named_kinds(recipes: Iterable[Recipe]) -> dict[str, Diagnostic]:
    """Load the kinds that no module of this project draws; gives what is wrong with those that cannot be."""
    named = {item.kind for recipe in recipes for cut in recipe.cuts.values() for item in card_items(cut)}
    own = sorted(named - KINDS.keys() - OWN_KINDS.keys())
    if not own:
        return {}
    from assetkit.render.own_cards import load_own_kinds  # what draws is slow to load

    return load_own_kinds(own)


def card_items(cut: Cut) -> list[CardItem]:
    """Give the cards of a cut, and those of its variants for platforms."""
    variants = (cut, *cut.for_platform.values())
    return [item for each in variants for item in each.cards]
