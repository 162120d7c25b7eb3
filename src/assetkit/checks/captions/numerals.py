"""Numbers in running text: what is written in digits, and whether words say a number."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "numerals.txt"
_SPACE = " \u00a0\u202f\n"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)|\d{{1,3}}(?:[.,]\d{{3}})+(?![\d])|\d+)(?:[.,]\d+)?"
)
_AFTER = re.compile(rf"[{_SPACE}]*(%|[^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(rf"[{_SPACE}]*(?:[ap]\.?m\b|:\d)", re.IGNORECASE)
_MOST_DIGITS = 15


@dataclass(frozen=True)
class Number:
    """A number in digits: as written, what it comes to with a word like "million", and whether % follows."""

    text: str
    value: Fraction
    percent: bool = False


@dataclass
class _Words:
    exact: dict[str, Fraction] = field(default_factory=dict)
    begins: list[tuple[str, Fraction]] = field(default_factory=list)
    times: dict[str, int] = field(default_factory=dict)


def find_numbers(text: str, language: str) -> list[Number]:
    """Give the numbers that stand in digits; times of day are none, and 15,000 is 15 000 and 15 мың."""
    found = []
    for match in _NUMBER.finditer(text):
        if _CLOCK.match(text, match.end()) or text[: match.start()].endswith(":"):
            continue
        if len(match[0]) > _MOST_DIGITS:
            continue
        value, after = _value(match[0]), _AFTER.match(text, match.end())
        unit = after[1].lower() if after else ""
        value *= _words_of(language).times.get(unit, 1)
        found.append(Number(match[0], value, unit == "%"))
    return found


def says_number(text: str, value: Fraction, language: str) -> bool:
    """Whether a text says a number, in digits or by a word."""
    if any(number.value == value for number in find_numbers(text, language)):
        return True
    words = _words_of(language)
    for match in _WORD.finditer(text.lower()):
        if words.exact.get(match[0]) == value:
            return True
        if any(known == value and match[0].startswith(start) for start, known in words.begins):
            return True
    return False


def knows_numerals(language: str) -> bool:
    """Whether words for numbers are known in a language."""
    return language in _tables()


def _value(text: str) -> Fraction:
    plain = text.translate({ord(sign): None for sign in _SPACE})
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain):
        return Fraction(re.sub("[.,]", "", plain))
    whole, sign, decimals = plain.rpartition(max(".", ",", key=plain.rfind))
    return Fraction(f"{re.sub('[.,]', '', whole)}.{decimals}" if sign else decimals)


def _words_of(language: str) -> _Words:
    return _tables().get(language) or _Words()


@functools.cache
def _tables() -> dict[str, _Words]:
    tables: dict[str, _Words] = {}
    words = _Words()
    for row in _DATA.read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            words = tables.setdefault(row.strip("[]"), _Words())
        elif row and not row.startswith("#"):
            _read_row(words, *row.split())
    return tables


def _read_row(words: _Words, number: str, *forms: str) -> None:
    for form in forms:
        if number.startswith("x"):
            words.times[form] = int(number[1:])
        elif form.endswith("*"):
            words.begins.append((form.rstrip("*"), Fraction(number)))
        else:
            words.exact[form] = Fraction(number)
