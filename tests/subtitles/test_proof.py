"""The proof says yes to the very text, and no to everything else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.layout import CaptionLayout, lay_out, lay_out_super
from assetkit.subtitles.proof import ink_mask, text_is_drawn
from assetkit.timecode import FrameRange
from support.burning import GROUNDS, burn

SHAPES = {
    "vertical": (Size(1080, 1920), Box(90, 1150, 860, 300)),
    "small": (Size(640, 360), Box(40, 200, 560, 150)),
}
TEXTS = {
    "kk": "Қазақстанда әр күні ондаған әйел көмек сұрайды.",
    "ru": "Каждый год около 15 000 женщин просят о помощи.",
    "en": "Every year thousands ask: “why me?” HeForShe.",
}


def _laid(text: str, language: str, size: Size, zone: Box, style: str = "outline") -> CaptionLayout:
    layout = lay_out(text, language, size=size, zone=zone, style=PRESETS[style])
    assert isinstance(layout, CaptionLayout)
    return layout


def _burn(tmp_path: Path, layouts: list[CaptionLayout], size: Size, ground: str) -> npt.NDArray[np.uint8]:
    events = [AssEvent(FrameRange(0, 1), layout) for layout in layouts]
    picture: npt.NDArray[np.uint8] = burn(tmp_path, events, size, ground=ground)[0]
    return picture


@pytest.mark.parametrize("style", ["outline", "box"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("language", TEXTS)
def test_drawn_text_is_proved_on_every_ground(tmp_path: Path, style: str, ground: str, language: str) -> None:
    size, zone = SHAPES["small"]
    layout = _laid(TEXTS[language], language, size, zone, style)
    assert text_is_drawn(_burn(tmp_path, [layout], size, ground), layout)
    assert not text_is_drawn(_burn(tmp_path, [], size, ground), layout)


@pytest.mark.parametrize(("style", "language"), [("outline", "kk"), ("box", "ru"), ("outline", "en")])
def test_drawn_text_is_proved_at_full_size(tmp_path: Path, style: str, language: str) -> None:
    size, zone = SHAPES["vertical"]
    layout = _laid(TEXTS[language], language, size, zone, style)
    headline = lay_out_super(
        "Үнсіздік — ең қауіпті жауап", "kk", size=size, zone=Box(90, 260, 860, 700), style=PRESETS[style]
    )
    assert isinstance(headline, CaptionLayout)
    picture = _burn(tmp_path, [layout, headline], size, "grid")
    assert text_is_drawn(picture, layout) and text_is_drawn(picture, headline)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("көмек сұрайды", "көмек сүрайды"),
        ("әр күні", "ар күні"),
        ("қашуға", "кашуға"),
        ("іц ше ег", "ің ще еғ"),
        ("15 000", "16 000"),
        ("Не молчи.", "Не кричи."),
        ("Біз бірге", "Жоқ"),
    ],
)
def test_another_text_is_not_taken_for_it(tmp_path: Path, right: str, wrong: str) -> None:
    size, zone = Size(1280, 720), Box(100, 450, 1080, 250)
    wanted, drawn = (_laid(text, "kk", size, zone) for text in (right, wrong))
    assert not text_is_drawn(_burn(tmp_path, [drawn], size, "grid"), wanted)


def test_the_masks_lie_inside_the_box_and_apart() -> None:
    size, zone = SHAPES["vertical"]
    for style in ("outline", "box"):
        layout = _laid("Әйел", "kk", size, zone, style)
        fill, ring = ink_mask(layout)
        assert fill.shape == ring.shape == (1920, 1080)
        assert fill.sum() > 500 and ring.sum() > 200 and not (fill & ring).any()
        rows, columns = np.nonzero(fill | ring)
        box = layout.box
        assert box.y <= rows.min() and rows.max() < box.bottom
        assert box.x <= columns.min() and columns.max() < box.right


def test_a_picture_of_another_size_proves_nothing() -> None:
    size, zone = SHAPES["small"]
    layout = _laid("Әйел", "kk", size, zone)
    assert not text_is_drawn(np.zeros((10, 10), np.uint8), layout)
