"""Posts arrive whole or not at all, are copies, and are the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery import exchange as exchange_module
from assetkit.delivery.package import STAGING, deliver
from assetkit.delivery.post import POST_FILE, post_schema, write_post
from assetkit.delivery.state import is_current
from assetkit.errors import StoreError
from support.posts import NAME, make_post, names_in


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "store" / "ab"
    path.parent.mkdir()
    path.write_bytes(b"video" * 1000)
    return path


def value(source: Path, **words: Any) -> dict[str, Any]:
    return make_post(source, **words).as_json()


def test_a_post_follows_its_schema_and_is_the_same_bytes(source: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(post_schema())
    for words in ({}, {"passed": False}, {"reasons": ("kk is not reviewed",)}):
        jsonschema.validate(value(source, **words), post_schema())
    assert write_post(value(source)) == write_post(json.loads(write_post(value(source))))
    bad = value(source) | {"publishable": False}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, post_schema())


def test_a_failed_check_or_a_reason_makes_a_draft(source: Path) -> None:
    assert value(source)["publishable"] is True
    failed = value(source, passed=False)
    assert failed["publishable"] is False and failed["reasons"] == ["AK530: picture size"]
    assert value(source, reasons=("no review",))["reasons"] == ["no review"]


def test_a_delivery_is_a_copy_with_its_post(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "tiktok" / "kk"
    deliver(source, folder, NAME, value(source))
    video = folder / NAME
    assert video.read_bytes() == source.read_bytes()
    assert video.stat().st_ino != source.stat().st_ino and source.stat().st_nlink == 1
    assert (folder / POST_FILE).read_text(encoding="utf-8") == write_post(value(source))
    assert names_in(folder.parent) == ["kk"]
    assert folder.stat().st_mode & 0o077 == (folder.parent.stat().st_mode & 0o077)


@pytest.mark.parametrize("atomic", [True, False])
def test_a_new_delivery_replaces_the_old_one_and_keeps_other_files(
    atomic: bool, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not atomic:
        monkeypatch.setattr(exchange_module, "_find_call", lambda: None)
    folder = tmp_path / "out" / "kk"
    deliver(source, folder, "old.mp4", value(source, name="old.mp4"))
    (folder / "notes.txt").write_text("mine")
    (folder / "cover").mkdir()
    (folder / "cover" / "cover.jpg").write_text("mine too")
    source.write_bytes(b"other" * 900)
    deliver(source, folder, NAME, value(source))
    assert names_in(folder) == sorted([NAME, POST_FILE, "notes.txt", "cover"])
    assert (folder / "notes.txt").read_text() == "mine" and (folder / "cover" / "cover.jpg").exists()
    assert names_in(folder.parent) == ["kk"]


def test_a_reader_never_sees_halves(source: Path, tmp_path: Path) -> None:
    if exchange_module._find_call() is None:
        pytest.skip("folders cannot be swapped here")
    folder, stop = tmp_path / "out" / "kk", threading.Event()
    other = source.with_name("cd")
    other.write_bytes(b"longer" * 2000)
    deliver(source, folder, NAME, value(source))
    wrong: list[str] = []

    def read() -> None:
        while not stop.is_set():
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                with os.fdopen(os.open(POST_FILE, os.O_RDONLY, dir_fd=descriptor)) as stream:
                    post = json.load(stream)
                if os.stat(NAME, dir_fd=descriptor).st_size != post["bytes"]:
                    wrong.append("halves")
            except FileNotFoundError:
                pass  # the folder that was opened has been replaced and removed meanwhile
            finally:
                os.close(descriptor)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        chosen = other if turn % 2 else source
        deliver(chosen, folder, NAME, value(chosen))
    stop.set()
    reader.join()
    assert not wrong


def test_what_does_not_belong_together_is_refused(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "kk"
    deliver(source, folder, NAME, value(source))
    before = (folder / POST_FILE).read_bytes()
    bad = [
        (NAME, value(source) | {"sha256": "0" * 64}),
        (NAME, value(source) | {"bytes": 1}),
        (NAME, value(source, name="other.mp4")),
        ("платье.mp4", value(source, name="платье.mp4")),
        ("../kk.mp4", value(source, name="../kk.mp4")),
        (POST_FILE, value(source, name=POST_FILE)),
    ]
    for name, post in bad:
        with pytest.raises(StoreError):
            deliver(source, folder, name, post)
    assert (folder / POST_FILE).read_bytes() == before and names_in(folder.parent) == ["kk"]


def test_what_a_killed_process_left_is_swept(source: Path, tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = tmp_path / "out" / f"{STAGING}kk-{dead.pid}-12ab"
    mine = tmp_path / "out" / f"{STAGING}kk-{os.getpid()}-12ab"
    for path in (left, mine):
        path.mkdir(parents=True)
    deliver(source, tmp_path / "out" / "kk", NAME, value(source))
    assert not left.exists() and mine.exists()


def test_current_means_this_key_and_these_files(source: Path, tmp_path: Path) -> None:
    state, folder = tmp_path / ".assetkit" / "delivered", tmp_path / "out" / "kk"
    assert not is_current(state, folder, NAME, "k1")
    deliver(source, folder, NAME, value(source), state=state, key="k1")
    assert is_current(state, folder, NAME, "k1")
    assert not is_current(state, folder, NAME, "k2")
    assert not is_current(state, folder.with_name("ru"), NAME, "k1")
    (folder / POST_FILE).write_text("{}")
    assert not is_current(state, folder, NAME, "k1")
    deliver(source, folder, NAME, value(source), state=state, key="k1")
    (folder / NAME).unlink()
    assert not is_current(state, folder, NAME, "k1")
    for record in state.iterdir():
        record.write_text("[")
    assert not is_current(state, folder, NAME, "k1")


def test_asking_is_cheap(source: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    folders = [tmp_path / "out" / f"post-{number}" for number in range(50)]
    for folder in folders:
        deliver(source, folder, NAME, value(source), state=state, key="k")
    start = time.process_time()
    assert all(is_current(state, folder, NAME, "k") for folder in folders * 10)
    print(f"500 questions: {time.process_time() - start:.3f} s")
