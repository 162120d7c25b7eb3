"""`assetkit qc` on posts that were rendered: their cards, overlays and silence, and the files beside them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.post import digest_file, post_schema
from support.studio import assetkit, build_studio

pytestmark = pytest.mark.slow

RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
cuts:
  told:
    sequence:
      - clip: 00:00:00:00 - 00:00:02:00
        sound: {mute: true}
      - clip: 00:00:01:20 - 00:00:03:00
      - dissolve: 8f
      - card: title
        title: {en: Come home, ru: Иди домой, kk: Үйге қайт}
        for: 66f
    over:
      - lower-third: {en: A. Example, ru: А. Пример, kk: Ә. Мысал}
        role: {en: doctor, ru: врач, kk: дәрігер}
        at: 2f
        for: 64f
    platforms: [tall]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, numbered_25: Path) -> Path:
    """One cut in two languages, rendered with every check; its film is silent but for clicks."""
    made = build_studio(tmp_path_factory.mktemp("told") / "studio", numbered_25)
    (made / "recipes" / "numbers.yaml").write_text(RECIPE, encoding="utf-8")
    done = assetkit("render", "--root", made, "-l", "kk", "-l", "ru", "--check", "full", "--jobs", "2")
    assert done.code == 0, done.out + done.err
    return made


def folder_of(root: Path, language: str) -> Path:
    return root / "out" / "numbers" / "told" / "tall" / language


def errors(*arguments: str | Path) -> dict[str, dict[str, Any]]:
    done = assetkit("qc", *arguments, "--json")
    checks = [check for result in json.loads(done.out) for check in result["checks"]]
    return {c["code"]: c for c in checks if not c["passed"] and c["severity"] == "error"}


def test_a_rendered_post_tells_all_that_it_shows_and_passes(root: Path) -> None:
    post = json.loads((folder_of(root, "kk") / "post.json").read_text(encoding="utf-8"))
    jsonschema.validate(post, post_schema())
    said = {(text["kind"], text["of"], text["text"]) for text in post["texts"]}
    assert ("card", "title", "қайт") in said and ("overlay", "lower-third", "Ә. Мысал") in said
    assert post["silent"] == [{"from": 0, "to": 50}, {"from": 80, "to": 146}]
    assert [part["kind"] for part in post["shown"]] == ["footage", "footage", "dissolve", "card"]
    assert errors("--root", root, folder_of(root, "kk"), folder_of(root, "ru")) == {}
    loud = folder_of(root, "kk") / "loud.json"
    loud.write_text(json.dumps(post | {"silent": []}), encoding="utf-8")
    video = next(folder_of(root, "kk").glob("*.mp4"))
    assert errors("--root", root, video, "--post", loud).keys() == {"AK904"}


def test_the_film_of_another_language_is_found_by_its_card_and_its_overlay(
    root: Path, tmp_path: Path
) -> None:
    shutil.copytree(root / "out" / "numbers" / "told", tmp_path / "told")
    mine, other = (next((tmp_path / "told" / "tall" / name).glob("*.mp4")) for name in ("kk", "ru"))
    shutil.copyfile(other, mine)
    found = errors("--root", root, mine)
    assert found.keys() == {"AK911"}
    assert "ru" in found["AK911"]["measured"] and "Үйге / қайт" in found["AK911"]["required"]


def test_a_file_beside_the_film_that_is_missing_or_changed_is_found(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kk"
    shutil.copytree(folder_of(root, "kk"), folder)
    place = folder / "post.json"
    post = json.loads(place.read_text(encoding="utf-8"))
    cover = folder / "cover.jpg"
    cover.write_bytes(b"a picture")
    entry = {"name": cover.name, "role": "cover", "sha256": digest_file(cover), "bytes": 9}
    place.write_text(json.dumps(post | {"files": [entry]}), encoding="utf-8")
    assert errors("--root", root, folder) == {}
    cover.write_bytes(b"A picture")
    assert errors("--root", root, folder).keys() == {"AK922"}
    cover.unlink()
    assert errors("--root", root, folder).keys() == {"AK921"}
    pictures = {"file": "01.jpg", "sha256": "0" * 64, "pictures": [{"file": "01.jpg"}], "files": []}
    next(folder.glob("*.mp4")).unlink()
    place.write_text(json.dumps(post | pictures), encoding="utf-8")
    assert errors("--root", root, folder).keys() == {"AK921"}
