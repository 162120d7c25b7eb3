"""Nothing that stands in a subtitle file reaches the renderer as anything but letters."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.drawing import escape_text
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.proof import text_is_drawn
from assetkit.subtitles.runs import plain
from assetkit.subtitles.styles import style_named
from assetkit.text.fonts import missing_glyphs
from assetkit.text.shaping import measure
from assetkit.timecode import FrameRange
from support.burning import burn

SIZE, EM, FONT = Size(640, 360), 32, "Onest-Bold"
EXAMPLES = 100 if os.environ.get("ASSETKIT_EXAMPLES") == "soak" else 8
# What means something to the renderer, its script, a filter graph, a shell or a template.
PIECES = [
    *(
        "{\\pos(0,0)}",
        "{\\p4}m 0 0 l 640 0 640 360",
        "{\\fs200}",
        "{\\an8}",
        "{\\fnOswald Bold}",
        "{\\t(\\fscx900)}",
    ),
    *("\\N", "\\n", "\\h", "\\", "{", "}", "\\{", "}{", "{}", "{*", "\\\\"),
    *("\n", "\r", "\r\n", "\t", "\0", "\x0b", "\x1b[31m"),
    *("Dialogue: 9,0:00:00.00,9:00:00.00,x,,0,0,0,,X", "[Events]", "Style: x,Arial"),
    *(":'[];,%", "${HOME}", "$(id)", "%{pts}", "|", "`", "'", '"', "&amp;", "<i>", "<font size=99>", "&H00&"),
    *("ass=f=/etc/passwd", "/etc/passwd", "file:///x", "../.."),
    *("сөз", "word", "ң", " ", "  ", "é", "—", "«", "0", "a" * 30),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8", max_codepoint=0x4FF), max_size=6).map(
    "".join
)


def lay_flat(text: str, style: CaptionStyle) -> CaptionLayout:
    """Set a text on one line at the left, whatever its length, so that the words are the fuzzer's own."""
    look, width = style_named(style.backing), measure(plain(text), FONT, EM)
    above, below, side = look.top(EM, FONT), look.bottom(EM, FONT), int(look.side * EM) + 1
    box = Box(20, 200 - above, int(width) + 1 + 2 * side, above + below)
    return CaptionLayout((PlacedLine(text, 20 + side, 200, width),), FONT, EM, style, SIZE, box)


def is_drawable(text: str) -> bool:
    """Whether a text has ink and fits; a mark without its letter may stand higher than any letter does."""
    shown = plain(text)
    if any(unicodedata.category(letter) == "Mn" for letter in shown):
        return False
    return bool(shown.strip()) and not missing_glyphs(shown, FONT) and measure(shown, FONT, EM) < 560


@pytest.mark.slow
@given(TEXTS.filter(is_drawable), st.sampled_from([*PRESETS.values()]))
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_text_is_drawn_as_its_own_letters_and_nothing_else(text: str, style: CaptionStyle) -> None:
    layout = lay_flat(text, style)
    with tempfile.TemporaryDirectory() as folder:
        event = AssEvent(FrameRange(0, 1), layout, words=((0, 0),))
        picture = burn(Path(folder), [event], SIZE, ground="grey", lossless=True)[0]
    assert text_is_drawn(picture, layout, word=0)
    ground = int(np.median(picture[:100]))
    changed = np.abs(picture.astype(int) - ground) > 40
    # A cedilla or a double mark of a foreign alphabet may stand a little out of the box.
    box, most = layout.box, EM // 4
    changed[max(0, box.y - most) : box.bottom + most, box.x - most : box.right + most] = False
    assert not changed.any()


@given(st.text() | TEXTS)
@settings(max_examples=20 * EXAMPLES, deadline=None)
def test_no_text_ends_its_line_of_the_script_or_opens_a_code(text: str) -> None:
    escaped = escape_text(text)
    assert len(escaped.splitlines()) <= 1 or set(escaped) & {"\u2028", "\u2029"}
    assert not {letter for letter in escaped if ord(letter) < 32 or 127 <= ord(letter) < 160}
    bare = escaped.replace("\\{", "").replace("\\}", "").replace("\\\u2060", "")
    assert not {"{", "}", "\\"} & set(bare)


def test_a_script_has_one_line_for_what_is_drawn_whatever_is_said() -> None:
    for piece in PIECES:
        layout = lay_flat(f"а{piece}б", PRESETS["box"])
        if missing_glyphs(plain(piece), FONT):
            continue
        script = write_ass([AssEvent(FrameRange(0, 1), layout)], SIZE, Fraction(25))
        head, _, events = script.partition("[Events]\n")
        assert head.count("[") == 2 and "Arial" not in head
        assert [line.partition(":")[0] for line in events.split("\n")] == [
            "Format",
            "Dialogue",
            "Dialogue",
            "",
        ]
        assert "\r" not in script and "\0" not in script
