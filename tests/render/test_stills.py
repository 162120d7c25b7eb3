"""One frame of a plan as a picture: the right frame, the right colours, and the moments that people name."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from assetkit.geometry import Box, Size
from assetkit.plan.tasks import FileTask, FootageSource, SpanTask, View
from assetkit.platforms.records import Format, Layout
from assetkit.recipe.records import ClipItem, Film, Framing
from assetkit.render.moments import frame_of, middle_frames, parse_moment
from assetkit.render.sheet import Group, Print, draw_sheet
from assetkit.render.stills import Still, draw_still, still_of
from assetkit.render.zones import draw_zones
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.records import Dissolve, FootageSegment, Timeline
from assetkit.tool.probe import probe_master
from support.campaigns import HERE
from support.numbered import make_patches, read_number
from support.scenes import facts

SIZE = Size(320, 180)
WHOLE = View("crop", Box(0, 0, 320, 180), "")


def span(path: Path, start: int, frames: int, *, into: int | None = None) -> SpanTask:
    known = probe_master(path, colour=None, name=path.name)
    sources = tuple(FootageSource(known, at, WHOLE) for at in (start, into) if at is not None)
    return SpanTask(Fraction(25), frames, Format("f", SIZE), sources, (), "test")


def file_of(*spans: SpanTask) -> FileTask:
    return FileTask(spans, None, "test")  # type: ignore[arg-type]  # a still needs no sound


def number(still: Still, root: Path, folder: Path) -> int:
    return read_number(draw_still(still, root, folder).mean(axis=2).astype(np.uint8))


def test_the_frame_is_found_in_its_span(numbered_25: Path, tmp_path: Path) -> None:
    file = file_of(span(numbered_25, 40, 10), span(numbered_25, 100, 5))
    for frame, expected in ((0, 40), (9, 49), (10, 100), (14, 104)):
        folder = tmp_path / str(frame)
        folder.mkdir()
        assert number(still_of(file, frame), numbered_25.parent, folder) == expected
    for outside in (-1, 15):
        with pytest.raises(IndexError):
            still_of(file, outside)


@pytest.mark.slow
def test_a_dissolve_is_mixed_as_in_the_whole(numbered_25: Path, tmp_path: Path) -> None:
    file = file_of(span(numbered_25, 40, 7, into=120))
    pictures = []
    for frame in range(7):
        folder = tmp_path / str(frame)
        folder.mkdir()
        pictures.append(draw_still(still_of(file, frame), numbered_25.parent, folder).astype(float))
    sides = []
    for start in (40, 120):
        folder = tmp_path / f"side-{start}"
        folder.mkdir()
        plain = file_of(span(numbered_25, start, 7))
        sides.append(draw_still(still_of(plain, 2), numbered_25.parent, folder).astype(float))
    share = 3 / 8  # of the second, at the third of seven frames: one frame lies before it and one after
    expected = sides[0] * (1 - share) + sides[1] * share
    assert np.abs(pictures[2] - expected).mean() < 1.5


def test_colours_are_those_of_the_master(tmp_path: Path) -> None:
    colours = [(236, 0, 140), (16, 24, 32), (255, 255, 255), (0, 128, 64)]
    master = make_patches(tmp_path / "patches.mp4", colours)
    picture = draw_still(still_of(file_of(span(master, 0, 10)), 4), tmp_path, tmp_path)
    for index, colour in enumerate(colours):
        seen = picture[60:120, index * 80 + 30 : index * 80 + 50].reshape(-1, 3).mean(axis=0)
        assert np.abs(seen - colour).max() <= 2.5, (colour, seen)


def test_equal_stills_have_equal_keys(numbered_25: Path) -> None:
    first = still_of(file_of(span(numbered_25, 40, 10)), 5)
    same = still_of(file_of(span(numbered_25, 43, 10)), 2)
    other = still_of(file_of(span(numbered_25, 43, 10)), 3)
    assert first.key == same.key != other.key


def test_moments() -> None:
    rate = Fraction(30000, 1001)
    written = {"start": 0, "middle": 45, "end": 89, "1s": 30, "12f": 12, "00:00:02:20": 80, "00:00:01.5": 45}
    for text, frame in written.items():
        assert frame_of(parse_moment(text), 90, rate) == frame, text
    assert frame_of(parse_moment("90f"), 90, rate) is None
    for wrong in ("", "soon", "1.5f", "-1s", "3"):
        with pytest.raises(ValueError):
            parse_moment(wrong)


def test_middles_stand_clear_of_dissolves() -> None:
    film = Film("film", {}, "films/film.mp4", {}, None, HERE)
    item = ClipItem(film, Duration(frames=0), Duration(frames=1), Framing(), {}, HERE)
    segments = tuple(FootageSegment(item, facts("film"), FrameRange(0, 20), at) for at in (0, 20, 40))
    dissolves = (Dissolve(FrameRange(15, 25), 0),)
    assert middle_frames(Timeline(Fraction(25), segments, dissolves)) == (7, 32, 50)
    whole = (Dissolve(FrameRange(0, 40), 0),)
    assert middle_frames(Timeline(Fraction(25), segments[:2], whole)) == (10, 30)


def test_zones_leave_the_rest_as_it_is() -> None:
    picture = np.full((180, 320, 3), 100, np.uint8)
    layout = Layout("l", SIZE, Box(40, 120, 240, 40), Box(40, 40, 240, 120), (Box(0, 0, 320, 30),))
    drawn = draw_zones(picture, layout)
    assert drawn.shape == picture.shape and (drawn[165:] == 100).all() and (drawn[40:, :40] == 100).all()
    assert (drawn[:30] != 100).any(axis=2).all() and (picture == 100).all()


def test_a_sheet_holds_every_print_in_its_own_row() -> None:
    colours = (40, 90, 140, 190, 240)
    prints = tuple(
        Print(np.full((200, 100, 3), value, np.uint8), f"00:00:0{row}:00  kk", str(row))
        for value, row in zip(colours, (1, 1, 2, 2, 2), strict=True)
    )
    sheet = draw_sheet("film", "cut", [Group("Tall", "tall", prints), Group("Other", "x", prints[:1])])
    found = {value: np.argwhere((sheet == value).all(axis=2)) for value in colours[1:]}
    tops = {value: int(places[:, 0].min()) for value, places in found.items()}
    lefts = {value: int(places[:, 1].min()) for value, places in found.items()}
    assert tops[140] == tops[190] == tops[240] > tops[90] + 200
    assert lefts[140] < lefts[190] < lefts[240]
    assert all(len(places) == 200 * 100 for value, places in found.items() if value != 240)
