"""`assetkit plan` shows how captions are laid out: in short, each of them, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.studio import assetkit

CUE = "1\n00:00:00,800 --> 00:00:01,200\n{}\n"


@pytest.fixture
def spoken(studio: Path) -> Path:
    """The studio with a Kazakh cue that a low picture's zone takes in one line, and a high one's in two."""
    (studio / "subtitles" / "kk.srt").write_text(CUE.format("Үйге қайтатын кез келді"), encoding="utf-8")
    return studio


def test_every_caption_is_shown_with_what_was_done(spoken: Path) -> None:
    run = assetkit("plan", "--root", spoken, "--captions", "-c", "short", "-l", "kk")
    head, *rows = run.out.splitlines()
    assert run.code == 0 and head.split()[:3] == ["cut", "platforms", "language"]
    shown = {row.split()[1]: row for row in rows}
    assert " / " in shown["tall"] and shown["tall"].endswith("18 px  broken otherwise")
    assert "Үйге қайтатын кез келді" in shown["broad"] and shown["broad"].endswith("18 px")
    assert all("00:00:00:00" in row for row in rows)


def test_the_plan_sums_them_up_by_cut(spoken: Path) -> None:
    lines = assetkit("plan", "--root", spoken, "-l", "kk").out.splitlines()
    assert "captions of numbers/short: 2, 18 px; 1 broken otherwise" in lines
    assert any(line.startswith("captions of numbers/long: ") for line in lines)


def test_as_json_each_has_its_frames_box_and_place(spoken: Path) -> None:
    run = assetkit("plan", "--root", spoken, "--json", "-c", "short", "-l", "kk", "-p", "tall")
    (use,) = json.loads(run.out)["caption_layouts"]
    (caption,) = use["captions"]
    assert use["posts"] == ["numbers/short/tall/kk"]
    assert caption["frames"] == [0, 10] and caption["timecode"] == "00:00:00:00"
    assert caption["file"] == "subtitles/kk.srt:2:1" and caption["remedies"] == ["broken otherwise"]
    x, y, width, height = caption["box"]
    assert x >= 40 and y >= 316 and x + width <= 260 and y + height <= 416


def test_it_stands_alone(studio: Path) -> None:
    assert assetkit("plan", "--root", studio, "--captions", "--json").code == 2
    (studio / "subtitles" / "kk.srt").unlink()
    assert assetkit("plan", "--root", studio, "--captions").code == 1
