"""What looks measure, which colour a speaker has, and the grounds behind text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.captions import PRESETS
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.subtitles.cues import Emphasis
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.runs import runs_of, word_stop
from assetkit.subtitles.shapes import draw_rows, line_boxes
from assetkit.subtitles.styles import STYLES, colour_speakers, heavier_face, style_named
from assetkit.text.shaping import measure

SIZE = Size(1080, 1080)


def layout_of(texts: list[str], *, em: int = 50, style: str = "lines") -> CaptionLayout:
    look, at, lines = style_named(style), 0, []
    for number, text in enumerate(texts):
        width = measure(text, "Onest-Bold", em)
        lines.append(PlacedLine(text, round(540 - width / 2), 400 + number * em * 5 // 4, width, at))
        at += len(text) + 1
    left = min(int(line.x - look.side * em) for line in lines)
    right = max(int(line.x + line.width + look.side * em) + 1 for line in lines)
    top = lines[0].baseline - look.top(em, "Onest-Bold")
    bottom = lines[-1].baseline + look.bottom(em, "Onest-Bold")
    box = Box(left, top, right - left, bottom - top)
    return CaptionLayout(tuple(lines), "Onest-Bold", em, PRESETS[style], SIZE, box)


def test_every_backing_of_a_preset_has_measures() -> None:
    assert {style.backing for style in PRESETS.values()} == set(STYLES)
    with pytest.raises(AssetkitError, match="no caption style"):
        style_named("neon")


def test_speakers_have_colours_by_their_first_appearance() -> None:
    said = ["", "Айгүл", "Әке", "Айгүл", "", "Ана", "Дәрігер", "Көрші"]
    colours = colour_speakers(said, "#FFFFFF")
    assert list(colours.items()) == [
        ("Айгүл", "#FFFFFF"),
        ("Әке", "#FFFF00"),
        ("Ана", "#00FFFF"),
        ("Дәрігер", "#00FF00"),
        ("Көрші", "#FFFF00"),
    ]
    assert colour_speakers(["a", "b"], "#ffff00")["b"] == "#FFFFFF", "no two neighbours alike"


def test_bold_is_the_heavier_face_where_there_is_one() -> None:
    assert heavier_face("Onest-Regular") == "Onest-Bold"
    assert heavier_face("Onest-Bold") == "Onest-Bold"


WORDS = st.text("аәмжүі ", min_size=1, max_size=24).map(lambda text: text.strip() or "а")


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(14, 60))
@settings(max_examples=60, deadline=None)
def test_rows_touch_hold_their_lines_and_step_clearly(texts: list[str], em: int) -> None:
    layout = layout_of(texts, em=em)
    rows = line_boxes(layout)
    assert rows[0].y == layout.box.y and rows[-1].bottom == layout.box.bottom
    assert all(above.bottom == below.y for above, below in pairwise(rows))
    least = 2 * round(style_named("lines").radius * em)
    for above, below in pairwise(rows):
        for one, two in ((above.x, below.x), (above.right, below.right)):
            assert one == two or abs(one - two) >= least
    for row, line in zip(rows, layout.lines, strict=True):
        assert layout.box.x <= row.x <= line.x - 0.4 * em
        assert line.x + line.width + 0.4 * em <= row.right <= layout.box.right
        assert row.y < line.baseline < row.bottom


def test_the_rows_are_one_closed_outline() -> None:
    drawn = draw_rows(layout_of(["Әр күні", "ондаған әйел көмек сұрайды", "үнсіз"]))
    assert drawn.count("m ") == 1, "a second path would be filled twice where the two overlap"
    assert re.fullmatch(r"[mlb0-9 -]+", drawn)
    assert drawn.count("b ") == 12, "four corners at each of three rows"


def test_runs_stand_side_by_side() -> None:
    layout = layout_of(["Бір екі үш"], style="outline")
    layout = replace(layout, emphasis=(Emphasis(4, 7, italic=True),))
    runs = runs_of(layout.lines[0], layout)
    assert [(run.text, run.start, run.is_slanted) for run in runs] == [
        ("Бір", 0, False),
        ("екі", 4, True),
        ("үш", 8, False),
    ]
    line = layout.lines[0]
    assert runs[1].x == pytest.approx(line.x + measure("Бір ", "Onest-Bold", 50), abs=0.01)


def test_emphasis_spans_lines_by_the_places_in_the_text() -> None:
    layout = layout_of(["Бір екі", "үш төрт"])
    layout = replace(layout, emphasis=(Emphasis(4, 10, italic=True),))
    slanted = [run.text for line in layout.lines for run in runs_of(line, layout) if run.is_slanted]
    assert slanted == ["екі", "үш"]


def test_bold_words_of_a_light_font_have_the_heavier_face() -> None:
    layout = replace(layout_of(["Бір екі"]), font="Onest-Regular", emphasis=(Emphasis(4, 7, bold=True),))
    assert [run.font for run in runs_of(layout.lines[0], layout)] == ["Onest-Regular", "Onest-Bold"]


def test_a_line_from_the_right_is_one_run() -> None:
    line = PlacedLine("مرحبا بكم", 100, 100, 200.0)
    layout = replace(layout_of(["a"]), lines=(line,), emphasis=(Emphasis(0, 5, italic=True),))
    assert [(run.text, run.is_slanted) for run in runs_of(line, layout)] == [("مرحبا بكم", False)]


def test_spaces_at_the_ends_move_the_letters_and_are_not_drawn() -> None:
    line = PlacedLine("  а ", 100, 100, 60.0, 5)
    (run,) = runs_of(line, replace(layout_of(["а"]), lines=(line,)))
    assert (run.text, run.start) == ("а", 7)
    assert run.x == pytest.approx(100 + measure("  ", "Onest-Bold", 50), abs=0.01)


def test_a_word_ends_at_the_next_space_or_with_its_line() -> None:
    layout = layout_of(["Бір екі,", "үш"])
    assert [word_stop(layout, start) for start in (0, 4, 9, 50)] == [3, 8, 11, 50]
