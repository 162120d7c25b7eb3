"""Whatever stands in a file, the reader ends with findings and never with an exception."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assetkit.codes import CODES
from assetkit.diagnostics import Findings, format_text
from assetkit.recipe.workspace import load_workspace
from assetkit.yaml_text import read_yaml
from support.workspaces import CAMPAIGN, RECIPE, catalogue, write_workspace

ODD = [
    None,
    True,
    -1,
    0,
    1e300,
    float("nan"),
    "",
    "x",
    "\0",
    "{0}",
    "3s",
    "9" * 5000,
    "1e999999999",
    "12f - 3s",
    "3s - 12f",
    "00:00:03:00 - 00:00:02;00",
    "٣s",
    "<clip>",
    "[key]",
    "a/b/c",
    [],
    [None],
    {},
    {"": ""},
    {"clip": None},
    {"track": 1},
    [[0.5, 0.5]],
]


def paths_of(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the path of every value inside."""
    if isinstance(data, dict):
        children: list[tuple[str | int, Any]] = list(data.items())
    else:
        children = list(enumerate(data)) if isinstance(data, list) else []
    return [path, *(found for key, child in children for found in paths_of(child, (*path, key)))]


def replaced(data: Any, path: tuple[str | int, ...], odd: Any, as_key: bool) -> Any:
    """Give a copy with an odd value at the path, or an odd key in place of the path's last."""
    if not path:
        return odd
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    if as_key and len(path) == 1 and isinstance(copy, dict):
        copy[str(odd)] = copy.pop(path[0])
    else:
        copy[path[0]] = replaced(data[path[0]], path[1:], odd, as_key)
    return copy


def data_of(text: str) -> Any:
    document = read_yaml(text, "", Findings())
    assert document is not None
    return document.data


def load(root: Path, recipe: str, campaign: str) -> Findings:
    findings = Findings()
    load_workspace(write_workspace(root, {"case.yaml": recipe}, campaign), catalogue(), findings)
    return findings


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("which", ["recipe", "campaign"])
def test_no_odd_value_crashes(tmp_path: Path, which: str, data: st.DataObject) -> None:
    texts = {"recipe": RECIPE, "campaign": CAMPAIGN}
    whole = data_of(texts[which])
    path = data.draw(st.sampled_from(paths_of(whole)))
    odd, as_key = data.draw(st.sampled_from(ODD)), data.draw(st.booleans())
    texts[which] = yaml.safe_dump(replaced(whole, path, odd, as_key), allow_unicode=True, sort_keys=False)
    findings = load(tmp_path, texts["recipe"], texts["campaign"])
    for item in findings.items:
        assert item.code in CODES
        assert item.place is not None
        assert not re.search(r"[\0-\x08]|<class|pydantic", format_text(item))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, len(RECIPE)), drop=st.integers(1, 40))
def test_no_damaged_recipe_crashes(tmp_path: Path, cut: int, drop: int) -> None:
    load(tmp_path, RECIPE[:cut] + RECIPE[cut + drop :], CAMPAIGN)
