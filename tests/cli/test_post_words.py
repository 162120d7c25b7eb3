"""Words beside a rendered video: what is written, what `post.json` says of it, and what a change costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.post import digest_file, post_schema
from support.studio import CAMPAIGN, PLATFORMS, assetkit

pytestmark = pytest.mark.slow

RECIPE = """\
assetkit: 1
title: {en: Home, ru: Дом}
cuts:
  home:
    sequence: [{card: title, title: {en: “Come home”, ru: «Иди домой»}, for: 3s}]
    platforms: [tall, broad]
    post: {copy: home}
"""
COPY = """\
copy:
  home:
    reviewed: true
    text: {en: "Come home: {recipe.title} \U0001f3e0", ru: "Иди домой"}
    short: [{en: Home, ru: Домой}]
hashtag: Home
"""
WORDS = (
    'words: {copy: taken, count: weighted, title: taken, source: made up, as_of: "2026-11", confidence: H},\n'
    "         limits: {copy_characters: 18, title_characters: 10, least_width: 360, "
)


CAMPAIGN_OF_TWO = CAMPAIGN.replace("[kk, ru, en]", "[ru, en]").replace(", kk: Студия", "")


class Place:
    """A workspace with one cut of a card."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write(COPY)
        platforms = PLATFORMS.replace("limits: {least_width: 360, ", WORDS)
        assert platforms != PLATFORMS
        platforms = platforms.replace("layout: wide}", "layout: wide, words: {copy: none}}")
        (root / "platforms.yaml").write_text(platforms, encoding="utf-8")
        (root / "recipes/numbers.yaml").unlink()
        (root / "recipes/home.yaml").write_text(RECIPE, encoding="utf-8")

    def write(self, copy: str) -> None:
        """Write the campaign's copy."""
        (self.root / "assetkit.yaml").write_text(CAMPAIGN_OF_TWO + copy, encoding="utf-8")

    def render(self) -> dict[str, Any]:
        """Render all, and give what was done."""
        done = assetkit("render", "--root", self.root, "--json")
        assert done.code == 0, done.err
        said: dict[str, Any] = json.loads(done.out)
        return said

    def folder(self, platform: str, language: str) -> Path:
        """Give the folder of a post."""
        return self.root / "out/home/home" / platform / language

    def post(self, platform: str, language: str) -> dict[str, Any]:
        """Read a post, by its schema."""
        post: dict[str, Any] = json.loads((self.folder(platform, language) / "post.json").read_bytes())
        jsonschema.validate(post, post_schema())
        return post


def test_words_lie_beside_the_video(studio: Path) -> None:
    place = Place(studio)
    place.render()
    there = place.folder("tall", "ru")
    assert (there / "copy.txt").read_bytes() == "Иди домой\n\n#Home\n".encode()
    assert (there / "title.txt").read_bytes() == "Дом\n".encode()
    assert (there / "alt.txt").read_bytes() == "«Иди домой».\n".encode()
    post = place.post("tall", "ru")
    files = {file["name"]: (file["role"], file["sha256"]) for file in post["files"] if ".txt" in file["name"]}
    roles = {"copy.txt": "copy", "title.txt": "title", "alt.txt": "alt-text"}
    assert files == {name: (role, digest_file(there / name)) for name, role in roles.items()}
    assert post["copy"] == {
        "text": "Иди домой\n\n#Home",
        "title": "Дом",
        "alt": "«Иди домой».",
        "shorter": 0,
        "counted": [
            {"what": "copy", "count": 16, "unit": "weighted characters", "limit": 18},
            {"what": "hashtags", "count": 1, "unit": "hashtags", "limit": None},
            {"what": "mentions", "count": 0, "unit": "mentions", "limit": None},
            {"what": "links", "count": 0, "unit": "links", "limit": None},
            {"what": "title", "count": 3, "unit": "characters", "limit": 10},
        ],
    }
    counted = [check["measured"] for check in post["checks"] if check["code"] == "AK812"]
    assert counted[0] == "16 weighted characters"
    english = place.post("tall", "en")["copy"]
    assert (english["text"], english["shorter"]) == ("Home\n\n#Home", 1)
    silent = place.post("broad", "en")
    assert silent["copy"] is None and not list(place.folder("broad", "en").glob("*.txt"))

    assert {post["state"] for post in place.render()["posts"]} == {"current"}
    place.write(COPY.replace("Домой", "Дом").replace("Иди домой", "Скорее домой, {recipe.title}"))
    done = place.render()
    assert (done["tasks"], done["frames"]) == (0, 0)
    states = {post["post"]: post["state"] for post in done["posts"]}
    assert [name for name, state in states.items() if state != "current"] == ["home/home/tall/ru"]
    assert (there / "copy.txt").read_text(encoding="utf-8") == "Дом\n\n#Home\n"

    place.write("")
    (studio / "recipes/home.yaml").write_text(
        RECIPE.replace("    post: {copy: home}\n", ""), encoding="utf-8"
    )
    place.render()
    assert sorted(path.name for path in there.glob("*.txt")) == []
    assert place.post("tall", "ru")["copy"] is None


def test_words_over_a_limit_stop_before_anything_is_rendered(studio: Path) -> None:
    place = Place(studio)
    place.write(COPY.replace("short: [{en: Home,", "short: [{en: Come home as soon as you can,"))
    platforms = (studio / "platforms.yaml").read_text(encoding="utf-8")
    strict = platforms.replace(
        "copy_characters: 18",
        'copy_characters: {value: 18, strength: rejects, confidence: H, source: made up, as_of: "2026-11"}',
    )
    (studio / "platforms.yaml").write_text(strict, encoding="utf-8")
    done = assetkit("render", "--root", studio)
    assert done.code == 1 and "AK806" in done.err + done.out
    assert not (studio / "out").exists()
