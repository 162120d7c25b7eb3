"""JSON Schemas of the files that people write; editors complete from them, and they agree with the reader."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from assetkit.campaign.models import CampaignModel
from assetkit.recipe.models import RecipeModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def recipe_schema() -> dict[str, Any]:
    """Give the JSON Schema of a file in `recipes/`."""
    return _schema(RecipeModel, "assetkit recipe")


def campaign_schema() -> dict[str, Any]:
    """Give the JSON Schema of `assetkit.yaml`."""
    return _schema(CampaignModel, "assetkit campaign")


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    found = model.model_json_schema(by_alias=True)
    return {"$schema": _DIALECT, **_as_read(found), "title": title}


def _as_read(part: Any) -> Any:
    """Give a part of a schema as the reader means it: no empty values, and only names that are names."""
    if isinstance(part, list):
        return [_as_read(item) for item in part]
    if not isinstance(part, dict):
        return part
    part = {key: _as_read(value) for key, value in part.items()}
    if "patternProperties" in part:
        part.setdefault("additionalProperties", False)
    return _without_null(part)


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """A key may be left out, but where it is written it has a value."""
    choices = part.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return part
    kept = [choice for choice in choices if choice != {"type": "null"}]
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    if rest.get("default", 0) is None:
        del rest["default"]
    return {**kept[0], **rest} if len(kept) == 1 else {"anyOf": kept, **rest}
