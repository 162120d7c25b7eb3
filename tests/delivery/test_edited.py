"""What people change in a delivered post is never lost, and never taken for what was delivered."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assetkit.delivery import package
from assetkit.delivery.clean import find_leftovers, remove_leftover
from assetkit.delivery.state import delivered_folders, is_current
from support.deliveries import COPY, deliver_post
from support.posts import make_post, names_in

PLACE = "the-dress/teaser/tiktok/kk"
VIDEO = "the-dress-teaser-tiktok-kk.mp4"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def kept(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out.parent / "edited").rglob("*") if path.is_file()}


def test_edited_files_are_kept_once_and_put_right(out: Path, state: Path) -> None:
    folder = deliver_post(out, PLACE, state=state)
    (folder / "copy.txt").write_text("my words")
    (folder / "post.json").write_text("{}")
    assert not is_current(state, folder, VIDEO, "k", ("copy.txt",))
    deliver_post(out, PLACE, state=state)
    assert (folder / "copy.txt").read_bytes() == COPY
    assert sorted(kept(out).values()) == [b"my words", b"{}"]
    deliver_post(out, PLACE, state=state)
    assert len(kept(out)) == 2
    (folder / "copy.txt").write_text("other words")
    deliver_post(out, PLACE, words=b"new", state=state)
    assert len(kept(out)) == 3 and len([name for name in kept(out) if name.endswith("-copy.txt")]) == 2


def test_files_whose_time_alone_changed_are_not_kept(out: Path, state: Path) -> None:
    folder = deliver_post(out, PLACE, state=state)
    os.utime(folder / VIDEO, (1, 1))
    deliver_post(out, PLACE, words=b"new", state=state)
    assert kept(out) == {}


def test_a_delivery_that_was_killed_is_no_change_by_hand(
    out: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = deliver_post(out, PLACE, state=state)
    with monkeypatch.context() as killed:
        killed.setattr(package, "write_record", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            deliver_post(out, PLACE, words=b"new", state=state)
    assert (folder / VIDEO).read_bytes() == b"new" * 50
    assert not is_current(state, folder, VIDEO, "k", ("copy.txt",))
    (folder / "copy.txt").write_text("my words")
    deliver_post(out, PLACE, words=b"newer", state=state)
    assert list(kept(out).values()) == [b"my words"]


@pytest.mark.slow
def test_two_deliveries_at_once_are_no_changes_by_hand(out: Path, state: Path) -> None:
    def deliver_often(name: str) -> None:
        for number in range(12):
            source = out.parent / name
            source.write_bytes(f"{name} {number}".encode())
            post = make_post(source, name=VIDEO).as_json()
            keep = out.parent / "edited"
            package.deliver(source, out / PLACE, VIDEO, post, state=state, key=name, keep=keep)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(deliver_often, "abcd"))
    ((folder, record),) = delivered_folders(state)
    assert kept(out) == {} and is_current(state, folder, VIDEO, record["key"])


def test_where_nothing_is_remembered_the_post_tells(out: Path, state: Path) -> None:
    folder = deliver_post(out, PLACE, state=state)
    (folder / VIDEO).write_bytes(b"recut by hand")
    for path in state.iterdir():
        path.unlink()
    deliver_post(out, PLACE, state=state)
    assert list(kept(out).values()) == [b"recut by hand"]


def test_a_file_held_open_is_read_to_its_end(out: Path, state: Path) -> None:
    folder = deliver_post(out, PLACE, words=b"old", state=state)
    with (folder / VIDEO).open("rb") as stream:
        head = stream.read(10)
        deliver_post(out, PLACE, words=b"new", state=state)
        assert head + stream.read() == b"old" * 50
    assert (folder / VIDEO).read_bytes() == b"new" * 50


def test_what_an_editor_writes_into_an_open_file_is_kept(out: Path, state: Path) -> None:
    folder = deliver_post(out, PLACE, state=state)
    with (folder / "copy.txt").open("r+b") as stream:
        stream.write(b"typed, saved, still open")
        stream.flush()
        deliver_post(out, PLACE, state=state)
    assert [data.startswith(b"typed, saved") for data in kept(out).values()] == [True]


def test_leftovers_are_found_by_records_and_removed_without_what_is_not_ours(out: Path, state: Path) -> None:
    gone = "the-dress/old/x/ru"
    deliver_post(out, PLACE, state=state)
    folder = deliver_post(out, gone, state=state)
    (folder / "notes.txt").write_text("mine")
    (folder / "copy.txt").write_text("my words")
    (out / "their-folder").mkdir()
    (leftover,) = find_leftovers(out, state, {PLACE})
    assert (leftover.place, leftover.changed, leftover.foreign) == (gone, ("copy.txt",), ("notes.txt",))
    assert leftover.files == ("the-dress-old-x-ru.mp4", "post.json")
    remove_leftover(leftover, out, state)
    assert names_in(folder) == ["copy.txt", "notes.txt"] and (out / "their-folder").exists()
    assert find_leftovers(out, state, {PLACE}) == []
    (other,) = find_leftovers(out, state, set())
    remove_leftover(other, out, state)
    assert names_in(out / "the-dress") == ["old"]
    assert list(delivered_folders(state)) == []


def test_what_lies_behind_a_link_is_not_removed(out: Path, state: Path, tmp_path: Path) -> None:
    folder = deliver_post(out, PLACE, state=state)
    aside = tmp_path / "aside"
    (out / "the-dress").rename(aside)
    (out / "the-dress").symlink_to(aside, target_is_directory=True)
    for leftover in find_leftovers(out, state, set()):
        remove_leftover(leftover, out, state)
    assert (aside / folder.relative_to(out / "the-dress") / VIDEO).exists()
