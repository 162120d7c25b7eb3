"""The cues of films carried into a timeline: a cue follows its words and is clipped at its clip's edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.diagnostics import Place
from assetkit.recipe.records import Super
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import load_standards
from assetkit.timecode import FrameRange
from assetkit.timeline.records import Dissolve, FootageSegment, Timeline

FilmCues = Mapping[str, tuple[FrameCue, ...]]
"""The cues of each film by its slug, in frames of its master: in order, and never two on a frame."""

_NOWHERE = FrameRange(0, 0)


@dataclass(frozen=True)
class CarriedCue:
    """A cue in timeline frames, how many frames it has in its film, and where its (first) clip is written.

    `source` is the whole cue as its file times it, in frames of the master of `film`; `shown` reaches from
    the first to the last frame that the cut shows, which may lie after its source where the rules of time
    let it linger. `first` and `last` are the segments of the timeline that show these.
    """

    cue: FrameCue
    whole: int
    place: Place
    film: str = ""
    source: FrameRange = _NOWHERE
    shown: FrameRange = _NOWHERE
    first: int = 0
    last: int = 0

    @property
    def is_clipped(self) -> bool:
        """Whether an edge of a clip took frames away in which its words are said."""
        return self.frames < self.whole

    @property
    def frames(self) -> int:
        """How many frames of the cue, as its file times it, are shown."""
        return len(self.cue.range) - max(0, self.shown.stop - self.source.stop)


@dataclass(frozen=True)
class Remainder:
    """What may be left of a clipped cue: at least so many frames, or at least this share of its own."""

    frames: int
    share: Fraction

    def is_readable(self, shown: int, whole: int) -> bool:
        """Whether this much of a cue can be read; a whole one is shown however short it is."""
        return shown >= min(whole, self.frames) or shown >= self.share * whole


EVERY_FRAME = Remainder(0, Fraction(0))
"""Leaves nothing out."""


@dataclass(frozen=True)
class Carried:
    """The captions of a timeline, and the cues of which so little is left that they are not shown."""

    kept: tuple[CarriedCue, ...]
    dropped: tuple[CarriedCue, ...]

    @property
    def cues(self) -> tuple[FrameCue, ...]:
        """What is shown."""
        return tuple(carried.cue for carried in self.kept)


def readable_remainder(rate: Fraction) -> Remainder:
    """Give what the packaged standards ask for."""
    known = load_standards()
    return Remainder(known.find("remainder_seconds").least_frames(rate), known.find("remainder_share").value)


def carry_cues(
    timeline: Timeline, cues: FilmCues, remainder: Remainder | None = None
) -> tuple[FrameCue, ...]:
    """Give the captions in timeline frames: see `follow_cues`."""
    return follow_cues(timeline, cues, remainder).cues


def follow_cues(timeline: Timeline, cues: FilmCues, remainder: Remainder | None = None) -> Carried:
    """Carry the cues of the films into the timeline; `remainder` None: what the standards ask for.

    A clip that is used twice shows its cues twice; a cue that runs on over a join of clips that follow each
    other in the master is one cue still, so that it does not flash at the join. A cue that stands over an
    edge with a dissolve to another clip may use the other half of the dissolve too, as long as the other
    clip has no cue there: so it ends at the middle of the dissolve at the earliest, and there are never two.
    A cue that only lingers when a clip begins is not shown: its words were said before.
    """
    wanted = remainder or readable_remainder(timeline.rate)
    pieces: list[CarriedCue] = []
    for index, window in _windows(timeline, cues):
        segment = timeline.segments[index]
        assert isinstance(segment, FootageSegment)
        by = segment.at - segment.source.start
        reach = window.shift(-by)
        for cue in cues.get(segment.film, ()):
            # Two comparisons first: of a film's cues a clip shows a few, and each is asked of each clip.
            if cue.range.start >= segment.source.stop or cue.range.stop <= segment.source.start:
                continue
            if cue.range.overlap(segment.source) is not None:
                shown = FrameRange(max(cue.range.start, reach.start), min(cue.range.stop, reach.stop))
                pieces.append(_show(cue, shown, by, index, segment))
    kept: list[CarriedCue] = []
    dropped: list[CarriedCue] = []
    for item in _join_running(pieces):
        readable = not item.is_clipped or wanted.is_readable(len(item.cue.range), item.whole)
        (kept if readable else dropped).append(item)
    return Carried(tuple(kept), tuple(dropped))


def _show(cue: FrameCue, shown: FrameRange, by: int, index: int, segment: FootageSegment) -> CarriedCue:
    moved = replace(cue, range=shown.shift(by), words=_clip_words(cue.words, shown, by), linger=0)
    place = segment.item.place
    return CarriedCue(moved, len(cue.said), place, segment.film, cue.said, shown, index, index)


def _clip_words(words: Sequence[tuple[int, int]], shown: FrameRange, by: int) -> tuple[tuple[int, int], ...]:
    """Move times of words into the timeline; the word that is being said at the edge begins there."""
    inside = [(frame + by, start) for frame, start in words if shown.start <= frame < shown.stop]
    before = [start for frame, start in words if frame < shown.start]
    if before and (not inside or inside[0][0] > shown.start + by):
        inside.insert(0, (shown.start + by, before[-1]))
    return tuple(inside)


def _windows(timeline: Timeline, cues: FilmCues) -> list[tuple[int, FrameRange]]:
    """Give the segments with footage, and the timeline frames on which each may show its cues."""
    into = {dissolve.first: dissolve for dissolve in timeline.dissolves}
    windows: list[tuple[int, FrameRange]] = []
    for index, segment in enumerate(timeline.segments):
        if not isinstance(segment, FootageSegment):
            continue
        area = segment.range
        start, stop = area.start, area.stop
        if index - 1 in into:
            start = _early_start(into[index - 1], timeline, cues)
        if index in into:
            stop = _late_stop(into[index], timeline, cues)
        windows.append((index, FrameRange(start, stop)))
    return windows


def _early_start(dissolve: Dissolve, timeline: Timeline, cues: FilmCues) -> int:
    """Give from where the second clip of a dissolve may show a cue that stands over its in."""
    join = timeline.segments[dissolve.first].range.stop
    own = _own_ranges(timeline, dissolve.first, cues)
    if own is None:
        return join
    return max([dissolve.range.start, *(min(area.stop, join) for area in own)])


def _late_stop(dissolve: Dissolve, timeline: Timeline, cues: FilmCues) -> int:
    """Give up to where the first clip of a dissolve may show a cue that stands over its out."""
    join = timeline.segments[dissolve.first].range.stop
    own = _own_ranges(timeline, dissolve.first + 1, cues)
    if own is None:
        return join
    return min([dissolve.range.stop, *(max(area.start, join) for area in own)])


def _own_ranges(timeline: Timeline, index: int, cues: FilmCues) -> list[FrameRange] | None:
    """Give the timeline frames of the cues that a clip says; None for a card: it has texts of its own."""
    segment = timeline.segments[index]
    if not isinstance(segment, FootageSegment):
        return None
    by = segment.at - segment.source.start
    said = (cue for cue in cues.get(segment.film, ()) if cue.said.overlap(segment.source) is not None)
    shown = (cue.range.overlap(segment.source) for cue in said)
    return [area.shift(by) for area in shown if area is not None]


def _join_running(pieces: list[CarriedCue]) -> list[CarriedCue]:
    joined: list[CarriedCue] = []
    for item in pieces:
        if joined and _runs_on(joined[-1], item):
            joined[-1] = _join(joined[-1], item)
        elif item.shown.start < item.source.stop:
            joined.append(item)
    return joined


def _runs_on(last: CarriedCue, item: CarriedCue) -> bool:
    """Whether the piece goes on with the same cue of the same film, without turning back in it."""
    return (
        (last.film, last.source) == (item.film, item.source)
        and last.cue.range.stop == item.cue.range.start
        and last.shown.stop <= item.shown.start
    )


def _join(last: CarriedCue, item: CarriedCue) -> CarriedCue:
    words, more = last.cue.words, item.cue.words
    if words and more and words[-1][1] == more[0][1]:
        more = more[1:]  # the word that is being said at the join has begun before it
    area = FrameRange(last.cue.range.start, item.cue.range.stop)
    shown = FrameRange(last.shown.start, item.shown.stop)
    return replace(last, cue=replace(last.cue, range=area, words=words + more), shown=shown, last=item.last)


def place_super(super_: Super, timeline: Timeline) -> FrameRange:
    """Give the timeline frames of a super, clipped at the end of the cut."""
    start = super_.at.in_frames(timeline.rate)
    stop = start + super_.length.in_frames(timeline.rate)
    return FrameRange(min(start, timeline.frames), min(stop, timeline.frames))
