"""A first teaser of one's own film: which of its shots it shows, before anybody has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.media.shots import Shot
from assetkit.timecode import FrameRange

TEASER_LIMIT = Fraction(15)
_MOST_CLIPS = 6
_LEAST = 1  # seconds: shorter shots cannot be taken in
_WHOLE = 4  # seconds: up to here a shot is shown whole
_PART = 3  # seconds: else the middle of it


@dataclass(frozen=True)
class Select:
    """A shot as a named select of the film."""

    name: str
    range: FrameRange


@dataclass(frozen=True)
class Piece:
    """What the teaser shows of a select, in frames of the master."""

    select: Select
    range: FrameRange

    @property
    def is_whole(self) -> bool:
        """Whether all of the select is shown."""
        return self.range == self.select.range


def name_shots(shots: Sequence[Shot]) -> tuple[Select, ...]:
    """Name shots in their order: shot-01, shot-02; as many digits as the last of them needs."""
    digits = max(2, len(str(len(shots))))
    return tuple(
        Select(f"shot-{number:0{digits}d}", shot.range) for number, shot in enumerate(shots, start=1)
    )


def choose_pieces(shots: Sequence[Shot], budget: int, rate: Fraction) -> tuple[Piece, ...]:
    """Choose up to six pieces, spread over the film and in its order, of at most `budget` frames in all.

    Dark shots and very short ones are passed over while there are others; of a long shot its middle is shown.
    """
    selects = name_shots(shots)
    good = [
        select
        for select, shot in zip(selects, shots, strict=True)
        if not shot.is_dark and len(shot.range) >= _LEAST * rate
    ]
    pieces = [Piece(select, _part(select.range, rate)) for select in good or selects]
    for count in range(min(_MOST_CLIPS, len(pieces)), 1, -1):
        spread = [pieces[place * (len(pieces) - 1) // (count - 1)] for place in range(count)]
        if sum(len(piece.range) for piece in spread) <= budget:
            return tuple(spread)
    middle = pieces[len(pieces) // 2]
    return (Piece(middle.select, _middle(middle.range, budget)),)


def _part(shot: FrameRange, rate: Fraction) -> FrameRange:
    return shot if len(shot) <= _WHOLE * rate else _middle(shot, int(_PART * rate))


def _middle(frames: FrameRange, length: int) -> FrameRange:
    if len(frames) <= length:
        return frames
    start = frames.start + (len(frames) - length) // 2
    return FrameRange(start, start + length)
