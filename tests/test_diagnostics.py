"""A problem as text: the word is marked where it stands, whatever stands before it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.diagnostics import MOST_COLUMNS, Diagnostic, Findings, Place, Severity, clean, format_text
from assetkit.yaml_text import read_yaml


def item(place: Place | None, **words: str) -> Diagnostic:
    return Diagnostic("AK101", Severity.ERROR, "wrong", place, **words)


def rows(source: str, line: int, column: int, width: int = 0) -> list[str]:
    return format_text(item(Place("a.yaml", line, column, width)), source).splitlines()[1:]


def test_everything_that_is_known_is_said() -> None:
    text = format_text(
        item(Place("a.yaml", 2, 3, 2), remedy="mend", measured="1", required="2"), "x\n  ab: c\n"
    )
    assert text == (
        "a.yaml:2:3: error: AK101: wrong\n"
        "  2 |   ab: c\n"
        "    |   ^^\n"
        "  measured: 1; required: 2\n"
        "  remedy: mend"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert format_text(item(None)) == "error: AK101: wrong"
    assert (
        format_text(item(Place("a.yaml"), required="2"), "x") == "a.yaml: error: AK101: wrong\n  required: 2"
    )
    assert rows("x", 2, 1) == []


def test_carets_stand_below_wide_letters_and_after_tabs() -> None:
    assert rows("裙子: x", 1, 5)[1] == "    |       ^"
    assert rows("裙子: x", 1, 1, 2)[1] == "    | ^^^^"
    assert rows("\tx: y", 1, 5)[1] == "    | \t   ^"
    assert rows("e\u0301: y", 1, 5)[1] == "    |    ^"


def test_carets_end_with_the_line() -> None:
    assert rows("abc", 1, 2, 90)[1] == "    |  ^^"
    assert rows("abc", 1, 4, 1)[1] == "    |    ^"
    assert rows("abc", 1, 90, 1)[1].endswith("^")


@pytest.mark.parametrize("column", [1, 50, 5000, 9_999])
def test_a_long_line_is_cut_around_the_word(column: int) -> None:
    line = "." * (column - 1) + "word" + "." * (10_000 - column)
    shown, carets = rows(line, 1, column, 4)
    assert len(shown) < MOST_COLUMNS + 12
    at = carets.index("^^^^")
    assert shown[at : at + 4] == "word"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_are_counted_as_yaml_counts_them(end: str) -> None:
    findings = Findings()
    source = f"\ufeffa: 1{end}b: 2{end}a: 3{end}"
    read_yaml(source, "a.yaml", findings)
    found = findings.items[0]
    assert str(found.place) == "a.yaml:3:1"
    assert format_text(found, source).splitlines()[1] == "  3 | a: 3"


@given(st.text(max_size=200), st.integers(0, 9), st.integers(0, 300), st.integers(0, 300))
def test_nothing_steers_the_terminal(source: str, line: int, column: int, width: int) -> None:
    text = format_text(item(Place(source, line, column, width), remedy=source), source)
    assert {unicodedata.category(letter) for letter in text if letter not in "\n\t"} <= {
        *(
            "Lu",
            "Ll",
            "Lt",
            "Lm",
            "Lo",
            "Mn",
            "Mc",
            "Me",
            "Nd",
            "Nl",
            "No",
            "Pc",
            "Pd",
            "Ps",
            "Pe",
            "Pi",
            "Pf",
        ),
        *("Po", "Sm", "Sc", "Sk", "So", "Zs"),
    }
    text.encode("utf-8")


def test_parts_are_painted() -> None:
    text = format_text(item(Place("a", 1, 1), remedy="mend"), "x", lambda part, words: f"<{part}:{words}>")
    assert text.startswith("<place:a:1:1>: <error:error>: <code:AK101>: wrong\n  <gutter:1 |> x")
    assert "<caret:^>" in text
    assert "<label:remedy:> mend" in text


def test_clean_keeps_one_line() -> None:
    assert clean("a\nb\x1b[2J\tc") == "a b�[2J\tc"


@pytest.mark.parametrize(
    ("text", "column", "width"),
    [
        ("a: word", 4, 4),
        ("a: 'two words' # c", 4, 11),
        ('"a b": 1', 1, 5),
        ("a: &x word", 4, 7),
        ("a: [b, c]", 4, 1),
        ("a: |\n  text\n", 4, 0),
    ],
)
def test_words_have_their_width(text: str, column: int, width: int) -> None:
    document = read_yaml(text, "a.yaml", Findings())
    assert document is not None
    name = next(iter(document.data))
    place = document.key_place((name,)) if column == 1 else document.place((name,))
    assert (place.column, place.width) == (column, width)


def test_width_is_no_part_of_a_place() -> None:
    assert Place("a", 1, 2, 3) == Place("a", 1, 2)
    assert len({Place("a", 1, 2, 3), Place("a", 1, 2)}) == 1
