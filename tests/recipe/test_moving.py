"""`motion: reduced` of a cut, down to its cards; a cut that is like it may move again."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.recipe.workspace import load_workspace
from support.workspaces import catalogue, write_workspace

RECIPE = """\
assetkit: 1
title: {en: Words, ru: Слова, kk: Сөздер}
cuts:
  calm:
    motion: reduced
    sequence: [{statistic: deaths-per-year}, {end: helpline}]
    platforms: [x, tiktok]
    for-platform: {tiktok: {motion: brand}}
  lively: {like: calm, motion: brand}
"""


@pytest.mark.slow
def test_a_cut_may_have_less_motion(tmp_path: Path) -> None:
    findings = Findings()
    root = write_workspace(tmp_path, {"words.yaml": RECIPE})
    workspace = load_workspace(root, catalogue(), findings)
    assert findings.items == []
    assert workspace is not None
    cuts = workspace.recipes["words"].cuts
    assert [item.reduced for item in cuts["calm"].cards] == [True, True]
    assert [item.reduced for item in cuts["calm"].variant("tiktok").cards] == [False, False]
    assert [item.reduced for item in cuts["lively"].cards] == [False, False]
