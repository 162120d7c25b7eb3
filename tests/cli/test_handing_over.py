"""From a rendered workspace to what is handed over: manifest, packages, clean, and changes by hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.manifest import manifest_schema
from assetkit.delivery.post import digest_file
from support.studio import CAMPAIGN, PLATFORMS, assetkit

pytestmark = pytest.mark.slow

_RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
cuts:
  short:
    sequence: [{clip: 00:00:00:20 - 00:00:01:05}]
    platforms: [tall]
    code: {kk: ABCD1234000H, ru: ABCD1235000H, en: ABCD1236000H}
  other:
    sequence: [{clip: 00:00:02:00 - 00:00:02:10}]
    platforms: [tall]
"""
SHORT = [f"numbers/short/tall/{language}" for language in ("kk", "ru", "en")]
OTHER = [place.replace("short", "other") for place in SHORT]


@pytest.fixture(scope="module")
def rendered(studio_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of six posts, rendered; its name is one that people give."""
    root = tmp_path_factory.mktemp("handed") / "Науқан «қысқа» 'a' \"b\""
    for name in ("films", "recipes"):
        (root / name).mkdir(parents=True)
    film = "films/Ән мен 'көйлек' \"2\".mp4"
    shutil.copy(studio_master, root / film)
    (root / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    recipe = _RECIPE.replace("films/numbers.mp4", json.dumps(film, ensure_ascii=False))
    (root / "recipes" / "numbers.yaml").write_text(recipe, encoding="utf-8")
    done = assetkit("render", "--root", root, "--jobs", "2")
    assert done.code == 0, done.err
    return root


@pytest.fixture
def root(rendered: Path, tmp_path: Path) -> Path:
    """A copy of it with times kept, so that all is current."""
    target = tmp_path / rendered.name
    shutil.copytree(rendered, target)
    return target


def manifest(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return value


def edit(root: Path, old: str, new: str, name: str = "recipes/numbers.yaml") -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*words: str | Path, code: int = 0) -> str:
    """Run a command that must end so; gives all that it said."""
    done = assetkit(*words)
    assert done.code == code, done.out + done.err
    return done.out + done.err


def test_the_manifest_says_all_and_is_the_same_after_any_way(root: Path) -> None:
    value = manifest(root / "out")
    jsonschema.validate(value, manifest_schema())
    assert [entry["post"] for entry in value["posts"]] == sorted(SHORT + OTHER)
    entry = value["posts"][-1]
    assert entry["recipe"] == {
        "name": "numbers",
        "file": "recipes/numbers.yaml",
        "sha256": digest_file(root / "recipes/numbers.yaml"),
    }
    assert entry["code"] == "ABCD1235000H" and entry["sources"].keys() == {"films/Ән мен 'көйлек' \"2\".mp4"}
    before = (root / "out" / "manifest.json").read_bytes()
    stamp = (root / "out" / "manifest.json").stat().st_mtime_ns
    assert "0 tasks ran" in run("render", "--root", root)
    assert (root / "out" / "manifest.json").stat().st_mtime_ns == stamp
    # Without what is remembered, and in two parts.
    shutil.rmtree(root / "out")
    run("render", "--root", root, "-c", "short")
    assert [entry["post"] for entry in manifest(root / "out")["posts"]] == sorted(SHORT)
    run("render", "--root", root, "-c", "other", "-l", "kk")
    run("render", "--root", root, "-c", "other")
    assert (root / "out" / "manifest.json").read_bytes() == before
    run("verify", root / "out", "--strict")


def test_verify_needs_no_workspace_and_finds_a_changed_byte(root: Path, tmp_path: Path) -> None:
    away = tmp_path / "elsewhere"
    shutil.move(root / "out", away)
    assert "12 files of 6 posts are as they were delivered" in run("verify", away)
    video = away / SHORT[0] / "numbers-short-tall-kk.mp4"
    data = bytearray(video.read_bytes())
    data[len(data) // 2] ^= 1
    video.write_bytes(bytes(data))
    said = json.loads(run("verify", away / "manifest.json", "--json", code=1))
    assert [(found["code"], found["file"]) for found in said["findings"]] == [
        ("AK833", f"{SHORT[0]}/numbers-short-tall-kk.mp4")
    ]
    assert said["good"] is False and said["summary"]["errors"] == 1
    assert "AK830" in run("verify", tmp_path, code=1)


def test_a_package_is_what_was_rendered(root: Path, tmp_path: Path) -> None:
    folder, flat = tmp_path / "пакет 1", tmp_path / "flat"
    run("package", folder, "--root", root)
    inside = content(root / "out") | {"manifest.json": (folder / "manifest.json").read_bytes()}
    assert content(folder) == inside
    run("verify", folder, "--strict")
    run("package", flat, "--root", root, "--layout", "flat", "-l", "kk")
    assert sorted(content(flat)) == [
        "manifest.json",
        *(f"numbers-{cut}-tall-kk.{rest}" for cut in ("other", "short") for rest in ("mp4", "post.json")),
    ]
    run("verify", flat, "--strict")
    assert "is a draft: AK404" not in run("package", folder, "--root", root)
    edit(root, "00:00:01:05", "00:00:01:06")
    said = run("package", folder, "--root", root, code=1)
    assert said.count("AK836") == 3 and content(folder) == inside
    assert "AK838" in run("package", root / "out", "--root", root, code=1)
    assert "AK838" in run("package", root / "out" / "package", "--root", root, code=1)


def test_a_package_is_not_put_where_one_stands(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for place in (".", "..", "../here"):
        assert "is the one that you are in" in run("package", place, "--root", root, code=1)
    assert not any((tmp_path / "here").iterdir())


def test_a_supplement_is_what_changed_since(root: Path, tmp_path: Path) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    run("package", first, "--root", root)
    edit(root, "00:00:01:05", "00:00:01:06")
    run("render", "--root", root)
    said = json.loads(run("package", later, "--root", root, "--since", first, "--json"))
    assert {file["path"].rpartition("/")[0] for file in said["supplement"]["replaces"]} == set(SHORT)
    assert said["supplement"]["since"] == manifest(first)["sha256"] and said["files"] == 6
    assert "6 more are in the delivery that this completes" in run("verify", later)
    shutil.copytree(later, first, dirs_exist_ok=True)
    run("verify", first, "--strict")
    nothing = run("package", tmp_path / "no", "--root", root, "--since", later / "manifest.json")
    assert "nothing has changed" in nothing and not (tmp_path / "no").exists()
    (first / "manifest.json").write_text("{}")
    assert "AK830" in run("package", tmp_path / "no", "--root", root, "--since", first, code=1)


def test_what_a_removed_cut_made_is_listed_and_then_removed(root: Path) -> None:
    other = "  other:\n    sequence: [{clip: 00:00:02:00 - 00:00:02:10}]\n    platforms: [tall]\n"
    roundabout = root / "films" / ".."
    assert "nothing to remove" in run("clean", "--root", roundabout)
    edit(root, other, "")
    before = content(root / "out")
    said = run("clean", "--root", roundabout)
    assert all(f"no longer made: {place}: 2 files" in said for place in OTHER)
    assert content(root / "out") == before
    edit(root, "00:00:01:05", "00:00:01:06")
    assert "3 posts are made by no recipe any more" in run("render", "--root", root)
    assert "made by no recipe" not in run("render", "--root", root)
    mine = root / "out" / OTHER[0] / "mine.txt"
    mine.write_text("mine")
    described = json.loads(run("clean", "--root", root, "--yes", "--json"))
    assert described["removed"] and sum(len(post["files"]) for post in described["posts"]) == 6
    left = content(root / "out")
    assert {path for path in left if "other" in path} == {f"{OTHER[0]}/mine.txt"}
    assert not (root / "out" / OTHER[1]).exists()
    assert [entry["post"] for entry in manifest(root / "out")["posts"]] == sorted(SHORT)
    run("verify", root / "out")
    assert "nothing to remove" in run("clean", "--root", root)


def test_nothing_is_removed_from_a_workspace_that_cannot_be_read(root: Path) -> None:
    before = content(root / "out")
    edit(root, "sequence:", "sequenze:")
    assert "nothing is removed" in run("clean", "--root", root, "--yes", code=1)
    assert content(root / "out") == before


def test_a_post_changed_by_hand_is_put_right_and_the_change_is_kept(root: Path) -> None:
    video = root / "out" / SHORT[0] / "numbers-short-tall-kk.mp4"
    before, data = (root / "out" / "manifest.json").read_bytes(), video.read_bytes()
    video.write_bytes(data + b"by hand")
    done = assetkit("render", "--root", root, "--json")
    (changed,) = [post for post in json.loads(done.out)["posts"] if post["state"] != "current"]
    assert changed["post"] == SHORT[0] and video.read_bytes() == data
    assert (root / changed["kept"][0]).read_bytes() == data + b"by hand"
    assert (root / "out" / "manifest.json").read_bytes() == before
    video.write_bytes(data + b"again")
    assert "AK837" in run("render", "--root", root)
    # What was not asked for is told of as it was, so that the change is found.
    video.write_bytes(data + b"once more")
    run("render", "--root", root, "-c", "other")
    (root / ".assetkit" / "delivered" / "manifest").unlink()
    run("render", "--root", root, "-c", "other")
    assert "AK833" in run("verify", root / "out", code=1)


def test_names_follow_the_campaign(root: Path, tmp_path: Path) -> None:
    named = 'delivery: {layout: flat, name: "HFS_{film}_{cut}_{language}_{shape}_{length}_{code?}"}\n'
    with (root / "assetkit.yaml").open("a", encoding="utf-8") as stream:
        stream.write(named)
    run("render", "--root", root)
    videos = sorted(path.name for path in (root / "out").rglob("*.mp4"))
    assert videos[-1] == "HFS_numbers_short_ru_9x16_0s_ABCD1235000H.mp4" and len(videos) == 6
    assert "HFS_numbers_other_kk_9x16_0s.mp4" in videos
    run("package", tmp_path / "flat", "--root", root)
    assert {"manifest.json", *videos} < set(content(tmp_path / "flat"))
    edit(
        root, named, 'delivery: {name: "{code}", longest: 12, letters: letters-and-digits}\n', "assetkit.yaml"
    )
    said = run("check", "--root", root, code=1)
    assert said.count("error: AK824") == 3 and "add `code: {kk: …}`" in said
    run("check", "--root", root, "-c", "short")
    edit(root, "ABCD1235000H", "ABCD1234000H")
    said = run("check", "--root", root, "-c", "short", code=1)
    assert "AK825" in said and "AK822" in said
    edit(root, "ABCD1234000H, ru", "ABCD-1234/000/H, ru")
    assert "AK823" in run("check", "--root", root, "-c", "short", code=1)


def test_picture_posts_are_handed_over_too(root: Path, tmp_path: Path) -> None:
    edit(root, "layout: wide}", "layout: wide, image: {takes: [jpg], most: 5}}", "platforms.yaml")
    stills = "  pair:\n    stills: [{frame: 00:00:00:20}, {frame: 00:00:02:00}]\n    platforms: [broad]\n"
    with (root / "recipes" / "numbers.yaml").open("a", encoding="utf-8") as stream:
        stream.write(stills)
    run("render", "--root", root)
    jsonschema.validate(manifest(root / "out"), manifest_schema())
    pair = next(entry for entry in manifest(root / "out")["posts"] if entry["cut"] == "pair")
    assert {"picture", "post"} <= {file["role"] for file in pair["files"]} and pair["kind"] == "carousel"
    run("verify", root / "out", "--strict")
    run("package", tmp_path / "flat", "--root", root, "--layout", "flat", "-c", "pair", "-l", "kk")
    names = {f"numbers-pair-broad-kk.{name}" for name in ("01.jpg", "02.jpg", "post.json")}
    assert names | {"manifest.json"} <= set(content(tmp_path / "flat"))
    picture = root / "out" / pair["post"] / "02.jpg"
    picture.write_bytes(picture.read_bytes() + b"retouched")
    assert "AK833" in run("verify", root / "out", code=1)
    assert "AK836" in run("package", tmp_path / "no", "--root", root, code=1)
    assert "AK837" in run("render", "--root", root)
    run("verify", root / "out", "--strict")
    edit(root, stills, "")
    assert f"no longer made: {pair['post']}" in run("clean", "--root", root)
