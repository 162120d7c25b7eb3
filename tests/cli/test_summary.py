"""The table at the end of a rendering counts what was made and what was shared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assetkit.cli.summary import count_distinct, count_shown, show_summary
from assetkit.engine.batch import Selection, plan_batch
from support.studio import assetkit


def test_rows_count_each_cut_and_all_of_them(studio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = plan_batch(studio, Selection()).deliverables
    show_summary(items, 7, 12.4, Path("out"))
    printed = capsys.readouterr().out.splitlines()
    names = list(dict.fromkeys(f"{item.recipe.slug}/{item.cut.name}" for item in items))
    headings = ("post", "platforms", "languages", "posts", "subtitle files", "frames shown", "distinct")
    assert re.split("  +", printed[0]) == [*headings]
    assert [line.split()[0] for line in printed[1:-2]] == [*names, "all"]
    shown, distinct = sum(item.file.frames for item in items), count_distinct(items)
    assert count_shown(items) == shown > distinct
    assert printed[-3].split()[3:] == [str(len(items)), "0", str(shown), str(distinct)]
    files = {item.file.key: item.file for item in items}
    spans = {span.key for file in files.values() for span in file.spans}
    assert printed[-2] == f"{len(items)} posts from {len(files)} renditions, {len(spans)} spans and 2 mixes"
    assert printed[-1] == (
        f"{shown} frames shown from {distinct} distinct ones, {shown / distinct:.1f} for each; "
        "7 encoded in 12 s; posts below out"
    )


def test_nothing_chosen_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show_summary([], 0, 0.0, Path("out"))
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_a_rendering_ends_with_it_and_a_second_one_encodes_nothing(studio: Path) -> None:
    choice = ("--root", studio, "-c", "short", "-p", "tall", "-l", "kk", "--draft")
    assert assetkit("render", *choice).code == 0
    done = assetkit("render", *choice)
    assert done.code == 0, done.err
    last = done.out.splitlines()[-1]
    assert re.search(r"; 0 encoded in \d+ s; posts below .*out/draft$", last), last
