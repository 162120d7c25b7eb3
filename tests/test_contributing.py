"""CONTRIBUTING.md is followed to the letter in a copy of the source: what it teaches works."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from support.following import ROOT, PageError, blocks_of, change, copy_source, follow, run
from support.shots import make_film

PAGE = ROOT / "CONTRIBUTING.md"
REFERENCE = "docs/reference"
CAMPAIGN = """assetkit: 1
campaign: ours
title: {en: Ours, ru: Наша}
languages: [ru, en]
rate: 25
as_of: 2026-11-01
"""
SHORT = """assetkit: 1
film: short
title: {en: Short, ru: Короткий}
master: assets/films/short.mp4
subtitles: {ru: assets/short.ru.srt}
cuts:
  all:
    sequence: [{clip: 00:00:00:00 - 00:00:02:10}]
    platforms: [tiktok]
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the source, with no recipe."""
    return copy_source(tmp_path / "tree")


@pytest.mark.slow
def test_a_platform_is_added_as_the_page_says(tree: Path) -> None:
    (shown,) = follow(blocks_of(PAGE, "Add a platform"), tree)
    assert "Lobby screen" in shown and "720x1280" in shown
    told = json.loads(run("assetkit platforms lobby-screen --json", tree))
    assert "lobby-screen" in json.dumps(told)
    run(".venv/bin/python -m docs.generate", tree)
    assert "`lobby-screen`" in (tree / REFERENCE / "platforms.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_same_parts_make_a_platform_of_a_workspace(tree: Path) -> None:
    """The page's last words: below their three keys, in a `platforms.yaml` of the workspace."""
    keys = ("formats", "layouts", "platforms")
    blocks = [block for block in blocks_of(PAGE, "Add a platform") if block.kind == "yaml"]
    assert [Path(block.file).stem for block in blocks] == [*keys]
    text = "".join(f"{key}:\n{block.text}" for key, block in zip(keys, blocks, strict=True))
    (tree / "platforms.yaml").write_text(text, encoding="utf-8")
    assert "Lobby screen" in run("assetkit platforms lobby-screen", tree)


@pytest.mark.slow
def test_a_card_is_added_as_the_page_says(tree: Path) -> None:
    blocks = blocks_of(PAGE, "Add a card")
    # The golden of this card alone: those that are there already have a test of their own.
    (tree / "tests/render/golden/steps.json").unlink()
    steps = (tree / "tests/support/golden_steps.py").read_text(encoding="utf-8")
    own = next(block for block in blocks if block.file.endswith("golden_steps.py"))
    printed = follow(blocks[: blocks.index(own)], tree)
    assert printed[0].startswith("9 deliverables")
    assert len([*(tree / "out/preview").rglob("*.png")]) >= 9
    follow([own], tree)
    changed = (tree / "tests/support/golden_steps.py").read_text(encoding="utf-8")
    assert changed != steps
    only = 'STEPS = {"question card": STEPS["question card"]}\n'
    (tree / "tests/support/golden_steps.py").write_text(changed + only, encoding="utf-8")
    follow(blocks[blocks.index(own) + 1 :], tree)
    goldens = json.loads((tree / "tests/render/golden/steps.json").read_text(encoding="utf-8"))
    assert list(goldens) == ["question card"]
    assert goldens["question card"]["versions"]["card"] == 1


@pytest.mark.slow
def test_a_check_is_added_as_the_page_says(tree: Path) -> None:
    (shown,) = follow(blocks_of(PAGE, "Add a check"), tree)
    assert shown.startswith(".")
    assert run(".venv/bin/pytest -n 0 tests/test_codes.py", tree)
    run(".venv/bin/python -m docs.generate", tree)
    assert "| `AK999` |" in (tree / REFERENCE / "codes.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_check_of_captions_is_added_as_the_page_says(tree: Path) -> None:
    (shown,) = follow(blocks_of(PAGE, "Add a check of captions"), tree)
    assert shown.startswith(".")
    assert run(".venv/bin/pytest -n 0 tests/test_codes.py tests/subtitles/test_standards.py", tree)
    bring_film(tree, "Я НЕ ДАМ ЕЁ В ОБИДУ")
    assert "AK998: a cue is all in capitals in ru" in run("assetkit check", tree)
    campaign = tree / "assetkit.yaml"
    weighed = campaign.read_text(encoding="utf-8") + "checks: {AK998: off}\n"
    campaign.write_text(weighed, encoding="utf-8")
    assert "AK998" not in run("assetkit check", tree)


@pytest.mark.slow
def test_a_caption_style_is_added_as_the_page_says(tree: Path) -> None:
    bring_film(tree, "Я не дам её в обиду")
    listed, drawn = follow(blocks_of(PAGE, "Add a caption style"), tree)
    assert re.search(r"^sunny +a box for each line +#FFE14D .*pop .*every campaign$", listed, re.MULTILINE)
    assert "tiktok.png" in drawn and (tree / "out/styles/tiktok.png").is_file()
    run(".venv/bin/python -m docs.generate", tree)
    assert "sunny" in (tree / REFERENCE / "recipe.md").read_text(encoding="utf-8")


def bring_film(tree: Path, words: str) -> None:
    """Put a film with one Russian caption into a tree, with a recipe that shows it, and a campaign."""
    (tree / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (tree / "assets/films").mkdir(parents=True)
    make_film(tree / "assets/films/short.mp4", [60])
    text = f"1\n00:00:00,200 --> 00:00:02,200\n{words}\n"
    (tree / "assets/short.ru.srt").write_text(text, encoding="utf-8")
    (tree / "recipes/short.yaml").write_text(SHORT, encoding="utf-8")


def test_a_stale_page_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("one\ntwo\n", encoding="utf-8")
    change(file, " one\n+and a half\n")
    assert file.read_text(encoding="utf-8") == "one\nand a half\ntwo\n"
    with pytest.raises(PageError, match="0 times"):
        change(file, "-three\n+four\n")


def test_hooks_are_the_gates_of_the_makefile() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    for hook in hooks["repos"][0]["hooks"]:
        program, target = hook["entry"].split()
        assert program == "make" and target in targets
        assert hook["language"] == "system" and hook["pass_filenames"] is False
