"""Whatever changes what a step gives must raise its version, or stale objects would be taken for new ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assetkit.cards.kinds import KINDS
from assetkit.tool.ffmpeg import find_tool
from support.golden_master import Studio
from support.golden_steps import STEPS
from support.goldens import RECORD, compare, read_goldens, record_goldens

# With the locked tools, goldens that were recorded with others are out of date, and that is a failure.
OWN_TOOL = "ASSETKIT_FFMPEG" in os.environ
pytestmark = pytest.mark.slow
CROPPED, MIXED = "footage, cropped to 1:1", "mix"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    return Studio(tmp_path_factory.mktemp("studio"))


@pytest.mark.parametrize("name", STEPS)
def test_a_step_gives_what_its_version_gave(name: str, studio: Studio) -> None:
    verdict, why = compare(name, studio)
    if verdict == "elsewhere" and OWN_TOOL:
        pytest.skip(why)  # other tools, other keys: nothing stale can be found
    assert verdict == "same", why


@pytest.mark.parametrize("name", [name for name in STEPS if STEPS[name].tolerance == 0])
def test_pictures_do_not_depend_on_the_processor(
    name: str, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool without any of the processor's extensions gives the same bytes."""
    usual = STEPS[name].record(studio)
    plain = tmp_path / "ffmpeg"
    plain.write_text(f'#!/bin/sh\nexec "{find_tool().path}" -cpuflags 0 "$@"\n')
    plain.chmod(0o755)
    monkeypatch.setenv("ASSETKIT_FFMPEG", str(plain))
    find_tool.cache_clear()
    try:
        assert STEPS[name].record(studio) == usual
    finally:
        find_tool.cache_clear()


def test_every_kind_of_card_has_a_golden() -> None:
    assert {f"{kind} card" for kind in KINDS} <= STEPS.keys()
    assert STEPS.keys() == read_goldens().keys()


def test_a_changed_picture_asks_for_a_raised_version(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    _need_same_tools(CROPPED, studio)
    monkeypatch.setattr("assetkit.render.footage.SCALING", "bilinear+accurate_rnd+bitexact")
    verdict, why = compare(CROPPED, studio)
    assert verdict == "changed"
    assert "raise SPAN_VERSION" in why


def test_a_raised_version_asks_for_a_new_golden(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assetkit.plan.tasks.SPAN_VERSION", 99)
    assert compare(CROPPED, studio)[0] == "outdated"
    assert compare(MIXED, studio)[0] != "outdated"


def test_a_sample_moved_by_one_is_a_change(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    _need_same_tools(MIXED, studio)
    monkeypatch.setattr("assetkit.sound.stretches.FADE", 241)
    verdict, why = compare(MIXED, studio)
    assert verdict == "changed"
    assert "raise MIX_VERSION" in why


def test_a_change_without_a_raised_version_is_not_covered_up(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _need_same_tools(MIXED, studio)
    copy = tmp_path / "steps.json"
    copy.write_bytes(RECORD.read_bytes())
    monkeypatch.setattr("support.goldens.RECORD", copy)
    monkeypatch.setattr("support.goldens.STEPS", {MIXED: STEPS[MIXED]})
    monkeypatch.setattr("assetkit.sound.stretches.FADE", 241)
    before = read_goldens()[MIXED]
    assert "raise MIX_VERSION" in record_goldens(studio)[0]
    assert read_goldens()[MIXED] == before
    monkeypatch.setattr("assetkit.plan.tasks.MIX_VERSION", 99)
    assert record_goldens(studio) == []
    assert read_goldens()[MIXED]["gives"] != before["gives"]


def _need_same_tools(name: str, studio: Studio) -> None:
    if OWN_TOOL and read_goldens()[name]["tools"] != STEPS[name].record(studio)["tools"]:
        pytest.skip("recorded with other tools")
