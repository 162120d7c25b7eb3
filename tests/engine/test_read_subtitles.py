"""Subtitle files of a workspace, read with what the recipe states and what the master proves."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.engine.reading import Masters, Subtitles, read_workspace
from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts
from assetkit.tool.masters import write_lock
from support.studio import assetkit
from support.workspaces import write_workspace

RECIPE = """\
assetkit: 1
film: the-dress
title: {{en: The Dress, ru: Платье, kk: Көйлек}}
master: films/the-dress.mp4
subtitles:
  kk: {entry}
  ru: subtitles/the-dress.ru.srt
  en: subtitles/the-dress.ru.srt
sdh: {{kk: subtitles/sdh.srt}}
cuts:
  teaser:
    sequence: [{{clip: 1s - 8s}}]
    captions: {{set: {chosen}}}
    platforms: [x]
"""
PATH = "subtitles/film.srt"
TAPE = "1\n01:00:02:12 --> 01:00:05:00\nҚазақ тілі, әке, көп ән\n"
CUE = "1\n00:00:02,480 --> 00:00:05,000\n{}\n"


def write(root: Path, entry: str, data: bytes, chosen: str = "translation") -> Path:
    write_workspace(root, {"the-dress.yaml": RECIPE.format(entry=entry, chosen=chosen)})
    (root / PATH).write_bytes(data)
    (root / "subtitles/the-dress.ru.srt").write_text(CUE.format("Мама"), encoding="utf-8")
    (root / "subtitles/sdh.srt").write_text(CUE.format("[есік жабылды]"), encoding="utf-8")
    facts = MasterFacts(
        path="films/the-dress.mp4",
        digest="0" * 64,
        codec="h264",
        size=Size(1280, 720),
        pixel_format="yuv420p",
        rate=Fraction(25),
        time_base=Fraction(1, 25),
        first_pts=0,
        frame_count=750,
        key_frames=(0,),
        container_start=Fraction(0),
        colour=Colour("bt709", "bt709", "bt709", False),
        sounds=(),
    )
    (root / "films").mkdir(exist_ok=True)
    write_lock(root, facts)
    return root


def read(root: Path) -> tuple[list[tuple[int, str]], list[str]]:
    """Give the start and words of the Kazakh cues, and what was found beside notes."""
    findings = Findings()
    workspace = read_workspace(root, findings)
    assert workspace is not None, findings.items
    cut = workspace.recipes["the-dress"].cuts["teaser"]
    subtitles = Subtitles(root, findings, Masters(root, findings))
    cues = subtitles.cues(cut, "kk", Fraction(25))["the-dress"]
    serious = [item.code for item in findings.items if item.severity != "note"]
    return [(cue.range.start, cue.text) for cue in cues], serious


WORDS = "Қазақ тілі, әке, көп ән"


@pytest.mark.parametrize(
    ("entry", "data", "start"),
    [
        (PATH, TAPE.encode(), 62),
        (PATH, TAPE.encode("kz1048"), 62),
        (f"{{file: {PATH}, rate: 24}}", TAPE.encode(), 63),
        (f"{{file: {PATH}, starts_at: 01:00:01:00}}", TAPE.encode("ptcp154"), 37),
        (f"{{file: {PATH}, encoding: kz1048}}", TAPE.encode("kz1048"), 62),
    ],
)
def test_the_recipe_and_the_film_say_what_the_file_does_not(
    tmp_path: Path, entry: str, data: bytes, start: int
) -> None:
    assert read(write(tmp_path, entry, data)) == ([(start, WORDS)], [])


def test_what_is_stated_and_cannot_be(tmp_path: Path) -> None:
    entry = f"{{file: {PATH}, encoding: utf-8}}"
    assert read(write(tmp_path, entry, TAPE.encode("kz1048"))) == ([], ["AK431"])


def test_the_set_that_a_cut_chooses(tmp_path: Path) -> None:
    assert read(write(tmp_path, PATH, TAPE.encode(), "{kk: sdh}")) == ([(62, "[есік жабылды]")], [])


def test_check_says_what_each_file_was_read_as(tmp_path: Path) -> None:
    root = write(tmp_path, PATH, TAPE.encode("kz1048"))
    run = assetkit("check", "--root", root, "--verbose")
    told = next(line for line in run.out.splitlines() if line.startswith(PATH))
    assert told.startswith(f"{PATH}: SRT, kz1048 (only so its bytes are Kazakh words, with ")
    assert told.endswith("1 cue, starts at 01:00:00; 2 things to know of it")
    assert "AK436" in run.err
    assert PATH not in assetkit("check", "--root", root).out
