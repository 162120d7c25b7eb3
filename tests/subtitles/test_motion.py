"""Motion and highlight are told by frames: what a frame shows does not depend on how a text was cut."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.captions import CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent, Look, write_ass
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.subtitles.motion import AT_REST, Pose, split_parts
from assetkit.subtitles.proof import text_is_drawn
from assetkit.timecode import RATES, FrameRange
from support.burning import burn

SIZE, ZONE, RATE = Size(320, 180), Box(8, 60, 304, 110), Fraction(25)
MOTIONS = ("none", "fade", "pop")


def laid(style: CaptionStyle, text: str = "Бір екі үш") -> CaptionLayout:
    layout = lay_out(text, "kk", size=SIZE, zone=ZONE, style=style)
    assert isinstance(layout, CaptionLayout)
    return layout


def states(event: AssEvent, rate: Fraction = RATE) -> dict[int, object]:
    return {
        frame: (part.pose, part.word)
        for part in event.parts(rate)
        for frame in range(part.range.start, part.range.stop)
    }


@given(
    st.sampled_from(MOTIONS),
    st.sampled_from([Fraction(24000, 1001), Fraction(25), Fraction(60)]),
    st.integers(1, 80),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from([0, 4, 8])), max_size=4),
    st.integers(0, 80),
)
@settings(max_examples=80, deadline=None)
def test_a_text_cut_in_two_shows_what_the_whole_shows(
    motion: str, rate: Fraction, length: int, words: list[tuple[int, int]], cut: int
) -> None:
    layout = laid(CaptionStyle("own", highlight="#FFD23F", motion=motion))
    whole = FrameRange(10, 10 + length)
    event = AssEvent(whole, layout, whole=whole, words=tuple((10 + at, start) for at, start in words))
    wanted = states(event, rate)
    assert sorted(wanted) == list(range(10, 10 + length))
    found: dict[int, object] = {}
    for area in (FrameRange(0, 10 + cut), FrameRange(10 + cut, 200)):
        part = event.clipped(area)
        if part:
            found |= {area.start + frame: state for frame, state in states(part, rate).items()}
    assert found == wanted


def test_a_still_text_is_one_part_whatever_stands_around_it() -> None:
    event = AssEvent(FrameRange(0, 40), laid(CaptionStyle("own")))
    assert [part.range for part in event.parts(RATE)] == [FrameRange(0, 40)]
    area = FrameRange(12, 24)
    clipped = event.clipped(area)
    assert clipped == AssEvent(FrameRange(0, 12), event.layout)
    assert event.clipped(FrameRange(40, 50)) is None


def test_the_middle_of_a_moving_text_is_keyed_like_a_still_one() -> None:
    moving, still = laid(CaptionStyle("own", motion="fade")), laid(CaptionStyle("own"))
    inner = AssEvent(FrameRange(0, 50), moving, whole=FrameRange(0, 50)).clipped(FrameRange(12, 24))
    assert inner
    assert write_ass([inner], SIZE, RATE) == write_ass([AssEvent(FrameRange(0, 12), still)], SIZE, RATE)


def test_a_fade_rises_and_falls_in_three_frames_and_a_pop_grows_to_its_size() -> None:
    whole = FrameRange(0, 50)
    fade = split_parts(whole, whole, (), "fade", RATE)
    assert [part.pose.opacity for part in fade] == [0.25, 0.5, 0.75, 1.0, 0.75, 0.5, 0.25]
    assert fade[3].range == FrameRange(3, 47)
    pop = split_parts(whole, whole, (), "pop", RATE)
    scales = [part.pose.scale for part in pop]
    assert scales == sorted(scales) and scales[-1] == 1.0 and len(scales) == 5
    assert max(scales) <= 1, "never larger than its box"


def test_a_short_text_stands_still_for_half_of_its_time() -> None:
    for motion in MOTIONS:
        for length in range(1, 20):
            whole = FrameRange(0, length)
            parts = split_parts(whole, whole, (), motion, Fraction(60))
            resting = sum(len(part.range) for part in parts if part.pose == AT_REST)
            assert resting * 2 >= length


def test_the_proof_looks_where_a_text_stands_whole() -> None:
    layout = laid(CaptionStyle("own", motion="fade", highlight="#FFD23F"))
    whole = FrameRange(-40, 4)
    event = AssEvent(FrameRange(0, 4), layout, whole=whole, words=((-20, 4), (0, 8)))
    assert event.looks(RATE) == (Look(0, 8),)
    whole_time = AssEvent(FrameRange(0, 40), layout, whole=FrameRange(0, 40), words=((30, 8),))
    assert whole_time.looks(RATE) == (Look(20), Look(36, 8)), "and where it stands last"


def test_a_text_that_only_moves_is_looked_for_where_it_moves_least() -> None:
    fading = laid(CaptionStyle("own", motion="fade"))
    going = AssEvent(FrameRange(1, 4), fading, whole=FrameRange(-40, 4))
    assert going.looks(RATE) == (Look(1, None, Pose(opacity=0.75)),)
    growing = AssEvent(FrameRange(0, 2), laid(CaptionStyle("own", motion="pop")), whole=FrameRange(0, 50))
    (look,) = growing.looks(RATE)
    assert look.frame == 1 and look.pose.opacity == 1 and 0.9 < look.pose.scale < 1


@pytest.mark.slow
@pytest.mark.parametrize("backing", ["outline", "shadow", "lines", "box"])
@pytest.mark.parametrize(("motion", "ground"), [("fade", "noise"), ("pop", "grid")])
def test_a_text_that_moves_is_proved_and_no_other_is_taken_for_it(
    tmp_path: Path, motion: str, ground: str, backing: str
) -> None:
    size, zone = Size(640, 640), Box(20, 200, 600, 240)
    style = CaptionStyle("own", backing=backing, motion=motion)
    right, wrong = (
        lay_out(text, "ru", size=size, zone=zone, style=style)
        for text in ("Не молчи.\nПомоги ей.", "Не молчи.\nЗвони 112.")
    )
    assert isinstance(right, CaptionLayout) and isinstance(wrong, CaptionLayout)
    whole, area = FrameRange(0, 40), FrameRange(0, 4)
    events = [AssEvent(area, each, whole=whole) for each in (right, wrong)]
    pictures = [burn(tmp_path, [event], size, frames=4, ground=ground) for event in events]
    for part in events[0].parts(RATE):
        if part.pose.opacity < 0.5 and ground == "grid":
            continue  # a part of a text is lost in stripes from black to white
        frame = part.range.start
        proved = [text_is_drawn(frames[frame], right, pose=part.pose) for frames in pictures]
        assert proved == [True, False], part


@pytest.mark.slow
@pytest.mark.parametrize("name", ["23.976", "25", "60"])
@pytest.mark.parametrize(("motion", "backing"), [("fade", "lines"), ("pop", "outline")])
def test_pictures_do_not_depend_on_the_cut(tmp_path: Path, name: str, motion: str, backing: str) -> None:
    layout = laid(CaptionStyle("own", backing=backing, motion=motion, highlight="#FF5500"))
    whole = FrameRange(1, 31)
    event = AssEvent(whole, layout, whole=whole, words=((1, 0), (9, 4), (14, 8)))
    rate, frames = RATES[name], 32
    one = burn(tmp_path, [event], SIZE, rate=rate, frames=frames, lossless=True)
    for cut in (3, 13):
        halves = []
        for area in (FrameRange(0, cut), FrameRange(cut, frames)):
            part = event.clipped(area)
            assert part
            halves.append(burn(tmp_path, [part], SIZE, rate=rate, frames=len(area), lossless=True))
        assert np.array_equal(np.concatenate(halves), one)
    changes = [n for n in range(1, frames) if not np.array_equal(one[n], one[n - 1])]
    moving = {edge for part in event.parts(rate) for edge in (part.range.start, part.range.stop)}
    edges = {edge for edge in moving if 0 < edge < frames}
    assert set(changes) <= edges
    assert len(edges) - len(changes) <= 1, "the last step of a slow growth may be too small to be seen"
    for look in event.looks(rate):
        assert text_is_drawn(one[look.frame], layout, word=look.word, pose=look.pose)
