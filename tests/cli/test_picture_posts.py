"""Picture posts: the right pictures in the right order, described and checked, made once, and cleaned up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import numpy as np
import pytest
from PIL import Image

from assetkit.delivery.post import digest_file, post_schema
from assetkit.geometry import Focus, Size, crop_around
from support.numbered import code_box_in, read_number
from support.studio import PLATFORMS, assetkit

pytestmark = pytest.mark.slow

RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
selects: {walk: {range: 2s - 3s}}
cuts:
  pictures:
    stills:
      - frame: 00:00:01:07
      - card: title
        title: {en: Home, ru: Дом, kk: Үй}
      - frame: walk
    platforms: [tall, broad]
  one:
    stills: [{card: title, title: {en: Home, ru: Дом, kk: Үй}}]
    platforms: [broad]
"""
TAKEN = 'image: {takes: [%s], most: 3, source: made up, as_of: "2026-11", confidence: M}'


def build(root: Path) -> Path:
    tall = TAKEN % "jpg" + ",\n         limits: {least_width: 360, "
    platforms = PLATFORMS.replace("limits: {least_width: 360, ", tall)
    platforms = platforms.replace("layout: wide}", f"layout: wide, {TAKEN % 'png, jpg'}}}")
    (root / "platforms.yaml").write_text(platforms, encoding="utf-8")
    (root / "recipes/numbers.yaml").write_text(RECIPE, encoding="utf-8")
    return root


def render(root: Path) -> dict[str, str]:
    done = assetkit("render", "--root", root, "--json")
    assert done.code == 0, done.err
    said = json.loads(done.out)
    assert (said["tasks"], said["frames"]) == (0, 0), "nothing of a video is made for pictures"
    return {post["post"]: post["state"] for post in said["posts"]}


def post_of(folder: Path) -> dict[str, Any]:
    post: dict[str, Any] = json.loads((folder / "post.json").read_bytes())
    jsonschema.validate(post, post_schema())
    return post


def grey(path: Path) -> np.ndarray[Any, np.dtype[np.uint8]]:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("L"))


def test_pictures_are_delivered_in_their_order_and_cleaned_up(studio: Path) -> None:
    root = build(studio)
    states = render(root)
    assert len(states) == 9 and {*states.values()} == {"draft"}
    there = root / "out/numbers/pictures/tall/kk"
    post = post_of(there)
    assert (post["kind"], post["file"], post["seconds"], post["cover"]) == ("carousel", "01.jpg", None, None)
    assert (post["width"], post["height"]) == (360, 640)
    assert [picture["kind"] for picture in post["pictures"]] == ["footage", "card", "footage"]
    assert [picture["file"] for picture in post["pictures"]] == ["01.jpg", "02.jpg", "03.jpg"]
    assert post["sha256"] == digest_file(there / "01.jpg")
    beside = {file["name"]: file["sha256"] for file in post["files"] if file["role"] == "picture"}
    assert beside == {name: digest_file(there / name) for name in ("02.jpg", "03.jpg")}
    assert len([check for check in post["checks"] if check["code"] == "AK851" and check["passed"]]) == 3
    region = code_box_in(Size(320, 180), crop_around(Size(320, 180), Size(360, 640), Focus()), Size(360, 640))
    shown = [read_number(grey(there / f"0{number}.jpg"), region) for number in (1, 2, 3)]
    assert shown == [32, -1, post["pictures"][2]["frame"]] and 50 <= shown[2] < 75
    # A frame says nothing, so it is the same file in every language; a card is not.
    others = [there.with_name(name) for name in ("ru", "en")]
    assert all(digest_file(other / "01.jpg") == post["sha256"] for other in others)
    assert all(digest_file(other / "02.jpg") != beside["02.jpg"] for other in others)

    single = post_of(root / "out/numbers/one/broad/en")
    assert (single["kind"], single["file"], single["files"]) == ("image", "01.png", [])
    assert {*render(root).values()} == {"current"}
    assert assetkit("verify", root / "out").code == 0

    # One picture that is gone is made again, to the same bytes, and its neighbours are left alone.
    (there / "03.jpg").unlink()
    states = render(root)
    assert [name for name, state in states.items() if state != "current"] == ["numbers/pictures/tall/kk"]
    assert digest_file(there / "03.jpg") == beside["03.jpg"]

    assert "nothing to remove" in assetkit("clean", "--root", root).out
    (root / "recipes/numbers.yaml").write_text(RECIPE[: RECIPE.index("  one:")], encoding="utf-8")
    assert "numbers/one/broad/en" in assetkit("clean", "--root", root, "--yes").out
    assert not (root / "out/numbers/one").exists()
    assert (there / "01.jpg").exists()
