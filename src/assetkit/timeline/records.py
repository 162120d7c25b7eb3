"""A cut resolved at one frame rate: exact frames, no text, no open questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.media.facts import MasterFacts
from assetkit.recipe.records import CardItem, ClipItem
from assetkit.recipe.sound_records import CutSound
from assetkit.timecode import FrameRange


@dataclass(frozen=True)
class FootageSegment:
    """A clip in its place: master frames `source` shown at timeline frames [at, at + len(source))."""

    item: ClipItem
    facts: MasterFacts
    source: FrameRange
    at: int

    @property
    def range(self) -> FrameRange:
        """Timeline frames."""
        return FrameRange(self.at, self.at + len(self.source))

    @property
    def film(self) -> str:
        """The film that the clip comes from."""
        return self.item.film.slug


@dataclass(frozen=True)
class CardSegment:
    """A card in its place, `frames` long; `ground` is the footage that runs behind it, frame by frame."""

    item: CardItem
    frames: int
    at: int
    ground: FootageSegment | None = None

    @property
    def range(self) -> FrameRange:
        """Timeline frames."""
        return FrameRange(self.at, self.at + self.frames)


Segment = FootageSegment | CardSegment


@dataclass(frozen=True)
class Dissolve:
    """Timeline frames in which segment `first` gives way to segment `first` + 1."""

    range: FrameRange
    first: int


@dataclass(frozen=True)
class Timeline:
    """Segments abut and begin at frame 0; dissolves overlap joins and never each other."""

    rate: Fraction
    segments: tuple[Segment, ...]
    dissolves: tuple[Dissolve, ...]
    sound: CutSound = field(default_factory=CutSound)

    @property
    def frames(self) -> int:
        """Length in frames."""
        return self.segments[-1].range.stop if self.segments else 0
