"""README.md's words for whoever answers for the numbers are followed to the letter."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from support.following import CAMPAIGN, ROOT, blocks_of, follow, run

SECTION = "For whoever answers for the numbers"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with nothing but what the page adds to it."""
    (tmp_path / "recipes").mkdir()
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    _, records, recipe = blocks_of(ROOT / "README.md", SECTION)
    assert (records.file, recipe.file) == ("assetkit.yaml", "recipes/numbers.yaml")
    follow([records, recipe], tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_readme_tells_of_numbers_what_works(workspace: Path) -> None:
    """Its records and its recipe are right as they stand, and its commands show them."""
    report = json.loads(run("assetkit check --json", ROOT, workspace))
    assert {item["severity"] for item in report["findings"]} == {"draft"}
    commands = blocks_of(ROOT / "README.md", SECTION)[0].text.splitlines()
    lines = [line.split(" #")[0].split(" >")[0].strip() for line in commands]
    told, one, sources, kinds = [run(line.replace("men reach", "men"), ROOT, workspace) for line in lines[:4]]
    assert re.search(
        r"^men-share +49.% .*not reviewed, no primary source +numbers/people: card ring", told, re.M
    )
    (men,) = json.loads(one)
    assert len(men["posts"]) == 4 and men["ratios"] == ["men-share"]
    rows = list(csv.DictReader(io.StringIO(sources)))
    assert [(row["name"], row["value"]) for row in rows] == [
        ("inhabitants", "19766807"),
        ("men", "9647701"),
        ("men-share", "49"),
    ]
    assert "ring" in kinds and "as: ring" in kinds


@pytest.mark.slow
def test_the_readme_draws_cards_and_picture_posts(workspace: Path) -> None:
    """Its recipe makes four cards, in two languages for two platforms; the sheet is of one shape."""
    commands = blocks_of(ROOT / "README.md", SECTION)[0].text.splitlines()
    sheet, stills = [line.split(" #")[0].strip() for line in commands[-2:]]
    run(sheet.replace("cards ", "cards ring quote "), ROOT, workspace)
    assert (workspace / "out/cards/tiktok.png").is_file()
    run(stills.replace("problem-in-numbers", "numbers"), ROOT, workspace)
    assert len([*(workspace / "out/stills").iterdir()]) == 4 * 2 * 2
