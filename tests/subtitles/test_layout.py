"""Captions and supers stand inside their zone, on one baseline, or say by how much they do not fit."""

from __future__ import annotations

import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.geometry import Box, Size
from assetkit.subtitles.layout import CaptionLayout, LayoutFault, lay_out, lay_out_super

VERTICAL, ZONE = Size(1080, 1920), Box(90, 1150, 860, 300)
KK = "Қазақстанда әр күні ондаған әйел көмек сұрап, үйінен қашуға мәжбүр болады."
SHAPES = [
    (VERTICAL, ZONE),
    (Size(720, 1280), Box(60, 767, 573, 200)),
    (Size(1080, 1350), Box(54, 1000, 972, 300)),
    (Size(1080, 1080), Box(54, 760, 972, 280)),
    (Size(1920, 1080), Box(192, 760, 1536, 270)),
    (Size(1280, 720), Box(128, 500, 1024, 190)),
]


def _laid(text: str, size: Size = VERTICAL, zone: Box = ZONE, style: str = "outline") -> CaptionLayout:
    layout = lay_out(text, "kk", size=size, zone=zone, style=PRESETS[style])
    assert isinstance(layout, CaptionLayout), layout
    return layout


def _super(text: str, zone: Box, where: str = "top") -> CaptionLayout:
    layout = lay_out_super(text, "kk", size=VERTICAL, zone=zone, where=where)
    assert isinstance(layout, CaptionLayout), layout
    return layout


@pytest.mark.parametrize(("size", "zone"), SHAPES, ids=str)
@pytest.mark.parametrize("style", ["outline", "box"])
def test_all_that_is_drawn_lies_inside_the_zone(size: Size, zone: Box, style: str) -> None:
    for text in (KK, "Иә.", "Ұят емес пе?\nЖоқ."):
        layout = _laid(text, size, zone, style)
        assert zone.contains(layout.box)
        for line in layout.lines:
            assert layout.box.x < line.x and line.x + line.width < layout.box.right
            middle = line.x + line.width / 2
            assert middle == pytest.approx(zone.x + zone.width / 2, abs=1)


def test_text_does_not_jump() -> None:
    layouts = [_laid(text) for text in ("Иә.", KK, KK + " Көбі үнсіз.")]
    assert len({layout.lines[-1].baseline for layout in layouts}) == 1
    assert len({layout.em for layout in layouts}) > 1, "one of them is set smaller"


def test_sizes_follow_the_shape_and_scale_with_the_picture() -> None:
    assert [_laid("Иә.", size, zone).em for size, zone in SHAPES] == [54, 36, 54, 54, 54, 36]


def test_vertical_takes_three_lines_and_the_others_two() -> None:
    assert len(_laid(KK).lines) == 3
    assert len(_laid(KK, *SHAPES[4]).lines) == 2


def test_a_low_zone_takes_fewer_lines() -> None:
    low = Box(90, 1150, 860, 150)
    fault = lay_out(KK, "kk", size=VERTICAL, zone=low)
    assert isinstance(fault, LayoutFault) and fault.max_lines < 3
    flat = lay_out("Иә", "kk", size=VERTICAL, zone=Box(90, 1150, 860, 40))
    assert isinstance(flat, LayoutFault) and flat.what == "height" and flat.needed > flat.available == 40


def test_what_does_not_fit_says_by_how_much() -> None:
    fault = lay_out(KK * 3, "kk", size=VERTICAL, zone=ZONE)
    assert isinstance(fault, LayoutFault)
    assert (fault.what, fault.em, fault.available) == ("width", 43, 860)
    wide = Box(0, 1150, int(fault.needed) + 1, 300)
    assert isinstance(lay_out(KK * 3, "kk", size=VERTICAL, zone=wide), CaptionLayout)
    assert isinstance(
        lay_out(KK * 3, "kk", size=VERTICAL, zone=Box(0, 1150, int(fault.needed) - 2, 300)), LayoutFault
    )


def test_the_translators_line_breaks_are_kept_where_they_fit() -> None:
    def lines(text: str) -> list[str]:
        layout = lay_out(text, "ru", size=VERTICAL, zone=ZONE)
        assert isinstance(layout, CaptionLayout)
        return [line.text for line in layout.lines]

    assert lines("Она\nмолчала годами") == ["Она", "молчала годами"]
    assert lines("— Ты где?\n— Дома.") == ["— Ты где?", "— Дома."]
    long = "Она молчала много лет и никому ничего об этом\nни разу не говорила"
    assert lines(long) == ["Она молчала много лет", "и никому ничего об этом", "ни разу не говорила"]


@pytest.mark.parametrize("where", ["top", "middle"])
def test_supers(where: str) -> None:
    zone = Box(90, 260, 860, 700)
    layout = _super("Үнсіздік — ең қауіпті жауап", zone, where)
    assert zone.contains(layout.box) and layout.em == 90 and layout.font == "Montserrat-ExtraBold"
    if where == "top":
        assert layout.box.y == zone.y
    else:
        assert layout.box.y - zone.y == pytest.approx(zone.bottom - layout.box.bottom, abs=2)


def test_a_long_super_is_set_smaller_and_then_refused() -> None:
    zone = Box(90, 260, 860, 700)
    assert 59 <= _super(KK, zone).em < 90
    assert isinstance(lay_out_super(KK * 2, "kk", size=VERTICAL, zone=zone), LayoutFault)


def test_unknown_words_are_refused() -> None:
    with pytest.raises(ValueError, match="middle"):
        lay_out_super("a", "en", size=VERTICAL, zone=ZONE, where="left")
