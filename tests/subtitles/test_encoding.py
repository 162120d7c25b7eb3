"""Encodings are told apart by evidence, and never wrongly in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.errors import MediaError
from assetkit.subtitles.encoding import decode_text

FILES = sorted((Path(__file__).parents[2] / "assets" / "subtitles").glob("*.srt"))
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048", "ptcp154", "cp1251", "cp1252",
    "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "utf-32",
)  # fmt: skip
PROVED = {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048", "ptcp154", "cp1251"}
UKRAINIAN = "1\n00:00:01,000 --> 00:00:02,000\nЇжак і ґава, її є\nЦе її щастя\n"
BELARUSIAN = "1\n00:00:01,000 --> 00:00:02,000\nУ нашай краіне ўсё добра, ўлётку\n"


def _can_hold(encoding: str, path: Path) -> bool:
    try:
        return bool(path.read_text("utf-8").encode(encoding))
    except UnicodeEncodeError:
        return False


HELD = [(encoding, path) for encoding in ENCODINGS for path in FILES if _can_hold(encoding, path)]
# Read in another encoding than the true one: pairs (true, taken for).
WRONG = (
    ("utf-8", "cp1251"), ("utf-8", "cp1252"), ("kz1048", "cp1251"), ("ptcp154", "cp1251"),
    ("cp1251", "cp1252"), ("kz1048", "cp1252"),
)  # fmt: skip
MISREAD = [(*pair, path) for pair in WRONG for path in FILES if _can_hold(pair[0], path)]


def test_every_file_is_held_by_the_encodings_that_are_proved() -> None:
    kazakh = sum(path.name.endswith(".kk.srt") for path in FILES)
    # windows-1251 has one of the nine letters that Kazakh has beside Russian.
    proved = [pair for pair in HELD if pair[0] in PROVED]
    assert len(proved) == len(PROVED) * len(FILES) - kazakh


@pytest.mark.parametrize(("encoding", "path"), HELD, ids=[f"{path.name}-{name}" for name, path in HELD])
def test_every_encoding_is_read_rightly_or_refused(encoding: str, path: Path) -> None:
    text = path.read_text("utf-8")
    data = text.encode(encoding)
    try:
        found = decode_text(data, path.name)
    except MediaError as error:
        assert encoding not in PROVED
        assert error.facts["code"] == "AK431"
        return
    assert found.text == text
    assert found.why


@pytest.mark.parametrize(
    ("truly", "taken_for", "path"), MISREAD, ids=[f"{path.name}-{one}-{two}" for one, two, path in MISREAD]
)
def test_what_was_misread_and_saved_again_is_named(truly: str, taken_for: str, path: Path) -> None:
    text = path.read_text("utf-8")
    misread = text.encode(truly).decode(taken_for, "surrogateescape")
    misread = "".join(chr(ord(sign) - 0xDC00) if sign >= "\ud800" else sign for sign in misread)
    if misread == text:
        assert decode_text(misread.encode(), path.name).text == text
        return
    with pytest.raises(MediaError, match="saved again"):
        decode_text(misread.encode(), path.name)


def test_the_kazakh_codes_are_named() -> None:
    text = "Қазақ тілінде ғана айтылған сөз: әке, ұл, үй, ыстық, һәм"
    for encoding, title in (("kz1048", "KZ-1048"), ("ptcp154", "PTCP154")):
        assert decode_text(text.encode(encoding), "a").encoding == encoding
        misread = text.encode(encoding).decode("cp1251")
        with pytest.raises(MediaError, match=title):
            decode_text(misread.encode(), "a")


@pytest.mark.parametrize("text", [UKRAINIAN, BELARUSIAN])
def test_neighbours_are_never_taken_for_kazakh(text: str) -> None:
    assert decode_text(text.encode(), "a").text == text
    try:
        found = decode_text(text.encode("cp1251"), "a").text
    except MediaError:
        found = text
    assert found == text
    assert decode_text(text.encode("cp1251"), "a", "windows-1251").text == text


@pytest.mark.parametrize(
    "text",
    [
        "Ça dépend, été, naïve, cœur, âge, où",
        "Äpfel für Öl, süß",
        "Çünkü şöyle değil, ığdır",
        "Þúsund ára æði",
    ],
)
def test_accents_of_other_languages_are_no_misreading(text: str) -> None:
    assert decode_text(text.encode(), "a").text == text
    with pytest.raises(MediaError, match="encoding"):
        decode_text(text.encode("cp1254", "replace"), "a")


def test_macedonian_and_serbian_are_no_misreading() -> None:
    text = "Ќе одиме ѓаволски, ѕид и џеб. Ћирилица, њега, љубав, ђак"
    assert decode_text(text.encode(), "a").text == text


@pytest.mark.parametrize(
    ("data", "stated", "message"),
    [
        ("Қазақ".encode("kz1048"), "utf-8", "this is not utf-8"),
        ("Қазақ".encode("utf-16"), "kz1048", "begins with the mark of utf-16"),
        ("Қазақ".encode("utf-8-sig"), "utf-16", "begins with the mark of utf-8"),
        (b"abc", "utf-16", "this is not utf-16"),
    ],
)
def test_what_is_stated_must_be_possible(data: bytes, stated: str, message: str) -> None:
    with pytest.raises(MediaError, match=message) as fault:
        decode_text(data, "a", stated)
    assert fault.value.facts["code"] == "AK431"


@pytest.mark.parametrize(
    ("text", "encoding", "stated"),
    [
        ("Ғ", "kz1048", "kz1048"),
        ("été", "cp1252", "windows-1252"),
        ("Қазақ", "utf-8-sig", "utf-8"),
        ("Қазақ", "utf-16", "utf-16"),
        ("Қазақ", "utf-16-le", "utf-16-le"),
        ("Привет", "koi8-r", "koi8-r"),
    ],
)
def test_what_is_stated_is_believed(text: str, encoding: str, stated: str) -> None:
    found = decode_text(text.encode(encoding), "a", stated)
    assert (found.text, found.encoding) == (text, stated)


def test_xml_says_its_encoding() -> None:
    text = '<?xml version="1.0" encoding="windows-1252"?><tt>été</tt>'
    assert decode_text(text.encode("cp1252"), "a").encoding == "cp1252"
