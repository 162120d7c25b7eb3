"""Kinds of cards that nobody draws, told before a cut is conformed: their length would not be known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.recipe.records import Cut
from assetkit.validation import nearest


def check_kinds(cut: Cut, findings: Findings, unloadable: Mapping[str, Diagnostic] | None = None) -> bool:
    """Report each card of a kind that is neither built in nor registered; True where there is none.

    `unloadable` says why a kind that a package brings could not be loaded.
    """
    known = {*KINDS, *OWN_KINDS}
    unknown = [item for item in cut.cards if item.kind not in known]
    for item in unknown:
        reason = (unloadable or {}).get(item.kind)
        if reason:
            findings.extend([replace(reason, place=item.place)])
            continue
        message = f"there is no kind of card `{item.kind}`"
        findings.error("AK426", message, item.place, remedy=nearest(item.kind, known))
    return not unknown
