"""What the writers of subtitle files have in common: times, words and stretches of one look."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from assetkit.subtitles.cues import FrameCue

Mark = tuple[int, str]
"""A place in a text, and what is written there."""


def thousandths(frame: int, rate: Fraction) -> int:
    """Give the time of a frame in whole milliseconds: at most half of one beside it."""
    return int(frame / rate * 1000 + Fraction(1, 2))


def hundredths(frame: int, rate: Fraction) -> int:
    """Give the time of a frame in whole hundredths: at most half of one beside it, a third of a frame."""
    return int(frame / rate * 100 + Fraction(1, 2))


def rising(cue: FrameCue) -> Iterator[tuple[int, int]]:
    """Give the times of words inside the cue as (frame, character), in order of the text.

    One that does not rise is left out: no format says it.
    """
    last = cue.range.start - 1
    for frame, place in sorted(cue.words, key=lambda word: word[1]):
        if last < frame < cue.range.stop and 0 <= place < len(cue.text):
            last = frame
            yield frame, place


def pieces(cue: FrameCue) -> Iterator[tuple[str, bool, bool, int | None]]:
    """Give the text in pieces of one look and one word: (text, italic, bold, frame of a word or None).

    A newline is a piece of its own.
    """
    text, times = cue.text, {place: frame for frame, place in rising(cue)}
    edges = {0, len(text), *times}
    for part in cue.emphasis:
        edges |= {part.start, part.stop}
    for place, sign in enumerate(text):
        if sign == "\n":
            edges |= {place, place + 1}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, stop in pairwise(ordered):
        held = [part for part in cue.emphasis if part.start <= start < part.stop]
        italic, bold = any(part.italic for part in held), any(part.bold for part in held)
        yield text[start:stop], italic, bold, times.get(start)
