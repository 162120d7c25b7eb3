"""What the checks of sound look at, as values: a sound, what was heard of it, and where cuts play it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.checks.hearing.thresholds import Threshold
from assetkit.diagnostics import Diagnostic, Place
from assetkit.media.hearing import Hearing
from assetkit.timecode import SAMPLE_RATE, format_timecode

_MOST_CUTS = 2


@dataclass(frozen=True)
class Play:
    """Samples [first, first + length) of a sound that a cut plays from sample `at` of its timeline on.

    `opens` and `closes` say that a hard edge is heard there: neither a dissolve, a fade, nor sound that runs
    on. `place` is where the recipe names it.
    """

    cut: str
    first: int
    length: int
    at: int
    opens: bool = True
    closes: bool = True
    place: Place = field(default=Place(""))

    @property
    def last(self) -> int:
        """The first sample that is not played."""
        return self.first + self.length


@dataclass(frozen=True)
class Track:
    """A sound that cuts play.

    `name` is its file. `late` is how many samples later than in its file a film's sound is heard, so that
    times can be told as the picture's. `picture` is the master's length in samples, None for what is no
    sound of a picture. `film` is the film's slug, "" for music and for sounds of cards.
    """

    name: str
    heard: Hearing
    rate: Fraction
    place: Place
    plays: tuple[Play, ...]
    film: str = ""
    late: int = 0
    picture: int | None = None

    def frame(self, sample: int) -> int:
        """Give the frame of the picture in which a sample of the sound is heard."""
        return int(max(0, sample + self.late) * self.rate // SAMPLE_RATE)

    def when(self, first: int, last: int | None = None) -> str:
        """Say where samples are: "00:00:03:10 of films/a.mp4 (teaser-15 00:00:00:00)"."""
        stop = first + 1 if last is None else last
        cuts: dict[str, str] = {}
        for play in self.plays:
            if play.first < stop and first < play.last and play.cut not in cuts:
                at = max(first, play.first) - play.first + play.at
                cuts[play.cut] = format_timecode(int(at * self.rate // SAMPLE_RATE), self.rate)
        told = [f"{cut} {time}" for cut, time in list(cuts.items())[:_MOST_CUTS]]
        if len(cuts) > _MOST_CUTS:
            told.append(f"{len(cuts) - _MOST_CUTS} more")
        inside = f" ({', '.join(told)})" if told else ""
        return f"{format_timecode(self.frame(first), self.rate)} of {self.name}{inside}"

    def report(
        self, code: str, limit: Threshold, problem: str, place: Place | None = None, **told: str
    ) -> Diagnostic:
        """Make a finding about this sound, with the weight of the limit that it misses."""
        where = place if place and place.file else self.place
        return Diagnostic(code, limit.severity, problem, where, **told)


def seconds(samples: float) -> str:
    """Write samples as seconds."""
    return f"{samples / SAMPLE_RATE:.2f} s"
