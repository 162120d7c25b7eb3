"""JSON Schemas of the files that people write; editors complete from them."""

from __future__ import annotations

from typing import Any

from assetkit.campaign.models import CampaignModel
from assetkit.recipe.models import RecipeModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def recipe_schema() -> dict[str, Any]:
    """Give the JSON Schema of a file in `recipes/`."""
    return {"$schema": _DIALECT, **RecipeModel.model_json_schema(by_alias=True), "title": "assetkit recipe"}


def campaign_schema() -> dict[str, Any]:
    """Give the JSON Schema of `assetkit.yaml`."""
    return {
        "$schema": _DIALECT,
        **CampaignModel.model_json_schema(by_alias=True),
        "title": "assetkit campaign",
    }
