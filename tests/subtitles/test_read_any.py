"""Whatever a file holds, it is read or refused, and no cue that was read is other than sound."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.errors import MediaError
from assetkit.subtitles.read import Known, read_subtitles

NAMES = ["a.srt", "a.vtt", "a.ass", "a.ttml", "a.sbv", "a.sub", "a"]
PARTS = [
    "1\n",
    "2\n",
    "\n",
    "\n\n",
    "WEBVTT\n\n",
    "NOTE x\n",
    "STYLE\n",
    "00:00:01,000 --> 00:00:02,000\n",
    "00:01.000 --> 00:00:02.000 align:start\n",
    "-00:00:03,5 -> 00:00:01\n",
    "99:99:99:99 --> 1:1:1:1\n",
    "text\n",
    "<i>",
    "</i>",
    "<b>",
    "<v Ann>",
    "<00:00:01.500>",
    "{\\an8}",
    "{\\i1}",
    "{\\k20}",
    "{",
    "}",
    "\\N",
    "&amp;",
    "&#0;",
    "[Script Info]\n",
    "[Events]\n",
    "Format: Start, End, Text\n",
    "Dialogue: 0:00:01.00,0:00:02.00,a\n",
    "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ann,0,0,0,,{\\k9}a {\\k9}b\n",
    "Style: a,b,c\n",
    '<?xml version="1.0"?>',
    "<tt>",
    '<tt xmlns="http://www.w3.org/ns/ttml">',
    "<body>",
    "<p begin='1s' end='2s'>",
    "<span begin='99999999h'>",
    "<br/>",
    "</p>",
    "</body></tt>",
    "<!DOCTYPE a [",
    "<!ENTITY a 'b'>",
    "]>",
    "&a;",
    "0:00:01.000,0:00:02.000\n",
    "{1}{1}25\n",
    "{25}{50}a|b\n",
    "{0}{}",
    "[br]",
    "и\u0306",
    "\u2028",
    "\u200b",
    "٣:٣٣",
    "Қазақ әке",
    "\x00",
    "\ufeff",
    "é",
    "Т›",
]
KNOWN = st.builds(
    Known,
    master_rate=st.sampled_from([None, Fraction(25), Fraction(24000, 1001)]),
    length=st.sampled_from([None, Fraction(1), Fraction(5000)]),
)


def check(data: bytes, name: str, known: Known) -> None:
    try:
        read = read_subtitles(data, name, known)
    except MediaError as error:
        assert error.facts["file"] == name
        assert error.remedy
        return
    for cue in read.cues:
        assert 0 <= cue.start <= cue.stop
        assert cue.lines and all(line and line == line.strip(" ") for line in cue.lines)
        assert unicodedata.is_normalized("NFC", cue.text)
        assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in cue.text)
        edges = [edge for part in cue.emphasis for edge in (part.start, part.stop)]
        assert edges == sorted(edges) and all(0 <= edge <= len(cue.text) for edge in edges)
        begins = [word.start for word in cue.words]
        assert begins == sorted(set(begins)) and all(begin < len(cue.text) for begin in begins)


@given(data=st.binary(max_size=200), name=st.sampled_from(NAMES), known=KNOWN)
@settings(deadline=None)
def test_any_bytes(data: bytes, name: str, known: Known) -> None:
    check(data, name, known)


@given(parts=st.lists(st.sampled_from(PARTS), max_size=25), name=st.sampled_from(NAMES), known=KNOWN)
@settings(deadline=None, max_examples=300)
def test_any_order_of_what_files_are_made_of(parts: list[str], name: str, known: Known) -> None:
    check("".join(parts).encode(), name, known)


@given(
    text=st.text(max_size=80), name=st.sampled_from(NAMES), head=st.sampled_from(["", "{1}{9}", "WEBVTT\n\n"])
)
@settings(deadline=None)
def test_any_text(text: str, name: str, head: str) -> None:
    check((head + text).encode("utf-8", "replace"), name, Known())


@pytest.mark.parametrize("depth", [100, 100_000])
def test_deep_xml(depth: int) -> None:
    read = read_subtitles(b"<tt>" + b"<div>" * depth, "a.ttml")
    assert [note.code for note in read.notes] == ["AK403"]


def test_a_great_file_takes_no_time() -> None:
    text = "{\\an8}<i><b>" * 20000
    read = read_subtitles(f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode(), "a.srt")
    assert read.cues == ()
    read_subtitles(("{" * 100_000 + "\\" * 100_000).encode(), "a.ass")
    read_subtitles(("00:" * 100_000).encode(), "a.srt")
    read_subtitles(("-" * 100_000 + "\n").encode() * 5, "a.vtt")


def test_lines_are_counted_from_the_first_line_of_the_file() -> None:
    text = '\n\n<?xml version="1.0"?>\n<tt><body><p begin="x">a</p><p begin="1s" end="2s">b</p></body></tt>'
    read = read_subtitles(text.encode(), "a.ttml")
    assert [note.place.line for note in read.notes if note.place] == [4]
    assert read.cues[0].line == 4
