"""README.md's words for editors and managers are followed to the letter: overlays, sound, music, words."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from support.following import CAMPAIGN, ROOT, blocks_of, follow, run
from support.shots import make_film
from support.signals import music


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the film and the music that the page names, and what it adds to both files."""
    (tmp_path / "recipes").mkdir()
    (tmp_path / "assets/films").mkdir(parents=True)
    (tmp_path / "assets/music").mkdir()
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    make_film(tmp_path / "assets/films/seventh.mp4", [50, 75, 85])
    with wave.open(str(tmp_path / "assets/music/theme.wav"), "wb") as file:
        file.setparams((2, 2, 48000, 0, "NONE", ""))
        file.writeframes((music(10) * 32767).astype(np.int16).tobytes())
    *_, recipe, tracks = blocks_of(ROOT / "README.md", "For a video editor")
    words, *_ = blocks_of(ROOT / "README.md", "For a social media manager")
    assert (recipe.file, tracks.file, words.file) == (
        "recipes/seventh.yaml",
        "assetkit.yaml",
        "assetkit.yaml",
    )
    follow([recipe, tracks, words], tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_readme_shows_an_editor_and_a_manager_what_works(workspace: Path) -> None:
    report = json.loads(run("assetkit check --json", ROOT, workspace))
    found = {(item["severity"], item["code"]) for item in report["findings"]}
    assert {severity for severity, _ in found} <= {"draft", "note"}
    assert ("draft", "AK810") in found  # the words wait for a reader; the licence lacks nothing
    assert "AK720" not in {code for _, code in found}
    commands = blocks_of(ROOT / "README.md", "For a video editor")[0].text.splitlines()
    lines = [line.split(" #")[0].strip() for line in commands if line.startswith("assetkit sound")]
    drawn, heard = [run(line.replace("the-dress", "seventh"), ROOT, workspace) for line in lines]
    assert "out/sound/seventh/teaser-8.png" in drawn and "-14 LUFS" in drawn
    assert [*(workspace / "out/sound/seventh").glob("*.m4a")] and "teaser-8" in heard
    posts = json.loads(run("assetkit posts --json", ROOT, workspace))
    assert len(posts) == 4
