"""Captions beside videos: which posts carry a subtitle file, what is in it, and what a change costs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assetkit.engine.batch import Batch, Selection, plan_batch
from support.studio import PLATFORMS, RECIPE, assetkit

pytestmark = pytest.mark.slow

_WORDS = {"kk": "Үйге қайт, {тез}", "ru": "Иди домой, {сейчас}", "en": "Come home, {now}"}
_CUT = """\
  home:
    sequence: [{clip: 00:00:00:10 - 00:00:03:10}]
    captions: {burn: {broad: false}}
    platforms: [tall, broad]
"""
_TALL = '"{name}.{locale}.srt"'
_ENGLISH = (
    "1\n00:00:00,600 --> 00:00:01,920\nCome home,\n{\u2060now}\n\n2\n00:00:02,000 --> 00:00:02,920\nHome\n"
)


def cues(words: str, second: str) -> str:
    """Two cues on frames 25 to 58 and 60 to 83 of the film: by the rules of cues, nothing is to be moved."""
    first = words.replace(", ", ",\n")
    return f"1\n00:00:01,000 --> 00:00:02,320\n{first}\n\n2\n00:00:02,400 --> 00:00:03,320\n<i>{second}</i>\n"


@dataclass
class Place:
    """A workspace with one cut: burnt in on `tall`, beside the video on `broad`."""

    root: Path

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the workspace."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def say(self, language: str, words: str, kind: str = "") -> None:
        """Write the subtitles of a language."""
        path = self.root / f"subtitles/{language}{kind}.srt"
        path.write_text(cues(words, "Home"), encoding="utf-8")

    def run(self, *words: str) -> dict[str, Any]:
        """Run a command and give what it says as JSON."""
        done = assetkit(words[0], "--root", self.root, "--json", *words[1:])
        assert done.code == 0, done.err
        said: dict[str, Any] = json.loads(done.out)
        return said

    def states(self, *words: str) -> dict[str, str]:
        """Render, and give what became of each post by "platform/language"."""
        done = self.run("render", *words)
        assert words == () or (done["tasks"], done["frames"]) == (0, 0)
        return {post["post"].removeprefix("numbers/home/"): post["state"] for post in done["posts"]}

    def folder(self, platform: str, language: str) -> Path:
        """Give the folder of a post."""
        return self.root / "out/numbers/home" / platform / language

    def post(self, platform: str, language: str) -> dict[str, Any]:
        """Read a post."""
        post: dict[str, Any] = json.loads((self.folder(platform, language) / "post.json").read_bytes())
        return post

    def batch(self) -> Batch:
        """Plan."""
        batch = plan_batch(self.root, Selection())
        assert not batch.findings.has_errors
        return batch


@pytest.fixture
def place(studio: Path) -> Place:
    place = Place(studio)
    recipe = RECIPE.partition("cuts:\n")[0] + "cuts:\n" + _CUT
    (studio / "recipes/numbers.yaml").write_text(recipe, encoding="utf-8")
    srt = f"layout: tall, sidecar: {{form: srt, name: {_TALL}}},"
    platforms = PLATFORMS.replace("layout: tall,", srt)
    platforms = platforms.replace("layout: wide}", "layout: wide, sidecar: {form: srt}}")
    (studio / "platforms.yaml").write_text(platforms, encoding="utf-8")
    for language, words in _WORDS.items():
        place.say(language, words)
    return place


def test_one_picture_for_all_languages_each_with_its_own_file(place: Place) -> None:
    plan = place.run("plan")
    shared = {plan["posts"][f"numbers/home/broad/{language}"]["file"] for language in _WORDS}
    apart = {plan["posts"][f"numbers/home/tall/{language}"]["file"] for language in _WORDS}
    assert (len(shared), len(apart), plan["files"]) == (1, 3, 4)
    assert plan["posts"]["numbers/home/broad/kk"]["captions"] == {
        "set": "translation",
        "burnt_in": False,
        "cues": 2,
        "sidecar": "numbers-home-broad-kk.kk.srt",
    }
    assert plan["posts"]["numbers/home/tall/kk"]["captions"]["burnt_in"] is True

    done = place.run("render")
    names = {post["post"]: post["sidecar"] for post in done["posts"]}
    assert names["numbers/home/tall/kk"] == "numbers-home-tall-kk.kk_KZ.srt"
    assert names["numbers/home/tall/ru"] == "numbers-home-tall-ru.ru_RU.srt"
    for platform in ("tall", "broad"):
        data = place.folder(platform, "en") / str(names[f"numbers/home/{platform}/en"])
        assert data.read_bytes() == _ENGLISH.encode()
    assert len({place.post("broad", language)["sha256"] for language in _WORDS}) == 1
    said = place.post("broad", "ru")["subtitles"]
    assert [(item["burnt_in"], item["cues"], item["file"]) for item in said] == [
        (False, 2, "numbers-home-broad-ru.ru.srt")
    ]
    checks = {check["code"]: check["passed"] for check in place.post("broad", "ru")["checks"]}
    assert checks["AK562"] is True
    # Words that nobody has signed are as unready beside the picture as in it.
    assert any(reason.startswith("AK404") for reason in place.post("broad", "ru")["reasons"])

    assert set(place.states("-l", "kk", "-l", "ru", "-l", "en").values()) == {"current"}

    place.say("ru", "Беги домой")
    assert place.states("-p", "broad") == {"broad/kk": "current", "broad/ru": "draft", "broad/en": "current"}
    path = place.folder("broad", "ru") / "numbers-home-broad-ru.ru.srt"
    assert "Беги домой" in path.read_text(encoding="utf-8")
    path.write_text("changed by hand", encoding="utf-8")
    assert place.states("-p", "broad")["broad/ru"] == "draft"
    assert "Беги домой" in path.read_text(encoding="utf-8")
    path.unlink()
    (path.parent / "notes.srt").write_text("mine", encoding="utf-8")
    assert place.states("-p", "broad")["broad/ru"] == "draft" and path.is_file()

    place.edit("recipes/numbers.yaml", "burn: {broad: false}", "burn: {broad: false}, sidecar: false")
    assert set(place.states("-p", "broad").values()) <= {"ready", "draft"}
    left = {item.name for item in path.parent.iterdir()}
    assert left == {"numbers-home-broad-ru.mp4", "post.json", "notes.srt"}
    assert place.post("broad", "ru")["subtitles"] == []


def test_words_in_the_file_are_those_in_the_picture(place: Place) -> None:
    place.edit("recipes/numbers.yaml", "burn: {broad: false}", "burn: true")
    for item in place.batch().deliverables:
        burnt: dict[str, None] = {}
        for span in item.file.spans:
            for event in span.events:
                burnt[" ".join(line.text for line in event.layout.lines)] = None
        spoken = " ".join(cue.text for cue in item.captions)
        assert " ".join(burnt).split() == spoken.split() and burnt


def test_sets_differ_by_language_and_platform(place: Place) -> None:
    place.say("en", "[door slams] Come home", ".sdh")
    place.edit("recipes/numbers.yaml", "cuts:\n", "sdh: {en: subtitles/en.sdh.srt}\ncuts:\n")
    part = "    for-platform: {broad: {captions: {burn: false, set: {en: sdh}}}}\n"
    place.edit("recipes/numbers.yaml", "    platforms:", f"{part}    platforms:")
    found = {item.folder.removeprefix("numbers/home/"): item for item in place.batch().deliverables}
    assert found["broad/en"].captions[0].text == "[door slams] Come home"
    assert found["tall/en"].captions[0].text.startswith("Come home")
    assert found["broad/en"].file.key == found["broad/ru"].file.key
    sets = {name: item.caption_set for name, item in found.items()}
    assert {name for name, kind in sets.items() if kind == "sdh"} == {"broad/en"}


def test_a_file_that_does_not_read_back_is_never_delivered(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.edit("recipes/numbers.yaml", "[tall, broad]", "[broad]")
    wrong = "1\n00:00:00,600 --> 00:00:01,920\nCome home\n"
    monkeypatch.setattr("assetkit.delivery.sidecars.write_sidecar", lambda *_: wrong)
    done = assetkit("render", "--root", place.root, "-l", "en")
    assert done.code == 1
    assert "refused" in done.err and "AK562" in done.err and "should be" in done.err
    assert not place.folder("broad", "en").exists()


def test_platforms_tell_how_they_take_a_subtitle_file(place: Place) -> None:
    said = assetkit("platforms", "--root", place.root, "facebook-reel", "linkedin", "telegram", "vk-clip").out
    assert "subtitle file: srt, without markup, named {name}.{locale}.srt (Graph API" in said
    assert ", in en alone (" in said
    assert "subtitle file: none is taken (core.telegram.org" in said
    assert "subtitle file: unknown whether one is taken (not found" in said
