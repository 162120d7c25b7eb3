"""Letters of a line stand in the order of the Unicode bidirectional algorithm."""

from __future__ import annotations

import ctypes
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.text.bidi import resolve_levels, visual_runs

# Strong letters, both kinds of digits, what stands at numbers, brackets, signs, spaces and marks.
ALPHABET = "abאבجد12٣٤ ,.:+-%$()[]!«»\u064b\u200f\u200e"


def show(text: str, base: int) -> str:
    """Write a line as it stands, brackets in it unmirrored."""
    runs = visual_runs(text, base)
    return "".join(text[run.start : run.stop][:: -1 if run.level % 2 else 1] for run in runs)


# Capitals stand for Hebrew letters, so that their order can be read in an editor.
@pytest.mark.parametrize(
    ("text", "base", "stands"),
    [
        ("car is THE CAR in arabic", 0, "car is RAC EHT in arabic"),
        ("THE CAR is car.", 1, ".is car RAC EHT"),
        ("THE PRICE IS 12.50!", 1, "!12.50 SI ECIRP EHT"),
        ("he said IT IS 12, AND 7", 0, "he said 7 DNA ,12 SI TI"),
        ("ABC (def) GHI", 1, "IHG )def( CBA"),
        ("abc (DEF) ghi", 0, "abc (FED) ghi"),
        ("A (b) c", 1, "c )b( A"),
        ("12% OF", 1, "FO 12%"),
        ("AB cd! ", 1, " !cd BA"),
        ("", 1, ""),
    ],
)
def test_lines_of_the_annex_and_of_captions(text: str, base: int, stands: str) -> None:
    hebrew = {chr(ord("A") + n): chr(0x05D0 + n) for n in range(26)}
    assert show(_write(text, hebrew), base) == _write(stands, hebrew)


def _write(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


def test_arabic_digits_and_european_digits_after_arabic_letters() -> None:
    assert resolve_levels("ج12", 1) == (1, 2, 2)
    assert resolve_levels("ج 1+2", 1) == (1, 1, 2, 1, 2), "signs do not hold numbers together after Arabic"
    assert resolve_levels("א 1+2", 1) == (1, 1, 2, 2, 2)
    assert resolve_levels("٣,٥", 0) == (2, 2, 2)


def test_embeddings_overrides_and_isolates() -> None:
    assert resolve_levels("a\u202bb!\u202cc", 0) == (0, 0, 2, 1, 1, 0)
    assert resolve_levels("a\u202ebc\u202cd", 0) == (0, 0, 1, 1, 1, 0)
    assert resolve_levels("א\u2066a!\u2069!", 1) == (1, 1, 2, 2, 1, 1)
    assert resolve_levels("a \u2068א b\u2069 c", 0) == (0, 0, 0, 1, 1, 2, 0, 0, 0)


def test_no_depth_of_embedding_is_too_much() -> None:
    text = "\u202b\u2067" * 200 + "aא"
    levels = resolve_levels(text, 0)
    assert len(levels) == len(text) and max(levels) <= 127


@given(
    st.text(ALPHABET + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n", max_size=20), st.booleans()
)
def test_every_letter_stands_somewhere_once(text: str, from_right: bool) -> None:
    places = [place for run in visual_runs(text, int(from_right)) for place in range(run.start, run.stop)]
    assert sorted(places) == list(range(len(text)))


@given(st.text(ALPHABET, min_size=1, max_size=14), st.booleans())
def test_as_fribidi_has_it(text: str, from_right: bool) -> None:
    """The renderer orders with FriBidi. It is asked where the machine has it."""
    base = int(from_right)
    before_brackets = any(
        unicodedata.bidirectional(mark) == "NSM" and bracket in "()[]" for mark, bracket in pairwise(text)
    )
    asked = None if before_brackets else _ask_fribidi(text, base)
    assert asked is None or resolve_levels(text, base) == asked


def _ask_fribidi(text: str, base: int) -> tuple[int, ...] | None:
    try:
        library = ctypes.CDLL("libfribidi.so.0")
    except OSError:
        return None
    count = len(text)
    letters = (ctypes.c_uint32 * count)(*map(ord, text))
    kinds, brackets = (ctypes.c_uint32 * count)(), (ctypes.c_uint32 * count)()
    levels, direction = (ctypes.c_int8 * count)(), ctypes.c_uint32(0x110 | base)
    library.fribidi_get_bidi_types(letters, count, kinds)
    library.fribidi_get_bracket_types(letters, count, kinds, brackets)
    library.fribidi_get_par_embedding_levels_ex(kinds, brackets, count, ctypes.byref(direction), levels)
    end = count
    while end and unicodedata.bidirectional(text[end - 1]) == "WS":
        end -= 1
    return (*levels[:end], *(base,) * (count - end))
