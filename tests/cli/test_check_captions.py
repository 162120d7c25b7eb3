"""Checks of captions from the command line: weighed by the campaign, waived by a recipe, and looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assetkit.tool.ffmpeg import run_ffmpeg
from support.studio import CAMPAIGN, PLATFORMS, RECIPE, assetkit

DARK = CAMPAIGN.replace("brand: {name: Studio}", "brand: {name: Studio, captions: dark}") + (
    'caption_styles: {dark: {like: outline, colour: "#202020"}}\n'
)
# The Russian cue has a Latin o, and the Kazakh one another number.
CUES = {"kk": "Үйге 3 қайт", "ru": "Иди дoмой 2", "en": "Come home 2"}


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of white."""
    path: Path = tmp_path_factory.mktemp("films") / "white.mp4"
    picture = "color=c=white:s=320x180:r=25:d=4,format=yuv420p"
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    run_ffmpeg(["-y", "-f", "lavfi", "-i", f"{picture},{tags}", str(path)])
    return path


@pytest.fixture
def workspace(tmp_path: Path, master: Path) -> Path:
    for name in ("films", "subtitles", "recipes"):
        (tmp_path / name).mkdir()
    (tmp_path / "films/numbers.mp4").write_bytes(master.read_bytes())
    (tmp_path / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    for language, words in CUES.items():
        cue = f"1\n00:00:00,400 --> 00:00:01,600\n{words}\n"
        (tmp_path / f"subtitles/{language}.srt").write_text(cue, encoding="utf-8")
    write(tmp_path)
    return tmp_path


def write(root: Path, campaign: str = CAMPAIGN, recipe: str = "") -> None:
    (root / "assetkit.yaml").write_text(campaign, encoding="utf-8")
    text = RECIPE.replace("00:00:00:20 - 00:00:01:05", "00:00:00:10 - 00:00:01:15") + recipe
    (root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")


def found(root: Path, *flags: str) -> dict[str, list[dict[str, str]]]:
    by_code: dict[str, list[dict[str, str]]] = {}
    for item in json.loads(assetkit("check", "--root", root, "--json", *flags).out)["findings"]:
        by_code.setdefault(item["code"], []).append(item)
    return by_code


def test_what_is_wrong_in_a_file_is_told_once_for_all_cuts(workspace: Path) -> None:
    run = assetkit("check", "--root", workspace)
    assert run.code == 0
    assert "subtitles/ru.srt:3:5: warning: AK459: a word has letters of another alphabet" in run.err
    assert run.err.count(": AK459") == 1 and run.err.count(": AK461") == 1
    assert "(short 00:00:00:00, long 00:00:00:00)" in run.err
    assert "  remedy: write домой\n" in run.err
    assert "1 master not looked at (assetkit check --observe)" in run.err


def test_a_campaign_weighs_checks(workspace: Path) -> None:
    write(workspace, CAMPAIGN + "checks: {AK459: error, AK461: off}\n")
    assert assetkit("check", "--root", workspace).code == 1
    items = found(workspace)
    assert items["AK459"][0]["severity"] == "error" and "AK461" not in items


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("AK999: error", "AK999 is no check"),
        ("AK307: off", "AK307 can be neither weighed nor waived"),
        ("AK459: loud", "AK204"),
    ],
)
def test_what_cannot_be_weighed_is_an_error_at_its_place(workspace: Path, written: str, message: str) -> None:
    write(workspace, CAMPAIGN + f"checks: {{{written}}}\n")
    run = assetkit("check", "--root", workspace)
    assert run.code == 1 and message in run.err and "assetkit.yaml:8:" in run.err


WAIVED = "waive:\n  - {check: AK459, language: ru, text: иди, reason: the editor wants it}\n"


def test_a_recipe_waives_a_line_with_its_reason(workspace: Path) -> None:
    write(workspace, recipe=WAIVED)
    run = assetkit("check", "--root", workspace)
    assert "warning: AK459" not in run.err
    assert "waived: subtitles/ru.srt:3:5: AK459: a word has letters of another alphabet" in run.err
    assert "the editor wants it)" in run.err
    told = json.loads(assetkit("check", "--root", workspace, "--json").out)["waived"]
    assert [(item["code"], item["reason"]) for item in told] == [("AK459", "the editor wants it")]


def test_a_waiver_needs_a_reason_and_something_to_waive(workspace: Path) -> None:
    write(workspace, recipe=WAIVED.replace(", reason: the editor wants it", ""))
    run = assetkit("check", "--root", workspace)
    assert run.code == 1 and "reason" in run.err
    write(workspace, recipe=WAIVED.replace("иди", "другое"))
    run = assetkit("check", "--root", workspace)
    assert "note: AK466: the waiver of AK459 of “другое” in ru fits nothing that was found" in run.err
    assert "AK466" not in assetkit("check", "--root", workspace, "-c", "short").err


def test_looking_at_a_master_is_remembered(workspace: Path) -> None:
    write(workspace, DARK)
    assert "AK458" not in found(workspace)
    (item,) = found(workspace, "--observe")["AK458"]
    assert item["severity"] == "warning" and "(also in ru, en)" in item["message"]
    assert "AK458" in found(workspace)
    assert "not looked at" not in assetkit("check", "--root", workspace).err
