"""Edges of clips that cut cues, in all languages at once, and the nearest edges that cut none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import Carried, CarriedCue, FilmCues
from assetkit.timeline.records import FootageSegment, Timeline


@dataclass(frozen=True)
class CutCue:
    """A cue of a language over which a clip's edge stands."""

    language: str
    carried: CarriedCue


@dataclass(frozen=True)
class Edge:
    """One edge of a clip, in frames of its master, the cues that it cuts, and the nearest clean edges.

    `before` and `after` are None where the master, or a dissolve's need of frames, leaves no room.
    """

    frame: int
    cuts: tuple[CutCue, ...] = ()
    before: int | None = None
    after: int | None = None

    @property
    def choices(self) -> tuple[int, ...]:
        """Where the edge may stand: where it is, if it cuts nothing."""
        if not self.cuts:
            return (self.frame,)
        return tuple(frame for frame in (self.before, self.after) if frame is not None)


@dataclass(frozen=True)
class CutClip:
    """A clip with an edge inside a cue."""

    segment: FootageSegment
    start: Edge
    stop: Edge

    def proposals(self) -> tuple[FrameRange, ...]:
        """Give ranges of the master that cut no cue in any language, those that move the edges least first.

        They are at most three: the nearest, the nearest that takes nothing away, and the nearest that adds
        nothing; fewer where these are the same or do not exist.
        """
        source = self.segment.source
        ranges = sorted(
            (FrameRange(start, stop) for start in self.start.choices for stop in self.stop.choices),
            key=lambda area: (abs(area.start - source.start) + abs(area.stop - source.stop), area),
        )
        held = [area for area in ranges if area.start < area.stop]
        longer = [area for area in held if area.start <= source.start and area.stop >= source.stop]
        shorter = [area for area in held if area.start >= source.start and area.stop <= source.stop]
        return tuple(area for area in held if area in (*held[:1], *longer[:1], *shorter[:1]))


class BusyFrames:
    """Where a master has no clean edge, in all languages together: inside stretches that cues cover."""

    def __init__(self, cues: Iterable[Iterable[FrameCue]]) -> None:
        merged: list[FrameRange] = []
        said = (cue.said for language in cues for cue in language)
        for area in sorted(said, key=lambda area: (area.start, area.stop)):
            if merged and area.start < merged[-1].stop:
                merged[-1] = FrameRange(merged[-1].start, max(merged[-1].stop, area.stop))
            else:
                merged.append(area)
        self._stretches = merged
        self._starts = [area.start for area in merged]

    def around(self, edge: int) -> tuple[int, int]:
        """Give the nearest frames before and after at which no cue would be cut; twice a clean edge."""
        index = bisect_left(self._starts, edge) - 1
        if index >= 0 and edge < self._stretches[index].stop:
            return self._stretches[index].start, self._stretches[index].stop
        return edge, edge


def find_cut_clips(
    timeline: Timeline, cues: Mapping[str, FilmCues], carried: Mapping[str, Carried]
) -> tuple[CutClip, ...]:
    """Give the clips of a timeline that cut a cue in some language, in order.

    `cues` and `carried` are by language, all that the campaign declares. A join over which the same words
    run on cuts nothing, and neither does a dissolve in which a cue comes to its end.
    """
    starts, stops = _cut_cues(carried)
    busy: dict[str, BusyFrames] = {}
    clips: list[CutClip] = []
    for index in sorted({*starts, *stops}):
        segment = timeline.segments[index]
        assert isinstance(segment, FootageSegment)
        if segment.film not in busy:
            busy[segment.film] = BusyFrames(films.get(segment.film, ()) for films in cues.values())
        before, after = _handles(timeline, index)
        room = FrameRange(before, segment.facts.frame_count - after)
        start = _edge(segment.source.start, starts.get(index, ()), busy[segment.film], room)
        stop = _edge(segment.source.stop, stops.get(index, ()), busy[segment.film], room)
        clips.append(CutClip(segment, start, stop))
    return tuple(clips)


def _cut_cues(carried: Mapping[str, Carried]) -> tuple[dict[int, list[CutCue]], dict[int, list[CutCue]]]:
    """Give the cues that are cut at the in and at the out of each segment."""
    starts: dict[int, list[CutCue]] = {}
    stops: dict[int, list[CutCue]] = {}
    for language, found in carried.items():
        for item in sorted((*found.kept, *found.dropped), key=lambda item: item.cue.range):
            if item.shown.start > item.source.start:
                starts.setdefault(item.first, []).append(CutCue(language, item))
            if item.shown.stop < item.source.stop:
                stops.setdefault(item.last, []).append(CutCue(language, item))
    return starts, stops


def _edge(frame: int, cuts: Iterable[CutCue], busy: BusyFrames, room: FrameRange) -> Edge:
    before, after = busy.around(frame)
    return Edge(
        frame,
        tuple(cuts),
        before if room.start <= before < frame else None,
        after if frame < after <= room.stop else None,
    )


def _handles(timeline: Timeline, index: int) -> tuple[int, int]:
    """Give how many frames of the master dissolves take before the clip and after it."""
    area, before, after = timeline.segments[index].range, 0, 0
    for dissolve in timeline.dissolves:
        if dissolve.first == index - 1:
            before = area.start - dissolve.range.start
        if dissolve.first == index:
            after = dissolve.range.stop - area.stop
    return before, after
