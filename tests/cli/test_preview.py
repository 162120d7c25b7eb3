"""Stills are the pictures that a rendering shows, at the times that were asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assetkit.errors import ToolError
from assetkit.geometry import Focus, Size, crop_around
from assetkit.render.stills import Picture, Still, draw_still
from support.numbered import code_box_in, read_number
from support.studio import MASTER, RECIPE, assetkit

TALL = Size(360, 640)


def picture(path: Path) -> Any:
    from PIL import Image

    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def number_in(path: Path) -> int:
    master = Size(320, 180)
    region = code_box_in(master, crop_around(master, TALL, Focus()), TALL)
    return read_number(picture(path).mean(axis=2).astype(np.uint8), region)


def pngs(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))


@pytest.mark.slow
def test_every_way_to_write_a_time_gives_that_very_frame(studio: Path) -> None:
    times = ["start", "0.2s", "7f", "00:00:00:08", "00:00:00.360"]
    at = [word for time in times for word in ("--at", time)]
    assert (
        assetkit("preview", "numbers", "--root", studio, "-c", "short", "-p", "tall", "-l", "kk", *at).code
        == 0
    )
    folder = studio / "out" / "preview" / "numbers" / "short" / "tall" / "kk"
    numbers = {path: number_in(folder / path) for path in pngs(folder)}
    assert numbers == {
        "00000.png": 20,
        "00005.png": 25,
        "00007.png": 27,
        "00008.png": 28,
        "00009.png": 29,
    }


def test_without_times_the_middle_of_every_clip_and_card_is_shown(studio: Path) -> None:
    done = assetkit("preview", "--root", studio, "-c", "long", "-l", "ru")
    assert done.code == 0 and "3 stills" in done.out
    folder = studio / "out" / "preview" / "numbers" / "long"
    shown = [path for path in pngs(folder) if path.startswith("tall/ru/")]
    # The dissolve takes frames 26 to 33: the middles are those of what stands clear of it.
    assert shown[:2] == ["tall/ru/00013.png", "tall/ru/00047.png"] and len(shown) == 3
    assert [number_in(folder / path) for path in shown] == [23, 67, -1]
    sheet = picture(folder / "contact-sheet.png")
    assert sheet.shape[1] > 3 * 200 and sheet.std() > 20


def test_nothing_is_kept_in_the_store(studio: Path) -> None:
    assert assetkit("preview", "--root", studio, "-c", "short", "--at", "start").code == 0
    assert not (studio / ".assetkit" / "objects").exists()
    assert not (studio / ".assetkit" / "staging").exists()


def test_equal_pictures_are_made_once(studio: Path) -> None:
    done = assetkit(
        "preview", "--root", studio, "-c", "short", "-p", "tall", "--at", "start", "-o", studio / "x"
    )
    assert "3 stills, 1 of them different" in done.out
    first, *others = [picture(path) for path in (studio / "x" / "numbers" / "short").rglob("00000.png")]
    assert all(np.array_equal(first, other) for other in others)


@pytest.mark.slow
def test_stills_are_what_a_rendering_shows(studio: Path) -> None:
    """Footage, captions, a dissolve and a card, against the decoded file: only its coding differs."""
    import av

    choice = ("--root", studio, "-c", "long", "-l", "kk")
    frames = [0, 13, 14, 26, 29, 33, 34, 60, 75]
    at = [word for frame in frames for word in ("--at", f"{frame}f")]
    assert assetkit("preview", *choice, *at).code == 0
    assert assetkit("render", *choice).code == 0
    folder = studio / "out" / "preview" / "numbers" / "long" / "tall" / "kk"
    (video,) = (studio / "out" / "numbers" / "long" / "tall" / "kk").glob("*.mp4")
    with av.open(str(video)) as container:
        decoded = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    for frame in frames:
        still = picture(folder / f"{frame:05d}.png").astype(float)
        errors = [float(np.mean((still - other) ** 2)) for other in decoded]
        assert errors[frame] < 12, (frame, errors[frame])
        assert errors[frame] == min(errors) or errors[frame] - min(errors) < 0.5, frame


def test_zones_are_drawn_where_the_layout_says_and_nowhere_else(studio: Path) -> None:
    choice = ("preview", "--root", studio, "-c", "short", "-p", "tall", "-l", "en", "--at", "start")
    assert assetkit(*choice).code == 0
    assert assetkit(*choice, "--zones").code == 0
    folder = studio / "out" / "preview" / "numbers" / "short" / "tall" / "en"
    plain, zoned = (picture(folder / f"00000{end}.png").astype(int) for end in ("", "-zones"))
    changed = np.abs(plain - zoned).max(axis=2) > 0
    assert changed[:96].all() and changed[416:].all()  # what the interface covers
    assert changed[100:410, 44:256].mean() > 0.99  # where cards stand
    assert not changed[100:410, :38].any() and not changed[100:410, 264:].any()
    redder = (zoned - plain)[40, 300]
    bluer = (zoned - plain)[380, 50]
    assert redder[0] > redder[2] and bluer[2] > bluer[0]


def test_a_time_that_no_cut_reaches_is_wrong_usage(studio: Path) -> None:
    done = assetkit("preview", "--root", studio, "-c", "short", "--at", "10f")
    assert (
        done.code == 2 and "no cut that was chosen reaches 10f; the longest ends at 00:00:00:10" in done.err
    )
    assert not (studio / "out").exists()
    done = assetkit("preview", "--root", studio, "-l", "kk", "--at", "40f", "-o", studio / "x")
    assert done.code == 0 and pngs(studio / "x") == ["numbers/long/tall/kk/00040.png"]
    for wrong in ("soon", "1.5f", "00:00:00:25", "-1s"):
        assert assetkit("preview", "--root", studio, "--at", wrong).code == 2


def test_errors_in_a_recipe_stop_it_with_their_places(studio: Path) -> None:
    path = studio / "recipes" / "numbers.yaml"
    path.write_text(RECIPE.replace("00:00:01:05", "00:10:00:00"), encoding="utf-8")
    done = assetkit("preview", "--root", studio)
    assert done.code == 1 and "AK303" in done.err and "recipes/numbers.yaml:" in done.err
    assert not (studio / "out").exists()


def test_a_master_that_is_not_there_is_refused_by_name(studio: Path) -> None:
    assert assetkit("facts", "--root", studio, "--lock").code == 0
    (studio / MASTER).unlink()
    done = assetkit("preview", "--root", studio, "-c", "short")
    assert done.code == 1 and f"AK312: {MASTER} is not there" in done.err


def test_a_still_that_cannot_be_made_is_told_and_the_rest_is_there(
    studio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_once(still: Still, root: Path, folder: Path) -> Picture:
        if folder.name == "still-0":
            raise ToolError("the tool fell over")
        return draw_still(still, root, folder)

    monkeypatch.setattr("assetkit.cli.preview.draw_still", fail_once)
    at = ("--at", "start", "--at", "2f")
    done = assetkit("preview", "--root", studio, "-c", "short", "-p", "tall", "-l", "kk", *at)
    assert done.code == 1 and "the tool fell over" in done.err
    assert pngs(studio / "out" / "preview") == ["numbers/short/tall/kk/00002.png"]


def test_an_output_that_cannot_be_written_is_told(studio: Path) -> None:
    (studio / "taken").write_text("", encoding="utf-8")
    done = assetkit("preview", "--root", studio, "-c", "short", "--at", "start", "-o", studio / "taken" / "x")
    assert done.code == 1 and "cannot be written" in done.err
