"""README.md is followed to the letter: a workspace, one more film, a platform and a language of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.following import ROOT, PageError, blocks_of, copy_source, follow, run
from support.shots import make_film

CUE = "1\n00:00:00,400 --> 00:00:01,400\n{words}\n"
WORDS = {"kk": "Үйге қайт", "ru": "Иди домой", "uz": "Uyga qayt"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the source, and beside it what a newcomer brings: a master and two subtitle files."""
    tree = copy_source(tmp_path / "tree")
    make_film(tree / "master.mov", [60, 50, 40])
    for language in ("kk", "ru"):
        (tree / f"film.{language}.srt").write_text(CUE.format(words=WORDS[language]), encoding="utf-8")
    return tree


@pytest.mark.slow
def test_the_readme_leads_to_a_film_a_platform_and_a_language_of_ones_own(tree: Path) -> None:
    blocks = blocks_of(ROOT / "README.md", "With a film of your own")
    assert [block.kind for block in blocks] == ["sh", "yaml", "yaml", "sh"]
    follow(blocks[:1], tree)
    workspace = tree / "my-campaign"
    assert len([*(workspace / "out/draft").rglob("*.mp4")]) == 2
    bring_fifth(workspace, tree)
    follow(blocks[1:3], workspace)
    checked, shown, _ = [run(line, tree, workspace) for line in blocks[3].text.splitlines()]
    assert "error" not in checked and "Lobby screen" in shown
    made = {path.parent.relative_to(workspace / "out/draft").parts for path in workspace.rglob("post.json")}
    fifth = {parts[1:] for parts in made if parts[0] == "fifth"}
    assert fifth == {
        ("teaser-6", platform, language)
        for platform in ("lobby-screen", "youtube")
        for language in ("kk", "ru")
    }
    add_language(workspace, tree)


def bring_fifth(workspace: Path, tree: Path) -> None:
    make_film(workspace / "assets/films/fifth.mp4", [50, 60])
    for language in ("kk", "ru"):
        cue = (tree / f"film.{language}.srt").read_text(encoding="utf-8")
        (workspace / f"assets/subtitles/fifth.{language}.srt").write_text(cue, encoding="utf-8")


def add_language(workspace: Path, tree: Path) -> None:
    """Declare one more language, and mend just the places that `check` names, until it names none."""
    campaign = workspace / "assetkit.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text.replace("languages: [kk, ru]", "languages: [kk, ru, uz]"), encoding="utf-8")
    with pytest.raises(PageError, match="AK220") as refused:
        run("assetkit check", tree, workspace)
    places = re.findall(r"^(\S+\.yaml):(\d+):\d+: error: AK220", str(refused.value), re.MULTILINE)
    assert len(places) >= 4
    for name, line in places:
        lines = (workspace / name).read_text(encoding="utf-8").splitlines(keepends=True)
        lines[int(line) - 1] = lines[int(line) - 1].replace("{", "{uz: Yoʻl, ", 1)
        (workspace / name).write_text("".join(lines), encoding="utf-8")
    assert "error" not in run("assetkit check", tree, workspace)
    assert run("assetkit preview -r fifth -l uz -p lobby-screen --at start", tree, workspace)
