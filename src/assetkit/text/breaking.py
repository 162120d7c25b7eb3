"""Break text into lines by rendered width: balanced, and where the language likes to break."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assetkit.text.gaps import BAD, gap_costs
from assetkit.text.shaping import measure

Ruler = Callable[[str, int, float], float]
"""Gives the width in pixels of a line at an em: (its text, its first character in the whole text, em)."""

# What a line costs: the squared share of the width that it takes. Lines above weigh a little more, so that of
# two equal ways the one with the shorter line above is taken, which covers less of the picture.
_UNEVEN, _TOP_HEAVY = 50.0, 0.06
_CLOSEST = 0.95  # of their own widths, which words in one line take at least


@dataclass(frozen=True)
class _Part:
    """One line as it was written: its words, where they begin in the whole text, and what breaks cost."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    costs: tuple[float, ...]
    joined: dict[tuple[int, int], str] = field(default_factory=dict, compare=False, repr=False)

    def text(self, first: int, last: int) -> str:
        """Give words [first, last) as a line; the same object each time, so that its hash is known."""
        if (first, last) not in self.joined:
            self.joined[first, last] = " ".join(self.words[first:last])
        return self.joined[first, last]


def break_lines(
    text: str,
    font_name: str,
    em: float,
    max_width: float,
    max_lines: int,
    language: str,
    ruler: Ruler | None = None,
) -> tuple[str, ...] | None:
    """Break into the fewest lines that are at most `max_width` pixels; None where it does not fit.

    A line break in the text is kept. Spaces that must not break (U+00A0, U+202F) never do; `text.gaps` says
    what else belongs together. `ruler` measures text that is not all set in one face.
    """
    parts = _parts(text, language)
    if not parts:
        return ()
    width_of = ruler or _plain_ruler(font_name)
    fewest = len(parts) if ruler else max(len(parts), _fewest_lines(parts, font_name, em, max_width))
    for count in range(fewest, max_lines + 1):
        options = (
            _break_parts(parts, counts, em, max_width, width_of) for counts in _shares(count, len(parts))
        )
        found = [option for option in options if option is not None]
        if found:
            return min(found)[1]
    return None


def _fewest_lines(parts: Sequence[_Part], font: str, em: float, max_width: float) -> int:
    """Give a number of lines below which the words cannot fit, whatever is kerned between them.

    So that a text of a thousand words is known to be too long at once.
    """
    words = sum(measure(word, font, em) for part in parts for word in part.words)
    return int(words * _CLOSEST / max_width)


def fit_text(
    text: str,
    font: str,
    language: str,
    max_width: float,
    max_lines: int,
    largest: int,
    smallest: int,
    inset: float = 0.0,
    ruler: Ruler | None = None,
) -> tuple[int, tuple[str, ...]] | None:
    """Find the largest whole em size in pixels, from `largest` down to `smallest`, at which the text fits.

    `inset` ems of the width are kept free (the padding of a box). A size down to a tenth smaller is taken
    where that saves a line from ending in a preposition. None where even the smallest does not fit.
    """

    def lines_at(size: int) -> tuple[str, ...] | None:
        return break_lines(text, font, size, max_width - inset * size, max_lines, language, ruler)

    best, low, high = None, smallest, largest
    middle = largest  # where most texts fit
    while low <= high:
        lines = lines_at(middle)
        if lines is None:
            high = middle - 1
        else:
            best, low = (middle, lines), middle + 1
        middle = (low + high + 1) // 2
    return _prefer_better_breaks(best, lines_at, smallest, language)


def _prefer_better_breaks(
    best: tuple[int, tuple[str, ...]] | None,
    lines_at: Callable[[int], tuple[str, ...] | None],
    smallest: int,
    language: str,
) -> tuple[int, tuple[str, ...]] | None:
    if best is None or not breaks_badly(best[1], language):
        return best
    for size in range(best[0] - 1, max(smallest, round(0.9 * best[0])) - 1, -1):
        lines = lines_at(size)
        if lines is not None and not breaks_badly(lines, language):
            return size, lines
    return best


def breaks_badly(lines: Sequence[str], language: str) -> bool:
    """Whether one of the line ends is a place at which the standards advise against breaking."""
    if len(lines) < 2:
        return False
    words = [tuple(line.split(" ")) for line in lines]
    costs = gap_costs(tuple(itertools.chain.from_iterable(words)), language)
    ends = itertools.accumulate(len(line) for line in words[:-1])
    return any(costs[end] >= BAD for end in ends)


def narrowest_width(
    text: str, font_name: str, em: float, max_lines: int, language: str, ruler: Ruler | None = None
) -> float:
    """Give the smallest width in pixels, to the next whole one, at which the text fits in so many lines.

    Infinite where its own line breaks are too many.
    """
    if len(tidy_lines(text)) > max_lines:
        return math.inf
    low, high = 0, math.ceil((ruler or _plain_ruler(font_name))(text.replace("\n", " "), 0, em)) + 1
    while low < high:
        middle = (low + high) // 2
        fits = break_lines(text, font_name, em, middle, max_lines, language, ruler) is not None
        low, high = (low, middle) if fits else (middle + 1, high)
    return float(low)


def tidy_lines(text: str) -> list[str]:
    """Give the lines that have words, with single spaces between these."""
    lines = (re.sub(r"[ \t]+", " ", line).strip(" \t\r") for line in text.split("\n"))
    return [line for line in lines if line]


@functools.lru_cache(maxsize=4096)
def _parts(text: str, language: str) -> tuple[_Part, ...]:
    """Give the words of each line; asked for again at every size that is tried."""
    parts, at = [], 0
    for line in tidy_lines(text):
        words = tuple(line.split(" "))
        starts = tuple(itertools.accumulate((len(word) + 1 for word in words[:-1]), initial=at))
        parts.append(_Part(words, starts, gap_costs(words, language)))
        at += len(line) + 1
    return tuple(parts)


@functools.cache
def _plain_ruler(font: str) -> Ruler:
    return lambda text, _, em: measure(text, font, em)


@functools.cache
def _shares(count: int, parts: int) -> list[tuple[int, ...]]:
    """Give every way to share `count` lines among `parts`, at least one each."""
    cuts = itertools.combinations(range(1, count), parts - 1)
    return [tuple(b - a for a, b in itertools.pairwise((0, *cut, count))) for cut in cuts]


def _break_parts(
    parts: Sequence[_Part], counts: tuple[int, ...], em: float, max_width: float, width_of: Ruler
) -> tuple[float, tuple[str, ...]] | None:
    cost = 0.0
    lines: tuple[str, ...] = ()
    for part, count in zip(parts, counts, strict=True):
        found = _break_part(part, count, em, max_width, width_of)
        if found is None:
            return None
        cost, lines = cost + found[0], lines + found[1]
    return cost, lines


def _break_part(
    part: _Part, count: int, em: float, max_width: float, width_of: Ruler
) -> tuple[float, tuple[str, ...]] | None:
    """Find the cheapest way to set the words in exactly `count` lines."""
    size = len(part.words)
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        weight = _UNEVEN * (1 + _TOP_HEAVY * (count - line))
        reached: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, lines) in best.items():
            for end in (size,) if line == count else range(start + 1, size):
                text = part.text(start, end)
                width = width_of(text, part.starts[start], em)
                if width > max_width:
                    break
                gap = part.costs[end] if end < size else 0.0
                total = cost + weight * (width / max_width) ** 2 + gap
                if total < reached.get(end, (math.inf, ()))[0]:
                    reached[end] = (total, (*lines, text))
        best = reached
    return best.get(size)
