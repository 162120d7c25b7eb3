"""Text that is not all set alike: its stretches of one face, how wide they are, how its places move."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.styles import heavier_face
from assetkit.text.breaking import Ruler
from assetkit.text.shaping import measure

FROM_RIGHT = ("R", "AL", "RLE", "RLO", "RLI")
"""The kinds of letters and marks of the bidirectional algorithm that are written from the right."""

_WORD = re.compile(r"[^ \t\r]+")


@dataclass(frozen=True)
class Stretch:
    """Characters [start, stop) of a line that are set in one face, upright or slanted."""

    start: int
    stop: int
    font: str
    is_slanted: bool


def stretches_of(line: str, start: int, emphasis: Sequence[Emphasis], font: str) -> Iterator[Stretch]:
    """Give the stretches of a line that begins at character `start` of the text.

    A line with letters that are written from the right is one: its runs do not stand in the text's order.
    """
    length = len(line)
    if any(unicodedata.bidirectional(letter) in FROM_RIGHT for letter in line):
        emphasis = ()
    inside = [(max(0, mark.start - start), min(length, mark.stop - start), mark) for mark in emphasis]
    inside = [mark for mark in inside if mark[0] < mark[1]]
    edges = sorted({0, length, *(edge for first, last, _ in inside for edge in (first, last))})
    last: Stretch | None = None
    for first, stop in pairwise(edges):
        over = [mark for low, high, mark in inside if low <= first and stop <= high]
        face = heavier_face(font) if any(mark.bold for mark in over) else font
        is_slanted = any(mark.italic for mark in over)
        if last and (last.font, last.is_slanted) == (face, is_slanted):
            last = replace(last, stop=stop)
            continue
        if last:
            yield last
        last = Stretch(first, stop, face, is_slanted)
    if last:
        yield last


def ruler_for(emphasis: Sequence[Emphasis], font: str) -> Ruler | None:
    """Give what measures lines of a text with such emphasis; None where it is all set alike."""
    if not emphasis:
        return None

    def width_of(line: str, start: int, em: float) -> float:
        parts = stretches_of(line, start, emphasis, font)
        return sum(measure(line[part.start : part.stop], part.font, em) for part in parts)

    return width_of


def tidy_cue(cue: FrameCue) -> FrameCue:
    """Give the cue with single spaces and no empty lines; emphasis and words keep their letters."""
    lines = [" ".join(_WORD.findall(line)) for line in cue.text.split("\n")]
    text = "\n".join(line for line in lines if line)
    if text == cue.text:
        return cue
    # Each word's first letter moves to where the word now begins; what lies between words, to the next one.
    old = [match.start() for match in re.finditer(r"[^ \t\r\n]+", cue.text)]
    new = [match.start() for match in re.finditer(r"[^ \n]+", text)]
    return _moved(cue, text, old, new)


def _moved(cue: FrameCue, text: str, old: list[int], new: list[int]) -> FrameCue:
    def place(at: int, is_end: bool) -> int:
        before = [number for number, start in enumerate(old) if start < at or (start == at and not is_end)]
        if not before:
            return 0
        last = before[-1]
        end = new[last + 1] - 1 if last + 1 < len(new) else len(text)
        return min(new[last] + at - old[last], end)

    marks = [
        replace(mark, start=place(mark.start, False), stop=place(mark.stop, True)) for mark in cue.emphasis
    ]
    words = tuple((frame, place(at, False)) for frame, at in cue.words)
    kept = tuple(mark for mark in marks if mark.start < mark.stop)
    turns = tuple((place(at, False), speaker) for at, speaker in cue.turns)
    return replace(cue, text=text, emphasis=kept, words=words, turns=turns)
