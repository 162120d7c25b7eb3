"""A corpus of broken files: each is read as far as it can be, and what was done is said at its line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assetkit.errors import MediaError
from assetkit.subtitles.read import Known, read_subtitles

GOOD = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n"
BOTH = ("One", "Two")
ASS = (
    "[Script Info]\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)
SAID = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,One\n"
TT = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n{}\n</div></body></tt>'
P = '<p begin="1s" end="2s">One</p>'


@dataclass(frozen=True)
class Broken:
    """`texts` are what is read, `said` the findings as "code severity line"; ["refused"] for no reading."""

    name: str
    data: str | bytes
    texts: tuple[str, ...]
    said: tuple[str, ...]
    file: str = "a.srt"


CASES = [
    Broken("good", GOOD, BOTH, ()),
    Broken("windows line ends", GOOD.replace("\n", "\r\n"), BOTH, ()),
    Broken("old Mac line ends", GOOD.replace("\n", "\r"), BOTH, ()),
    Broken("mixed line ends", GOOD.replace("\n", "\r\n", 3), BOTH, ()),
    Broken("byte order mark twice", b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD.encode(), BOTH, ()),
    Broken("no last newline", GOOD.rstrip(), BOTH, ()),
    Broken("blank lines first", "\n\n\n" + GOOD, BOTH, ()),
    Broken("many blank lines", GOOD.replace("\n\n", "\n\n\n\n"), BOTH, ()),
    Broken("blank lines of spaces", GOOD.replace("\n\n", "\n  \t\n"), BOTH, ()),
    Broken("no blank line", GOOD.replace("\n\n", "\n"), BOTH, ("AK434 note 4",)),
    Broken(
        "short arrows and no blank line",
        GOOD.replace("-->", "->").replace("\n\n", "\n"),
        BOTH,
        ("AK434 note 2", "AK434 note 4", "AK434 note 5"),
    ),
    Broken("gap in numbers", GOOD.replace("\n2\n", "\n7\n"), BOTH, ("AK434 note 5",)),
    Broken("number twice", GOOD.replace("\n2\n", "\n1\n"), BOTH, ("AK434 note 5",)),
    Broken("a number missing", GOOD.replace("\n2\n", "\n"), BOTH, ("AK434 note 5",)),
    Broken("no numbers at all", GOOD.replace("1\n00", "00", 1).replace("\n2\n", "\n"), BOTH, ()),
    Broken("numbers with a hash", GOOD.replace("\n2\n", "\n#2\n"), BOTH, ()),
    Broken("points for commas", GOOD.replace(",", "."), BOTH, ()),
    Broken("short arrow", GOOD.replace("-->", "->"), BOTH, ("AK434 note 2", "AK434 note 6")),
    Broken("dash of a word processor", GOOD.replace("-->", "–>"), BOTH, ("AK434 note 2", "AK434 note 6")),
    Broken("no spaces", GOOD.replace(" --> ", "-->"), BOTH, ("AK434 note 2", "AK434 note 6")),
    Broken("spaces in a time", GOOD.replace("01,000", "01, 000"), BOTH, ("AK434 note 2",)),
    Broken("one digit", GOOD.replace("00:00:01,000", "0:0:1,0"), BOTH, ("AK434 note 2",)),
    Broken("no hours", GOOD.replace("00:00:01,000", "00:01,000"), BOTH, ()),
    Broken("no decimals", GOOD.replace("01,000", "01"), BOTH, ("AK434 note 2",)),
    Broken("coordinates", GOOD.replace("02,000", "02,000 X1:10 X2:20 Y1:1 Y2:2"), BOTH, ("AK435 note 2",)),
    Broken("text behind the times", GOOD.replace("02,000\nOne", "02,000 One"), BOTH, ()),
    Broken("unreadable times", GOOD.replace("--> 00:00:02,000", "--> soon"), ("Two",), ("AK403 error 2",)),
    Broken("half of the times", GOOD.replace(" --> 00:00:02,000", ""), ("Two",), ("AK403 error 2",)),
    Broken("times forgotten", GOOD + "\n3\nThree\n", BOTH, ("AK403 error 9",)),
    Broken("only a number left", GOOD + "\n3\n", BOTH, ("AK434 note 9",)),
    Broken("title before", "My film\n\n" + GOOD, BOTH, ("AK434 warning 1",)),
    Broken(
        "blank line in a cue", GOOD.replace("One", "One\n\nmore"), ("One\nmore", "Two"), ("AK434 note 5",)
    ),
    Broken("empty cue", GOOD.replace("One", ""), ("Two",), ("AK439 note 2",)),
    Broken("cue of tags", GOOD.replace("One", "<i></i>"), ("Two",), ("AK439 note 2",)),
    Broken("reversed", GOOD.replace("02,000", "00,500"), BOTH, ("AK432 warning 2",)),
    Broken("zero length", GOOD.replace("02,000", "01,000"), BOTH, ("AK432 warning 2",)),
    Broken(
        "begins before zero", GOOD.replace("00:00:01", "-00:00:01"), BOTH, ("AK432 warning 2", "AK434 note 2")
    ),
    Broken(
        "wholly before zero",
        GOOD.replace("00:00:01,000 --> 00:00:02", "-00:00:02,000 --> -00:00:01"),
        ("Two",),
        ("AK432 warning 2", "AK434 note 2"),
    ),
    Broken(
        "unsorted", GOOD.replace("00:00:03", "00:00:00").replace("04,000", "00,500"), BOTH, ("AK433 note 6",)
    ),
    Broken("overlapping", GOOD.replace("02,000", "03,500"), BOTH, ("AK433 note 6",)),
    Broken("stray closing tag", GOOD.replace("One", "One</i></b>"), BOTH, ()),
    Broken("unclosed tag", GOOD.replace("One", "<i>One"), BOTH, ()),
    Broken("colours", GOOD.replace("One", "<font color=red>One</font>"), BOTH, ("AK435 note 3",)),
    Broken("place", GOOD.replace("One", "{\\an8}One"), BOTH, ("AK435 note 3",)),
    Broken("override", GOOD.replace("One", "{\\fs9}One"), ("{\\fs9}One", "Two"), ("AK435 warning 3",)),
    Broken("control characters", GOOD.replace("One", "O\x07n\x1be"), BOTH, ()),
    Broken("invisible characters", GOOD.replace("One", "\u200eO\u00adne\ufeff"), BOTH, ()),
    Broken("separators as line ends", GOOD.replace("One", "One\u2028one"), ("One\none", "Two"), ()),
    Broken("decomposed letters", GOOD.replace("One", "<i>и\u0306</i>"), ("й", "Two"), ()),
    Broken("null", GOOD.replace("One", "O\x00ne"), (), ("refused AK431",)),
    Broken("Word", b"PK\x03\x04" + bytes(range(256)), (), ("refused AK403",)),
    Broken("rich text", "{\\rtf1\\ansi " + GOOD, (), ("refused AK403",)),
    Broken("EBU STL", b"850STL25.01" + b"\x00" * 999, (), ("refused AK403",)),
    Broken("nothing", b"", (), ("refused",)),
    Broken("only blank lines", "\n \n", (), ("refused",)),
    Broken("words", "Only words\n", (), ("AK403 error 1",)),
    Broken("half UTF-16", GOOD.encode("utf-16")[:-1], (), ("refused AK431",)),
    Broken("one byte amiss", GOOD.replace("One", "Әр күнімің").encode() + b"\xff", (), ("refused AK431",)),
    Broken("misread", GOOD.replace("One", "Қала құрды".encode().decode("cp1251")), (), ("refused AK431",)),
    Broken("WebVTT by name", GOOD, BOTH, ("AK438 warning 1",), "a.vtt"),
    Broken("SRT by name", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n", ("One",), ("AK438 note 0",)),
    Broken(
        "no blank after header",
        "WEBVTT\n00:01.000 --> 00:02.000\nOne\n",
        ("One",),
        ("AK434 note 2",),
        "a.vtt",
    ),
    Broken("WebVTT with commas", "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nOne\n", ("One",), (), "a.vtt"),
    Broken(
        "styles",
        "WEBVTT\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nOne\n",
        ("One",),
        ("AK435 note 3",),
        "a.vtt",
    ),
    Broken("event cut off", ASS + SAID + "Dialogue: 0,0:00:01\n", ("One",), ("AK403 error 5",), "a.ass"),
    Broken("remark", ASS + SAID.replace("Dialogue", "Comment") + SAID, ("One",), ("AK439 note 4",), "a.ass"),
    Broken(
        "drawing", ASS + SAID.replace("One", "{\\p1}m 0 0"), (), ("AK439 note 4", "AK439 note 4"), "a.ass"
    ),
    Broken(
        "effects", ASS + SAID.replace("One", "{\\move(1,2,3,4)}One"), ("One",), ("AK435 note 4",), "a.ass"
    ),
    Broken("words in braces", ASS + SAID.replace("One", "One{or two}"), ("One",), ("AK435 note 4",), "a.ass"),
    Broken(
        "a place in every cue",
        "WEBVTT\n\n00:01.000 --> 00:02.000 align:start line:0\nOne\n\n"
        "00:03.000 --> 00:04.000 align:start line:0\nTwo\n",
        BOTH,
        ("AK435 note 3",),
        "a.vtt",
    ),
    Broken("events without a format", "[Events]\n" + SAID, ("One",), (), "a.ass"),
    Broken("ASS without a cue", ASS, (), ("AK403 error 1",), "a.ass"),
    Broken("TTML cut off", TT.format(P)[:-16], ("One",), ("AK403 error 3",), "a.ttml"),
    Broken("TTML with a document type", "<!DOCTYPE tt>" + TT.format(P), (), ("AK403 error 1",), "a.ttml"),
    Broken(
        "no end",
        TT.format('<p begin="1s">One</p>'),
        ("One",),
        ("AK432 warning 2", "AK432 warning 2"),
        "a.ttml",
    ),
    Broken("no times", TT.format(P + "\n<p>Two</p>"), ("One",), ("AK434 warning 3",), "a.ttml"),
    Broken(
        "odd time", TT.format(P + '\n<p begin="x" end="9s">Two</p>'), ("One",), ("AK403 error 3",), "a.ttml"
    ),
    Broken("SBV with a title", "T\n0:00:01.000,0:00:02.000\nOne\n", ("One",), ("AK434 warning 1",), "a.sbv"),
    Broken("SBV blank", "0:00:01.000,0:00:02.000\nOne\n\nmore\n", ("One\nmore",), ("AK434 note 3",), "a.sbv"),
    Broken("frames without a rate", "{25}{50}One\n", ("One",), ("AK437 warning 0",), "a.sub"),
    Broken(
        "frames without an end",
        "{1}{1}25\n{25}{}One\n",
        ("One",),
        ("AK432 warning 2", "AK432 warning 2"),
        "a.sub",
    ),
    Broken("unknown code", "{1}{1}25\n{25}{50}{x:1}One\n", ("{x:1}One",), ("AK435 warning 2",), "a.sub"),
    Broken(
        "frame times", GOOD.replace(",000", ":00"), BOTH, ("AK434 note 2", "AK434 note 6", "AK437 warning 0")
    ),
    Broken("no such frame", GOOD.replace("01,000", "01:27"), ("Two",), ("AK403 error 2",)),
]


def read_case(case: Broken) -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = case.data.encode() if isinstance(case.data, str) else case.data
    try:
        read = read_subtitles(data, case.file, Known())
    except MediaError as error:
        assert error.remedy
        return (), (f"refused {error.facts.get('code', '')}".strip(),)
    said = (f"{note.code} {note.severity} {note.place.line if note.place else '-'}" for note in read.notes)
    return tuple(cue.text for cue in read.cues), tuple(sorted(said))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_read_and_what_is_said(case: Broken) -> None:
    assert read_case(case) == (case.texts, case.said)


def test_there_are_enough() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_what_is_wrong_everywhere_is_told_a_few_times() -> None:
    text = "".join(f"{n}\n00:00:{n:02d},000 -> 00:00:{n:02d},500\nx\n\n" for n in range(1, 40))
    notes = read_subtitles(text.encode(), "a.srt").notes
    assert len(notes) == 5
    assert notes[-1].message.endswith("(34 more of this kind follow in the file)")
