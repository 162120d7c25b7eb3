"""Breaking display type: few large lines, balanced against each other, at the places that read best.

Captions break where a speaker would pause (`text.breaking`). Large type is looked at before it is read: its
lines are balanced first, no word is left alone at the end, and titles and what stands in brackets keep
together. The weights are our own, on the scale of `text.gaps`.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, field

from assetkit.text.breaking import break_lines, tidy_lines
from assetkit.text.gaps import AFTER_CLAUSE, AFTER_PRONOUN, NEVER, gap_costs
from assetkit.text.shaping import measure
from assetkit.text.words import words_of

_UNEVEN = 35.0  # for the square of how far a line is from the mean length, as a share of that
_WIDOW = 20.0  # one short word as the last line, or a very short one anywhere
_LONE = 8.0  # one short word as another line
_SHORT = 0.45  # of the mean length
_FEW_LETTERS = 3
_IN_QUOTES, _IN_BRACKETS, _IN_TITLE = 20.0, 10.0, 20.0
_PRONOUN = 45.0  # in large type one at the end of a line is seen as soon as any small word is
_LEAST_TITLE = 3  # capitalised words in a row, from which on they are a title, not somebody's name
_OPENS, _CLOSES = "«“„", "»”"


@dataclass(frozen=True)
class Setting:
    """Lines of a text, and how far they are from good ones: 0 is as good as can be, from 30 on one winces."""

    lines: tuple[str, ...]
    cost: float


def set_lines(text: str, font: str, em: float, max_width: float, count: int, language: str) -> Setting | None:
    """Break a text into exactly `count` lines of at most `max_width` pixels; None where it cannot be done.

    Line breaks in the text are kept; lines that a person broke are as good as they are.
    """
    own = tidy_lines(text)
    if len(own) != 1:
        lines = break_lines(text, font, em, max_width, count, language) if own else ()
        return Setting(lines, 0.0) if lines is not None and len(lines) == count else None
    measured = _measured(own[0], font, language)
    return None if count > len(measured.words) else _set_words(measured, em, max_width, count)


# Fitting asks once to find the size, again to break there, and again at the sizes below it.
@functools.lru_cache(maxsize=8192)
def fewest_lines(text: str, font: str, em: float, max_width: float, language: str) -> int | None:
    """Give in how many lines of at most `max_width` pixels a text fits; None where one word does not."""
    found = 0
    for line in tidy_lines(text):
        measured, most = _measured(line, font, language), max_width / em
        start, end, size = 0, 0, len(measured.words)
        while start < size:
            for stop in range(start + 1, size + 1):
                if measured.width(start, stop) > most:
                    break
                if stop == size or measured.costs[stop] < NEVER:
                    end = stop
            if end == start:
                return None
            start, found = end, found + 1
    return found


@dataclass(frozen=True)
class _Measured:
    """The words of a line, what a break before each costs, and the widths of rows of them, in ems."""

    words: tuple[str, ...]
    font: str
    costs: tuple[float, ...]
    widths: dict[tuple[int, int], float] = field(default_factory=dict, compare=False, repr=False)

    def width(self, start: int, end: int) -> float:
        known = self.widths.get((start, end))
        if known is None:
            known = self.widths[start, end] = measure(self.text(start, end), self.font, 1)
        return known

    def text(self, start: int, end: int) -> str:
        return " ".join(self.words[start:end])


@functools.lru_cache(maxsize=4096)
def _measured(line: str, font: str, language: str) -> _Measured:
    words = tuple(line.split(" "))
    return _Measured(words, font, _display_costs(words, language))


def _set_words(measured: _Measured, em: float, max_width: float, count: int) -> Setting | None:
    """Find the cheapest way, line by line; a way is its cost and where its lines begin."""
    words, costs, size, most = measured.words, measured.costs, len(measured.words), max_width / em
    mean = measured.width(0, size) / count or 1.0  # letters without width, such as U+200B
    known = measured.widths  # asked a hundred thousand times: a call each would cost more than the sums
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, starts) in best.items():
            for end in (size,) if line == count else range(start + 1, size):
                width = known.get((start, end)) or measured.width(start, end)
                if width > most:
                    break
                total = cost + (costs[start] if start else 0.0)
                total += _cost_of_line(words, start, end, width / mean, end == size and count > 1)
                if total < reached.get(end, (math.inf, ()))[0]:
                    reached[end] = (total, (*starts, start))
        best = reached
    if size not in best:
        return None
    cost, starts = best[size]
    ends = (*starts[1:], size)
    return Setting(tuple(measured.text(*pair) for pair in zip(starts, ends, strict=True)), cost)


def _cost_of_line(words: tuple[str, ...], start: int, end: int, share: float, is_last: bool) -> float:
    """Give what a line costs by its length, a share of the mean one, and by a word that stands alone."""
    cost = _UNEVEN * (share - 1) ** 2
    if end > start + 1 or share >= 1:
        return cost
    if len(words[start]) <= _FEW_LETTERS or (is_last and share < _SHORT):
        return cost + _WIDOW
    return cost + (_LONE if share < _SHORT else 0.0)


def _display_costs(words: tuple[str, ...], language: str) -> tuple[float, ...]:
    """Give what a break before each word costs, in large type."""
    costs = [_PRONOUN if cost == AFTER_PRONOUN else cost for cost in gap_costs(words, language)]
    _price_titles(words, language, costs)
    quoted = bracketed = False
    for index, word in enumerate(words):
        if index and costs[index] < NEVER:
            if word.startswith("(") and not bracketed:
                costs[index] = min(costs[index], AFTER_CLAUSE)
            costs[index] += _IN_QUOTES * quoted + _IN_BRACKETS * bracketed
        quoted = _is_open(word, _OPENS, _CLOSES, quoted)
        bracketed = _is_open(word, "(", ")", bracketed)
    return tuple(costs)


def _is_open(word: str, opens: str, closes: str, before: bool) -> bool:
    """Whether what a mark opens is still open after a word."""
    last = max(word.rfind(mark) for mark in opens)
    closed = max(word.rfind(mark) for mark in closes)
    return before if last == closed == -1 else last > closed


def _price_titles(words: tuple[str, ...], language: str, costs: list[float]) -> None:
    """Make all gaps in a title alike: "Do Not Forget Your Way Home" is no row of names."""
    lists, start = words_of(language), 0
    while start < len(words):
        stop = start
        while stop < len(words) and words[stop].lstrip(_OPENS)[:1].isupper():
            stop += 1
        if stop - start >= _LEAST_TITLE:
            for index in range(start + 1, stop):
                if costs[index] < NEVER:
                    leans = lists.lean_on(words[index - 1].lower())
                    costs[index] = _IN_TITLE * (1.5 if leans else 1)
        start = stop + 1
