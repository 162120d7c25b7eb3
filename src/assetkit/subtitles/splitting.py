"""Split a cue into two where a speaker would pause, each part on the frames on which it is said."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.standards import load_standards
from assetkit.subtitles.words import count_syllables, frame_of
from assetkit.text.gaps import BEFORE_CONJUNCTION, gap_costs
from assetkit.timecode import FrameRange

_MOST_SHIFT = Fraction(1, 2)
"""Seconds that the second part may begin before or after its words: as far may one linger (Netflix)."""


@dataclass(frozen=True)
class _Limits:
    """Frames: the least that a part stands, the gap between the parts, and how far the split may be moved."""

    least: int
    gap: int
    shift: int


def splits_of(cue: FrameCue, language: str, rate: Fraction) -> Iterator[tuple[FrameCue, FrameCue]]:
    """Give every way to split a tidy cue, the best first.

    At a sentence's end, then at a clause's, then before a conjunction; among equals the most even parts come
    first. Each part stands at least as long as the standards ask, with their gap between; a cue that is too
    short for that cannot be split.
    """
    limits = _limits(rate)
    for place in _places(cue.text, language):
        frame = _frame_at(cue, place, limits)
        if frame is not None:
            yield _parted(cue, place, frame, limits.gap)


def why_unsplit(cue: FrameCue, language: str, rate: Fraction) -> str:
    """Say why a cue was not set as two: it is too short, has no pause, or is too long even so."""
    limits = _limits(rate)
    if not _places(cue.text, language):
        return "there is no place to split it"
    if next(splits_of(cue, language, rate), None) is None:
        least = 2 * limits.least + limits.gap
        return f"it is too short to be split: {len(cue.range)} frames, two cues need {least}"
    return "split in two it does not fit either"


def _limits(rate: Fraction) -> _Limits:
    standards = load_standards()
    least = standards.find("shortest_seconds").least_frames(rate)
    return _Limits(least, standards.find("gap_frames").in_frames(rate), int(_MOST_SHIFT * rate))


def _places(text: str, language: str) -> list[int]:
    """Give the characters at which a second cue may begin, the best first."""
    # Line ends count like spaces, but for the words of another speaker.
    lines = [line.split(" ") for line in text.split("\n")]
    words = tuple(itertools.chain.from_iterable(lines))
    starts = list(itertools.accumulate((len(word) + 1 for word in words[:-1]), initial=0))
    costs = list(gap_costs(words, language))
    at = 0
    for line in lines[:-1]:
        at += len(line)
        if words[at][:1] in ("-", "–", "—"):
            costs[at] = 0.0
    spoken = list(itertools.accumulate(map(count_syllables, words), initial=0))
    ranked = [
        (costs[place], abs(2 * spoken[place] - spoken[-1]), starts[place])
        for place in range(1, len(words))
        if costs[place] <= BEFORE_CONJUNCTION
    ]
    return [start for _, _, start in sorted(ranked)]


def _frame_at(cue: FrameCue, place: int, limits: _Limits) -> int | None:
    """Give the first frame of the second part; None where the parts would be too short or out of step."""
    said = frame_of(cue, place)
    earliest = cue.range.start + limits.least + limits.gap
    latest = cue.range.stop - limits.least
    frame = max(earliest, min(latest, said))
    return frame if earliest <= latest and abs(frame - said) <= limits.shift else None


def _parted(cue: FrameCue, place: int, frame: int, gap: int) -> tuple[FrameCue, FrameCue]:
    first = replace(
        cue,
        range=FrameRange(cue.range.start, frame - gap),
        text=cue.text[: place - 1],
        emphasis=_marks_in(cue, 0, place - 1),
        words=tuple((at, start) for at, start in cue.words if start < place),
        turns=(),
    )
    second = replace(
        cue,
        range=FrameRange(frame, cue.range.stop),
        text=cue.text[place:],
        emphasis=_marks_in(cue, place, len(cue.text)),
        words=tuple((max(at, frame), start - place) for at, start in cue.words if start >= place),
        turns=(),
    )
    return first, second


def _marks_in(cue: FrameCue, first: int, stop: int) -> tuple[Emphasis, ...]:
    marks = (
        replace(mark, start=max(mark.start, first) - first, stop=min(mark.stop, stop) - first)
        for mark in cue.emphasis
    )
    return tuple(mark for mark in marks if mark.start < mark.stop)
