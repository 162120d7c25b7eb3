"""The parts of quality control that need no file: flashes, repeated frames, what a post says, reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as Tree

import jsonschema  # type: ignore[import-untyped]
import numpy as np
import pytest

from assetkit.delivery.post import post_schema
from assetkit.diagnostics import Severity
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.quality.control import Control, expect_post
from assetkit.quality.flashes import FlashWatcher
from assetkit.quality.inspect import inspect_file
from assetkit.quality.junit import write_junit
from assetkit.quality.records import Check
from assetkit.quality.shown import Shown, Stretch, read_shown, write_shown
from assetkit.quality.stretches import find_doubled, recall_stretches
from assetkit.quality.thresholds import EVIDENCE, load_private_names, threshold, threshold_names
from assetkit.quality.watching import Seen, box_of, find_runs, small_size
from assetkit.quality.wording import check_places
from assetkit.timecode import FrameRange
from support.posts import make_post
from support.spoiled import shown_in

SIZE = Size(64, 36)
BLACK, WHITE, GREY, RED = (16, 128, 128), (235, 128, 128), (126, 128, 128), (81, 90, 240)
Paint = Callable[[int], tuple[int, int, int]]


def screen(colours: Paint, frames: int = 50, area: float = 1.0, rate: float = 25) -> set[str]:
    """Give the codes of what is found where the left part of a grey picture has a colour for each frame."""
    watcher = FlashWatcher(rate)
    for number in range(frames):
        small = np.empty((3, SIZE.height, SIZE.width), np.uint8)
        small[:] = np.array(GREY, np.uint8)[:, None, None]
        wide = round(SIZE.width * area)
        small[:, :, :wide] = np.array(colours(number), np.uint8)[:, None, None]
        watcher.see(Seen(number, number / rate, SIZE, small, SimpleNamespace()))
    return {check.code for check in watcher.tell() if check.found}


def turns(period: int, one: tuple[int, int, int] = WHITE, two: tuple[int, int, int] = BLACK) -> Paint:
    return lambda number: one if number % period < period // 2 else two


@pytest.mark.slow
@pytest.mark.parametrize(
    ("period", "found"),
    [(4, {"AK914"}), (6, {"AK914"}), (8, {"AK914"}), (9, set()), (12, set()), (25, set())],
)
def test_more_than_three_flashes_in_a_second_are_found(period: int, found: set[str]) -> None:
    # 25 frames hold seven transitions of flashes of 8 frames, and six of those of 9; the loop closes evenly.
    assert screen(turns(period), frames=-(-50 // period) * period) == found


@pytest.mark.slow
def test_what_is_small_or_weak_is_no_flash_of_the_whole_picture() -> None:
    assert screen(turns(4), area=0.2) == {"AK916"}
    assert screen(turns(4), area=0.05) == set()
    assert screen(turns(4, (126, 128, 128), (120, 128, 128))) == set()
    assert screen(turns(4, (235, 128, 128), (228, 128, 128))) == set()  # both are brighter than 0.8


@pytest.mark.slow
def test_strokes_that_change_places_are_no_flash_but_a_small_light_is() -> None:
    def screen_part(paint: Callable[[np.ndarray, int], None]) -> set[str]:
        watcher = FlashWatcher(25)
        for number in range(50):
            small = np.full((3, 72, 128), 128, np.uint8)
            small[0] = 16
            paint(small[0, 8:28, 16:64], number)
            watcher.see(Seen(number, number / 25, Size(128, 72), small, SimpleNamespace()))
        return {check.code for check in watcher.tell() if check.found}

    def count(luma: np.ndarray, number: int) -> None:
        for column in range(0, 48, 8):
            at = column + (4 if number % 4 < 2 else 0)
            luma[:, at : at + 4] = 235

    def blink(luma: np.ndarray, number: int) -> None:
        luma[:] = 235 if number % 4 < 2 else 16

    assert screen_part(count) == set()
    assert screen_part(blink) == {"AK916"}


@pytest.mark.slow
def test_red_flashes_are_found_though_they_are_not_bright() -> None:
    dark_red = (50, 109, 184)
    assert screen(turns(4, dark_red, BLACK)) == {"AK915"}
    assert "AK915" in screen(turns(4, RED, BLACK))
    assert "AK915" not in screen(turns(4, (50, 109, 128), BLACK))


def test_the_seam_of_a_loop_is_screened_too() -> None:
    # Three flashes at the end and two at the beginning: neither half alone has too many.
    def colours(number: int) -> tuple[int, int, int]:
        return turns(4)(number) if number < 8 or number >= 40 else BLACK

    assert screen(colours, frames=50) == {"AK914"}
    assert screen(lambda number: colours(number) if number >= 40 else BLACK) == set()


def test_repeated_frames_are_told_from_slow_and_from_drawn_ones() -> None:
    rule = threshold("doubled")
    quick = [255.0, *[5.0] * 10]
    assert find_doubled([*quick, 0.1, *quick[1:]], rule) == [(11, 12)]
    assert find_doubled([*quick, 0.1, 0.1, *quick[1:]], rule) == [(11, 13)]
    assert find_doubled([*quick, 2.0, *quick[1:]], rule) == []
    assert find_doubled([255.0, *[1.0] * 10, 0.1, *[1.0] * 10], rule) == []
    assert find_doubled([255.0, *[5.0, 0.0] * 10], rule) == []


def test_what_was_seen_of_spans_is_judged_without_decoding() -> None:
    shown = Shown(
        (Stretch(FrameRange(0, 60), "footage", "a.mp4"), Stretch(FrameRange(60, 120), "card", "ring"))
    )
    changes = [-1.0, *[5.0] * 19, *[0.0] * 10, -1.0, *[0.0] * 29, -1.0, *[0.0] * 59]
    bright = [200] * 120
    seen: dict[str, list[float]] = {"changes": changes, "bright": [*bright]}
    found = {check.code: check for check in recall_stretches(seen, shown, Fraction(25))}
    assert not found["AK901"].passed and found["AK901"].severity is Severity.WARNING
    assert (found["AK901"].start, found["AK901"].measured) == (0.76, "frames 19 to 59")
    assert found["AK900"].passed
    dark = recall_stretches(seen | {"bright": [20] * 30 + [200] * 90}, shown, Fraction(25))
    assert [check.code for check in dark if check.found] == ["AK900", "AK901"]
    assert recall_stretches({}, shown, Fraction(25)) == []


def test_what_a_post_shows_is_read_as_it_was_written(tmp_path: Path) -> None:
    video = tmp_path / "video"
    video.write_bytes(b"video")
    shown = shown_in("kk")
    moving = replace(shown.texts[0], whole=FrameRange(4, 44), words=((8, 0), (12, 5)))
    shown = replace(shown, texts=(*shown.texts, moving))
    post = make_post(video).as_json() | write_shown(shown) | {"width": 216, "height": 384}
    jsonschema.validate(post, post_schema())
    assert read_shown(json.loads(json.dumps(post))) == shown
    assert read_shown({"width": 1, "height": 1}) == Shown()
    with pytest.raises(AssetkitError, match="cannot be read"):
        read_shown(post | {"texts": [{"from": 1}]})
    with pytest.raises(AssetkitError, match="does not say"):
        expect_post({}, None)
    assert expect_post(post, None).frames == 375


def test_a_text_in_a_covered_zone_is_told_with_its_box() -> None:
    shown = shown_in("kk")
    (text,) = shown.texts
    box = text.layout.box
    (found,) = check_places(shown, [Box(0, box.bottom - text.layout.em // 2, 216, 20)], Fraction(25))
    assert found.failed and found.box == box and (found.start, found.stop) == (0.32, 1.6)
    (passed,) = check_places(shown, [Box(0, box.bottom, 216, 20)], Fraction(25))
    assert passed.passed


def test_checks_with_time_and_box_follow_the_schema(tmp_path: Path) -> None:
    video = tmp_path / "video"
    video.write_bytes(b"video")
    check = Check("AK900", False, Severity.WARNING, "black", "3", "0", 1.0, 2.0, Box(1, 2, 3, 4))
    post = replace(make_post(video), checks=(check,)).as_json()
    jsonschema.validate(post, post_schema())
    assert post["checks"][0]["box"] == {"x": 1, "y": 2, "width": 3, "height": 4}


def test_junit_has_a_failure_for_each_error_and_holds_any_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film")
    checks = (
        Check("AK900", False, Severity.ERROR, "is <black> & \x01", "a", "b", start=1.0, stop=2.0),
        Check("AK901", False, Severity.NOTE, "note", "a", "b"),
        Check("AK902", True, Severity.ERROR, "fine", "a", "b"),
    )
    written = write_junit([("Көйлек & «1».mp4", Control(inspect_file(broken), checks))])
    (suite,) = Tree.fromstring(written)
    assert suite.attrib == {"name": "Көйлек & «1».mp4", "tests": "3", "failures": "1"}
    (failure,) = suite.iter("failure")
    assert failure.attrib == {"type": "AK900", "message": "1.00-2.00 s: measured a; required b"}


def test_every_threshold_has_its_evidence() -> None:
    for name in threshold_names():
        rule = threshold(name)
        assert all(getattr(rule, word) for word in EVIDENCE), name
        assert rule.confidence in ("H", "M", "L") and rule.numbers
    assert load_private_names()["com.apple.quicktime.location.ISO6709"] == "location"


def test_runs_boxes_and_small_sizes() -> None:
    assert find_runs([True, False, True, True]) == [(0, 1), (2, 4)]
    assert find_runs([]) == []
    cells = np.zeros((18, 32), bool)
    assert box_of(cells, Size(320, 180)) is None
    cells[2:4, 5:6] = True
    assert box_of(cells, Size(320, 180)) == Box(50, 20, 10, 20)
    assert small_size(Size(1080, 1920)) == Size(180, 320)
    assert small_size(Size(216, 216)) == Size(216, 216)
