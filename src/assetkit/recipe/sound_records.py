"""What a recipe says of sound, as values: which track a film has, how it leads and lags, what cards have."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.diagnostics import Place
from assetkit.recipe.music_records import Ducking, Music
from assetkit.timecode import Duration


@dataclass(frozen=True)
class Offset:
    """How much later than its file says a sound is heard, or with `early` how much earlier."""

    length: Duration
    early: bool = False

    def in_samples(self, rate: Fraction) -> int:
        """Give it in samples at 48 kHz, below 0 where it is earlier."""
        return -self.length.in_samples(rate) if self.early else self.length.in_samples(rate)


@dataclass(frozen=True)
class SoundTrack:
    """The sound of a film, or of one language of it.

    `file` None is the master itself. `track` is a number counted from 1, or a language; None is the first.
    """

    file: str | None = None
    track: int | str | None = None
    offset: Offset | None = None
    gain_db: float = 0.0
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class ClipSound:
    """How a clip sounds: `lead` before its picture begins, `lag` after it has ended, in frames or seconds."""

    lead: Duration | None = None
    lag: Duration | None = None
    gain_db: float = 0.0
    mute: bool = False
    fade_in: Duration | None = None
    fade_out: Duration | None = None
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class CardSound:
    """What is heard under a card: a file of its own, or with `runs_on` what was heard before it."""

    file: str | None = None
    runs_on: bool = False
    gain_db: float = 0.0
    fade_in: Duration | None = None
    fade_out: Duration | None = None
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class CutSound:
    """What is said of the sound of a whole cut; the fades are those of all that is heard, music too."""

    fade_in: Duration | None = None
    fade_out: Duration | None = None
    place: Place = field(default=Place(""), compare=False)
    music: Music | None = None
    duck: Ducking | None = None
