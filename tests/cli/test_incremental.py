"""What runs again after a change, and why: asserted on the tasks that ran, and as the plan explains it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from support.rendering import command, delivered, finish, make_master, make_workspace, render, start

pytestmark = pytest.mark.slow


@dataclass
class Place:
    """A workspace that has been rendered as a whole."""

    root: Path

    def plan(self, *words: str) -> dict[str, Any]:
        """Read the plan."""
        arguments = command("plan", "--root", str(self.root), "--json", *words)
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        plan: dict[str, Any] = json.loads(done.stdout)
        return plan

    def due(self) -> list[dict[str, Any]]:
        """Give the spans that must be made."""
        return [task for task in self.plan()["tasks"] if task["reason"]]

    def render(self, *words: str) -> dict[str, Any]:
        """Render, and give what was done."""
        done = finish(start(self.root, "--json", *words))
        assert done.code == 0, done.err
        result: dict[str, Any] = json.loads(done.out)
        return result

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the workspace."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_master(tmp_path_factory.mktemp("master") / "numbers.mp4")


@pytest.fixture
def place(master: Path, tmp_path: Path) -> Place:
    return Place(make_workspace(tmp_path / "workspace", master))


def test_all_is_new_once_and_then_nothing_runs(place: Place) -> None:
    plan = place.plan()
    assert {task["reason"] for task in plan["tasks"]} == {"new"}
    first = place.render()
    assert first["frames"] == plan["frames_to_encode"] == plan["frames_distinct"]
    assert [post["state"] for post in first["posts"]] == ["draft"] * 4
    again = place.render()
    assert (again["tasks"], again["frames"]) == (0, 0)
    assert [post["state"] for post in again["posts"]] == ["current"] * 4
    assert place.due() == []


def test_without_store_and_outputs_the_same_bytes_come_again(place: Place) -> None:
    place.render()
    before = delivered(place.root)
    shutil.rmtree(place.root / ".assetkit")
    shutil.rmtree(place.root / "out")
    place.render()
    assert delivered(place.root) == before


def test_one_changed_cue_makes_only_the_spans_that_show_it(place: Place) -> None:
    place.render()
    plan = place.plan()
    place.edit("subtitles/ru.srt", "Домой", "Дома")
    due = place.due()
    assert {task["reason"] for task in due} == {"cue changed"}
    # One cue in one language: a span in each of the two shapes, and nothing of the English posts.
    assert all(post.endswith("/ru") for task in due for post in task["posts"])
    assert 0 < sum(task["frames"] for task in due) < plan["frames_distinct"] / 8
    done = place.render()
    assert done["frames"] == sum(task["frames"] for task in due)
    assert done["tasks"] == len(due) + 2  # and the two files that show them
    assert sorted(post["state"] for post in done["posts"]) == ["current", "current", "draft", "draft"]


def test_one_more_platform_of_a_known_format_and_layout_encodes_nothing(place: Place) -> None:
    place.render()
    with (place.root / "platforms.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  other-tall: {title: Other, format: tall, layout: tall}\n")
    place.edit("recipes/numbers.yaml", "small-square]", "small-square, other-tall]")
    assert place.due() == []
    done = place.render()
    assert (done["tasks"], done["frames"]) == (0, 0)
    assert (place.root / "out/numbers/short/other-tall/en/numbers-short-other-tall-en.mp4").is_file()


def test_one_more_language_encodes_only_what_carries_its_text(place: Place) -> None:
    place.render("--language", "ru")
    due = place.due()
    plan = place.plan()
    english = {key for name, post in plan["posts"].items() if name.endswith("/en") for key in post["spans"]}
    russian = {key for name, post in plan["posts"].items() if name.endswith("/ru") for key in post["spans"]}
    assert {task["key"] for task in due} == english - russian
    shared = sum(task["frames"] for task in plan["tasks"] if task["key"] in english & russian)
    assert shared >= plan["frames_shown"] / 8
    assert place.render()["frames"] == sum(task["frames"] for task in due)


def test_the_plan_explains_every_kind_of_change(place: Place, master: Path) -> None:
    place.render()
    cases = {
        "framing changed": ("recipes/numbers.yaml", "02:20\n", "02:20\n        focus: [0.1, 0.5]\n"),
        "card changed": ("assetkit.yaml", "value: 90", "value: 91"),
        "format changed": ("platforms.yaml", "veryfast, crf: 23", "veryfast, crf: 24"),
        "cut changed": ("recipes/numbers.yaml", "00:00:00:10 - ", "00:00:00:04 - "),
    }
    for reason, (name, old, new) in cases.items():
        place.edit(name, old, new)
        found = {task["reason"] for task in place.due()}
        assert found == {reason}, reason
        place.edit(name, new, old)
        assert place.due() == []
    explained = subprocess.run(
        command("plan", "--root", str(place.root), "--explain"), capture_output=True, text=True, check=True
    ).stdout
    assert "frames to encode: 0" in explained
    objects = sorted(
        (place.root / ".assetkit" / "objects").glob("*/*/object.mp4"), key=lambda p: p.stat().st_size
    )
    objects[0].write_bytes(b"damaged")
    shutil.rmtree(objects[1].parent)
    explained = subprocess.run(
        command("plan", "--root", str(place.root), "--explain"), capture_output=True, text=True, check=True
    ).stdout
    assert "object damaged: " in explained and "object removed: " in explained
    assert render(place.root).code == 0


def test_a_draft_does_not_disturb_the_reasons_of_the_posts(place: Place) -> None:
    place.render()
    place.edit("subtitles/ru.srt", "Домой", "Дома")
    place.render("--draft")
    assert {task["reason"] for task in place.due()} == {"cue changed"}


def test_supers_of_one_platform_are_priced_too(place: Place) -> None:
    words = "    for-platform:\n      small-tall:\n        over:\n          - super: hook\n"
    words += "            text: {ru: Читай, en: Read}\n            at: start\n            for: 2s\n"
    with (place.root / "recipes/numbers.yaml").open("a", encoding="utf-8") as stream:
        stream.write(words)
    arguments = command("plan", "--root", str(place.root), "--explain")
    explained = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    assert re.search(r"supers cost [1-9]\d* frames", explained)


def test_a_change_of_what_is_signed_changes_the_post_and_not_the_picture(place: Place) -> None:
    place.edit("assetkit.yaml", "as_of: 2023-01-01", "as_of: 2023-01-01\n    primary: true")
    assert [post["state"] for post in place.render()["posts"]] == ["draft"] * 4
    place.edit("assetkit.yaml", "primary: true", "primary: true\n    reviewed: true")
    place.edit("assetkit.yaml", "rate: 25", "rate: 25\nreviewed: {ru: true, en: true}")
    done = place.render()
    assert (done["tasks"], done["frames"]) == (0, 0)
    assert [post["state"] for post in done["posts"]] == ["ready"] * 4
    path = place.root / "out/numbers/short/small-tall/ru/post.json"
    post = json.loads(path.read_bytes())
    assert post["publishable"] is True and post["reasons"] == []
    place.edit("assetkit.yaml", "reviewed: {ru: true, en: true}", "reviewed: {ru: false, en: true}")
    place.render()
    assert json.loads(path.read_bytes())["publishable"] is False
