"""Facts are shown, locked, and enough to check and plan where the master is not."""

from __future__ import annotations

import json
from pathlib import Path

from support.studio import MASTER, assetkit

LOCK = f"facts/{MASTER}.json"


def test_what_is_known_of_a_master_is_shown(studio: Path) -> None:
    done = assetkit("facts", "--root", studio)
    assert done.code == 0
    for words in ("numbers", MASTER, "h264, 320x180, yuv420p", "25 frames per second", "100 frames"):
        assert words in done.out
    assert "00:00:04:00" in done.out and "bt709, limited range" in done.out
    assert "aac, 48000 Hz, stereo" in done.out and "none; --lock writes it" in done.out
    assert not (studio / LOCK).exists()


def test_facts_as_json(studio: Path) -> None:
    (shown,) = json.loads(assetkit("facts", "--root", studio, "--json").out)
    assert shown["frames"] == 100 and shown["rate"] == "25" and shown["width"] == 320
    assert len(shown["digest"]) == 64 and shown["lock"] == "none"


def test_check_and_plan_run_on_the_lock_and_render_refuses(studio: Path) -> None:
    planned = json.loads(assetkit("plan", "--root", studio, "--json").out)
    locked = assetkit("facts", "--root", studio, "--lock")
    assert locked.code == 0 and LOCK in locked.err and (studio / LOCK).is_file()
    (studio / MASTER).unlink()
    assert assetkit("check", "--root", studio).code == 0
    assert json.loads(assetkit("plan", "--root", studio, "--json").out) == planned
    assert "speaks for the film" in assetkit("facts", "--root", studio).out
    done = assetkit("render", "--root", studio, "-c", "short")
    assert done.code == 1 and f"AK312: {MASTER} is not there" in done.err and "remedy" in done.err
    assert not (studio / "out").exists()


def test_a_lock_of_another_film_is_seen(studio: Path, numbered_silent: Path) -> None:
    assert assetkit("facts", "--root", studio, "--lock").code == 0
    assert json.loads(assetkit("facts", "--root", studio, "--json").out)[0]["lock"] == "current"
    (studio / MASTER).write_bytes(numbered_silent.read_bytes())
    assert json.loads(assetkit("facts", "--root", studio, "--json").out)[0]["lock"] == "differs"
    assert "differs" in assetkit("facts", "--root", studio).out


def test_neither_film_nor_lock_is_an_error(studio: Path) -> None:
    (studio / MASTER).unlink()
    done = assetkit("facts", "--root", studio, "--lock")
    assert done.code == 1 and "AK310" in done.err and not (studio / LOCK).exists()


def test_an_unknown_recipe_is_wrong_usage(studio: Path) -> None:
    assert assetkit("facts", "--root", studio, "-r", "nombers").code == 2


def test_a_lock_that_cannot_be_written_is_told(studio: Path) -> None:
    (studio / "facts").write_text("", encoding="utf-8")
    done = assetkit("facts", "--root", studio, "--lock")
    assert done.code == 1 and "cannot be written" in done.err
