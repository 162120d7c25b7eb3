"""Facts come from the film where it is there, else from its lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.errors import MediaError
from assetkit.tool import masters as subject
from assetkit.tool.masters import lock_path, master_facts, write_lock

NAME = "films/one.mp4"


@pytest.fixture
def root(tmp_path: Path, numbered_25: Path) -> Path:
    (tmp_path / "films").mkdir()
    (tmp_path / NAME).write_bytes(numbered_25.read_bytes())
    return tmp_path


def test_a_film_is_probed_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = master_facts(root, NAME, None, root / ".assetkit")
    assert (first.path, first.frame_count) == (NAME, 200)
    monkeypatch.setattr(subject, "probe_master", lambda *_, **__: pytest.fail("probed again"))
    assert master_facts(root, NAME, None, root / ".assetkit") == first


def test_the_same_film_under_another_name_keeps_its_own_name(root: Path) -> None:
    first = master_facts(root, NAME, None, root / ".assetkit")
    (root / "films/two.mp4").write_bytes((root / NAME).read_bytes())
    second = master_facts(root, "films/two.mp4", None, root / ".assetkit")
    assert (second.path, second.digest) == ("films/two.mp4", first.digest)


def test_a_remembered_probe_that_is_damaged_is_made_again(root: Path) -> None:
    first = master_facts(root, NAME, None, root / ".assetkit")
    for memo in (root / ".assetkit/facts").iterdir():
        memo.write_bytes(b"\xff{")
    assert master_facts(root, NAME, None, root / ".assetkit") == first


def test_another_colour_is_another_question(root: Path) -> None:
    master_facts(root, NAME, None, root / ".assetkit")
    with pytest.raises(MediaError):
        master_facts(root, NAME, "bt601-625", root / ".assetkit")


def test_the_lock_speaks_where_the_film_is_not_there(root: Path) -> None:
    facts = master_facts(root, NAME, None, root / ".assetkit")
    assert write_lock(root, facts) == lock_path(root, NAME) == root / "facts/films/one.mp4.json"
    (root / NAME).unlink()
    assert master_facts(root, NAME, None, root / "elsewhere") == facts


def test_neither_film_nor_lock_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(MediaError) as caught:
        master_facts(tmp_path, NAME, None, tmp_path / ".assetkit")
    assert "facts/films/one.mp4.json" in caught.value.remedy


def test_a_damaged_lock_names_its_file(tmp_path: Path) -> None:
    lock = lock_path(tmp_path, NAME)
    lock.parent.mkdir(parents=True)
    lock.write_text("{}")
    with pytest.raises(MediaError, match=r"facts/films/one\.mp4\.json"):
        master_facts(tmp_path, NAME, None, tmp_path / ".assetkit")
