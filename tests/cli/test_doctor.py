"""The doctor says what is missing, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.studio import assetkit


def test_a_machine_that_has_everything_is_ready() -> None:
    done = assetkit("doctor")
    assert done.code == 0 and "ready to render" in done.out
    state = json.loads(assetkit("doctor", "--json").out)
    assert state["ready"] and state["ffmpeg"]["missing"] == [] and state["fonts"]["missing"] == []


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("assetkit.tool.ffmpeg.NEEDED_FILTERS", ("ass", "no-such-filter"))
    monkeypatch.setattr("assetkit.text.fonts.font_path", lambda name: tmp_path / name)
    done = assetkit("doctor")
    assert done.code == 1 and "missing: no-such-filter" in done.out and "missing: Onest-Bold" in done.out
    state = json.loads(assetkit("doctor", "--json").out)
    assert not state["ready"] and state["ffmpeg"]["missing"] == ["no-such-filter"]
