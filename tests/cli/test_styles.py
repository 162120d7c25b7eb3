"""The styles are listed, and shown on the campaign's own words and footage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.diagnostics import Findings
from assetkit.engine.reading import read_workspace
from assetkit.engine.samples import find_sample
from support.studio import assetkit

OWN = 'caption_styles: {pink: {like: highlight, highlight: "#FF8FD2", motion: pop}}\n'


def add_style(root: Path) -> None:
    file = root / "assetkit.yaml"
    file.write_text(file.read_text(encoding="utf-8") + OWN, encoding="utf-8")


def test_the_list_names_every_style_and_whose_it_is(studio: Path) -> None:
    add_style(studio)
    done = assetkit("styles", "--list", "--root", studio)
    lines = {line.split()[0]: line for line in done.out.splitlines() if line.strip()}
    assert done.code == 0
    assert all(lines[name].endswith("every campaign") for name in PRESETS)
    assert lines["pink"].endswith("this campaign") and "#FF8FD2" in lines["pink"] and "pop" in lines["pink"]
    assert "cuts that name none have: outline" in done.out


def test_a_style_that_nobody_has_is_wrong_usage(studio: Path) -> None:
    done = assetkit("styles", "outlin", "--root", studio)
    assert done.code == 2 and "outline" in done.err


@pytest.mark.slow
def test_the_sheet_shows_each_style_in_each_language(studio: Path) -> None:
    from PIL import Image

    add_style(studio)
    sizes = []
    for names in (("outline",), ("outline", "pink")):
        done = assetkit("styles", *names, "--root", studio, "-p", "tall", "--out", studio / "sheets")
        assert (done.code, done.err) == (0, "")
        with Image.open(studio / "sheets" / "tall.png") as sheet:
            picture = np.asarray(sheet.convert("RGB")).astype(int)
        sizes.append(picture.shape)
    assert sizes[1][0] > sizes[0][0] and sizes[1][1] == sizes[0][1]
    pink = np.abs(picture - (0xFF, 0x8F, 0xD2)).max(axis=2) < 40
    columns = np.nonzero(pink.any(axis=0))[0]
    assert pink.any() and np.nonzero(pink.any(axis=1))[0].min() > sizes[0][0] // 2
    assert len(columns) and (np.diff(columns) > 60).any(), "a word that is said in more than one language"


def test_without_subtitles_there_is_nothing_to_show(studio: Path) -> None:
    recipe = studio / "recipes" / "numbers.yaml"
    lines = recipe.read_text(encoding="utf-8").splitlines()
    recipe.write_text(
        "\n".join(line for line in lines if not line.startswith("subtitles:")), encoding="utf-8"
    )
    done = assetkit("styles", "--root", studio)
    assert done.code == 1 and "subtitles" in done.err


def test_words_are_found_in_any_language_and_in_files_that_start_at_an_hour(studio: Path) -> None:
    russian = studio / "subtitles/ru.srt"
    russian.write_text(russian.read_text(encoding="utf-8").replace("00:00:0", "01:00:0"), encoding="utf-8")
    recipe = studio / "recipes/numbers.yaml"
    recipe.write_text(recipe.read_text(encoding="utf-8").replace("kk: subtitles/kk.srt, ", ""), "utf-8")
    workspace = read_workspace(studio, Findings())
    assert workspace is not None
    cuts = [(recipe, cut) for recipe in workspace.recipes.values() for cut in recipe.cuts.values()]
    sample = find_sample(studio, workspace, cuts, workspace.campaign.languages)
    assert sample is not None
    assert {language: cue.text for language, cue in sample.cues.items()} == {
        "ru": "Иди домой",
        "en": "Come home",
    }
