"""Subtitle files are read whole, or refused with file, line and reason."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.errors import MediaError
from assetkit.subtitles.cues import Cue
from assetkit.subtitles.read import read_cues

SRT = """1
00:00:01,000 --> 00:00:02,500
Әр күн — ғажап.
Құрмет

2
00:00:03,000 --> 00:00:04,000
Үңіл, өмір һәм іс.
"""
EXPECTED = (
    Cue(Fraction(1), Fraction(5, 2), ("Әр күн — ғажап.", "Құрмет")),
    Cue(Fraction(3), Fraction(4), ("Үңіл, өмір һәм іс.",)),
)
VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE a remark

intro
00:01.000 --> 00:02.500 line:90% align:center
<v Айгүл>Әр <b>күн</b> &amp; <00:01.500>түн

00:00:03.000 --> 00:00:04.000
- Иә?&nbsp;Жоқ
"""
ASS = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,remark
Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\pos(1,1)\\b1}Әр күн\\NҚұрмет
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
"""


@pytest.mark.parametrize(
    "data",
    [
        SRT.encode(),
        b"\xef\xbb\xbf" + SRT.encode(),
        SRT.encode("utf-16"),
        b"\xfe\xff" + SRT.encode("utf-16-be"),
        SRT.replace("\n", "\r\n").encode(),
        SRT.encode("kz1048"),
        SRT.rstrip("\n").encode(),
        SRT.replace("\n\n", "\n").encode(),
        SRT.replace("1\n0", "\n\n0", 1).encode(),
        SRT.replace(",", ".", 2).encode(),
        SRT.replace("Әр", "{\\an8}<i>Әр</i><font color='red'>").encode(),
    ],
)
def test_srt_in_every_dress(data: bytes) -> None:
    assert read_cues(data, "a.srt") == EXPECTED


def test_windows_1251_russian() -> None:
    text = (
        SRT.replace("Әр күн — ғажап.", "Каждый день")
        .replace("Құрмет", "Ещё")
        .replace("Үңіл, өмір һәм іс.", "Да")
    )
    assert read_cues(text.encode("cp1251"), "a.srt")[0].lines == ("Каждый день", "Ещё")


@pytest.mark.parametrize(
    "data", ["1\n00:00:01,000 --> 00:00:02,000\nÇa dépend été\n".encode("latin-1"), SRT.encode("ptcp154")]
)
def test_an_unproved_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(MediaError, match="UTF-8"):
        read_cues(data, "a.srt")


def test_webvtt() -> None:
    cues = read_cues(VTT.encode(), "a.vtt")
    assert cues == (
        Cue(Fraction(1), Fraction(5, 2), ("Әр күн & түн",)),
        Cue(Fraction(3), Fraction(4), ("- Иә?\u00a0Жоқ",)),
    )
    assert read_cues(b"WEBVTT\n", "a.vtt") == ()


def test_ass_without_remarks_and_drawings() -> None:
    assert read_cues(ASS.encode(), "a.ass") == (Cue(Fraction(1), Fraction(5, 2), ("Әр күн", "Құрмет")),)


@pytest.mark.parametrize("text", ["{y:i}", "a < b", "I <3 you", "C:\\new", "{", "}", "5 > 3 <x>"])
def test_what_is_no_markup_stays_text(text: str) -> None:
    cues = read_cues(f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode(), "a.srt")
    assert cues[0].lines == (text,)


def test_blank_lines_inside_a_cue_lose_nothing() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nbefore\n\nafter\n\n2\n00:00:03,000 --> 00:00:04,000\nnext\n"
    assert [cue.lines for cue in read_cues(text.encode(), "a.srt")] == [("before", "after"), ("next",)]


def test_order_and_zero_length_are_left_as_read_and_empty_cues_left_out() -> None:
    text = (
        "1\n00:00:05,000 --> 00:00:05,000\nlate\n\n2\n00:00:01,000 --> 00:00:02,000\nearly\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\n<i></i>\n"
    )
    cues = read_cues(text.encode(), "a.srt")
    assert cues == (Cue(Fraction(5), Fraction(5), ("late",)), Cue(Fraction(1), Fraction(2), ("early",)))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.srt", "", "empty"),
        ("a.srt", "just words\n", "a.srt:1: there is no cue|before the first"),
        ("a.srt", "1\n00:00:01,000 --> 00:00\nx\n", "a.srt:2: expected times"),
        ("a.srt", "1\n00:00:02,000 --> 00:00:01,000\nx\n", "a.srt:2: the cue ends before it begins"),
        ("a.srt", SRT + "\n3\n00:00:05,000 -> 00:00:06,000\nx\n", "expected times"),
        ("a.srt", SRT + "\n3\nlost\n", "a.srt:10: expected times"),
        ("a.srt", SRT + "\n3\n", "a.srt:10: expected times"),
        ("a.srt", "title\n\n" + SRT, "a.srt:1: this stands before"),
        ("a.vtt", SRT, "must begin with WEBVTT"),
        ("a.ass", "[Script Info]\n\n[Events]\nDialogue: broken\n", "cannot be read as ASS"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n\x00\x00\n", "null"),
    ],
)
def test_malformed_files_are_refused_with_place_and_reason(name: str, text: str, message: str) -> None:
    with pytest.raises(MediaError, match=message) as fault:
        read_cues(text.encode(), name)
    assert fault.value.facts["file"] == name
