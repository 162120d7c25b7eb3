"""Packages appear whole, twice the same, flat or in folders; supplements complete what was handed over."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.handover import lay_flat, write_package
from assetkit.delivery.manifest import make_manifest, manifest_schema
from assetkit.delivery.supplemental import carry_entries, compare_deliveries
from assetkit.delivery.verify import verify_folder
from assetkit.errors import AssetkitError, StoreError
from support.deliveries import CAMPAIGN, deliver_post, entries
from support.posts import names_in

PLACES = ("the-dress/teaser/tiktok/kk", "the-dress/teaser/tiktok/ru", "the-dress/long/x/kk")
NAMES = {place: place.replace("/", "-") for place in PLACES}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    for place in PLACES:
        deliver_post(folder, place, words=place.encode())
    return folder


def pack(
    out: Path, folder: Path, *, flat: bool = False, since: Path | None = None, places: Any = PLACES
) -> Any:
    """Write a package, or a supplement of an earlier one; gives its manifest."""
    found = entries(out, places)
    laid, layout = (lay_flat(found, NAMES), "flat") if flat else (found, "folders")
    supplement = None
    if since:
        before = json.loads((since / "manifest.json").read_bytes())
        supplement = compare_deliveries(make_manifest(CAMPAIGN, laid, layout=layout), before)
    kind = "supplement" if since else "package"
    value = make_manifest(CAMPAIGN, laid, kind=kind, layout=layout, supplement=supplement)
    write_package(out, found, value, folder)
    return value


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("flat", [False, True])
def test_a_package_made_twice_is_the_same_bytes(flat: bool, out: Path, tmp_path: Path) -> None:
    pack(out, tmp_path / "a", flat=flat)
    pack(out, tmp_path / "b", flat=flat)
    first = content(tmp_path / "a")
    assert first == content(tmp_path / "b") and len(first) == 10
    pack(out, tmp_path / "a", flat=flat)  # over itself
    assert content(tmp_path / "a") == first
    assert verify_folder(tmp_path / "a", strict=True).is_good
    assert not [name for name in names_in(tmp_path) if name.startswith(".staging")]


def test_a_flat_package_is_one_folder_in_which_every_file_says_whose_it_is(out: Path, tmp_path: Path) -> None:
    value = pack(out, tmp_path / "flat", flat=True)
    assert names_in(tmp_path / "flat") == sorted(
        ["manifest.json"]
        + [
            f"the-dress-{name}.{rest}"
            for name in ("teaser-tiktok-kk", "teaser-tiktok-ru", "long-x-kk")
            for rest in ("mp4", "post.json", "copy.txt")
        ]
    )
    file = next(file for file in value["posts"][0]["files"] if file["role"] == "copy")
    assert (file["name"], file["path"]) == ("copy.txt", "the-dress-long-x-kk.copy.txt")


def test_two_videos_of_one_name_do_not_lie_side_by_side(out: Path) -> None:
    other = "the/dress-teaser/tiktok/kk"
    deliver_post(out, other)
    with pytest.raises(StoreError, match="AK822"):
        lay_flat(entries(out, (*PLACES, other)), NAMES | {other: NAMES[PLACES[0]]})


def test_a_supplement_holds_what_changed_and_completes_the_delivery(out: Path, tmp_path: Path) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    pack(out, first)
    deliver_post(out, PLACES[1], words=b"mended")
    deliver_post(out, "the-dress/new/x/kk")
    value = pack(out, later, since=first, places=(*PLACES[:2], "the-dress/new/x/kk"))
    jsonschema.validate(value, manifest_schema())
    told = value["supplement"]
    mended = [f"{PLACES[1]}/post.json", f"{PLACES[1]}/the-dress-teaser-tiktok-ru.mp4"]
    assert [file["path"] for file in told["replaces"]] == mended  # and not the copy: it is as it was
    new = ["copy.txt", "post.json", "the-dress-new-x-kk.mp4"]
    assert told["adds"] == [f"the-dress/new/x/kk/{name}" for name in new]
    assert told["removes"] == [
        f"{PLACES[2]}/{n}" for n in ("copy.txt", "post.json", "the-dress-long-x-kk.mp4")
    ]
    assert sorted(content(later)) == sorted(["manifest.json", *told["holds"]])
    found = verify_folder(later, strict=True)
    assert found.is_good and found.elsewhere == 4

    shutil.copytree(later, first, dirs_exist_ok=True)
    for path in told["removes"]:
        (first / path).unlink()
    whole = verify_folder(first, strict=True)
    assert whole.is_good and whole.elsewhere == 0
    # The next supplement begins where this one ended.
    assert compare_deliveries(value, value)["holds"] == []


def test_a_file_that_a_supplement_holds_is_missed(out: Path, tmp_path: Path) -> None:
    pack(out, tmp_path / "first")
    deliver_post(out, PLACES[0], words=b"mended")
    value = pack(out, tmp_path / "later", since=tmp_path / "first")
    (tmp_path / "later" / value["supplement"]["holds"][0]).unlink()
    assert not verify_folder(tmp_path / "later").is_good


def test_what_was_not_chosen_is_as_it_was(out: Path) -> None:
    before = make_manifest(CAMPAIGN, entries(out, PLACES))
    deliver_post(out, PLACES[0], words=b"mended")
    chosen = carry_entries(entries(out, PLACES[:1]), before, set(PLACES[:1]))
    told = compare_deliveries(make_manifest(CAMPAIGN, chosen), before)
    assert told["removes"] == [] and {path.rpartition("/")[0] for path in told["holds"]} == {PLACES[0]}


def test_deliveries_of_other_kinds_are_not_compared(out: Path) -> None:
    value = make_manifest(CAMPAIGN, entries(out, PLACES))
    other = make_manifest(CAMPAIGN | {"name": "another"}, ())
    flat = make_manifest(CAMPAIGN, lay_flat(entries(out, PLACES), NAMES), layout="flat")
    for since in (other, flat):
        with pytest.raises(AssetkitError, match="AK839"):
            compare_deliveries(value, since)


def test_a_post_that_was_changed_is_not_packed(out: Path, tmp_path: Path) -> None:
    found = entries(out, PLACES)
    (out / PLACES[0] / "copy.txt").write_text("another")
    with pytest.raises(StoreError, match="AK833"):
        write_package(out, found, make_manifest(CAMPAIGN, found, kind="package"), tmp_path / "a")
    assert names_in(tmp_path) == ["object", "out"]


def test_what_is_no_package_is_not_written_over(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "thesis.doc").write_text("the only copy")
    with pytest.raises(StoreError, match="AK838"):
        pack(out, folder)
    assert content(folder) == {"thesis.doc": b"the only copy"}
    package = tmp_path / "package"
    pack(out, package)
    (package / "note.txt").write_text("for the client")
    with pytest.raises(StoreError, match=r"AK838.*note\.txt"):
        pack(out, package)
    assert (package / "note.txt").exists()
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(StoreError, match="AK838"):
        pack(out, file)
