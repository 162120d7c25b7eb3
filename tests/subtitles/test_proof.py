"""The proof says yes to the very text, and no to everything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import Emphasis
from assetkit.subtitles.layout import CaptionLayout, lay_out, lay_out_super
from assetkit.subtitles.proof import ink_mask, look_at_text, text_is_drawn
from assetkit.subtitles.surplus import SOMETHING
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
@pytest.mark.parametrize(
    "language",
    ["kk", *(pytest.param(language, marks=pytest.mark.slow) for language in ("ru", "en"))],
)
def test_drawn_text_is_proved_on_every_ground(tmp_path: Path, style: str, ground: str, language: str) -> None:
    size, zone = SHAPES["small"]
    layout = _laid(TEXTS[language], language, size, zone, style)
    assert text_is_drawn(_burn(tmp_path, [layout], size, ground), layout)
    assert not text_is_drawn(_burn(tmp_path, [], size, ground), layout)


@pytest.mark.slow
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


_MORE = [
    ("мои дела", "мой дела", "й for и"),
    ("Если все", "Ёсли все", "Ё for Е"),
    ("так все", "так всё", "ё for е"),
    ("Замок", "За́мок", "а́ for а"),
    ("resume", "résume", "é for e"),
    ("Так, да", "Так; да", "; for ,"),
    ("Так. Да", "Так: Да", ": for ."),
]


def _with_text(layout: CaptionLayout, text: str) -> CaptionLayout:
    (line,) = layout.lines
    return replace(layout, lines=(replace(line, text=text),))


@pytest.mark.slow
@pytest.mark.parametrize(("backing", "ground"), [("outline", "grid"), ("shadow", "white")])
@pytest.mark.parametrize(("right", "wrong", "said"), _MORE)
def test_a_mark_too_many_is_read(
    tmp_path: Path, right: str, wrong: str, said: str, backing: str, ground: str
) -> None:
    size, zone = Size(720, 720), Box(20, 300, 680, 120)
    drawn = _laid(wrong, "ru", size, zone, backing)
    wanted = _with_text(drawn, right)
    sight = look_at_text(_burn(tmp_path, [drawn], size, ground), wanted)
    assert sight.is_drawn and sight.surplus == said
    assert not look_at_text(_burn(tmp_path, [wanted], size, ground), drawn).is_drawn, "nor one too few"
    assert text_is_drawn(_burn(tmp_path, [wanted], size, ground), wanted)


@pytest.mark.parametrize(
    ("backing", "ground"), [("lines", "white"), pytest.param("box", "grid", marks=pytest.mark.slow)]
)
def test_whatever_else_stands_on_a_box_is_seen(tmp_path: Path, backing: str, ground: str) -> None:
    size, zone = SHAPES["small"]
    wanted = _laid("Әр күні\nМои дела и мысли", "kk", size, zone, backing)
    assert text_is_drawn(_burn(tmp_path, [wanted], size, ground), wanted)
    upper, lower = wanted.lines
    for text in ("Мой дела и мысли", "Мои дела и мы́сли"):
        other = replace(wanted, lines=(upper, replace(lower, text=text)))
        assert look_at_text(_burn(tmp_path, [other], size, ground), wanted).surplus == SOMETHING
    beside = replace(wanted, lines=(replace(upper, text="Әр күні!"), lower))
    assert look_at_text(_burn(tmp_path, [beside], size, ground), wanted).surplus == SOMETHING


def _own(style: CaptionStyle, *emphasis: Emphasis, em_of: str = "vertical") -> CaptionLayout:
    size, zone = SHAPES[em_of]
    layout = lay_out(TEXTS["kk"], "kk", size=size, zone=zone, style=style)
    assert isinstance(layout, CaptionLayout)
    return replace(layout, emphasis=emphasis)


@pytest.mark.parametrize("backing", ["outline", "shadow", "lines", "box"])
@pytest.mark.parametrize("ground", ["white", "grid"])
def test_slanted_words_and_the_word_that_is_said_are_proved(
    tmp_path: Path, backing: str, ground: str
) -> None:
    said = TEXTS["kk"].index("ондаған")
    slanted = Emphasis(said, said + len("ондаған әйел"), italic=True)
    layout = _own(CaptionStyle("own", backing, highlight="#FFD23F"), slanted)
    event = AssEvent(FrameRange(0, 1), layout, words=((0, said),))
    picture = burn(tmp_path, [event], layout.size, ground=ground)[0]
    assert text_is_drawn(picture, layout, word=said)
    upright = replace(layout, emphasis=())
    assert not text_is_drawn(picture, upright, word=said), "upright letters stand elsewhere"


def test_a_word_in_another_colour_than_the_highlight_is_not_taken_for_it(tmp_path: Path) -> None:
    layout = _own(CaptionStyle("own", "box", highlight="#D0103A"))
    lit, plain = (
        burn(tmp_path, [AssEvent(FrameRange(0, 1), layout, words=words)], layout.size)[0]
        for words in (((0, 0),), ())
    )
    assert text_is_drawn(lit, layout, word=0) and text_is_drawn(plain, layout)
    assert not text_is_drawn(plain, layout, word=0)
    assert not text_is_drawn(lit, layout)


@pytest.mark.slow
@pytest.mark.parametrize("style", ["shadow", "lines"])
def test_nothing_is_taken_for_a_shadowed_or_lined_text(tmp_path: Path, style: str) -> None:
    size, zone = Size(1280, 720), Box(100, 450, 1080, 250)
    wanted, other = (_laid(text, "kk", size, zone, style) for text in ("әр күні", "ар күні"))
    for ground in ("noise", "grid"):
        assert text_is_drawn(_burn(tmp_path, [wanted], size, ground), wanted)
        assert not text_is_drawn(_burn(tmp_path, [], size, ground), wanted)
        assert not text_is_drawn(_burn(tmp_path, [other], size, ground), wanted)


@pytest.mark.parametrize("short_edge", [360, 270])
def test_the_small_type_of_drafts_is_proved_on_white(tmp_path: Path, short_edge: int) -> None:
    size, zone = Size(short_edge, short_edge), Box(10, 100, short_edge - 20, 100)
    wanted, other = (_laid(text, "ru", size, zone, "shadow") for text in ("Не молчи", "Не кричи"))
    assert text_is_drawn(_burn(tmp_path, [wanted], size, "white"), wanted)
    assert not text_is_drawn(_burn(tmp_path, [other], size, "white"), wanted)
    assert not text_is_drawn(_burn(tmp_path, [], size, "white"), wanted)


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
