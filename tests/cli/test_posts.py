"""The table of posts, and the calendar: before a rendering, after it, and after what comes later."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.post import post_schema
from support.studio import CAMPAIGN, PLATFORMS, assetkit

pytestmark = pytest.mark.slow

_RECIPE = """\
assetkit: 1
title: {en: Home, ru: Дом}
cuts:
  home:
    sequence: [{card: title, title: {en: “Come home”, ru: «Иди домой»}, for: 3s}]
    platforms: [tall]
    post: {at: 2026-11-25 18:00, later: {en: 1d}, copy: home}
  late:
    like: home
    sequence: [{card: title, title: {en: “Stay”, ru: «Останься»}, for: 3s}]
"""
_CALENDAR = """\
calendar: {zone: Asia/Almaty, media: "https://example.org/posts/", tools: [vista-social, ayrshare]}
copy:
  home:
    reviewed: true
    text: {en: "=Come home, all", ru: "Иди домой;\\nсейчас"}
"""
_TWO = CAMPAIGN.replace("[kk, ru, en]", "[ru, en]").replace(", kk: Студия", "")


@pytest.fixture(scope="module")
def rendered(studio_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of four posts of a card, two of them with a time; Russian is signed, English is not."""
    root = tmp_path_factory.mktemp("dated")
    (root / "recipes").mkdir()
    reviewed = "reviewed: {ru: true}\n" if "reviewed" not in _TWO else ""
    (root / "assetkit.yaml").write_text(_TWO + reviewed + _CALENDAR, encoding="utf-8")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    (root / "recipes" / "home.yaml").write_text(_RECIPE, encoding="utf-8")
    before = rows(root)
    assert [row["state"] for row in before.values()] == ["not made"] * 4
    done = assetkit("render", "--root", root, "--jobs", "2")
    assert done.code == 0, done.err
    return root


@pytest.fixture
def root(rendered: Path, tmp_path: Path) -> Path:
    """A copy of it with times kept, so that all is current."""
    target = tmp_path / "dated"
    shutil.copytree(rendered, target)
    return target


def rows(root: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    """Give the rows of `assetkit posts --json` by post."""
    done = assetkit("posts", "--root", root, "--json", *arguments)
    assert done.code == 0, done.err
    return {row["post"]: row for row in json.loads(done.out)}


def table_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_states_and_what_is_said_of_a_post(root: Path) -> None:
    found = rows(root)
    assert {post: row["state"] for post, row in found.items()} == {
        "home/home/tall/ru": "ready",
        "home/home/tall/en": "draft",
        "home/late/tall/ru": "ready",
        "home/late/tall/en": "draft",
    }
    ready = found["home/home/tall/ru"]
    folder = root / "out" / "home/home/tall/ru"
    post = json.loads((folder / "post.json").read_bytes())
    jsonschema.validate(post, post_schema())
    assert post["schedule"] == ready["schedule"]
    assert ready["schedule"] == {
        "at": "2026-11-25T18:00+05:00",
        "zone": "Asia/Almaty",
        "utc": "2026-11-25T13:00Z",
    }
    assert ready["bytes"] == (folder / ready["files"][0]).stat().st_size <= ready["most_bytes"]
    assert ready["copy"]["count"] == len((folder / "copy.txt").read_text(encoding="utf-8").rstrip("\n"))
    assert (ready["seconds"], ready["kind"]) == (3.0, "video")
    assert found["home/home/tall/en"]["reasons"][0].startswith("AK404")
    assert found["home/late/tall/ru"]["schedule"] is None


def test_the_table_sums_up(root: Path) -> None:
    done = assetkit("posts", "--root", root)
    lines = done.out.splitlines()
    size = sum(row["bytes"] for row in rows(root).values()) / 1_000_000
    assert lines[-1] == f"4 posts: 2 ready, 2 draft; 2 with a time (Asia/Almaty); {size:.1f} MB"
    assert "2026-11-26 18:00" in next(line for line in lines if line.startswith("home/home/tall/en"))


def test_a_rendering_of_all_writes_the_calendar(root: Path) -> None:
    folder = root / "out" / "calendar"
    text = (folder / "calendar.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert text.count("STATUS:TENTATIVE") == text.count("SUMMARY:[draft]") == 1
    lines = table_of(folder / "schedule.csv")
    assert [(line["language"], line["date"], line["time"], line["state"]) for line in lines] == [
        ("ru", "2026-11-25", "18:00", "ready"),
        ("en", "2026-11-26", "18:00", "draft"),
    ]
    assert lines[0]["copy"] == "Иди домой;\nсейчас"
    # A spreadsheet would run it.
    assert lines[1]["copy"] == "'=Come home, all"
    assert (root / "out" / lines[0]["files"]).is_file()


def test_tools_get_what_is_publishable_alone(root: Path) -> None:
    folder = root / "out" / "calendar"
    (line,) = table_of(folder / "vista-social" / "tall-ru.csv")
    assert line == {
        "message": "Иди домой;\nсейчас",
        "type": "video",
        "link": "https://example.org/posts/home/home/tall/ru/home-home-tall-ru.mp4",
        "time": "2026-11-25 18:00",
        "title": "",
    }
    assert [path.name for path in (folder / "vista-social").iterdir()] == ["tall-ru.csv"]
    # The platform is one of the workspace's own, which this tool does not know.
    text = (folder / "ayrshare" / "ayrshare.csv").read_bytes()
    assert text == b"post,platforms,mediaUrls,scheduleDate\r\n"


def test_the_calendar_is_the_same_bytes_twice(root: Path) -> None:
    folder = root / "out" / "calendar"
    first = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(folder)
    done = assetkit("posts", "--root", root, "--calendar")
    assert done.code == 0, done.err
    assert "the calendar of 2 posts lies in" in done.out
    assert "1 of them are not publishable" in done.out
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == first


def test_a_moved_post_is_outdated_and_costs_no_picture(root: Path) -> None:
    recipe = root / "recipes" / "home.yaml"
    recipe.write_text(_RECIPE.replace("18:00, later", "19:30, later"), encoding="utf-8")
    assert rows(root)["home/home/tall/ru"]["state"] == "outdated"
    done = assetkit("render", "--root", root, "-c", "home", "-l", "ru")
    assert done.code == 0, done.err
    assert "0 tasks ran" in done.out
    assert "AK882: the calendar shows home/home/tall/ru at another time" in done.err
    assert rows(root)["home/home/tall/ru"]["state"] == "ready"
    done = assetkit("render", "--root", root)
    assert done.code == 0, done.err
    assert "AK882" not in done.err
    calendar = root / "out" / "calendar" / "calendar.ics"
    assert "DTSTART;TZID=Asia/Almaty:20261125T193000" in calendar.read_text(encoding="utf-8")
    written = calendar.stat().st_mtime_ns
    assert assetkit("render", "--root", root).code == 0
    assert calendar.stat().st_mtime_ns == written
    # Told anew where it was taken away, and where the campaign says more of it.
    calendar.unlink()
    campaign = (root / "assetkit.yaml").read_text(encoding="utf-8")
    (root / "assetkit.yaml").write_text(campaign.replace("title: {en: Studio", "title: {en: Other"))
    assert assetkit("render", "--root", root).code == 0
    assert "X-WR-CALNAME:Other" in calendar.read_text(encoding="utf-8")


def test_no_times_any_more(root: Path) -> None:
    recipe = root / "recipes" / "home.yaml"
    recipe.write_text(_RECIPE.replace("at: 2026-11-25 18:00, later: {en: 1d}, ", ""), encoding="utf-8")
    assert assetkit("render", "--root", root).code == 0
    folder = root / "out" / "calendar"
    assert "VEVENT" not in (folder / "calendar.ics").read_text(encoding="utf-8")
    assert [path.name for path in (folder / "vista-social").glob("*")] == []


def test_verify_leaves_the_calendar_alone(root: Path) -> None:
    done = assetkit("verify", root / "out", "--strict")
    assert done.code == 0, done.out + done.err


def test_what_was_refused_says_so(root: Path) -> None:
    platforms = (root / "platforms.yaml").read_text(encoding="utf-8")
    limits = "limits: {largest_bytes: {value: 500, strength: rejects, source: made up, confidence: H}, "
    (root / "platforms.yaml").write_text(platforms.replace("limits: {", limits, 1), encoding="utf-8")
    done = assetkit("render", "--root", root, "-c", "home", "-l", "ru")
    assert done.code == 1
    row = rows(root)["home/home/tall/ru"]
    assert row["state"] == "refused", done.out + done.err
    assert row["reasons"]


def test_the_calendar_is_of_all(root: Path) -> None:
    done = assetkit("posts", "--root", root, "--calendar", "-c", "home")
    assert done.code == 2
    assert "whole campaign" in done.err


def test_a_folder_that_cannot_be_written(root: Path) -> None:
    shutil.rmtree(root / "out" / "calendar")
    (root / "out" / "calendar").write_text("a file in its place", encoding="utf-8")
    done = assetkit("posts", "--root", root, "--calendar")
    assert done.code == 1
    assert "The calendar cannot be written" in done.err


def test_pictures_are_posts_too(studio: Path) -> None:
    taken = 'image: {takes: [jpg], most: 3, source: made up, as_of: "2026-11", confidence: M}'
    platforms = PLATFORMS.replace("layout: wide}", f"layout: wide, {taken}}}")
    (studio / "platforms.yaml").write_text(platforms, encoding="utf-8")
    card = "{card: title, title: {en: Home, ru: Дом, kk: Үй}}"
    post = "{at: 2026-11-25 10:00, zone: Asia/Almaty}"
    cuts = f"  one: {{stills: [{card}], platforms: [broad], post: {post}}}\n"
    cuts += f"  two: {{stills: [{card}, {card}], platforms: [broad]}}\n"
    recipe = f"assetkit: 1\ntitle: {{en: Numbers, ru: Числа, kk: Сандар}}\ncuts:\n{cuts}"
    (studio / "recipes" / "numbers.yaml").write_text(recipe, encoding="utf-8")
    assert [row["state"] for row in rows(studio).values()] == ["not made"] * 6
    assert assetkit("render", "--root", studio).code == 0
    found = rows(studio)
    assert {row["state"] for row in found.values()} == {"draft"}
    one, two = found["numbers/one/broad/kk"], found["numbers/two/broad/kk"]
    assert (one["kind"], one["files"], one["seconds"], one["most_bytes"]) == ("image", ["01.jpg"], None, None)
    assert (two["kind"], two["files"]) == ("carousel", ["01.jpg", "02.jpg"])
    folder = studio / "out" / "numbers/two/broad/kk"
    assert two["bytes"] == sum((folder / name).stat().st_size for name in two["files"])
    lines = table_of(studio / "out" / "calendar" / "schedule.csv")
    assert [(line["kind"], line["files"]) for line in lines[:1]] == [("image", "numbers/one/broad/en/01.jpg")]
    told = json.loads((studio / "out" / "numbers/one/broad/kk" / "post.json").read_bytes())
    assert told["schedule"]["at"] == "2026-11-25T10:00+05:00"
