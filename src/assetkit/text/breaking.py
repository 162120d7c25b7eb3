"""Break text into lines by rendered width: balanced, and where the language likes to break."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Callable, Sequence

from assetkit.text.shaping import measure
from assetkit.text.words import WordLists, words_of

_NUMBER = re.compile(r"^[^\w\s]*\d[\d.,:–-]*[%‰]?$")
_BARE = "«»„“”‘’\"'()[]…,.:;!?–—-"
_NEVER = math.inf
# What a break costs, beside the unevenness of the lines: the squared share of the width that each one takes.
_UNEVEN = 50
_AFTER_SENTENCE, _AFTER_CLAUSE, _BEFORE_LEADING, _PLAIN = 0.0, 1.0, 7.0, 10.0
_AFTER_LEADING, _AFTER_NUMBER = 45.0, 30.0


def break_lines(
    text: str, font_name: str, em: float, max_width: float, max_lines: int, language: str
) -> tuple[str, ...] | None:
    """Break into the fewest lines that are at most `max_width` pixels; None where it does not fit.

    A line break in the text is kept. Spaces that must not break (U+00A0, U+202F) never do, nor does a number
    leave its unit, nor a dash begin a line.
    """
    parts = _words(text)
    if not parts:
        return ()
    words = words_of(language)
    for count in range(len(parts), max_lines + 1):
        options = (
            _break_parts(parts, counts, font_name, em, max_width, words)
            for counts in _shares(count, len(parts))
        )
        found = [option for option in options if option is not None]
        if found:
            return min(found)[1]
    return None


def fit_text(
    text: str,
    font: str,
    language: str,
    max_width: float,
    max_lines: int,
    largest: int,
    smallest: int,
    inset: float = 0.0,
) -> tuple[int, tuple[str, ...]] | None:
    """Find the largest whole em size in pixels, from `largest` down to `smallest`, at which the text fits.

    `inset` ems of the width are kept free (the padding of a box). None where even the smallest does not fit.
    """

    def lines_at(size: int) -> tuple[str, ...] | None:
        return break_lines(text, font, size, max_width - inset * size, max_lines, language)

    best, low, high = None, smallest, largest
    while low <= high:
        middle = (low + high + 1) // 2
        lines = lines_at(middle)
        if lines is None:
            high = middle - 1
        else:
            best, low = (middle, lines), middle + 1
    return _prefer_better_breaks(best, lines_at, smallest, language)


def _prefer_better_breaks(
    best: tuple[int, tuple[str, ...]] | None,
    lines_at: Callable[[int], tuple[str, ...] | None],
    smallest: int,
    language: str,
) -> tuple[int, tuple[str, ...]] | None:
    """Take a size down to a tenth smaller where that saves a line from ending in a preposition."""
    if best is None or not _ends_badly(best[1], language):
        return best
    for size in range(best[0] - 1, max(smallest, round(0.9 * best[0])) - 1, -1):
        lines = lines_at(size)
        if lines is not None and not _ends_badly(lines, language):
            return size, lines
    return best


def _ends_badly(lines: tuple[str, ...], language: str) -> bool:
    leading = words_of(language).leading
    return any(line.split(" ")[-1].lower() in leading for line in lines[:-1])


def narrowest_width(text: str, font_name: str, em: float, max_lines: int, language: str) -> float:
    """Give the smallest width in pixels, to the next whole one, at which the text fits in so many lines.

    Infinite where its own line breaks are too many.
    """
    if len(_tidy(text)) > max_lines:
        return math.inf
    low, high = 0, math.ceil(measure(text.replace("\n", " "), font_name, em)) + 1
    while low < high:
        middle = (low + high) // 2
        fits = break_lines(text, font_name, em, middle, max_lines, language) is not None
        low, high = (low, middle) if fits else (middle + 1, high)
    return float(low)


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[list[str], ...]:
    """Give the words of each line; asked for again at every size that is tried."""
    return tuple(part.split(" ") for part in _tidy(text))


def _tidy(text: str) -> list[str]:
    lines = (re.sub(r"[ \t]+", " ", line).strip(" \t\r") for line in text.split("\n"))
    return [line for line in lines if line]


def _shares(count: int, parts: int) -> list[tuple[int, ...]]:
    """Give every way to share `count` lines among `parts`, at least one each."""
    cuts = itertools.combinations(range(1, count), parts - 1)
    return [tuple(b - a for a, b in itertools.pairwise((0, *cut, count))) for cut in cuts]


def _break_parts(
    parts: Sequence[list[str]],
    counts: tuple[int, ...],
    font: str,
    em: float,
    max_width: float,
    words: WordLists,
) -> tuple[float, tuple[str, ...]] | None:
    cost = 0.0
    lines: tuple[str, ...] = ()
    for tokens, count in zip(parts, counts, strict=True):
        found = _break_tokens(tokens, count, font, em, max_width, words)
        if found is None:
            return None
        cost, lines = cost + found[0], lines + found[1]
    return cost, lines


def _break_tokens(
    tokens: list[str], count: int, font: str, em: float, max_width: float, words: WordLists
) -> tuple[float, tuple[str, ...]] | None:
    """Find the cheapest way to set `tokens` in exactly `count` lines."""
    size = len(tokens)
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, lines) in best.items():
            ends = [size] if line == count else range(start + 1, size)
            for end in ends:
                text = " ".join(tokens[start:end])
                width = measure(text, font, em) if text else _NEVER
                if width > max_width:
                    if line == count:
                        continue
                    break
                total = (
                    cost
                    + _UNEVEN * (width / max_width) ** 2
                    + (_cost_at(tokens, end, words) if end < size else 0)
                )
                if total < reached.get(end, (_NEVER, ()))[0]:
                    reached[end] = (total, (*lines, text))
        best = reached
    return best.get(size)


def _cost_at(tokens: list[str], place: int, words: WordLists) -> float:
    """Give the cost of breaking before `tokens[place]`; infinite where a break is wrong."""
    before, after = tokens[place - 1], tokens[place]
    left, right = before.lower().strip(_BARE), after.lower().strip(_BARE)
    if _is_bound(before, after, words):
        return _NEVER
    if before[-1:] in ".!?…" and left not in words.units:
        return _AFTER_SENTENCE
    if before[-1:] in ",;:–—":
        return _AFTER_CLAUSE
    if left in words.leading:
        return _AFTER_LEADING
    if _NUMBER.match(before):
        return _AFTER_NUMBER
    return _BEFORE_LEADING if right in words.leading else _PLAIN


def _is_bound(before: str, after: str, words: WordLists) -> bool:
    lowered = after.lower()
    if lowered.strip(_BARE) in words.trailing or after in ("–", "—", "-"):
        return True
    if before == "№":
        return True
    closes = lowered.rstrip(",;:!?…»”)")
    is_unit = closes in words.units or closes.rstrip(".") in words.units
    return bool(_NUMBER.match(before)) and (is_unit or bool(_NUMBER.match(after)))
