"""What is wrong with marks is told where they are written: a ground of their own, the other one, no ink."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assetkit.diagnostics import Diagnostic, Findings
from assetkit.engine.reading import read_workspace
from support.pictures import write_mark, write_picture
from support.workspaces import CAMPAIGN, write_workspace


def find(root: Path, logo: str, campaign: str = CAMPAIGN) -> list[Diagnostic]:
    """Read a workspace whose only partner has this mark; gives what is said of it."""
    partner = f"partners: {{one: {{title: {{en: One, ru: Один, kk: Бір}}, logo: {logo}}}}}\n"
    findings = Findings()
    read_workspace(write_workspace(root, {}, campaign + partner), findings)
    return [item for item in findings.items if item.code != "AK240"]


def test_a_good_mark_says_nothing(tmp_path: Path) -> None:
    write_mark(tmp_path / "mark.png", 300, 200)
    assert find(tmp_path, "{image: mark.png, on: dark}") == []


def test_a_mark_with_a_ground_of_its_own_is_told(tmp_path: Path) -> None:
    picture = np.full((60, 90, 3), 255, np.uint8)
    picture[20:40, 20:70] = 0
    write_picture(tmp_path / "mark.jpg", picture)
    (found,) = find(tmp_path, "mark.jpg")
    assert (found.code, found.severity) == ("AK629", "warning")
    assert found.place is not None and found.place.file == "assetkit.yaml" and found.place.width == 8


def test_a_mark_for_the_other_ground_is_told(tmp_path: Path) -> None:
    write_mark(tmp_path / "mark.png", 300, 200)
    (found,) = find(tmp_path, "{image: mark.png, on: light}")
    assert found.code == "AK630" and "dark ground" in found.remedy
    light = CAMPAIGN.replace("#101820", "#F0F0F0")
    assert find(tmp_path, "{image: mark.png, on: light}", light) == []


@pytest.mark.parametrize("alpha", [True, False])
def test_a_mark_in_which_nothing_is_seen_is_an_error(tmp_path: Path, alpha: bool) -> None:
    write_picture(tmp_path / "mark.png", np.zeros((9, 9, 4 if alpha else 3), np.uint8))
    (found,) = find(tmp_path, "mark.png")
    assert (found.code, found.severity) == ("AK631", "error")


def test_a_guess_of_colours_is_told(tmp_path: Path) -> None:
    picture = np.full((60, 90, 3), 255, np.uint8)
    picture[20:40, 20:70] = 0
    Image.fromarray(picture).convert("CMYK").save(tmp_path / "mark.jpg")
    assert [found.code for found in find(tmp_path, "mark.jpg")] == ["AK627", "AK629"]


def test_one_broken_file_is_told_at_each_of_its_places(tmp_path: Path) -> None:
    (tmp_path / "mark.png").write_bytes(b"no picture")
    campaign = CAMPAIGN.replace("name: HeForShe}", "name: HeForShe, logo: mark.png}")
    found = find(tmp_path, "mark.png", campaign)
    assert [each.code for each in found] == ["AK621", "AK621"]
    assert len({each.place for each in found}) == 2
