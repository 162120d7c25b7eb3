"""Subtitle files of every format are read whole, with looks, voices and times of words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.diagnostics import Severity
from assetkit.errors import MediaError
from assetkit.subtitles.cues import Cue, Emphasis, WordTime
from assetkit.subtitles.read import Known, read_cues, read_subtitles
from assetkit.timecode import Duration, parse_timecode

SRT = """1
00:00:01,000 --> 00:00:02,500
Әр күн — ғажап.
Құрмет

2
00:00:03,000 --> 00:00:04,000
Үңіл, өмір һәм іс.
"""
EXPECTED = (
    (Fraction(1), Fraction(5, 2), ("Әр күн — ғажап.", "Құрмет")),
    (Fraction(3), Fraction(4), ("Үңіл, өмір һәм іс.",)),
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
Format: Name, Fontname, Italic
Style: Default,Arial,0
Style: Slanted,Arial,-1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,remark
Dialogue: 0,0:00:01.00,0:00:02.50,Default,Айгүл,0,0,0,,{\\pos(1,1)\\b1}Әр{\\b0} күн\\NҚұрмет, иә
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
Dialogue: 0,0:00:05.00,0:00:06.00,Slanted,,0,0,0,,{\\k20}Бір {\\k30}е{\\k10}кі
"""
TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="1000">
  <head><styling><style xml:id="s" tts:fontStyle="italic"/></styling></head>
  <body><div>
    <p begin="00:00:01:00" end="2.5s">Әр  күн<br/>
      Құрмет</p>
    <p begin="3000t" dur="25f" style="s">Үңіл, <span tts:fontWeight="bold">өмір</span></p>
  </div></body>
</tt>
"""


def plain(data: bytes, name: str) -> tuple[tuple[Fraction, Fraction, tuple[str, ...]], ...]:
    return tuple((cue.start, cue.stop, cue.lines) for cue in read_cues(data, name))


@pytest.mark.parametrize(
    "data",
    [
        SRT.encode(),
        b"\xef\xbb\xbf" + SRT.encode(),
        SRT.encode("utf-16"),
        b"\xfe\xff" + SRT.encode("utf-16-be"),
        SRT.encode("utf-16-le"),
        SRT.encode("utf-16-be"),
        SRT.replace("\n", "\r\n").encode(),
        SRT.replace("\n", "\r").encode(),
        SRT.encode("kz1048"),
        SRT.encode("ptcp154"),
        SRT.rstrip("\n").encode(),
        SRT.replace("\n\n", "\n").encode(),
        SRT.replace("1\n0", "\n\n0", 1).encode(),
        SRT.replace(",", ".", 2).encode(),
        SRT.replace("Әр", "{\\an8}<font color='red'>Әр").encode(),
    ],
)
def test_srt_in_every_dress(data: bytes) -> None:
    assert plain(data, "a.srt") == EXPECTED


def test_looks_survive_with_their_places() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nА <i>б <b>в</b></i>\n<i>  г</i> {\\b1}д{\\b0}\n"
    cue = read_cues(text.encode(), "a.srt")[0]
    assert cue.lines == ("А б в", "г д")
    assert cue.line == 2
    assert cue.emphasis == (
        Emphasis(2, 4, italic=True),
        Emphasis(4, 5, italic=True, bold=True),
        Emphasis(5, 7, italic=True),
        Emphasis(8, 9, bold=True),
    )


def test_webvtt() -> None:
    first, second = read_cues(VTT.encode(), "a.vtt")
    assert first == Cue(
        Fraction(1),
        Fraction(5, 2),
        ("Әр күн & түн",),
        9,
        "Айгүл",
        (Emphasis(3, 6, bold=True),),
        (WordTime(Fraction(1), 0), WordTime(Fraction(3, 2), 9)),
    )
    assert (second.lines, second.speaker) == (("- Иә?\u00a0Жоқ",), "")
    assert read_cues(b"WEBVTT\n", "a.vtt") == ()


def test_two_voices_are_two_cues_of_the_same_times() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Where?</v>\n<v.loud Bea>There.\n"
    cues = read_cues(text.encode(), "a.vtt")
    assert [(cue.start, cue.speaker, cue.lines) for cue in cues] == [
        (Fraction(1), "Ann", ("Where?",)),
        (Fraction(1), "Bea", ("There.",)),
    ]


def test_ass_without_remarks_and_drawings() -> None:
    first, second = read_cues(ASS.encode(), "a.ass")
    assert (first.lines, first.speaker, first.line) == (("Әр күн", "Құрмет, иә"), "Айгүл", 12)
    assert first.emphasis == (Emphasis(0, 2, bold=True),)
    assert (second.lines, second.emphasis) == (("Бір екі",), (Emphasis(0, 7, italic=True),))
    assert second.words == (WordTime(Fraction(5), 0), WordTime(Fraction(26, 5), 4))


def test_ssa_with_fields_in_another_order() -> None:
    text = (
        "[Script Info]\n[Events]\nFormat: Marked, End, Start, Text\n"
        "Dialogue: Marked=0,0:00:02.00,0:00:01.00,A, b\n"
    )
    assert plain(text.encode(), "a.ssa") == ((Fraction(1), Fraction(2), ("A, b",)),)


def test_ttml() -> None:
    first, second = read_cues(TTML.encode(), "a.ttml")
    assert (first.start, first.stop, first.lines) == (*EXPECTED[0][:2], ("Әр күн", "Құрмет"))
    assert (second.start, second.stop) == (Fraction(3), Fraction(4))
    assert (second.lines, second.line) == (("Үңіл, өмір",), 8)
    assert second.emphasis == (Emphasis(0, 6, italic=True), Emphasis(6, 10, italic=True, bold=True))


def test_sbv() -> None:
    text = (
        "0:00:01.000,0:00:02.500\nӘр күн — ғажап.[br]Құрмет\n\n0:00:03.000,0:00:04.000\nҮңіл, өмір һәм іс.\n"
    )
    assert plain(text.encode(), "a.sbv") == EXPECTED


@pytest.mark.parametrize(
    ("text", "known", "start"),
    [
        ("{24}{48}a|{y:i}b\n", Known(master_rate=Fraction(24)), 1),
        ("{25}{50}a|b\n", Known(rate=Fraction(25), master_rate=Fraction(24)), 1),
        ("{1}{1}23.976\n{24}{48}a|b\n", Known(master_rate=Fraction(25)), Fraction(1001, 1000)),
        ("{1}{1}25\n{24}{48}a|b\n", Known(rate=Fraction(24)), 1),
    ],
)
def test_microdvd_counts_what_is_stated_then_what_it_says_then_the_master(
    text: str, known: Known, start: Fraction
) -> None:
    cue = read_subtitles(text.encode(), "a.sub", known).cues[0]
    assert (cue.start, cue.lines) == (start, ("a", "b"))


def test_times_in_frames_of_the_master() -> None:
    text = "1\n00:00:01:12 --> 00:00:02:00\na\n"
    known = Known(master_rate=Fraction(24))
    assert read_subtitles(text.encode(), "a.srt", known).cues[0].start == Fraction(3, 2)
    read = read_subtitles(text.encode(), "a.srt")
    assert read.cues[0].start == Fraction(37, 25)
    assert [note.code for note in read.notes if note.severity is Severity.WARNING] == ["AK437"]


TAPE = SRT.replace("00:00:0", "01:00:0")


@pytest.mark.parametrize(
    ("text", "known", "offset"),
    [
        (TAPE, Known(length=Fraction(60)), 3600),
        (TAPE.replace("01:", "10:"), Known(length=Fraction(60)), 36000),
        (TAPE, Known(), 0),
        (TAPE, Known(length=Fraction(3700)), 0),
        (TAPE, Known(length=Fraction(2)), 0),
        (TAPE, Known(starts_at=parse_timecode("01:00:00:00"), rate=Fraction(25)), 3600),
        (
            TAPE,
            Known(starts_at=parse_timecode("00:59:59:12"), rate=Fraction(25)),
            Fraction(3599 * 25 + 12, 25),
        ),
        (SRT, Known(starts_at=Duration(seconds=Fraction(1, 2))), Fraction(1, 2)),
        (SRT, Known(starts_at=parse_timecode("00:00:00:00"), length=Fraction(1)), 0),
    ],
)
def test_the_hour_that_a_file_starts_at(text: str, known: Known, offset: Fraction) -> None:
    read = read_subtitles(text.encode(), "a.srt", known)
    assert read.offset == offset
    assert read.cues[0].start == read_cues(text.encode(), "a.srt")[0].start - offset


def test_cues_of_another_film_are_told() -> None:
    notes = read_subtitles(TAPE.encode(), "a.srt", Known(length=Fraction(2))).notes
    assert [(note.code, note.severity) for note in notes] == [("AK436", Severity.ERROR)]
    assert notes[0].measured == "3603.000 s"
    some = SRT + "\n9\n00:05:00,000 --> 00:05:01,000\nx\n"
    notes = read_subtitles(some.encode(), "a.srt", Known(length=Fraction(60))).notes
    assert [(note.code, note.severity) for note in notes if note.code == "AK436"] == [
        ("AK436", Severity.WARNING)
    ]


def test_a_timecode_that_the_rate_does_not_have() -> None:
    known = Known(starts_at=parse_timecode("01:00:00:25"), rate=Fraction(25))
    notes = read_subtitles(TAPE.encode(), "a.srt", known).notes
    assert [(note.code, note.severity) for note in notes] == [("AK430", Severity.ERROR)]


@pytest.mark.parametrize(
    "text", ["{y:i}", "a < b", "I <3 you", "C:\\new", "{", "}", "5 > 3 <x>", "{\\", "&amp;"]
)
def test_what_is_no_markup_stays_text(text: str) -> None:
    cues = read_cues(f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode(), "a.srt")
    assert cues[0].lines == (text,)


@pytest.mark.parametrize("code", ["{\\move(0,0,9,9)}", "{\\fs90}", "{\\an8\\fs90}", "{\\fnArial}", "{\\p1}"])
def test_overrides_that_srt_does_not_know_are_shown_and_told(code: str) -> None:
    read = read_subtitles(f"1\n00:00:01,000 --> 00:00:02,000\nx {code}y\n".encode(), "a.srt")
    assert read.cues[0].lines == (f"x {code}y",)
    assert [(note.code, note.place.line if note.place else 0) for note in read.notes] == [("AK435", 3)]


def test_blank_lines_inside_a_cue_lose_nothing() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nbefore\n\nafter\n\n2\n00:00:03,000 --> 00:00:04,000\nnext\n"
    assert [cue.lines for cue in read_cues(text.encode(), "a.srt")] == [("before", "after"), ("next",)]


def test_order_and_zero_length_are_left_as_read_and_empty_cues_left_out() -> None:
    text = (
        "1\n00:00:05,000 --> 00:00:05,000\nlate\n\n2\n00:00:01,000 --> 00:00:02,000\nearly\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\n<i></i>\n"
    )
    cues = read_cues(text.encode(), "a.srt")
    assert cues == (Cue(Fraction(5), Fraction(5), ("late",), 2), Cue(Fraction(1), Fraction(2), ("early",), 6))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.srt", "", "empty"),
        ("a.srt", "just words\n", "a.srt:1: there is no cue"),
        ("a.srt", "1\n00:00:01,000 --> 0x\nx\n", "a.srt:2: expected times"),
        ("a.srt", SRT + "\n3\n00:00:05,000 /// 00:00:06,000\nx\n", "a.srt:11: expected times"),
        ("a.srt", SRT + "\n3\nlost\n", "a.srt:10: cue 3 has no times"),
        ("a.ass", "[Script Info]\n\n[Events]\nDialogue: broken\n", "a.ass:4: cannot be read as ASS"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n\x00\x00\n", "null"),
        ("a.ttml", '<!DOCTYPE tt [<!ENTITY a "aa">]>\n<tt>&a;</tt>\n', "document type"),
        ("a.ttml", "<tt><body>\n<p>", "a.ttml:2: it is no well-formed XML"),
        ("a.sub", "{0}{9}a\nlost\n", "a.sub:2: expected a cue"),
    ],
)
def test_what_cannot_be_read_is_refused_with_place_and_reason(name: str, text: str, message: str) -> None:
    with pytest.raises(MediaError, match=message) as fault:
        read_cues(text.encode(), name)
    assert fault.value.facts["file"] == name
