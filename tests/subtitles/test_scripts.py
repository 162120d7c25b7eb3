"""Arabic, Persian and Hindi lines are burnt in joined and ordered rightly: proved from pixels."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout, lay_out, lay_out_super
from assetkit.subtitles.proof import text_is_drawn
from assetkit.text.faces import face_for
from assetkit.text.shaping import shape
from assetkit.timecode import FrameRange
from support.burning import burn

SHAPES = {"9:16": Size(540, 960), "16:9": Size(640, 360)}
ARABIC = "هو من أجلها: HeForShe\nبدأت في 2014 (الأمم)!"
PERSIAN = "می‌خواهم آزاد زندگی کنم.\n۱۲٫۵٪ برای همه"
HINDI = "सत्य के लिए: HeForShe\nक्षत्रिय, ज़मीन, हिन्दी।"
LINES = {"ar": ARABIC, "fa": PERSIAN, "hi": HINDI}


def lay(text: str, language: str, size: Size, style: str = "outline") -> CaptionLayout:
    zone = Box(size.width // 20, size.height // 3, size.width * 9 // 10, size.height // 2)
    font = face_for(text, language, "Onest-Bold")
    laid = lay_out(text, language, font, size=size, zone=zone, style=PRESETS[style])
    assert isinstance(laid, CaptionLayout)
    return laid


def with_text(layout: CaptionLayout, *texts: str) -> CaptionLayout:
    lines = zip(layout.lines, texts, strict=True)
    return replace(layout, lines=tuple(replace(line, text=text) for line, text in lines))


@pytest.mark.slow
@pytest.mark.parametrize("style", ["outline", "box"])
@pytest.mark.parametrize("aspect", SHAPES)
@pytest.mark.parametrize("language", LINES)
def test_what_is_burnt_in_is_what_was_written(tmp_path: Path, language: str, aspect: str, style: str) -> None:
    layout = lay(LINES[language], language, SHAPES[aspect], style)
    assert [line.text for line in layout.lines] == LINES[language].split("\n")
    assert layout.from_right == (language != "hi")
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), layout)], layout.size, ground="grid")[0]
    assert text_is_drawn(luma, layout)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        (
            "من أجلها 12!",
            "ar",
            ("من أجلها 12!"[::-1], "\u200c".join("من أجلها 12!"), "أجلها من 12!", "!من أجلها 12"),
        ),
        ("بنت كتب", "ar", ("ينت كتب", "بنت كثب")),
        (
            "हिन्दी क्षि",
            "hi",
            ("हिन्दी क्षि"[::-1], "हिन्\u200cदी क्\u200cषि", "क्षि हिन्दी", "हीन्दी क्षि"),
        ),
    ],
    ids=["arabic", "dots", "hindi"],
)
def test_wrong_order_and_unjoined_forms_are_no_proof(
    tmp_path: Path, text: str, language: str, wrong: tuple[str, ...]
) -> None:
    layout = lay(text, language, Size(640, 640))
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), layout)], layout.size, ground="grid")[0]
    assert text_is_drawn(luma, layout)
    assert [other for other in wrong if text_is_drawn(luma, with_text(layout, other))] == []
    # The same the other way round: the renderer draws it wrongly.
    for other in wrong[:2]:
        drawn = AssEvent(FrameRange(0, 1), with_text(layout, other))
        assert not text_is_drawn(burn(tmp_path, [drawn], layout.size)[0], layout)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "wrong", "language"),
    [
        ("رحلة دار", "زحلة دار", "ar"),
        ("رحلة دار", "رخلة دار", "ar"),
        ("سلام", "شلام", "ar"),
        ("اكتب عنها", "أكتب عنها", "ar"),
        ("كتب", "كُتب", "ar"),
        ("जमीन", "ज़मीन", "hi"),
        ("पका हुआ", "पंका हुआ", "hi"),
    ],
)
def test_a_dot_or_mark_too_many_is_no_proof(tmp_path: Path, right: str, wrong: str, language: str) -> None:
    wanted = lay(right, language, Size(720, 720))
    drawn = with_text(wanted, wrong)
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), drawn)], wanted.size, ground="grid")[0]
    assert not text_is_drawn(luma, wanted)
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), wanted)], wanted.size, ground="grid")[0]
    assert text_is_drawn(luma, wanted)


def test_the_direction_of_the_line_is_seen(tmp_path: Path) -> None:
    layout = lay("HeForShe هي 12.", "ar", SHAPES["9:16"])
    from_left = replace(layout, from_right=False)
    for drawn, other in ((layout, from_left), (from_left, layout)):
        luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), drawn)], layout.size)[0]
        assert text_is_drawn(luma, drawn) and not text_is_drawn(luma, other)


@pytest.mark.slow
def test_the_word_that_is_said_is_lit_in_a_line_from_the_right(tmp_path: Path) -> None:
    laid = lay("هو من أجلها: HeForShe!", "ar", SHAPES["9:16"], "box")
    layout = replace(laid, style=replace(laid.style, highlight="#3A5BFF"))
    lit, other = 6, 13
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), layout, words=((0, lit),))], layout.size)[0]
    assert text_is_drawn(luma, layout, word=lit)
    assert not text_is_drawn(luma, layout, word=other)


@pytest.mark.slow
def test_a_super_is_set_from_the_right_too(tmp_path: Path) -> None:
    size = SHAPES["16:9"]
    font = face_for("لا للعنف!", "ar", "Montserrat-ExtraBold")
    laid = lay_out_super("لا للعنف!", "ar", font, size=size, zone=Box(20, 20, 600, 300))
    assert isinstance(laid, CaptionLayout) and laid.from_right
    luma = burn(tmp_path, [AssEvent(FrameRange(0, 1), laid)], size)[0]
    assert text_is_drawn(luma, laid) and not text_is_drawn(luma, replace(laid, from_right=False))


def test_lines_stand_clear_of_each_other_and_inside_the_box() -> None:
    """Tall marks under a deep letter: neither touches the other line, nor leaves the ground of the text."""
    for text, language in (("اللَّه ي ے ج\nأ سَلَام ي ے ج", "ar"), ("द्वृ ट्टू\nर्कीं हिन्दी", "hi")):
        layout = lay(text, language, SHAPES["9:16"], "box")
        inks = [shape(line.text, layout.font, layout.em).ink for line in layout.lines]
        upper, lower = layout.lines
        assert upper.baseline + inks[0].bottom <= lower.baseline + inks[1].top + 1
        assert layout.box.y <= upper.baseline + inks[0].top
        assert lower.baseline + inks[1].bottom <= layout.box.bottom


def test_scripts_of_the_campaign_are_written_as_ever() -> None:
    layout = lay("Әйелдер\nқұқығы", "kk", SHAPES["9:16"])
    script = write_ass([AssEvent(FrameRange(0, 1), layout)], layout.size, Fraction(25))
    assert "\u202b" not in script and not layout.from_right
