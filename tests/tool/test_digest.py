"""Digests are right, remembered, and never believed of a file that has changed."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from assetkit.tool import digest as subject
from assetkit.tool.digest import file_digest


def test_a_digest_is_sha256_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film, memo = tmp_path / "film", tmp_path / "memo" / "digests.json"
    film.write_bytes(b"picture")
    expected = hashlib.sha256(b"picture").hexdigest()
    assert file_digest(film, memo) == expected
    monkeypatch.setattr(subject, "_hash", lambda path: pytest.fail("read again"))
    assert file_digest(film, memo) == expected


def test_a_changed_file_of_the_same_size_is_read_again(tmp_path: Path) -> None:
    film, memo = tmp_path / "film", tmp_path / "digests.json"
    film.write_bytes(b"one")
    file_digest(film, memo)
    film.write_bytes(b"two")
    os.utime(film, ns=(1, 1))
    assert file_digest(film, memo) == hashlib.sha256(b"two").hexdigest()


def test_a_replaced_file_of_the_same_size_and_time_is_read_again(tmp_path: Path) -> None:
    film, other, memo = tmp_path / "film", tmp_path / "other", tmp_path / "digests.json"
    film.write_bytes(b"one")
    other.write_bytes(b"two")
    os.utime(film, ns=(5, 5))
    os.utime(other, ns=(5, 5))
    file_digest(film, memo)
    other.replace(film)
    assert file_digest(film, memo) == hashlib.sha256(b"two").hexdigest()


def test_a_file_overwritten_in_place_that_keeps_its_size_and_time_is_read_again(tmp_path: Path) -> None:
    film, memo = tmp_path / "film", tmp_path / "digests.json"
    film.write_bytes(b"one")
    os.utime(film, ns=(5, 5))
    file_digest(film, memo)
    film.write_bytes(b"two")  # as `cp -p` does
    os.utime(film, ns=(5, 5))
    assert file_digest(film, memo) == hashlib.sha256(b"two").hexdigest()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"x": 3}', "\x00"])
def test_a_damaged_memo_is_ignored_and_mended(tmp_path: Path, damage: str) -> None:
    film, memo = tmp_path / "film", tmp_path / "digests.json"
    film.write_bytes(b"one")
    memo.write_text(damage)
    assert file_digest(film, memo) == hashlib.sha256(b"one").hexdigest()
    assert list(json.loads(memo.read_text())) == [str(film)]


def test_a_memo_of_wrong_shape_for_this_file_is_not_believed(tmp_path: Path) -> None:
    film, memo = tmp_path / "film", tmp_path / "digests.json"
    film.write_bytes(b"one")
    memo.write_text(json.dumps({str(film): [*subject._stamp(film), None]}))
    assert file_digest(film, memo) == hashlib.sha256(b"one").hexdigest()


def test_processes_that_share_a_memo_lose_nothing(tmp_path: Path) -> None:
    memo, films = tmp_path / "digests.json", [tmp_path / f"film-{n}" for n in range(24)]
    for film in films:
        film.write_text(film.name)
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(file_digest, films, [memo] * len(films)))
    assert sorted(json.loads(memo.read_text())) == sorted(map(str, films))
