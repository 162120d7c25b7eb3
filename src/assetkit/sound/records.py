"""What is heard of a timeline, as values: the mix as pieces that abut."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SoundPiece:
    """Samples [start, start + length) of the timeline, from `source_start` of a source.

    `source` None is silence: a card, or a master without sound. `cross` is the length in samples of a
    dissolve with the piece before; `cross_before` of them lie before the join (half where it is None).
    """

    source: str | None
    source_start: int
    start: int
    length: int
    cross: int = 0
    cross_before: int | None = None

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
class MixPlan:
    """The sound of one timeline: `total` samples at 48 kHz, filled by pieces that abut.

    Raises ValueError where the pieces leave a gap, overlap, or a dissolve is longer than what it joins.
    """

    total: int
    pieces: tuple[SoundPiece, ...]

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
