"""YAML as 1.2 means it, with places; what is dangerous or doubtful is refused."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.diagnostics import Findings, Place
from assetkit.yaml_nodes import plain_value
from assetkit.yaml_text import MOST_BYTES, Document, read_yaml, read_yaml_file


def read(text: str) -> tuple[Document | None, list[str]]:
    findings = Findings()
    document = read_yaml(text, "a.yaml", findings)
    return document, [f"{item.place} {item.code}" for item in findings.items]


def data_of(text: str) -> Any:
    document, problems = read(text)
    assert not problems
    assert document is not None
    return document.data


WORDS = ["no", "Yes", "on", "OFF", "y", "n", "1:30", "00:00:03:12", "00:00:03;12", "0123", "+77", "1_000"]
WORDS += ["2026-11-01", "3s", "12f", "12e", "=", "9:16", "0o8", "0b1", "1.2.3", "tRue", "nil", "--1"]


@pytest.mark.parametrize(
    "word",
    WORDS,
)
def test_words_stay_words(word: str) -> None:
    assert data_of(f"a: {word}") == {"a": word}
    assert data_of(f"{{a: {word}, b: [{word}]}}") == {"a": word, "b": [word]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("~", None),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        ("-.inf", -math.inf),
    ],
)
def test_values_of_plain_scalars(text: str, value: object) -> None:
    got = data_of(f"a: {text}")["a"]
    assert got == value
    assert type(got) is type(value)


def test_quoted_scalars_are_words() -> None:
    assert data_of("""{a: "true", b: '1', c: "", "<<": x}""") == {"a": "true", "b": "1", "c": "", "<<": "x"}


def test_keys_are_words_as_written() -> None:
    assert data_of("{9:16: a, 1: b, true: c, 0x10: d, no: e}") == {
        "9:16": "a",
        "1": "b",
        "true": "c",
        "0x10": "d",
        "no": "e",
    }


def test_places_of_keys_and_values() -> None:
    document, _ = read("\ufeffa:\n  - {b: көйлек, c: 2}\n")
    assert document is not None
    assert document.key_place(("a", 0, "c")) == Place("a.yaml", 2, 17)
    assert document.place(("a", 0, "c")) == Place("a.yaml", 2, 20)
    assert document.place(("a", 0, "missing", 3)) == Place("a.yaml", 2, 5)
    assert document.key_place(("a", 0)) == Place("a.yaml", 2, 5)


def test_aliases_are_written_out_as_values_of_their_own() -> None:
    data = data_of("{a: &x {b: 1}, c: *x}")
    assert data == {"a": {"b": 1}, "c": {"b": 1}}
    assert data["a"] is not data["c"]


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 9)
)
DEEP_ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 100))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [1\nb: 2", "a.yaml:2:2 AK101"),
        ("a: \tb\n\tc: d", "a.yaml:2:1 AK101"),
        ("a: \x00", "a.yaml:1:4 AK101"),
        ("a: \ud800", "a.yaml:1:4 AK101"),
        ("a: *nothing", "a.yaml:1:4 AK101"),
        ("# nothing\n", "a.yaml AK111"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1 AK104"),
        (BOMB, None),
        ("a: &a [*a]", "a.yaml:1:8 AK108"),
        ("[" * 3000, None),
        ("- " * 200_000 + "x", None),
        (DEEP_ALIASES, None),
        ("a: " + "x" * MOST_BYTES, "a.yaml AK103"),
    ],
)
def test_what_cannot_be_read(text: str, problem: str | None) -> None:
    document, problems = read(text)
    assert document is None
    if problem:
        assert problems == [problem]
    else:
        assert [line.split()[1] for line in problems] in (["AK108"], ["AK109"])


@pytest.mark.parametrize(
    ("text", "problem", "data"),
    [
        ("a: 1\nb: 2\na: 3", "a.yaml:3:1 AK105", {"a": 1, "b": 2}),
        ('{a: 1, "a": 2}', "a.yaml:1:8 AK105", {"a": 1}),
        ("{a: &a {b: 1}, c: {<<: *a}}", "a.yaml:1:20 AK106", {"a": {"b": 1}, "c": {}}),
        ("a: !!python/object/apply:os.system [ls]", "a.yaml:1:4 AK107", {"a": ["ls"]}),
        ("a: !own b", "a.yaml:1:4 AK107", {"a": "b"}),
        ("? [a]\n: b", "a.yaml:1:3 AK110", {}),
    ],
)
def test_what_is_refused_but_read_on(text: str, problem: str, data: object) -> None:
    document, problems = read(text)
    assert problems == [problem]
    assert document is not None
    assert (document.data, document.whole) == (data, False)


def test_files(tmp_path: Path) -> None:
    findings = Findings()
    (tmp_path / "latin.yaml").write_bytes("a: 1\nb: é".encode("latin-1"))
    (tmp_path / "large.yaml").write_bytes(b"#" * (MOST_BYTES + 1))
    for name in ("latin.yaml", "large.yaml", "missing.yaml", "."):
        assert read_yaml_file(tmp_path / name, name, findings) is None
    places = [f"{item.place} {item.code}" for item in findings.items]
    assert places == ["latin.yaml:2:4 AK102", "large.yaml AK103", "missing.yaml AK102", ". AK102"]


def test_numbers_too_long_to_be_numbers_stay_words() -> None:
    assert plain_value("9" * 5000) == "9" * 5000


PIECES = [
    "a",
    ":",
    " ",
    "\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a",
    "*a",
    "<<",
    "!x",
    "'",
    '"',
    "|",
    "#",
    "?",
    "é",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=30))
def test_no_text_crashes(text: str) -> None:
    document, problems = read(text)
    assert document is not None or problems
