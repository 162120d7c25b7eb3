"""The trade's rules of time, applied once to a master's cue list, in whole frames.

No cue ever begins earlier or later than its file says: cues begin with their words. Only ends move, each by
its own beginning and the next one's, so that the rules applied again change nothing. In this order:

1. Between a cue and the next, gap_frames stay free; a cue gives its last frames for that, but none that it
   needs to stand shortest_seconds.
2. A cue that stands shorter than shortest_seconds is lengthened, into free room only.
3. A gap longer than gap_frames that would only flash, shorter than closed_gap_seconds, is closed to
   gap_frames, unless the cue would then stand longer than longest_seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.subtitles.carry import end_cue
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import Standards, load_standards
from assetkit.timecode import FrameRange

PARTED, LENGTHENED, CLOSED = "parted", "lengthened", "closed"

_WORDS = {
    PARTED: "shortened to leave a gap before the next",
    LENGTHENED: "lengthened to be read",
    CLOSED: "lengthened to close a gap",
}


@dataclass(frozen=True)
class TimeRules:
    """The numbers of the rules, in frames: a cue shorter than `least` is lengthened, none beyond `most`.

    Gaps of more than `gap` and fewer than `seen` frames are closed.
    """

    least: int
    most: int
    gap: int
    seen: int

    def end(self, cue: FrameRange, following: int | None) -> tuple[int, str]:
        """Give the frame at which a cue ends, and the rule that moved it, "" for none.

        `following` is where the next cue begins, not before this one's end; None after the last one.
        """
        least = cue.start + self.least
        if following is None:
            return (cue.stop, "") if cue.stop >= least else (least, LENGTHENED)
        limit = following - self.gap
        if cue.stop > limit:
            stop = max(limit, min(cue.stop, least))
            return stop, PARTED if stop < cue.stop else ""
        stop = max(cue.stop, min(least, limit))
        if self.gap < following - stop < self.seen and limit - cue.start <= self.most:
            return limit, CLOSED
        return stop, LENGTHENED if stop > cue.stop else ""


@dataclass(frozen=True)
class Moved:
    """The end of the cue at `line` of its file was moved by a rule: from frame `was` to `now`."""

    rule: str
    line: int
    start: int
    was: int
    now: int


@dataclass(frozen=True)
class RuledCues:
    """A master's cues under the rules, and what the rules changed."""

    cues: tuple[FrameCue, ...]
    moved: tuple[Moved, ...]

    def count(self) -> Mapping[str, int]:
        """Give how many cues each rule has moved."""
        return Counter(each.rule for each in self.moved)

    def describe(self) -> str:
        """Say how many cues each rule has moved, and the line of the first; "" where none has."""
        told: list[str] = []
        for rule, words in _WORDS.items():
            lines = [each.line for each in self.moved if each.rule == rule]
            where = f" ({'from ' if len(lines) > 1 else ''}line {lines[0]})" if lines and lines[0] else ""
            told += [f"{len(lines)} {'cue' if len(lines) == 1 else 'cues'} {words}{where}"] if lines else []
        return ", ".join(told)


def time_rules(rate: Fraction, standards: Standards | None = None) -> TimeRules:
    """Give the rules at a frame rate; without `standards`, the packaged ones."""
    known = standards or load_standards()
    return TimeRules(
        least=known.find("shortest_seconds").least_frames(rate),
        most=int(known.value("longest_seconds") * rate // 1),
        gap=known.find("gap_frames").in_frames(rate),
        seen=known.find("closed_gap_seconds").least_frames(rate),
    )


def apply_rules(cues: Sequence[FrameCue], rules: TimeRules) -> RuledCues:
    """Apply the rules to the cues of a master, which are in order and never two on a frame."""
    ruled: list[FrameCue] = []
    moved: list[Moved] = []
    nexts: list[int | None] = [cue.range.start for cue in cues[1:]]
    for cue, following in zip(cues, [*nexts, None], strict=False):
        stop, rule = rules.end(cue.range, following)
        ruled.append(end_cue(cue, stop))
        if rule:
            moved.append(Moved(rule, cue.line, cue.range.start, cue.range.stop, stop))
    return RuledCues(tuple(ruled), tuple(moved))
