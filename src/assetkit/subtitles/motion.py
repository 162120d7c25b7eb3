"""How text comes and goes, and which word is lit: for every frame of a text, how it stands there.

All of it is told by frames and never by a renderer's clock: what frame n shows does not depend on the piece
of a rendition in which it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assetkit.timecode import FrameRange, seconds_to_frames

_FADE = Fraction(12, 100)  # seconds, in and out
_POP = Fraction(16, 100)  # seconds, in only
_POP_FROM = 0.8  # of the full size; eased, so that the first frame shown is at nine tenths


@dataclass(frozen=True)
class Pose:
    """How a text stands on a frame: its opacity from 0 to 1, and its size around its own middle."""

    opacity: float = 1.0
    scale: float = 1.0

    @property
    def rest(self) -> tuple[float, float]:
        """How much it stands still, to be compared: all there first, then at its size."""
        return self.opacity, -abs(self.scale - 1)


AT_REST = Pose()


@dataclass(frozen=True)
class Part:
    """Frames on which nothing of a text changes; `word` is the character at which the lit word begins."""

    range: FrameRange
    pose: Pose
    word: int | None


def split_parts(
    area: FrameRange,
    whole: FrameRange | None,
    words: Sequence[tuple[int, int]],
    motion: str,
    rate: Fraction,
) -> tuple[Part, ...]:
    """Cut the frames `area` of a text wherever it changes; `whole` is when it stands in all, None for still.

    `words` are pairs (frame, character) in any order.
    """
    if not words and (whole is None or motion == "none"):
        return (Part(area, AT_REST, None),)
    poses = dict(_poses(whole, motion, rate)) if whole else {}
    said = sorted(words)
    edges = {area.start, area.stop, *(frame for frame, _ in said)}
    edges.update(edge for frame in poses for edge in (frame, frame + 1))
    bounds = sorted(edge for edge in edges if area.start <= edge <= area.stop)
    parts = [
        Part(FrameRange(start, stop), poses.get(start, AT_REST), _word_at(start, said))
        for start, stop in pairwise(bounds)
    ]
    return tuple(_joined(parts))


def _poses(whole: FrameRange, motion: str, rate: Fraction) -> Iterator[tuple[int, Pose]]:
    """Give the frames on which a text is not at rest; a short one moves for a quarter of its time at most."""
    if motion == "fade":
        steps = _steps(_FADE, whole, rate)
        for step in range(steps):
            pose = Pose(opacity=(step + 1) / (steps + 1))
            yield whole.start + step, pose
            yield whole.stop - 1 - step, pose
    elif motion == "pop":
        steps = _steps(_POP, whole, rate)
        for step in range(steps):
            left = 1 - (step + 1) / (steps + 1)
            yield whole.start + step, Pose(1.0 if step else 0.6, 1 - (1 - _POP_FROM) * left**3)


def _steps(seconds: Fraction, whole: FrameRange, rate: Fraction) -> int:
    return min(seconds_to_frames(seconds, rate), len(whole) // 4)


def _word_at(frame: int, words: Sequence[tuple[int, int]]) -> int | None:
    begun = [start for at, start in words if at <= frame]
    return begun[-1] if begun else None


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Join neighbours that are the same."""
    last: Part | None = None
    for part in parts:
        if last and (last.pose, last.word) == (part.pose, part.word):
            last = Part(FrameRange(last.range.start, part.range.stop), last.pose, last.word)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last
