"""How long a card must stand to be read.

At least 0.3 s for each word of the message and at least 1.5 s, counted from the moment its motion has landed;
source line, hashtag and logo are not counted (campaign rule; the Clearcast guidance of 2018 asks for more).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

PER_WORD = Fraction(3, 10)
LEAST = Fraction(3, 2)


def count_words(texts: Iterable[str]) -> int:
    """Count the words of a message; each group of figures in a long number is a word of its own."""
    return sum(1 for text in texts for word in text.split() if any(map(str.isalnum, word)))


def reading_seconds(texts: Iterable[str], least: Fraction = LEAST) -> Fraction:
    """Give the least time that the landed message must stand."""
    return max(least, PER_WORD * count_words(texts))


def reading_frames(texts: Iterable[str], rate: Fraction, least: Fraction = LEAST) -> int:
    """Give the least time in whole frames, rounded up."""
    return -int(-(reading_seconds(texts, least) * rate) // 1)
