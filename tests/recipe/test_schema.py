"""The JSON Schemas agree with the reader on what is right, and are of use to an editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assetkit.diagnostics import Findings, Severity
from assetkit.recipe.schema import campaign_schema, recipe_schema
from assetkit.recipe.workspace import load_workspace
from assetkit.yaml_text import Document, read_yaml
from support.broken import Case, cases, find
from support.trees import ODD, data_of, paths_of, removed, replaced
from support.workspaces import CAMPAIGN, RECIPE, catalogue, write_workspace

ROOT = Path(__file__).parents[2]
VALIDATORS = {
    name: jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for name, schema in (("recipe", recipe_schema()), ("campaign", campaign_schema()))
}
# What no schema can tell: names that are found elsewhere, translations (their languages stand in another
# file), files, and what two values mean together.
BEYOND = {f"AK{number}" for number in (207, 208, *range(220, 236), *range(238, 248))} - {"AK236"}
# Picture files that are not there.
BEYOND |= {"AK620"}
# Records of the campaign, what they can be shown as, and what stands before what.
BEYOND |= {"AK648", "AK607", "AK608", "AK611", "AK612"}
# Told by the order of keys, or by arithmetic.
BEYOND |= {"AK215", "AK216"}
# Zones and tools that are known, and clocks that are changed.
BEYOND |= {"AK873", "AK875", "AK876", "AK880"}
BEYOND |= {"AK480", "AK481", "AK482", "AK483", "AK484", "AK489"}
FILES = {
    "recipe": [*(ROOT / "recipes").glob("*.yaml")],
    "campaign": [ROOT / "assetkit.yaml"],
}
CASES = [case for case in cases() if case.folder in ("", "campaign")]


def parse(case: Case) -> Document | None:
    """Read a case as YAML; None where there is none that a schema could be tried on."""
    document = read_yaml(case.path.read_bytes().decode("utf-8", "replace"), "", Findings())
    return document if document is not None and document.whole else None


READABLE = [case for case in CASES if parse(case) is not None]
FEW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_valid(kind: str, data: Any) -> bool:
    return bool(VALIDATORS[kind].is_valid(data))


def assert_agree(kind: str, data: Any, errors: set[str]) -> None:
    """What the reader refuses for its form the schema refuses, and the reverse."""
    if is_valid(kind, data):
        assert errors <= BEYOND
    else:
        assert errors


def test_they_are_schemas() -> None:
    for schema in (recipe_schema(), campaign_schema()):
        jsonschema.Draft202012Validator.check_schema(schema)


def test_good_files_are_valid() -> None:
    VALIDATORS["recipe"].validate(data_of(RECIPE))
    VALIDATORS["campaign"].validate(data_of(CAMPAIGN))


@pytest.mark.parametrize("kind", FILES)
def test_the_examples_are_valid(kind: str) -> None:
    assert FILES[kind]
    for path in FILES[kind]:
        VALIDATORS[kind].validate(data_of(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", READABLE, ids=[case.name for case in READABLE])
def test_they_agree_on_the_broken(tmp_path: Path, case: Case) -> None:
    document = parse(case)
    assert document is not None
    kind = "campaign" if case.folder else "recipe"
    errors = {item.code for item in find(tmp_path, case).items if item.severity is Severity.ERROR}
    assert_agree(kind, document.data, errors)


def test_most_cases_are_yaml() -> None:
    assert len(READABLE) > len(CASES) * 3 // 4


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["recipe", "campaign"])
@given(data=st.data())
@FEW
def test_they_agree_on_what_is_odd(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    texts = {"recipe": RECIPE, "campaign": CAMPAIGN}
    whole = data_of(texts[kind])
    path = data.draw(st.sampled_from(paths_of(whole)[1:]))
    changed = removed(whole, path)
    if data.draw(st.integers(0, 4)):
        changed = replaced(whole, path, data.draw(st.sampled_from(ODD)), data.draw(st.booleans()))
    texts[kind] = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    document = read_yaml(texts[kind], "", Findings())
    if document is None or not document.whole:
        return
    assert_agree(kind, document.data, read(tmp_path, texts, kind))


def read(root: Path, texts: dict[str, str], kind: str) -> set[str]:
    """Give the codes of all errors in the file of this kind."""
    findings, file = Findings(), {"recipe": "recipes/case.yaml", "campaign": "assetkit.yaml"}[kind]
    load_workspace(
        write_workspace(root, {"case.yaml": texts["recipe"]}, texts["campaign"]), catalogue(), findings
    )
    own = [item for item in findings.items if item.place and item.place.file == file]
    return {item.code for item in own if item.severity is Severity.ERROR}


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every key with what is said of it."""
    for name, model in [("file", schema), *schema["$defs"].items()]:
        for key, part in model.get("properties", {}).items():
            yield f"{name}.{key}", part


@pytest.mark.parametrize("kind", ["recipe", "campaign"])
def test_every_key_is_described_and_shown(kind: str) -> None:
    schema: dict[str, Any] = VALIDATORS[kind].schema
    bare = [name for name, part in properties(schema) if not part.get("description")]
    assert bare == []
    assert [name for name, part in properties(schema) if not shows(part)] == []


def shows(part: dict[str, Any]) -> bool:
    """Whether an editor can show a value: an example, a choice, or a mapping that is described itself."""
    plain = {"examples", "enum", "const", "$ref", "patternProperties"} & part.keys()
    return (
        bool(plain)
        or part.get("type") == "boolean"
        or "$ref" in str(part.get("items"))
        or "oneOf" in str(part)
    )


@pytest.mark.parametrize("kind", ["recipe", "campaign"])
def test_every_example_is_valid(kind: str) -> None:
    schema: dict[str, Any] = VALIDATORS[kind].schema
    for name, part in properties(schema):
        own = jsonschema.Draft202012Validator({"$defs": schema["$defs"], **part})
        for example in part.get("examples", []):
            assert own.is_valid(example), name


def test_keys_are_as_they_are_written() -> None:
    clip = recipe_schema()["$defs"]["ClipModel"]
    assert "for-shape" in clip["properties"]
    assert clip["properties"]["focus"]["description"]
