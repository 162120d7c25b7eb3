"""What was heard where the end of repeated music meets its beginning, as a value."""

from __future__ import annotations

from dataclasses import dataclass

SEAM_VERSION = 1  # raise it when the same loop gives another observation


@dataclass(frozen=True)
class Seam:
    """The join of a loop: levels in dBFS before and after it, and how far a click stands out there, in dB.

    `head` and `end` are samples of the music at 48 kHz: where it plays again, and what it plays no more. A
    click is what cannot be foretold from the samples before; 0 or less is no more than elsewhere.
    """

    head: int
    end: int
    before: float
    after: float
    click: float
