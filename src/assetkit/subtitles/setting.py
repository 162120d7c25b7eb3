"""Collect the words of one cue with their looks and times, and make them plain, sound text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.subtitles.cues import Emphasis, WordTime

# No-break spaces stay, and so do the joiners that Arabic and Hindi are written with; other signs without
# width may lack a glyph, and marks of direction are for the one who sets the text.
_INVISIBLE = "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"
# All of Unicode's category Cc but tab and newline.
_GONE = re.compile(f"{_INVISIBLE}|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MESSY = re.compile(r"[\t\n]|  |^ | $")

_MOST_ACCENTS = 32

Look = tuple[bool, bool]
"""Italic, bold."""


@dataclass(frozen=True)
class Set:
    """The words of one cue: lines of plain NFC text, none of them empty."""

    lines: tuple[str, ...]
    emphasis: tuple[Emphasis, ...] = ()
    words: tuple[WordTime, ...] = ()


@dataclass
class Setter:
    """Takes what a file says in its order; `italic` and `bold` hold for what is said next."""

    italic: bool = False
    bold: bool = False
    _signs: list[str] = field(default_factory=list)
    _looks: list[Look] = field(default_factory=list)
    _times: list[tuple[Fraction, int]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Add words, with a newline where a line ends."""
        text = _GONE.sub("", text)
        self._signs.extend(text)
        self._looks.extend([(self.italic, self.bold)] * len(text))

    def time(self, at: Fraction) -> None:
        """Say that the word that follows is said from `at` seconds on."""
        self._times.append((at, len(self._signs)))

    def finish(self, start: Fraction | None = None) -> Set:
        """Give the words; where only later ones have times, the first is said from `start` on."""
        self._compose()
        kept = _tidy(self._signs)
        text = "".join(" " if self._signs[place] == "\t" else self._signs[place] for place in kept)
        if not text:
            return Set(())
        looks = [self._looks[place] for place in kept]
        for place, sign in enumerate(text):
            if sign == "\n":  # between two lines of one look it has theirs, else none
                (italic, bold), after = looks[place - 1], looks[place + 1]
                looks[place] = (italic and after[0], bold and after[1])
        return Set(tuple(text.split("\n")), _stretches(looks), self._words(kept, text, start))

    def _compose(self) -> None:
        """Make the text NFC; an accent has the look of its letter."""
        if unicodedata.is_normalized("NFC", "".join(self._signs)):
            return
        signs: list[str] = []
        looks: list[Look] = []
        places = [0]
        for sign, look in zip(self._signs, self._looks, strict=True):
            tail = _tail(signs)
            joined = unicodedata.normalize("NFC", "".join([*signs[tail:], sign]))
            held = [*looks[tail:], look][: len(joined)]
            looks[tail:] = held + [look] * (len(joined) - len(held))
            signs[tail:] = joined
            places.append(len(signs))
        self._times = [(at, places[place]) for at, place in self._times]
        self._signs, self._looks = signs, looks

    def _words(self, kept: list[int], text: str, start: Fraction | None) -> tuple[WordTime, ...]:
        found: dict[int, Fraction] = {}
        for at, place in self._times:
            begin = bisect_left(kept, place)
            while begin < len(text) and text[begin] in " \n":
                begin += 1
            if begin < len(text) and (begin == 0 or text[begin - 1] in " \n"):
                found[begin] = at
        if found and start is not None:
            found.setdefault(0, start)
        return tuple(WordTime(at, begin) for begin, at in sorted(found.items()))


def _tail(signs: list[str]) -> int:
    """Give where the last letter with its accents begins; nothing before it can join what follows."""
    tail = len(signs) - 1
    least = len(signs) - _MOST_ACCENTS
    while tail > max(0, least) and unicodedata.combining(signs[tail]):
        tail -= 1
    # Syllables of Hangul and some vowels of India are joined from letters that are no accents.
    return max(0, tail)


def _tidy(signs: list[str]) -> list[int]:
    """Give the places of the signs that stay: one space between words, no empty line, none at an end."""
    if not _MESSY.search("".join(signs)):
        return list(range(len(signs)))
    kept: list[int] = []
    line: list[int] = []
    ended = -1
    for place, sign in enumerate([*signs, "\n"]):
        if sign == "\n":
            while line and signs[line[-1]] in " \t":
                line.pop()
            kept += ([ended] if line and kept else []) + line
            ended, line = place, []
        elif sign not in " \t" or (line and signs[line[-1]] not in " \t"):
            line.append(place)
    return kept


def _stretches(looks: list[Look]) -> tuple[Emphasis, ...]:
    found: list[Emphasis] = []
    start = 0
    for place in range(1, len(looks) + 1):
        if place == len(looks) or looks[place] != looks[start]:
            italic, bold = looks[start]
            if italic or bold:
                found.append(Emphasis(start, place, italic, bold))
            start = place
    return tuple(found)
