"""A rendition cut into spans: stretches in which nothing about the picture changes its identity.

Hard edges stand exactly at the rendition's own clip, dissolve and card edges. Soft edges stand at its own
text edges, rounded outward to the fine lattice, and at every coarse lattice point. Both lattices count from
the master's first frame (a card's own first frame), so that other cuts, languages and platforms which show
the same seconds come to the same spans without knowing of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assetkit.timecode import FrameRange
from assetkit.timeline.records import FootageSegment, Timeline

COARSE_STEPS = 4


@dataclass(frozen=True)
class Piece:
    """Timeline frames of one span: of `segment`, or of the dissolve into the next segment."""

    range: FrameRange
    segment: int
    is_dissolve: bool = False


def lattice_step(rate: Fraction, seconds: Fraction) -> int:
    """Give the fine step in frames: 12 at 25 frames per second for half a second."""
    return max(1, round(rate * seconds))


def cut_spans(timeline: Timeline, texts: Sequence[FrameRange], fine: int) -> tuple[Piece, ...]:
    """Cut a rendition by itself; `texts` are the timeline frames of its captions and supers."""
    pieces: list[Piece] = []
    for hard in _hard_pieces(timeline):
        if hard.is_dissolve:
            pieces.append(hard)
            continue
        shift = _lattice_shift(timeline, hard.segment)
        edges = _soft_edges(hard.range, texts, shift, fine)
        pieces += [Piece(part, hard.segment) for part in _merge_short(hard.range, edges, fine)]
    return tuple(pieces)


def _hard_pieces(timeline: Timeline) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    into = {dissolve.first: dissolve for dissolve in timeline.dissolves}
    for index, segment in enumerate(timeline.segments):
        dissolve = into.get(index)
        stop = dissolve.range.start if dissolve else segment.range.stop
        if stop > at:
            pieces.append(Piece(FrameRange(at, stop), index))
        at = stop
        if dissolve and len(dissolve.range):
            pieces.append(Piece(dissolve.range, index, is_dissolve=True))
            at = dissolve.range.stop
    return pieces


def _lattice_shift(timeline: Timeline, index: int) -> int:
    """What turns a timeline frame into a lattice frame: the master's, or the card's own."""
    segment = timeline.segments[index]
    return segment.source.start - segment.at if isinstance(segment, FootageSegment) else -segment.at


def _soft_edges(area: FrameRange, texts: Sequence[FrameRange], shift: int, fine: int) -> list[int]:
    coarse = fine * COARSE_STEPS
    first = -(-(area.start + shift) // coarse) * coarse - shift
    edges = set(range(first, area.stop, coarse))
    for text in texts:
        if text.overlap(area) is None:
            continue
        edges.add((text.start + shift) // fine * fine - shift)
        edges.add(-(-(text.stop + shift) // fine) * fine - shift)
    return sorted(edge for edge in edges if area.start < edge < area.stop)


def _merge_short(area: FrameRange, edges: list[int], fine: int) -> list[FrameRange]:
    """Drop soft edges until no piece is shorter than a fine step, where the area itself allows it.

    The rule is fixed and local: only the first and the last piece can be short, because soft edges lie on
    the lattice; each gives up its soft edge to its only neighbour.
    """
    kept = list(edges)
    if kept and kept[0] - area.start < fine:
        kept.pop(0)
    if kept and area.stop - kept[-1] < fine:
        kept.pop()
    bounds = [area.start, *kept, area.stop]
    return [FrameRange(start, stop) for start, stop in pairwise(bounds)]
