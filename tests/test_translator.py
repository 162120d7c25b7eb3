"""README.md's words for translators are followed to the letter, with files as it says they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.following import ROOT, blocks_of, follow, run
from support.shots import make_film

CAMPAIGN = """assetkit: 1
campaign: ours
title: {kk: Біздің, ru: Наша}
languages: [kk, ru]
rate: 25
as_of: 2026-11-01
"""
KAZAKH = "1\n{hour}:00:00,400 --> {hour}:00:02,000\nҮйге қайтар жолды ұмытпа\n"
FAST = "Мы быстро и очень долго говорим обо всём, что случилось"
RUSSIAN = f"WEBVTT\n\n00:00.400 --> 00:02.000\n<v Ana>{FAST}\n"
SOUNDS = "1\n00:00:00,400 --> 00:00:02,000\n[стук в дверь]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the film and the files that the page names, Kazakh from another time and encoding."""
    (tmp_path / "recipes").mkdir()
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    texts = tmp_path / "assets/subtitles"
    texts.mkdir(parents=True)
    (texts / "sixth.kk.srt").write_bytes(KAZAKH.format(hour="01").encode("kz1048"))
    (texts / "sixth.ru.vtt").write_text(RUSSIAN, encoding="utf-8")
    (texts / "sixth.ru.sdh.srt").write_text(SOUNDS, encoding="utf-8")
    (tmp_path / "assets/films").mkdir()
    make_film(tmp_path / "assets/films/sixth.mp4", [60, 60])
    return tmp_path


@pytest.mark.slow
def test_the_readme_tells_a_translator_what_works(workspace: Path) -> None:
    commands, recipe, campaign = blocks_of(ROOT / "README.md", "For a translator")
    assert recipe.file == "recipes/sixth.yaml" and campaign.file == "assetkit.yaml"
    follow([recipe, campaign], workspace)
    lines = [line.split(" #")[0].strip().replace("the-dress", "sixth") for line in commands.text.splitlines()]
    checked, looked, planned, _ = [run(line, ROOT, workspace) for line in lines]
    assert "sixth.kk.srt: SRT, kz1048 (the recipe states it), 1 cue, starts at 01:00:00" in checked
    assert "error" not in looked and "not looked at" not in looked
    assert "жолды ұмытпа" in planned.replace(" / ", " ")
    assert (workspace / "out/styles/tiktok.png").is_file()
    posts = json.loads(run("assetkit plan --json", ROOT, workspace))["posts"]
    said = {tuple(folder.split("/")[-2:]): post["captions"] for folder, post in posts.items()}
    assert {key: (each["set"], each["burnt_in"], each["sidecar"]) for key, each in said.items()} == {
        ("tiktok", "kk"): ("translation", True, None),
        ("tiktok", "ru"): ("translation", True, None),
        ("youtube", "kk"): ("translation", False, "sixth-teaser-4-youtube-kk.kk.srt"),
        ("youtube", "ru"): ("sdh", False, "sixth-teaser-4-youtube-ru.ru.srt"),
    }


@pytest.mark.slow
def test_the_campaign_weighs_and_the_recipe_waives_as_the_readme_says(workspace: Path) -> None:
    """The one fast cue is the error that the campaign makes of it, and the recipe accepts it."""
    _, recipe, campaign = blocks_of(ROOT / "README.md", "For a translator")
    follow([recipe, campaign], workspace)
    report = json.loads(run("assetkit check --json", ROOT, workspace))
    assert {item["code"] for item in report["findings"]} == {"AK446"}
    (waived,) = report["waived"]
    assert (waived["code"], waived["severity"], waived["file"]) == (
        "AK450",
        "error",
        "assets/subtitles/sixth.ru.vtt",
    )
