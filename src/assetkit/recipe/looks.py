"""The style of a cut's captions: a named one, with what the cut has otherwise."""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.captions import CaptionStyle
from assetkit.campaign.looks import report_unknown
from assetkit.recipe.caption_models import CaptionsModel
from assetkit.recipe.scope import Scope
from assetkit.yaml_text import YamlPath


def find_look(scope: Scope, model: CaptionsModel, path: YamlPath) -> CaptionStyle:
    """Give the style that a cut's `captions:` mean; an unknown name, written at `path`, is reported."""
    look = scope.campaign.captions if model.style is None else _named(scope, model.style, path)
    given = {
        key: value for key in ("place", "motion", "speakers") if (value := getattr(model, key)) is not None
    }
    return replace(look, **given)


def _named(scope: Scope, name: str, path: YamlPath) -> CaptionStyle:
    looks = scope.campaign.looks
    if looks is not None and name not in looks:
        report_unknown(name, set(looks), scope.findings, scope.document.place(path))
    found = looks.get(name) if looks is not None else None
    # One that was refused has been reported in the campaign file.
    scope.flawed |= found is None
    return found or scope.campaign.captions
