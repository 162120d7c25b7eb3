"""Findings that a recipe accepts, as records."""

from __future__ import annotations

from assetkit.recipe.records import Waiver
from assetkit.recipe.scope import Scope
from assetkit.recipe.waivers import WaiverModel


def resolve_waivers(scope: Scope, models: list[WaiverModel]) -> tuple[Waiver, ...]:
    """Give what a recipe waives; a language that is none of the campaign's is reported."""
    found = []
    for index, model in enumerate(models):
        path = ("waive", index)
        if model.language:
            known = scope.campaign.languages
            if known and model.language not in known:
                place = scope.document.place((*path, "language"))
                message = f"the campaign has no language {model.language}"
                scope.error("AK221", message, place, f"write one of {', '.join(known)}")
        place = scope.document.place((*path, "check"))
        found.append(Waiver(model.check, model.language or "", model.text or "", model.reason, place))
    return tuple(found)
