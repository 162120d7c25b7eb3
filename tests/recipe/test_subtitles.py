"""Subtitle files in recipes: a path, or a mapping of what is known of the file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.recipe.records import SubtitleFile
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import Duration, Timecode
from support.workspaces import RECIPE, catalogue, write_workspace

PATH = "subtitles/the-dress.kk.srt"


def read_entry(root: Path, entry: str) -> tuple[SubtitleFile | None, list[str]]:
    findings = Findings()
    write_workspace(root, {"the-dress.yaml": RECIPE.replace(f"kk: {PATH}", f"kk: {entry}", 1)})
    workspace = load_workspace(root, catalogue(), findings)
    recipe = workspace.recipes.get("the-dress") if workspace else None
    file = recipe.film.subtitles["kk"] if recipe and recipe.film else None
    return file, [item.code for item in findings.items if item.severity == "error"]


@pytest.mark.parametrize(
    ("entry", "file"),
    [
        (PATH, SubtitleFile(PATH)),
        (f"{{file: {PATH}}}", SubtitleFile(PATH)),
        (f"{{file: {PATH}, encoding: kz1048}}", SubtitleFile(PATH, "kz1048")),
        (
            f"{{file: {PATH}, starts_at: 01:00:00:00, rate: 25}}",
            SubtitleFile(PATH, None, Timecode(1, 0, Fraction(0), 0), Fraction(25)),
        ),
        (
            f"{{file: {PATH}, starts_at: 00:59:58.500, rate: 23.976}}",
            SubtitleFile(PATH, None, Timecode(0, 59, Fraction("58.5")), Fraction(24000, 1001)),
        ),
        (f"{{file: {PATH}, starts_at: 12f}}", SubtitleFile(PATH, None, Duration(frames=12))),
    ],
)
def test_entries(tmp_path: Path, entry: str, file: SubtitleFile) -> None:
    assert read_entry(tmp_path, entry) == (file, [])


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{encoding: utf-8}", "AK202"),
        (f"{{file: {PATH}, encoding: latin}}", "AK204"),
        (f"{{file: {PATH}, starts_at: 1:00}}", "AK430"),
        (f"{{file: {PATH}, starts_at: -1s}}", "AK430"),
        (f"{{file: {PATH}, starts_at: 3600}}", "AK430"),
        (f"{{file: {PATH}, rate: 26}}", "AK212"),
        (f"{{file: {PATH}, start: 1s}}", "AK201"),
        ("{file: ../a.srt}", "AK230"),
        ("{file: subtitles/none.srt}", "AK231"),
        (f"[{PATH}]", "AK203"),
    ],
)
def test_wrong_entries(tmp_path: Path, entry: str, code: str) -> None:
    assert read_entry(tmp_path, entry)[1] == [code]
