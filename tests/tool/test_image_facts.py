"""Facts of pictures: right, remembered by content, and found again where a memory is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assetkit.errors import MediaError
from assetkit.geometry import Box, Size
from assetkit.tool import image_facts as facts_module
from assetkit.tool.image_facts import image_facts
from assetkit.tool.images import open_image
from support.pictures import write_mark, write_picture


def test_ink_is_what_is_not_transparent(tmp_path: Path) -> None:
    write_mark(tmp_path / "mark.png", 80, 40, hollow=50)
    facts = image_facts(tmp_path, "mark.png", tmp_path / "memo")
    assert (facts.size, facts.ink) == (Size(100, 60), Box(10, 10, 80, 40))
    assert facts.weight == 80 * 40 - 40 * 20
    assert facts.has_alpha and facts.is_cut_out and facts.path == "mark.png"


def test_ink_of_an_opaque_mark_is_what_is_not_its_ground(tmp_path: Path) -> None:
    picture = np.full((50, 90, 3), 250, np.uint8)
    picture[20:30, 5:25] = (10, 60, 200)
    write_picture(tmp_path / "mark.jpg", picture, quality=95)
    facts = image_facts(tmp_path, "mark.jpg", tmp_path / "memo")
    assert not facts.is_cut_out and not facts.has_alpha
    assert facts.ink.contains(Box(6, 21, 18, 8)) and Box(3, 18, 24, 14).contains(facts.ink)


def test_what_is_wholly_transparent_has_no_ink(tmp_path: Path) -> None:
    write_picture(tmp_path / "mark.png", np.zeros((8, 8, 4), np.uint8))
    assert image_facts(tmp_path, "mark.png", tmp_path / "memo").weight == 0


def test_shades_are_the_extremes_of_each_part(tmp_path: Path) -> None:
    picture = np.full((90, 160, 3), 100, np.uint8)
    picture[:, 80:] = 30
    picture[40:50, 120:130] = (255, 250, 240)
    write_picture(tmp_path / "a.png", picture)
    facts = image_facts(tmp_path, "a.png", tmp_path / "memo")
    assert (facts.shades.columns, facts.shades.rows) == (96, 54)
    assert facts.shades.within(Box(0, 0, 70, 90), facts.size) == ((100, 100, 100),)
    assert set(facts.shades.within(Box(100, 0, 60, 90), facts.size)) == {(30, 30, 30), (255, 250, 240)}
    assert facts.shades.within(Box(159, 89, 1, 1), facts.size) == ((30, 30, 30),)


def test_a_picture_is_opened_once_for_each_content(tmp_path: Path, monkeypatch: Any) -> None:
    opened: list[str] = []
    real = open_image

    def count(path: Path, name: str = "") -> Any:
        opened.append(name)
        return real(path, name)

    monkeypatch.setattr(facts_module, "open_image", count)
    write_mark(tmp_path / "a.png", 80, 40)
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes())
    first = image_facts(tmp_path, "a.png", tmp_path / "memo")
    again, copy = (image_facts(tmp_path, name, tmp_path / "memo") for name in ("a.png", "b.png"))
    assert opened == ["a.png"] and again == first
    assert (copy.path, copy.digest, copy.ink) == ("b.png", first.digest, first.ink)
    for memory in (tmp_path / "memo" / "pictures").iterdir():
        memory.write_text("[]", encoding="utf-8")
    assert image_facts(tmp_path, "a.png", tmp_path / "memo") == first and len(opened) == 2
    write_mark(tmp_path / "a.png", 60, 40)
    assert image_facts(tmp_path, "a.png", tmp_path / "memo").ink.width == 60


def test_no_file_is_an_error_with_its_code(tmp_path: Path) -> None:
    with pytest.raises(MediaError) as caught:
        image_facts(tmp_path, "a.png", tmp_path / "memo")
    assert caught.value.facts["code"] == "AK620" and not (tmp_path / "memo").exists()
