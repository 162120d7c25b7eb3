"""A manifest names every byte that was delivered, and `verify` finds what is not so any more."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.manifest import make_manifest, manifest_schema, write_manifest
from assetkit.delivery.verify import Verified, verify_folder
from support.deliveries import CAMPAIGN, deliver_post, entries, write_delivery

PLACES = ("the-dress/teaser/tiktok/kk", "the-dress/teaser/tiktok/ru", "the-dress/long/x/kk")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    for number, place in enumerate(PLACES):
        deliver_post(folder, place, words=b"video %d" % number)
    write_delivery(folder, PLACES)
    return folder


def codes(found: Verified) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in found.problems]


def rewrite(path: Path, change: dict[str, Any]) -> None:
    """Write a manifest that agrees with its own digest, as somebody with this program could."""
    value = json.loads(path.read_bytes()) | change
    value.pop("sha256")
    rest = {name: value[name] for name in ("kind", "layout", "beside", "supplement")}
    path.write_text(
        write_manifest(make_manifest(value["campaign"], value["posts"], **rest)), encoding="utf-8"
    )


def test_a_manifest_follows_its_schema_and_is_the_same_bytes(out: Path, tmp_path: Path) -> None:
    schema = manifest_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    value = json.loads((out / "manifest.json").read_bytes())
    jsonschema.validate(value, schema)
    assert [entry["post"] for entry in value["posts"]] == sorted(PLACES)
    assert {file["role"] for file in value["posts"][0]["files"]} == {"video", "post", "copy"}
    again = make_manifest(CAMPAIGN, reversed(entries(out, PLACES)))
    assert write_manifest(again) == (out / "manifest.json").read_text(encoding="utf-8")


def test_what_was_delivered_is_good_anywhere(out: Path, tmp_path: Path) -> None:
    moved = tmp_path / "Мои файлы «құжат» 'a'"
    shutil.copytree(out, moved)
    for path in (moved, moved / "manifest.json"):
        found = verify_folder(path, strict=True)
        assert found.is_good and codes(found) == []
        assert (found.posts, found.files) == (3, 9)


def test_one_changed_byte_is_found_in_any_file(out: Path) -> None:
    chance = random.Random(8)
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        data = path.read_bytes()
        for at in {0, len(data) - 1, *(chance.randrange(len(data)) for _ in range(6))}:
            path.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
            found = verify_folder(out)
            assert not found.is_good, (path, at)
            wanted = {"AK830", "AK831"} if path.name == "manifest.json" else {"AK833"}
            assert {code for code, _ in codes(found)} <= wanted
        path.write_bytes(data)
    assert verify_folder(out, strict=True).is_good


def test_a_manifest_with_other_spaces_is_another(out: Path) -> None:
    path = out / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert codes(verify_folder(out)) == [("AK831", str(path))]


def test_missing_cut_short_and_foreign_files_are_named(out: Path) -> None:
    lost, short = f"{PLACES[0]}/copy.txt", f"{PLACES[2]}/post.json"
    (out / lost).unlink()
    (out / short).write_bytes((out / short).read_bytes()[:-1])
    (out / PLACES[1] / "notes.txt").write_text("mine")
    (out / "draft").mkdir()
    (out / "draft" / "x.mp4").write_text("a draft is no part of a delivery")
    found = verify_folder(out)
    assert sorted(codes(found)) == [
        ("AK832", lost),
        ("AK833", short),
        ("AK834", f"{PLACES[1]}/notes.txt"),
    ]

    assert not verify_folder(out, strict=True).is_good


def test_foreign_files_are_notes_unless_they_are_asked_about(out: Path) -> None:
    (out / "notes.txt").write_text("mine")
    assert verify_folder(out).is_good and not verify_folder(out, strict=True).is_good


def test_what_other_commands_write_is_no_foreign_file(out: Path) -> None:
    for name in ("preview", "sound", "cards", "stills", "styles", "calendar"):
        (out / name).mkdir()
        (out / name / "x.png").write_text("made beside the posts")
    assert verify_folder(out, strict=True).is_good
    inner = out / "the-dress" / "sound"
    inner.mkdir()
    (inner / "x.png").write_text("deeper down it is foreign")
    assert codes(verify_folder(out)) == [("AK834", "the-dress/sound/x.png")]


def test_links_are_no_delivered_files(out: Path, tmp_path: Path) -> None:
    path = out / PLACES[0] / "copy.txt"
    aside = tmp_path / "copy.txt"
    path.rename(aside)
    path.symlink_to(aside)
    assert ("AK832", f"{PLACES[0]}/copy.txt") in codes(verify_folder(out))
    path.unlink()
    aside.rename(path)
    folder = (out / PLACES[2]).parent
    shutil.move(folder, tmp_path / "x")
    folder.symlink_to(tmp_path / "x", target_is_directory=True)
    assert {code for code, _ in codes(verify_folder(out))} == {"AK832", "AK834"}


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "a/../../b", "", "a\\..\\b"])
def test_a_manifest_that_leads_out_of_its_folder_is_not_followed(path: str, out: Path) -> None:
    posts = json.loads((out / "manifest.json").read_bytes())["posts"]
    posts[0]["files"][0]["path"] = path
    rewrite(out / "manifest.json", {"posts": posts})
    found = verify_folder(out)
    assert not found.is_good and codes(found)[0][0] == "AK835"


def test_two_files_of_one_name_are_refused(out: Path) -> None:
    posts = json.loads((out / "manifest.json").read_bytes())["posts"]
    posts[0]["files"][0]["path"] = posts[1]["files"][0]["path"].upper()
    rewrite(out / "manifest.json", {"posts": posts})
    assert codes(verify_folder(out))[0][0] == "AK835"


@pytest.mark.parametrize("names", [("\u0439.txt", "\u0438\u0306.txt"), ("./x", "x"), ("a//x", "a/x")])
def test_two_ways_to_write_one_name_are_refused(names: tuple[str, str], out: Path) -> None:
    posts = json.loads((out / "manifest.json").read_bytes())["posts"]
    for file, name in zip(posts[0]["files"], names, strict=False):
        file["path"] = name
    rewrite(out / "manifest.json", {"posts": posts})
    assert codes(verify_folder(out))[0][0] == "AK835"


@pytest.mark.parametrize("written", ['"post": "\\ud800"', '"post": "a", "more": NaN'])
def test_a_manifest_that_nothing_can_have_written_is_none(written: str, out: Path) -> None:
    path = out / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"post": "{PLACES[0]}"', written, 1), encoding="utf-8")
    assert [problem.code for problem in verify_folder(out).problems] == ["AK830"]


def test_a_manifest_that_is_a_link_tells_of_the_folder_where_it_lies(out: Path, tmp_path: Path) -> None:
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "manifest.json").symlink_to(out / "manifest.json")
    found = verify_folder(tmp_path / "link")
    assert {code for code, _ in codes(found)} == {"AK832"} and len(found.problems) == found.files


def test_a_name_longer_than_disks_take_is_a_missing_file(out: Path) -> None:
    posts = json.loads((out / "manifest.json").read_bytes())["posts"]
    posts[0]["files"][0]["path"] = "x" * 5000
    rewrite(out / "manifest.json", {"posts": posts})
    assert codes(verify_folder(out))[0][0] in ("AK832", "AK833")


def test_a_folder_that_the_manifest_does_not_name_is_not_as_delivered(out: Path) -> None:
    deliver_post(out, "the-dress/teaser/tiktok/en")
    found = verify_folder(out / "the-dress/teaser/tiktok/en")
    assert not found.is_good and codes(found)[0] == ("AK832", "the-dress/teaser/tiktok/en/")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"schema": 2}', "\xff", "{" * 5000, '{"posts": 3}']
)
def test_what_is_no_manifest_is_said_to_be_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(text.encode("latin-1"))
    found = verify_folder(tmp_path)
    assert [problem.code for problem in found.problems] == ["AK830"] and found.kind == ""


def test_no_manifest_at_all(tmp_path: Path) -> None:
    found = verify_folder(tmp_path)
    assert not found.is_good and [problem.code for problem in found.problems] == ["AK830"]
    assert "no such file" in found.problems[0].message


def test_a_part_of_a_delivery_is_compared_by_itself(out: Path) -> None:
    (out / PLACES[2] / "copy.txt").write_bytes(b"another")
    (out / PLACES[1] / "notes.txt").write_text("mine")
    found = verify_folder(out / PLACES[0], strict=True)
    assert found.is_good and (found.posts, found.files) == (1, 3)
    found = verify_folder(out / "the-dress" / "teaser", strict=True)
    assert (found.posts, found.files) == (2, 6)
    assert codes(found) == [("AK834", f"{PLACES[1]}/notes.txt")]
    assert codes(verify_folder(out / PLACES[2])) == [("AK833", f"{PLACES[2]}/copy.txt")]
