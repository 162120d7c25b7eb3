"""What words such as "almost" let the true number be, as dated data, and whether two figures can agree."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from assetkit.packaged import read_packaged

_FILE = "bounds.yaml"
BOUNDS = ("at-least", "at-most", "more-than", "less-than", "almost", "about")


@dataclass(frozen=True)
class Bound:
    """How far below and above the number shown the true one may be, as a share of it; None for no end.

    `words` are those that say so, by language, in small letters.
    """

    name: str
    below: Fraction | None
    above: Fraction | None
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Interval:
    """What a true number may be: [low, high), or a single number where both are equal; None for no end."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, other: Interval) -> bool:
        """Whether one number can be in both."""
        first, second = sorted((self, other), key=lambda each: (each.low is not None, each.low or 0))
        if first.high is None or second.low is None:
            return True
        return second.low < first.high or (first.low == first.high == second.low)

    def over(self, other: Interval) -> Interval:
        """Give the quotients of numbers in this one by numbers in another; both are above nothing."""
        low = None if self.low is None or other.high is None else self.low / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        return Interval(low, high)

    def times(self, factor: int) -> Interval:
        """Give all of its numbers times a factor."""
        return Interval(*(None if end is None else end * factor for end in (self.low, self.high)))


@functools.cache
def load_bounds() -> dict[str, Bound]:
    """Give the packaged bounds by name."""
    return {
        name: Bound(
            name,
            _share(told.get("below")),
            _share(told.get("above")),
            {language: tuple(words) for language, words in told["words"].items()},
        )
        for name, told in read_packaged("assetkit.campaign", _FILE)["bounds"].items()
    }


def interval_of(value: Fraction, high: Fraction | None, bound: str, step: Fraction) -> Interval:
    """Give what the true number may be where `value` (to `high`) is shown, rounded to whole `step`s.

    A number without a bound is taken as rounded to its last figure; a `step` of 0 means: as it is.
    """
    top = value if high is None else high
    if not bound:
        return Interval(value - step / 2, top + step / 2)
    rule = load_bounds()[bound]
    low = None if rule.below is None else value - abs(value) * rule.below
    end = None if rule.above is None else top + abs(top) * rule.above
    return Interval(low, end)


def bound_in_words(text: str, language: str) -> str:
    """Give which bound a text says, "" where none is known; of two that fit, the one of more letters."""
    said = [
        (len(words), bound.name)
        for bound in load_bounds().values()
        for words in bound.words.get(language, ())
        if re.search(rf"\b{re.escape(words)}\b", text.casefold())
    ]
    return max(said)[1] if said else ""


def words_for(bound: str, languages: Iterable[str]) -> dict[str, str]:
    """Give the first words for a bound in each language in which some are known."""
    known = load_bounds()[bound].words
    return {language: known[language][0] for language in languages if language in known}


def _share(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))
