"""The doctor says what is missing, to people and to programs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assetkit.render.selftest import try_text
from assetkit.subtitles.ass import write_ass
from assetkit.text.fonts import font_dir
from assetkit.text.shaping import ShapedLine, shape
from support.studio import assetkit


def test_a_machine_that_has_everything_is_ready() -> None:
    done = assetkit("doctor")
    assert done.code == 0 and "ready to render" in done.out
    state = json.loads(assetkit("doctor", "--json").out)
    assert [trial["fault"] for trial in state["text"]] == [""] * 8
    assert state["ready"] and state["ffmpeg"]["missing"] == [] and state["fonts"]["missing"] == []


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("assetkit.tool.ffmpeg.NEEDED_FILTERS", ("ass", "no-such-filter"))
    monkeypatch.setattr("assetkit.text.fonts.font_path", lambda name: tmp_path / name)
    done = assetkit("doctor")
    assert done.code == 1 and "missing: no-such-filter" in done.out and "missing: Onest-Bold" in done.out
    state = json.loads(assetkit("doctor", "--json").out)
    assert not state["ready"] and state["ffmpeg"]["missing"] == ["no-such-filter"]


def test_letters_that_are_not_joined_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assetkit.render.selftest.shape", _shape_letter_by_letter)
    told = {trial.name: trial.fault for trial in try_text()}
    assert "not joined" in told["shaping of Arabic"] and "क्षि" in told["shaping of Hindi"]
    assert not told["shaping of Kazakh"]


def test_a_renderer_that_orders_letters_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def write_without_joining(*given: Any) -> str:
        return write_ass(*given).replace("سلام", "س\u200cل\u200cا\u200cم")

    monkeypatch.setattr("assetkit.render.selftest.write_ass", write_without_joining)
    told = {trial.name: trial.fault for trial in try_text() if trial.fault}
    assert list(told) == ["drawing of Arabic"]


def test_a_font_of_the_system_that_slips_in_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "fonts.xml"
    config.write_text(f"<?xml version='1.0'?><fontconfig><dir>{font_dir()}</dir></fontconfig>")
    monkeypatch.setattr("assetkit.tool.ffmpeg._empty_fontconfig", lambda: str(config))
    told = {trial.name: trial.fault for trial in try_text() if trial.fault}
    assert list(told) == ["no other fonts"]


def _shape_letter_by_letter(text: str, font: str, em: float, from_right: bool = False) -> ShapedLine:
    lines = [shape(letter, font, em) for letter in text]
    glyphs = [replace(line.glyphs[0], cluster=place) for place, line in enumerate(lines)]
    return replace(lines[0], glyphs=tuple(glyphs[::-1] if from_right else glyphs))
