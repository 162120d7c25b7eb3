"""libass draws the text that was asked for, on exactly the frames that were asked for."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent, format_time, write_ass
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.subtitles.proof import text_is_drawn
from assetkit.timecode import RATES, FrameRange
from support.burning import burn

SIZE, ZONE = Size(320, 180), Box(8, 90, 304, 88)
BIG, BIG_ZONE = Size(1280, 720), Box(64, 400, 1152, 300)


def _lay_out(text: str, *, size: Size = SIZE, zone: Box = ZONE, style: str = "outline") -> CaptionLayout:
    layout = lay_out(text, "kk", size=size, zone=zone, style=PRESETS[style])
    assert isinstance(layout, CaptionLayout)
    return layout


def _lit(pictures: npt.NDArray[np.uint8]) -> list[bool]:
    return [bool((picture > 150).any()) for picture in pictures]


@pytest.mark.parametrize("name", ["23.976", "25", "29.97", "50", "59.94", "60"])
def test_text_is_on_exactly_its_frames(tmp_path: Path, name: str) -> None:
    rate = RATES[name]
    # Late frames too: there the rounding of centiseconds has drifted furthest.
    ranges = [FrameRange(0, 3), FrameRange(4, 5), FrameRange(7, 12), FrameRange(12, 13), FrameRange(300, 301)]
    events = [AssEvent(reach, _lay_out("Үнсіз")) for reach in ranges]
    wanted = [any(reach.start <= frame < reach.stop for reach in ranges) for frame in range(320)]
    assert _lit(burn(tmp_path, events, SIZE, rate=rate, frames=320)) == wanted


@pytest.mark.slow
def test_every_frame_of_ten_minutes_lies_safely_between_its_events() -> None:
    for rate in RATES.values():
        for frame in range(0, int(600 * rate), 7):
            hours, minutes, seconds = format_time(frame, rate).split(":")
            written = int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)
            before, after = Fraction(max(0, frame - 1)) / rate, Fraction(frame) / rate
            # libass compares in whole milliseconds.
            assert written <= int(after * 1000) / Fraction(1000)
            assert frame == 0 or int(before * 1000) / Fraction(1000) < written


def test_neighbours_touch_without_a_gap_or_both_at_once(tmp_path: Path) -> None:
    left = _lay_out("Бір", size=SIZE, zone=Box(0, 90, 150, 88))
    right = _lay_out("Екі", size=SIZE, zone=Box(170, 90, 150, 88))
    events = [AssEvent(FrameRange(0, 5), left), AssEvent(FrameRange(5, 9), right)]
    pictures = burn(tmp_path, events, SIZE, rate=RATES["29.97"], frames=10)
    assert _lit(pictures[:, :, :160]) == [True] * 5 + [False] * 5
    assert _lit(pictures[:, :, 160:]) == [False] * 5 + [True] * 4 + [False]


@pytest.mark.parametrize(
    "text",
    [
        "{\\an8}ә",
        "a\\Nb",
        "C:\\new\\here",
        "{c}",
        "\\{d\\}",
        "{\\fs5",
        "tail\\",
        "}{",
        "a,b,,c",
        "{\\p1}m 0 0",
    ],
)
def test_nothing_in_the_text_acts_as_a_code(tmp_path: Path, text: str) -> None:
    layout = _lay_out(text, size=BIG, zone=BIG_ZONE)
    picture = burn(tmp_path, [AssEvent(FrameRange(0, 1), layout)], BIG)[0]
    assert text_is_drawn(picture, layout)


def test_line_breaks_never_reach_the_script() -> None:
    script = write_ass([AssEvent(FrameRange(0, 9), _lay_out("Бір\nЕкі"))], SIZE, Fraction(25))
    events = [line for line in script.splitlines() if line.startswith("Dialogue:")]
    assert len(events) == 4, "a halo and a line for each line"
    assert all("\\N" not in event for event in events)
    assert "YCbCr Matrix: None" in script and "PlayResX: 320" in script and "WrapStyle: 2" in script


def test_the_colour_is_the_one_asked_for(tmp_path: Path) -> None:
    layout = _lay_out("Үнсіз", size=BIG, zone=BIG_ZONE)
    event = AssEvent(FrameRange(0, 1), layout, colour="#FFD54A")
    assert "\\1c&H4AD5FF&" in write_ass([event], BIG, Fraction(25))
    assert text_is_drawn(burn(tmp_path, [event], BIG)[0], layout, "#FFD54A")


@pytest.mark.parametrize("style", ["outline", "shadow", "lines", "box"])
@pytest.mark.parametrize("ground", ["white", "black"])
def test_nothing_is_drawn_outside_the_layouts_box(tmp_path: Path, style: str, ground: str) -> None:
    layout = _lay_out("ҢӘЙҚ Ёғұқ,\nүйінен қашуға", size=BIG, zone=BIG_ZONE, style=style)
    picture = burn(tmp_path, [AssEvent(FrameRange(0, 1), layout)], BIG, ground=ground)[0]
    plain = 235 if ground == "white" else 16
    changed = np.abs(picture.astype(int) - plain) > 60
    changed[layout.box.y : layout.box.bottom, layout.box.x : layout.box.right] = False
    assert not changed.any()


def test_the_same_events_give_the_same_script() -> None:
    events = [AssEvent(FrameRange(3, 9), _lay_out("Бір", style="box"))]
    assert write_ass(events, SIZE, Fraction(25)) == write_ass(list(events), SIZE, Fraction(25))


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(AssetkitError, match="Onest Bold has no ☃"):
        write_ass([AssEvent(FrameRange(0, 1), _lay_out("қар ☃"))], SIZE, Fraction(25))


def test_a_layout_for_another_size_is_refused() -> None:
    with pytest.raises(AssetkitError, match="320x180"):
        write_ass([AssEvent(FrameRange(0, 1), _lay_out("ә"))], BIG, Fraction(25))
