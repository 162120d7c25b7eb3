"""Covers beside rendered videos: the right frame, its file, what a post says of it, what a change costs."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from PIL import Image

from assetkit.delivery.post import post_schema
from assetkit.geometry import Focus, Size, crop_around
from support.numbered import code_box_in, read_number
from support.studio import PLATFORMS, assetkit

pytestmark = pytest.mark.slow

RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
subtitles: {kk: subtitles/kk.srt, ru: subtitles/ru.srt, en: subtitles/en.srt}
cuts:
  long:
    sequence:
      - clip: 00:00:00:10 - 00:00:01:15
      - dissolve: 8f
      - clip: 00:00:02:00 - 00:00:03:05
      - card: title
        title: {en: Home, ru: Дом, kk: Үй}
    platforms: [tall, broad]
    post: {cover: {frame: 14f}}
"""
COVERS = (
    "cover: {form: jpg, largest_bytes: 200000, shown: [0, 80, 360, 480], source: made up, confidence: H},\n"
    "         limits: {least_width: 360, "
)


class Place:
    """A workspace with one cut; `tall` takes a file as cover, `broad` a moment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        platforms = PLATFORMS.replace("limits: {least_width: 360, ", COVERS)
        platforms = platforms.replace("layout: wide}", "layout: wide, cover: {form: time}}")
        (root / "platforms.yaml").write_text(platforms, encoding="utf-8")
        self.write("{cover: {frame: 14f}}")

    def write(self, post: str) -> None:
        """Write the recipe with this `post:`."""
        text = RECIPE.replace("{cover: {frame: 14f}}", post)
        (self.root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")

    def render(self) -> dict[str, Any]:
        """Render all, and give what was done."""
        done = assetkit("render", "--root", self.root, "--json")
        assert done.code == 0, done.err
        said: dict[str, Any] = json.loads(done.out)
        return said

    def folder(self, platform: str, language: str) -> Path:
        """Give the folder of a post."""
        return self.root / "out/numbers/long" / platform / language

    def post(self, platform: str, language: str) -> dict[str, Any]:
        """Read a post, by its schema."""
        post: dict[str, Any] = json.loads((self.folder(platform, language) / "post.json").read_bytes())
        jsonschema.validate(post, post_schema())
        return post

    def covers(self) -> dict[str, bytes]:
        """Give the covers of all languages."""
        return {name: (self.folder("tall", name) / "cover.jpg").read_bytes() for name in ("kk", "ru", "en")}


def read(path: Path) -> int:
    """Read the number of the master's frame that a cover of `tall` shows."""
    import numpy as np

    with Image.open(path) as picture:
        assert (picture.format, picture.size, picture.info.get("exif")) == ("JPEG", (360, 640), None)
        grey = np.asarray(picture.convert("L"))
    master, out = Size(320, 180), Size(360, 640)
    return read_number(grey, code_box_in(master, crop_around(master, out, Focus()), out))


def test_a_cover_is_the_frame_that_is_named_without_its_caption(studio: Path) -> None:
    place = Place(studio)
    place.render()
    # Frame 14 of the cut is frame 24 of the film, where a caption stands in the video.
    assert read(place.folder("tall", "kk") / "cover.jpg") == 24
    assert len({*place.covers().values()}) == 1, "a cover without words is the same in every language"
    post = place.post("tall", "kk")
    seconds = float(Fraction(14, 25))
    said = {"frame": 14, "seconds": seconds, "by": "frame", "title": None}
    assert post["cover"] == {"file": "cover.jpg", **said}
    assert ("cover.jpg", "cover") in [(file["name"], file["role"]) for file in post["files"]]
    assert [check["passed"] for check in post["checks"] if check["code"] == "AK850"] == [True]
    timed = place.post("broad", "kk")
    assert timed["cover"] == {"file": None, **said}
    assert not (place.folder("broad", "kk") / "cover.jpg").exists()
    assert {post["state"] for post in place.render()["posts"]} <= {"current"}
    listed = assetkit("posts", "--root", studio, "-l", "kk").out
    assert [line.count("in post.json") for line in listed.splitlines() if "/broad/kk" in line] == [1]

    # Another cover costs no picture of the video; that of the moment is written anew too.
    place.write("{cover: {frame: 00:00:01:20, title: {en: Numbers, ru: Числа, kk: Сандар}}}")
    before = place.covers()
    done = place.render()
    assert (done["tasks"], done["frames"]) == (0, 0)
    assert place.post("tall", "en")["cover"]["frame"] == 45
    titled = place.covers()
    assert len({*titled.values()}) == 3 and not {*titled.values()} & {*before.values()}
    assert place.post("tall", "ru")["cover"]["title"] == "Числа"
    assert place.post("broad", "ru")["cover"]["title"] is None

    place.write("{cover: none}")
    place.render()
    assert place.post("tall", "kk")["cover"] is None
    assert not (place.folder("tall", "kk") / "cover.jpg").exists()


def test_the_best_frame_is_the_same_every_time_and_a_card_stands_whole(studio: Path) -> None:
    place = Place(studio)
    place.write("{}")
    place.render()
    said = place.post("tall", "kk")["cover"]
    assert said["by"] == "best"
    number = read(place.folder("tall", "kk") / "cover.jpg")
    assert number == said["frame"] + (10 if said["frame"] < 30 else 20)
    assert not 26 <= said["frame"] < 34, "it does not lie in the dissolve"
    assert all(place.post("tall", name)["cover"] == said for name in ("ru", "en"))
    # Where a moment is all that is taken, one without a caption is better: cues stand on 22-27 of the film.
    assert place.post("broad", "kk")["cover"]["frame"] not in range(12, 18)

    first = place.covers()
    (place.folder("tall", "kk") / "cover.jpg").unlink()
    place.render()
    assert place.covers() == first

    place.write("{cover: {card: 1}}")
    assert (place.render()["frames"]) == 0
    carded = place.covers()
    assert len({*carded.values()}) == 3, "a card says other words in every language"
    card = place.post("tall", "kk")["cover"]
    assert card["by"] == "card" and card["frame"] > 60
