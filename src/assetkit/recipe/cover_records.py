"""The cover of a post as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.diagnostics import Place
from assetkit.timecode import Duration, Timecode


@dataclass(frozen=True)
class Cover:
    """Which picture stands for a post: one at `at` in the cut, its card of this number, or the best frame.

    `title` are words upon it by language; empty: none. `place` is where the recipe says it.
    """

    at: Duration | Timecode | None = None
    card: int = 0  # counted from 1; 0: none is asked for
    title: dict[str, str] = field(default_factory=dict, hash=False)
    place: Place = field(default=Place(""), compare=False)

    @property
    def is_open(self) -> bool:
        """Whether the best frame is taken."""
        return self.at is None and not self.card

    def frame(self, rate: Fraction) -> int:
        """Give the frame that the recipe names; raises ValueError where there is none at this rate."""
        return self.at.in_frames(rate) if self.at is not None else 0
