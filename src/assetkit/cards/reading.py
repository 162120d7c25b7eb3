"""How long a card must stand to be read, by rules that are dated data.

The house rule counts the words of the message alone; Clearcast's counts all words on the screen, the source
line among them, and asks for more. Both count from the moment when motion has landed.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from assetkit.packaged import read_packaged

_FILE = "reading.yaml"


@functools.cache
def load_reading_rules() -> dict[str, dict[str, Any]]:
    """Give the packaged rules by name, each with its source."""
    rules: dict[str, dict[str, Any]] = read_packaged("assetkit.cards", _FILE)
    return rules


@functools.cache
def _seconds(rule: str, key: str) -> Fraction:
    return Fraction(str(load_reading_rules()[rule][key]))


def least_seconds() -> Fraction:
    """Give the least time that any landed card stands by the house rule."""
    return _seconds("house", "least")


def count_words(texts: Iterable[str]) -> int:
    """Count the words of a message; each group of figures in a long number is a word of its own."""
    return sum(1 for text in texts for word in text.split() if any(map(str.isalnum, word)))


def reading_seconds(texts: Iterable[str], least: Fraction | None = None) -> Fraction:
    """Give the least time that the landed message must stand; `least` is the kind's own, if it has one."""
    at_least = least_seconds() if least is None else least
    return max(at_least, _seconds("house", "per_word") * count_words(texts))


def reading_frames(texts: Iterable[str], rate: Fraction, least: Fraction | None = None) -> int:
    """Give the least time in whole frames, rounded up."""
    return whole_frames(reading_seconds(texts, least), rate)


def clearcast_seconds(texts: Iterable[str]) -> Fraction:
    """Give the time that Clearcast's guidance asks for all words on the screen; none for no words."""
    words, rule = count_words(texts), load_reading_rules()["clearcast"]
    if not words:
        return Fraction(0)
    further = rule["further"][words >= int(rule["below"])]
    return _seconds("clearcast", "per_word") * words + Fraction(str(further))


def whole_frames(seconds: Fraction, rate: Fraction) -> int:
    """Give a time in whole frames, rounded up."""
    return -int(-(seconds * rate) // 1)
