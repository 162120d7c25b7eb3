"""`assetkit statistics`: what carries each number, what a change makes anew, sources for the press."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from assetkit.engine.batch import Selection, plan_batch
from support.studio import CAMPAIGN, PLATFORMS, assetkit

STATISTICS = """\
statistics:
  people:
    value: 19766807
    wording: {en: people, ru: человек, kk: адам}
    source: &deck {en: deck, ru: дек, kk: дек}
    as_of: 2023-12-31
  men: {value: 9647701, wording: {en: men, ru: мужчин, kk: ер адам}, source: *deck, as_of: 2023-12-31}
  men-share:
    ratio: [men, people]
    unit: "%"
    wording: {en: are men, ru: – мужчины, kk: ер адам}
    source: *deck
    as_of: 2023-12-31
  deaths:
    value: 80
    qualifier: {en: at least, ru: не менее, kk: кемінде}
    wording: {en: women die, ru: женщин погибают, kk: әйел қаза табады}
    source: *deck
    url: "=cmd"
    as_of: 2023-12-31
    valid_until: 2025-12-31
    reviewed: true
"""
RECIPE = """\
assetkit: 1
title: {en: Numbers, ru: Числа, kk: Сандар}
cuts:
  share:
    sequence: [{statistic: men-share}]
    platforms: [tall]
  deaths:
    sequence: [{statistic: deaths}]
    over:
      - {super: hook, text: {en: Eighty women, ru: 80 женщин, kk: Сексен әйел}, at: start, for: 2s}
    platforms: [tall, broad]
  title:
    sequence: [{card: title, title: {en: Home, ru: Дом, kk: Үй}}]
    platforms: [tall]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "recipes").mkdir()
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN + STATISTICS, encoding="utf-8")
    (tmp_path / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    (tmp_path / "recipes" / "numbers.yaml").write_text(RECIPE, encoding="utf-8")
    return tmp_path


def told(root: Path) -> dict[str, dict[str, Any]]:
    done = assetkit("statistics", "--root", root, "--json")
    assert done.code == 0, done.err
    return {item["name"]: item for item in json.loads(done.out)}


def keys(root: Path) -> dict[str, str]:
    batch = plan_batch(root, Selection())
    assert not batch.findings.has_errors, batch.findings.items
    return {item.folder: item.file.key for item in batch.deliverables}


@pytest.mark.slow
def test_what_carries_a_number_is_what_changing_it_makes_anew(root: Path) -> None:
    before, carried = keys(root), told(root)
    assert carried["deaths"]["cards"] == ["numbers/deaths: card count-up"]
    assert carried["deaths"]["supers"] == ["numbers/deaths: super `hook`"]
    assert carried["deaths"]["drafts"] == ["no primary source", "stale since 2025-12-31"]
    assert carried["men"]["ratios"] == ["men-share"]
    path = root / "assetkit.yaml"
    text = path.read_text(encoding="utf-8")
    for name, old, new in (
        ("deaths", "value: 80", "value: 90"),
        ("men", "9647701", "8647701"),
        ("people", "19766807", "29766807"),
    ):
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        after = keys(root)
        changed = {folder for folder, key in after.items() if before[folder] != key}
        assert changed == set(carried[name]["posts"]), name
        assert changed and len(changed) < len(before)


def test_a_table_and_a_choice(root: Path) -> None:
    done = assetkit("statistics", "--root", root, "deaths", "men")
    assert done.code == 0, done.err
    rows = done.out.splitlines()
    assert rows[0].split() == ["statistic", "number", "as", "of", "source", "state", "carried", "by", "posts"]
    assert rows[1].startswith("men ") and "9,647,701" in rows[1]
    assert rows[2].strip() == "ratio `men-share`"
    assert "at-least 80" in rows[3] and "stale since 2025-12-31" in rows[3]
    assert rows[4].strip() == "numbers/deaths: super `hook`"
    done = assetkit("statistics", "--root", root, "death")
    assert done.code == 2 and "did you mean `deaths`" in done.err


def test_sources_for_the_press(root: Path) -> None:
    done = assetkit("statistics", "--root", root, "--csv")
    assert done.code == 0, done.err
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(done.out))}
    assert list(rows) == ["people", "men", "men-share", "deaths"]
    assert rows["men-share"]["value"] == "49" and rows["men-share"]["unit"] == "%"
    deaths = rows["deaths"]
    assert deaths["wording (ru)"] == "не менее 80 женщин погибают"
    assert deaths["wording (kk)"] == "кемінде 80 әйел қаза табады"
    assert (deaths["source (en)"], deaths["as of"], deaths["valid until"]) == (
        "deck",
        "2023-12-31",
        "2025-12-31",
    )
    assert (deaths["primary"], deaths["reviewed"]) == ("no", "yes")
    assert deaths["url"] == "'=cmd", "no spreadsheet runs it as a formula"
    assert assetkit("statistics", "--root", root, "--csv", "--json").code == 2


def test_errors_are_shown_first(root: Path) -> None:
    path = root / "assetkit.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 80", "value: many"), encoding="utf-8")
    for form in ("--csv", "--json"):
        done = assetkit("statistics", "--root", root, form)
        assert (done.code, done.out) == (1, "")
        assert "AK213" in done.err
