"""Subtitle files arrive with their post in one step, and go with it; nobody else's file is touched."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.package import deliver
from assetkit.delivery.post import POST_FILE, Post, PostSubtitles, post_schema, write_post
from assetkit.delivery.state import is_current
from assetkit.errors import StoreError
from support.posts import NAME, make_post, names_in

SIDECAR = "the-dress_teaser-15_tiktok_kk.kk_KZ.srt"
DATA = "1\n00:00:00,417 --> 00:00:01,668\nҮйге қайт\n".encode()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "store" / "ab"
    path.parent.mkdir()
    path.write_bytes(b"video" * 1000)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "tiktok" / "kk"


def with_captions(source: Path, name: str = SIDECAR, data: bytes = DATA) -> Post:
    said = PostSubtitles("kk", "sdh", False, 1, name, sha256(data).hexdigest())
    return replace(make_post(source), subtitles=(said,))


def value(source: Path, name: str = SIDECAR, data: bytes = DATA) -> dict[str, Any]:
    return with_captions(source, name, data).as_json()


def test_a_post_says_what_captions_it_has(source: Path) -> None:
    beside = value(source)
    jsonschema.validate(beside, post_schema())
    assert beside["subtitles"] == [
        {
            "language": "kk",
            "set": "sdh",
            "burnt_in": False,
            "cues": 1,
            "file": SIDECAR,
            "sha256": sha256(DATA).hexdigest(),
        }
    ]
    burnt = replace(make_post(source), subtitles=(PostSubtitles("kk", "translation", True, 3),)).as_json()
    jsonschema.validate(burnt, post_schema())
    assert burnt["subtitles"][0]["file"] is None and burnt["subtitles"][0]["sha256"] is None
    for key, wrong in (("file", "../a.srt"), ("set", "speech"), ("cues", 0), ("sha256", "12")):
        bad = {**beside, "subtitles": [{**beside["subtitles"][0], key: wrong}]}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, post_schema())


def test_video_post_and_subtitles_arrive_together(source: Path, folder: Path, tmp_path: Path) -> None:
    deliver(source, folder, NAME, value(source), beside={SIDECAR: DATA}, state=tmp_path / "state", key="k")
    assert names_in(folder) == sorted([NAME, POST_FILE, SIDECAR])
    assert (folder / SIDECAR).read_bytes() == DATA
    assert (folder / POST_FILE).read_text(encoding="utf-8") == write_post(value(source))
    assert is_current(tmp_path / "state", folder, NAME, "k", (SIDECAR,))


@pytest.mark.parametrize("change", ["missing", "edited", "renamed", "unwanted"])
def test_a_subtitle_file_that_is_not_as_delivered_is_noticed(
    change: str, source: Path, folder: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    deliver(source, folder, NAME, value(source), beside={SIDECAR: DATA}, state=state, key="k")
    wanted = {"renamed": ("other.srt",), "unwanted": ()}.get(change, (SIDECAR,))
    if change == "missing":
        (folder / SIDECAR).unlink()
    elif change == "edited":
        (folder / SIDECAR).write_bytes(DATA + b"\n")
    assert not is_current(state, folder, NAME, "k", wanted)


def test_a_subtitle_file_that_is_no_longer_wanted_goes_and_others_stay(source: Path, folder: Path) -> None:
    deliver(source, folder, NAME, value(source), beside={SIDECAR: DATA})
    (folder / "mine.srt").write_text("mine")
    deliver(source, folder, NAME, value(source, "new.kk.srt"), beside={"new.kk.srt": DATA})
    assert names_in(folder) == sorted([NAME, POST_FILE, "new.kk.srt", "mine.srt"])
    deliver(source, folder, NAME, make_post(source).as_json())
    assert names_in(folder) == sorted([NAME, POST_FILE, "mine.srt"])


def test_an_earlier_post_cannot_name_files_of_others(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder.parent / "theirs.srt").write_text("theirs")
    odd = '{"file": 3, "subtitles": [{"file": "../theirs.srt"}, {"file": null}, "mine.srt"]}'
    (folder / POST_FILE).write_text(odd)
    (folder / "mine.srt").write_text("mine")
    deliver(source, folder, NAME, value(source), beside={SIDECAR: DATA})
    assert names_in(folder) == sorted([NAME, POST_FILE, SIDECAR, "mine.srt"])
    assert (folder.parent / "theirs.srt").read_text() == "theirs"


@pytest.mark.parametrize(
    ("sidecars", "name"),
    [
        ({}, SIDECAR),
        ({"other.srt": DATA}, SIDECAR),
        ({"../out.srt": DATA}, "../out.srt"),
        ({"қазақша.srt": DATA}, "қазақша.srt"),
        ({NAME: DATA}, NAME),
        ({POST_FILE: DATA}, POST_FILE),
        ({SIDECAR: DATA + b" "}, SIDECAR),
    ],
)
def test_what_the_post_does_not_describe_is_never_delivered(
    sidecars: dict[str, bytes], name: str, source: Path, folder: Path
) -> None:
    with pytest.raises(StoreError):
        deliver(source, folder, NAME, value(source, name), beside=sidecars)
    assert not folder.exists()
    assert not folder.parent.exists() or names_in(folder.parent) == []
