"""The texts of a span are looked for frame by frame; a mark too many must stay to count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from assetkit.campaign.captions import CaptionStyle
from assetkit.errors import ObjectError
from assetkit.geometry import Box, Size
from assetkit.render.texts import TextProof
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.timecode import FrameRange
from support.burning import burn

SIZE, RATE = Size(640, 640), Fraction(25)


def laid(text: str, style: CaptionStyle, at: int = 250) -> CaptionLayout:
    layout = lay_out(text, "ru", size=SIZE, zone=Box(20, at, 600, 120), style=style)
    assert isinstance(layout, CaptionLayout)
    return layout


def look(proof: TextProof, frames: np.ndarray) -> None:
    for number, frame in enumerate(frames):
        if proof.wants(number):
            proof.look(number, frame)


def test_a_mark_that_stays_is_an_error_and_one_that_goes_is_the_picture(tmp_path: Path) -> None:
    right = laid("мои дела", CaptionStyle("own"))
    wrong = replace(right, lines=(replace(right.lines[0], text="мой дела"),))
    area = FrameRange(0, 4)
    without, marked = (burn(tmp_path, [AssEvent(area, each)], SIZE, frames=4) for each in (right, wrong))
    proof = [TextProof([AssEvent(area, right)], RATE) for _ in range(4)]
    look(proof[0], without)
    look(proof[1], np.concatenate([marked[:3], without[3:]]))
    with pytest.raises(ObjectError, match="was drawn with more than it has: й for и"):
        look(proof[2], marked)
    with pytest.raises(ObjectError, match="was not drawn"):
        look(proof[3], np.zeros_like(marked))


def test_another_text_on_a_box_is_not_too_many_of_the_first(tmp_path: Path) -> None:
    wide = laid("Не молчи,\nпомоги ей, помоги ей", CaptionStyle("own", backing="box"))
    short = wide.lines[0]
    number = replace(short, text="112", x=wide.box.x + 20, width=60.0)
    around = Box(wide.box.x + 16, wide.box.y, 80, 60)
    beside = replace(wide, lines=(number,), style=CaptionStyle("own"), box=around)
    events = [AssEvent(FrameRange(0, 2), each) for each in (wide, beside)]
    frames = burn(tmp_path, events, SIZE, frames=2)
    look(TextProof(events, RATE), frames)
    with pytest.raises(ObjectError, match="something beside the letters"):
        look(TextProof(events[:1], RATE), frames)


def test_a_text_that_only_fades_is_looked_for(tmp_path: Path) -> None:
    event = AssEvent(
        FrameRange(0, 2), laid("мои дела", CaptionStyle("own", motion="fade")), whole=FrameRange(0, 50)
    )
    look(TextProof([event], RATE), burn(tmp_path, [event], SIZE, frames=2, ground="noise"))
    with pytest.raises(ObjectError, match="was not drawn"):
        look(TextProof([event], RATE), burn(tmp_path, [], SIZE, frames=2, ground="noise"))
