"""The JSON Schemas agree with the reader on what is right, and are of use to an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.diagnostics import Findings
from assetkit.recipe.schema import campaign_schema, recipe_schema
from assetkit.yaml_text import read_yaml
from support.workspaces import CAMPAIGN, RECIPE

BROKEN = Path(__file__).parent / "broken"


def data_of(text: str) -> Any:
    document = read_yaml(text, "a.yaml", Findings())
    assert document is not None
    return document.data


def test_good_files_are_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(recipe_schema())
    jsonschema.validate(data_of(RECIPE), recipe_schema())
    jsonschema.validate(data_of(CAMPAIGN), campaign_schema())


@pytest.mark.parametrize("name", ["unknown-key", "not-yet", "values", "version"])
def test_broken_files_are_not(name: str) -> None:
    data = data_of((BROKEN / f"{name}.yaml").read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, recipe_schema())


def test_a_statistic_without_a_source_is_not_valid() -> None:
    data = data_of(CAMPAIGN)
    del data["statistics"]["share"]["source"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, campaign_schema())


def test_keys_are_as_they_are_written() -> None:
    clip = recipe_schema()["$defs"]["ClipModel"]
    assert "for-shape" in clip["properties"]
    assert clip["properties"]["focus"]["description"]
