"""README.md's words for a manager are followed to the letter: covers, openings, pictures, handing over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.following import CAMPAIGN, ROOT, blocks_of, follow, run
from support.shots import make_film

SECTION = "For a social media manager"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the film that the page names, and what it adds to both files."""
    (tmp_path / "recipes").mkdir()
    (tmp_path / "assets/films").mkdir(parents=True)
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    make_film(tmp_path / "assets/films/eighth.mp4", [60, 75, 60])
    words, calendar, recipe, _ = blocks_of(ROOT / "README.md", SECTION)
    files = (words.file, calendar.file, recipe.file)
    assert files == ("assetkit.yaml", "assetkit.yaml", "recipes/eighth.yaml")
    follow([words, calendar, recipe], tmp_path)
    return tmp_path


def line_of(start: str) -> str:
    """Give the one command of the section that begins so."""
    lines = [
        line.split(" #")[0].strip() for line in blocks_of(ROOT / "README.md", SECTION)[-1].text.splitlines()
    ]
    (found,) = [line for line in lines if line.startswith(start)]
    return found


@pytest.mark.slow
def test_the_readme_plans_covers_and_openings_and_hands_over_pictures(workspace: Path) -> None:
    """The videos are planned alone; the pictures are rendered, packed and verified by the page's commands."""
    found = json.loads(run("assetkit check --json", ROOT, workspace))["findings"]
    assert {item["code"] for item in found if item["severity"] != "note"} == {"AK810"}
    posts = {item["post"]: item for item in json.loads(run("assetkit posts --json", ROOT, workspace))}
    assert {post.split("/")[1] for post in posts} == {"teaser-5-a", "teaser-5-b", "pictures"}
    assert len(posts) == 12
    run(f"{line_of('assetkit render')} -c pictures", ROOT, workspace)
    assert (workspace / "out/eighth/pictures/instagram-feed-4x5/kk/02.jpg").is_file()
    run(f"{line_of('assetkit package')} -c pictures", ROOT, workspace)
    assert (workspace / "handover/eighth_pictures_instagram-feed-4x5_kk.01.jpg").is_file()
    assert "as they were delivered" in run(f"{line_of('assetkit verify')} --strict", ROOT, workspace)
    assert "nothing to remove" in run(line_of("assetkit clean"), ROOT, workspace)
    run(line_of("assetkit posts --calendar"), ROOT, workspace)
    assert (workspace / "out/calendar/calendar.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 12
