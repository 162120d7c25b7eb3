"""A corpus of broken recipes: each beside the whole of what a person is told about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.diagnostics import Findings, format_text
from assetkit.recipe.workspace import load_workspace
from support.workspaces import catalogue, write_workspace

CORPUS = Path(__file__).parent / "broken"


def messages(root: Path, case: Path) -> str:
    """Load the case as the only recipe of a workspace and give all that is said."""
    text = case.read_text(encoding="utf-8")
    findings = Findings()
    workspace = load_workspace(write_workspace(root, {"case.yaml": text}), catalogue(), findings)
    assert workspace is not None
    assert workspace.recipes == {}
    return "".join(f"{format_text(item, text)}\n" for item in findings.items)


@pytest.mark.parametrize("name", sorted(path.stem for path in CORPUS.glob("*.yaml")))
def test_messages(tmp_path: Path, name: str) -> None:
    expected = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    assert messages(tmp_path, CORPUS / f"{name}.yaml") == expected
