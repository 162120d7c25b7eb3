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
_AFTER = re.compile(rf"[{_SPACE}]*(%|per cent|[^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(rf"[{_SPACE}]*(?:[ap]\.?m\b|:\d)", re.IGNORECASE)
_MOST_DIGITS = 15
_MOST = 10**_MOST_DIGITS
_LEAST_SPOKEN = 10  # smaller ones are said of anything: two people, second thoughts
_LEAST_STEM = 4
_MOST_ENDING = 2
_JOINERS = {"en": ("and",)}


@dataclass(frozen=True)
class Number:
    """A number: as written, what it comes to with a word like "million", and whether % follows.

    `step` is what its last digit counts: 100,000 in "1.8 million". `at` is its first letter in the text.
    """

    text: str
    value: Fraction
    percent: bool = False
    step: Fraction = field(default=Fraction(1), compare=False)
    at: int = field(default=0, compare=False)


@dataclass
class _Words:
    exact: dict[str, Fraction] = field(default_factory=dict)
    begins: list[tuple[str, Fraction]] = field(default_factory=list)
    times: dict[str, int] = field(default_factory=dict)
    shares: set[str] = field(default_factory=set)  # half: no count, for all that it is 50 in percent
    percent: set[str] = field(default_factory=set)


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
        words = _words_of(language)
        factor = words.times.get(unit, 1)
        step = Fraction(factor, 10 ** _decimals(match[0]))
        is_percent = unit in ("%", "per cent") or unit in words.percent
        found.append(Number(match[0], value * factor, is_percent, step, match.start()))
    return found


def find_spoken(text: str, language: str) -> list[Number]:
    """Give the numbers from ten on that are said in words alone: "eighty", "two hundred and thirty thousand".

    Bent forms that could be other words are left out: what is missed here is missed, never made up.
    """
    found: list[Number] = []
    phrase = _Phrase()
    words = _words_of(language)
    for match in _WORD.finditer(text):
        word = match[0].lower()
        value, factor = _spoken_value(word, words), words.times.get(word)
        joined = not phrase.parts or not text[phrase.end : match.start()].strip(f"{_SPACE}-\u2011")
        if (value or factor) and joined and phrase.takes(value, factor):
            phrase.add(match, value, factor)
            continue
        if word in _JOINERS.get(language, ()) and phrase.parts:
            phrase.end = match.end()
            continue
        found += phrase.finish(text, word in words.percent)
        phrase = _Phrase()
        if value:
            phrase.add(match, value, factor)
    return found + phrase.finish(text, False)


@dataclass
class _Phrase:
    """Words that make one number, as they come: each smaller than the one before, until a word multiplies."""

    total: int = 0
    current: int = 0
    least: int = _MOST
    start: int = 0
    last: int = 0
    end: int = 0
    parts: int = 0

    def takes(self, value: int | None, factor: int | None) -> bool:
        if not self.parts:
            return bool(value)
        if factor:
            return self.current > 0 and (not self.total or self.total > factor * self.current)
        return value is not None and (value < self.least or (value == 100 and 0 < self.current < 10))

    def add(self, match: re.Match[str], value: int | None, factor: int | None) -> None:
        self.start = self.start if self.parts else match.start()
        self.last = self.end = match.end()
        self.parts += 1
        if factor and self.parts > 1:
            self.total += self.current * factor
            self.current, self.least = 0, factor
        elif value == 100 and 0 < self.current < 10:
            self.current, self.least = self.current * 100, 100
        elif value:
            self.current += value
            self.least = 10 if value in range(10, 100, 10) else 100 if value >= 100 else 1

    def finish(self, text: str, is_percent: bool) -> list[Number]:
        value = self.total + self.current
        if not self.parts or value < _LEAST_SPOKEN:
            return []
        return [Number(text[self.start : self.last], Fraction(value), is_percent, Fraction(1), self.start)]


def _spoken_value(word: str, words: _Words) -> int | None:
    if word in words.times or any(word.startswith(start) for start in words.shares):
        return None
    value = words.exact.get(word)
    if value is None:
        value = next((known for start, known in words.begins if _is_bent(word, start)), None)
    return int(value) if value is not None else None


def _is_bent(word: str, start: str) -> bool:
    return len(start) >= _LEAST_STEM and word.startswith(start) and len(word) - len(start) <= _MOST_ENDING


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


def _decimals(text: str) -> int:
    plain = text.translate({ord(sign): None for sign in _SPACE})
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain):
        return 0
    return len(re.split("[.,]", plain)[-1]) if re.search("[.,]", plain) else 0


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
    if number == "%":
        words.percent.update(forms)
        return
    if number.endswith("%"):
        words.shares.update(form.rstrip("*") for form in forms)
        number = number.rstrip("%")
    for form in forms:
        if number.startswith("x"):
            words.times[form] = int(number[1:])
        elif form.endswith("*"):
            words.begins.append((form.rstrip("*"), Fraction(number)))
        else:
            words.exact[form] = Fraction(number)
