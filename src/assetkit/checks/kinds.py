"""Kinds of cards that nobody draws, told before a cut is conformed: their length would not be known."""

from __future__ import annotations

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.diagnostics import Findings
from assetkit.recipe.records import CardItem, Cut
from assetkit.validation import nearest


def check_kinds(cut: Cut, findings: Findings) -> bool:
    """Report each card of a kind that is neither built in nor registered; True where there is none."""
    known = {*KINDS, *OWN_KINDS}
    unknown = [item for item in cut.sequence if isinstance(item, CardItem) and item.kind not in known]
    for item in unknown:
        message = f"there is no kind of card `{item.kind}`"
        findings.error("AK426", message, item.place, remedy=nearest(item.kind, known))
    return not unknown
