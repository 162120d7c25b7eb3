"""What is heard of a timeline, as values: the mix as pieces that abut."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from assetkit.timecode import SAMPLE_RATE

BEDS_VERSION = 1
"""Raise it when the same beds give other samples."""
SHORTEST_LOOP = SAMPLE_RATE // 2
"""Music that is repeated after less than half a second is a rattle."""


@dataclass(frozen=True)
class SoundPiece:
    """Samples [start, start + length) of the timeline, from `source_start` of a source.

    `source` None is silence: a card, or a master without sound. `cross` is the length in samples of a
    dissolve with the piece before; `cross_before` of them lie before the join (half where it is None).
    `fade_in` and `fade_out` are asked for: so many samples within the piece, from and to silence.
    """

    source: str | None
    source_start: int
    start: int
    length: int
    cross: int = 0
    cross_before: int | None = None
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0

    @property
    def stop(self) -> int:
        """Give the first sample of the timeline after this piece."""
        return self.start + self.length

    @property
    def dissolve(self) -> tuple[int, int]:
        """Give how many samples of the dissolve lie before the join, and how many after."""
        before = self.cross // 2 if self.cross_before is None else self.cross_before
        return before, self.cross - before

    def runs_on_from(self, other: SoundPiece) -> bool:
        """Tell whether this piece goes on where the other one stopped."""
        if self.source is None or other.source is None:
            return self.source is other.source
        return self.source == other.source and self.source_start == other.source_start + other.length


@dataclass(frozen=True)
class Duck:
    """How far a bed goes down under speech: by `depth_db` (negative) within `ranges` of the timeline.

    `attack` samples before a range the gain begins to fall, `release` samples after it stands again. Ranges
    are half-open, in samples, in order, and do not touch. With `gate_db` (negative) they are found when it
    is mixed: where the film's sound is at most so many dB under its loud parts.
    """

    depth_db: float
    attack: int
    release: int
    ranges: tuple[tuple[int, int], ...] = ()
    gate_db: float | None = None


@dataclass(frozen=True)
class Bed:
    """Music under samples [start, start + length) of the timeline, from `source_start` of a source.

    `loop` are the samples [from, to) of the source that are repeated until the bed ends, `to` 0 for its end,
    and then only where the source is too short; None plays on.
    """

    source: str
    start: int
    length: int
    source_start: int = 0
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    loop: tuple[int, int] | None = None
    duck: Duck | None = None


@dataclass(frozen=True)
class MixPlan:
    """The sound of one timeline: `total` samples at 48 kHz, filled by pieces that abut, over beds.

    `fade_in` and `fade_out` are those of all that is heard, in samples.

    Raises ValueError where the pieces leave a gap, overlap, or a dissolve is longer than what it joins.
    """

    total: int
    pieces: tuple[SoundPiece, ...]
    beds: tuple[Bed, ...] = ()
    fade_in: int = 0
    fade_out: int = 0

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            if piece.start != at or piece.length <= 0:
                raise ValueError(
                    f"the sound piece at sample {piece.start} should start at {at} and not be empty"
                )
            at = piece.stop
        if at != self.total:
            raise ValueError(f"the pieces end at sample {at}, the timeline at {self.total}")
        for number, piece in enumerate(self.pieces):
            before, after = piece.dissolve
            room = self.pieces[number - 1].length if number else 0
            if not (0 <= before <= room and 0 <= after <= piece.length):
                raise ValueError(
                    f"the dissolve at sample {piece.start} is longer than the pieces that it joins"
                )

    def identity(self) -> dict[str, Any]:
        """Give what decides the samples; what is as it is without being asked for is left out."""
        told = _told(self, frozenset({"total"})) | {"pieces": [_told(piece, _EVER) for piece in self.pieces]}
        beds = {"beds": [asdict(bed) for bed in self.beds], "bedding": BEDS_VERSION}
        return told | (beds if self.beds else {})


# Older than the rule that what was not asked for is left out: mixes keep the keys that they always had.
_EVER = frozenset({"cross", "cross_before"})


def _told(record: SoundPiece | MixPlan, ever: frozenset[str]) -> dict[str, Any]:
    return {
        part.name: getattr(record, part.name)
        for part in fields(record)
        if part.name in ever or getattr(record, part.name) != part.default
    }
