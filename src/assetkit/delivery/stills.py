"""Single pictures of a post's video, without its texts: frames, cards as they stand, and whom they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assetkit.geometry import Focus, shape_of
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource
from assetkit.render.cover_frames import Candidate, is_hidden, plain_still
from assetkit.render.stills import Still
from assetkit.timecode import FrameRange


def frame_still(item: Deliverable, frame: int) -> Still:
    """Give a frame of the video without texts and what lies over it."""
    at = 0
    for span in item.file.spans:
        if frame < at + span.frames:
            return plain_still(span, frame - at)
        at += span.frames
    raise IndexError(f"frame {frame} of {at}")


def card_stills(item: Deliverable) -> list[tuple[int, Still]]:
    """Give the cards of a video in order, each in the middle of the time that it stands, with its frame."""
    found: dict[int, Still] = {}
    at = 0
    for span in item.file.spans:
        source = span.sources[0]
        if len(span.sources) == 1 and isinstance(source, CardSource) and at - source.start not in found:
            middle = (source.spec.hold_from + source.spec.hold_until) // 2
            number = min(middle, source.spec.frames - 1)
            found[at - source.start] = plain_still(span, number - source.start)
        at += span.frames
    return [
        (start + _number(still), still) for start, still in sorted(found.items(), key=lambda pair: pair[0])
    ]


def hidden_subjects(item: Deliverable, candidates: Sequence[Candidate]) -> tuple[bool, ...]:
    """Say of each candidate whether its subject is out of sight on this platform."""
    covered, shown = item.platform.layout.covered, item.platform.cover.shown
    return tuple(
        is_hidden(each, (focus.x, focus.y), covered, shown)
        for each, focus in zip(candidates, (_focus(item, each) for each in candidates), strict=True)
    )


def text_ranges(item: Deliverable) -> Iterator[FrameRange]:
    """Give the frames of a video on which each of its texts stands."""
    at = 0
    for span in item.file.spans:
        for event in span.events:
            yield event.range.shift(at)
        at += span.frames


def _number(still: Still) -> int:
    source = still.span.sources[0]
    return source.start if isinstance(source, CardSource) else 0


def _focus(item: Deliverable, candidate: Candidate) -> Focus:
    span = candidate.still.span
    path, rate = next(source.facts.path for source in span.footage), span.rate
    for clip in item.cut.clips:
        inside = clip.start.in_frames(rate) <= candidate.master < clip.stop.in_frames(rate)
        if clip.film.master == path and inside:
            return clip.framing_for(shape_of(item.platform.format.size)).focus
    return Focus()
