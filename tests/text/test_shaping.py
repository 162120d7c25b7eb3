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
