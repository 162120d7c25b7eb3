"""Contrast on real pictures: letters against what is behind them, by style and by how long it lasts."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import pytest

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.checks.captions.contrast import Backdrop, Weak, find_weak, luminance, tell_weak
from assetkit.diagnostics import Severity
from assetkit.geometry import Box, Size
from assetkit.media.observation import Observation, Samples
from assetkit.plan.tasks import View
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.subtitles.standards import load_standards
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.observe import observe
from assetkit.tool.probe import probe_master
from support.captioned import caption_file, film_of

MASTER = Size(320, 180)
TALL = Size(1080, 1920)
DARK = CaptionStyle("dark", colour="#202020")
WHOLE = FrameRange(0, 50)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Observation:
    """Two seconds of white, then two of black."""
    path: Path = tmp_path_factory.mktemp("films") / "a.mp4"
    grounds = [f"color=c={name}:s={MASTER}:r=25:d=2,format=yuv420p" for name in ("white", "black")]
    inputs = [word for ground in grounds for word in ("-f", "lavfi", "-i", ground)]
    join = ["-filter_complex", "[0:v][1:v]concat=n=2:v=1", "-colorspace", "bt709"]
    run_ffmpeg(["-y", *inputs, *join, str(path)])
    return observe(path, probe_master(path, colour="bt709"))


@functools.cache
def layout(style: CaptionStyle) -> CaptionLayout:
    found = lay_out("Home", "en", size=TALL, zone=Box(120, 900, 660, 300), style=style)
    assert isinstance(found, CaptionLayout)
    return found


def weak(samples: Samples, style: CaptionStyle, source: FrameRange = WHOLE) -> Weak | None:
    backdrop = Backdrop(samples, MASTER, source, 0, View("crop", Box(110, 0, 100, 180), ""))
    file = caption_file("en", (source.start, source.stop, "Home"))
    event = AssEvent(FrameRange(0, len(source)), layout(style), style.colour)
    return find_weak(event, [backdrop], file, file.cues[0], load_standards())


def test_a_film_is_observed_as_it_is(seen: Observation) -> None:
    assert seen.cuts == (50,)
    assert (seen.samples.size, seen.samples.step, seen.samples.count) == (Size(64, 36), 13, 8)
    white, black = (seen.samples.behind(number, Box(100, 100, 50, 20), MASTER) for number in (0, 7))
    assert min(white) > 250 and max(black) < 5


def test_white_letters_on_white_need_their_edge_and_a_box_does_not(seen: Observation) -> None:
    found = weak(seen.samples, PRESETS["outline"])
    assert found is not None and not found.by_edge
    assert found.ratio < 3 and found.frames == 50 and found.shape == "9:16"
    assert weak(seen.samples, PRESETS["box"]) is None
    assert weak(seen.samples, PRESETS["lines"]) is None


def test_white_letters_on_black_are_read(seen: Observation) -> None:
    for name in ("outline", "shadow", "box"):
        assert weak(seen.samples, PRESETS[name], FrameRange(50, 100)) is None


def test_dark_letters_with_a_dark_edge_are_not_read(seen: Observation) -> None:
    found = weak(seen.samples, DARK)
    assert found is not None and found.by_edge and found.ratio < 2


def test_how_long_it_lasts_decides_what_it_weighs(seen: Observation) -> None:
    film = film_of(caption_file("en", (0, 50, "Home")))
    lasting, tiring = weak(seen.samples, DARK), weak(seen.samples, PRESETS["outline"])
    assert lasting is not None and tiring is not None
    short = Weak(**{**vars(lasting), "frames": 10})
    told = [next(tell_weak(film, [each])) for each in (lasting, short, tiring)]
    assert [item.severity for item in told] == [Severity.WARNING, Severity.NOTE, Severity.NOTE]
    assert "hard to tell" in told[0].message and "parted by its edge alone" in told[2].message
    assert "for 2.00 s" in told[0].measured and "WCAG" in told[0].required
    assert list(tell_weak(film, [Weak(**{**vars(tiring), "frames": 10})])) == []


def test_a_style_that_has_a_box_is_not_told_to_take_one(seen: Observation) -> None:
    own = replace(PRESETS["lines"], name="popped", colour="#303030")
    for style, remedy in (
        (own, "give the style's letters another `colour:`"),
        (DARK, "take a style with a box"),
    ):
        found = weak(seen.samples, style)
        assert found is not None
        (item,) = tell_weak(film_of(found.file), [found])
        assert item.remedy.startswith(remedy)


def test_languages_and_shapes_of_a_moment_are_told_together(seen: Observation) -> None:
    one = weak(seen.samples, DARK)
    assert one is not None
    other = Weak(**{**vars(one), "file": caption_file("ru", (0, 50, "Дом")), "shape": "1:1"})
    (item,) = tell_weak(film_of(one.file), [one, other])
    assert "on 9:16, 1:1 (also in ru)" in item.message


def test_text_on_the_ground_beside_the_picture_is_not_judged(seen: Observation) -> None:
    view = View("colour", Box(0, 0, 1080, 608), "#FFFFFF")
    backdrop = Backdrop(seen.samples, MASTER, WHOLE, 0, view)
    cue = FrameCue(WHOLE, "Home", 2)
    event = AssEvent(WHOLE, layout(DARK), DARK.colour)
    assert find_weak(event, [backdrop], caption_file("en"), cue, load_standards()) is None


def test_luminance_is_that_of_wcag() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert luminance("#767676") == pytest.approx(0.1812, abs=1e-3)  # 4.54 to 1 on white
