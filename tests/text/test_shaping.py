"""Shaping gives the same numbers everywhere and figures of one width where asked."""

from __future__ import annotations

import pytest

from assetkit.text.raster import glyph_coverage
from assetkit.text.shaping import measure, shape


def test_width_grows_with_the_em() -> None:
    assert measure("Әйел", "Onest-Bold", 100) == pytest.approx(2 * measure("Әйел", "Onest-Bold", 50))


def test_no_text_is_no_glyphs() -> None:
    assert measure("", "Onest-Bold", 100) == 0
    assert shape("", "Onest-Bold", 100).glyphs == ()


def test_tabular_figures_have_one_width() -> None:
    assert measure("111", "Montserrat-ExtraBold", 280) < measure("888", "Montserrat-ExtraBold", 280)
    widths = {measure(str(digit) * 3, "Montserrat-ExtraBold", 280, tabular=True) for digit in range(10)}
    assert len(widths) == 1


def test_kerning_is_applied() -> None:
    apart = measure("A", "Montserrat-Bold", 100) + measure("V", "Montserrat-Bold", 100)
    assert measure("AV", "Montserrat-Bold", 100) < apart - 2


def test_glyphs_follow_each_other_and_ink_is_measured() -> None:
    line = shape("Ңа", "Onest-Bold", 100)
    assert [glyph.x for glyph in line.glyphs] == pytest.approx([0, line.glyphs[0].advance])
    assert line.width == pytest.approx(sum(glyph.advance for glyph in line.glyphs))
    assert line.ink.top < -60 and line.ink.bottom > 10, "the descender of Ң lies below the baseline"


def test_composed_and_decomposed_are_one() -> None:
    assert shape("й", "Onest-Bold", 50) == shape("и\u0306", "Onest-Bold", 50)


def test_coverage_fills_what_the_outline_encloses() -> None:
    ring, left, top = glyph_coverage("Onest-Bold", shape("О", "Onest-Bold", 100).glyphs[0].id, 100.0, (0, 0))
    height, width = ring.shape
    assert ring[height // 2, width // 2] == 0 and ring[height // 2].max() == 1
    assert 1 <= left <= 7 and -75 <= top <= -69


ARABIC, HINDI = "NotoSansArabic-Bold", "NotoSansDevanagari-Bold"


def _clusters(text: str, font: str, from_right: bool = False) -> list[int]:
    return [glyph.cluster for glyph in shape(text, font, 50, from_right=from_right).glyphs]


def test_arabic_is_joined_and_stands_from_right_to_left() -> None:
    line = shape("سلام", ARABIC, 50, from_right=True)
    assert _clusters("سلام", ARABIC, True) == [3, 2, 1, 0]
    alone = {shape(letter, ARABIC, 50).glyphs[0].id for letter in "سلام"}
    assert {glyph.id for glyph in line.glyphs}.isdisjoint(alone - {line.glyphs[0].id})
    assert [glyph.x for glyph in line.glyphs] == sorted(glyph.x for glyph in line.glyphs)


def test_the_line_decides_where_words_and_signs_of_others_go() -> None:
    text = "HeForShe هي 2026."
    assert _clusters(text, ARABIC, True)[:1] == [16], "the full stop stands at the left end"
    assert _clusters(text, ARABIC, False)[-1] == 16
    word = [glyph.x for glyph in shape(text, ARABIC, 50, from_right=True).glyphs if glyph.cluster < 8]
    assert word == sorted(word) and word[-1] > 0.9 * shape(text, ARABIC, 50).width, (
        "read from the left, at the right"
    )
    digits = [place for place in _clusters(text, ARABIC, True) if 12 <= place < 16]
    assert digits == [12, 13, 14, 15]


def test_brackets_open_towards_the_text_from_the_right() -> None:
    opening, closing = (shape(sign, ARABIC, 50).glyphs[0].id for sign in "()")
    line = shape("(نعم)", ARABIC, 50, from_right=True)
    assert (line.glyphs[0].id, line.glyphs[-1].id) == (opening, closing)
    assert (line.glyphs[0].cluster, line.glyphs[-1].cluster) == (4, 0)


def test_a_joiner_that_is_not_to_join_parts_letters() -> None:
    joined, parted = (shape(text, ARABIC, 50, from_right=True) for text in ("میخ", "می\u200cخ"))
    assert {glyph.id for glyph in joined.glyphs} != {glyph.id for glyph in parted.glyphs}


def test_hindi_conjuncts_and_vowel_signs_that_stand_first() -> None:
    line = shape("क्षि", HINDI, 50)
    assert [glyph.cluster for glyph in line.glyphs] == [0, 0]
    sign = {glyph.id for glyph in shape("कि", HINDI, 50).glyphs[:1]}
    assert line.glyphs[0].id not in {glyph.id for glyph in shape("क्ष", HINDI, 50).glyphs} and sign


def test_a_script_is_shaped_as_itself_whatever_stands_before_it() -> None:
    alone = [glyph.id for glyph in shape("क्षि", HINDI, 50).glyphs]
    after = [glyph.id for glyph in shape("HeForShe क्षि", HINDI, 50).glyphs]
    assert after[-len(alone) :] == alone


@pytest.mark.parametrize("text", ["HeForShe هي 2026 (نعم)!", "सत्य के लिए 12%", "می‌خواهم ۱۲٫۵٪", "  "])
def test_the_width_is_the_same_from_either_side(text: str) -> None:
    font = HINDI if "स" in text else ARABIC
    assert shape(text, font, 50, from_right=True).width == pytest.approx(measure(text, font, 50))


def test_cyrillic_and_latin_are_one_run_as_ever() -> None:
    text = "Әйел — «HeForShe», 12\u00a0500\u00a0₸"
    assert _clusters(text, "Onest-Bold") == list(range(len(text)))
    turned = shape(text, "Onest-Bold", 50, from_right=True)
    assert turned.width == pytest.approx(shape(text, "Onest-Bold", 50).width, abs=2)
