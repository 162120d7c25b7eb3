"""What was decided for a size is a memory: read back as it was, and nothing where it is spoilt."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.engine.fitting import FOLDER, Fits, tell_failures
from assetkit.engine.run import Outcome
from assetkit.plan.budgets import Fit
from assetkit.plan.build import Deliverable
from assetkit.platforms.records import Limit
from support.scenes import PLATFORMS, Scene, clip, facts


@pytest.mark.parametrize("fit", [Fit(0, 10, 10), Fit(3, 900, 700), Fit(None, 900, 800, Fraction(46, 7))])
def test_what_was_decided_is_read_back(fit: Fit, tmp_path: Path) -> None:
    fits = Fits(tmp_path)
    assert fits.recall("key") is None
    fits.remember("key", fit)
    assert fits.recall("key") == fit and fits.recall("other") is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"step": "x", "whole": 1, "most": 1, "seconds": null}', "\0"]
)
def test_a_spoilt_memory_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "key.json").write_text(text, encoding="utf-8")
    assert Fits(tmp_path).recall("key") is None


def test_a_text_that_is_lost_in_the_smaller_picture_is_told_as_that() -> None:
    scene = Scene((clip("a", 0, 50),), {"a": facts("a")}, {})
    limit = Limit("largest_bytes", Fraction(16_000_000), "bytes", "rejects", "made up", "2026-11", "H")
    place = replace(PLATFORMS[0], limits=(limit,))
    file = scene.plan()
    # Neither recipe nor cut are asked for.
    item = Deliverable(None, None, place, "kk", file, fit=Fit(2, 20_000_000, 15_000_000))  # type: ignore[arg-type]
    outcome = Outcome(failed={file.key: "The text 'x' was not drawn."})
    tell_failures([item], outcome)
    assert outcome.failed[file.key] == (
        "coded smaller (AK861) to keep within 16.0 MB: The text 'x' was not drawn."
    )
