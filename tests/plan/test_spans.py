"""What never moves a span's edges, and what always holds of them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts
from assetkit.plan.spans import cut_spans, lattice_step
from assetkit.recipe.records import ClipItem, Film, Framing
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.records import Dissolve, FootageSegment, Timeline
from support.campaigns import HERE

RATE = Fraction(25)
FINE = lattice_step(RATE, Fraction(1, 2))
FACTS = MasterFacts(
    "m.mp4", "d", "h264", Size(320, 180), "yuv420p", RATE, Fraction(1, 12800), 0, 5000, (0,), Fraction(0),
    Colour("bt709", "bt709", "bt709", False), (),
)  # fmt: skip
FILM = Film("film", {}, "m.mp4", {}, None, HERE)
CLIPS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 300)), min_size=1, max_size=4)
TEXTS = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 80)), max_size=6)


def _timeline(clips: list[tuple[int, int]]) -> Timeline:
    segments, at = [], 0
    for start, length in clips:
        item = ClipItem(FILM, Duration(frames=start), Duration(frames=start + length), Framing(), {}, HERE)
        segments.append(FootageSegment(item, FACTS, FrameRange(start, start + length), at))
        at += length
    return Timeline(RATE, tuple(segments), ())


def _ranges(texts: list[tuple[int, int]]) -> list[FrameRange]:
    return [FrameRange(start, start + length) for start, length in texts]


@settings(max_examples=150, deadline=None)
@given(CLIPS, TEXTS)
def test_spans_cover_the_rendition_and_keep_hard_edges(
    clips: list[tuple[int, int]], texts: list[tuple[int, int]]
) -> None:
    timeline = _timeline(clips)
    pieces = cut_spans(timeline, _ranges(texts), FINE)
    frames = [frame for piece in pieces for frame in range(piece.range.start, piece.range.stop)]
    assert frames == list(range(timeline.frames))
    for piece in pieces:
        area = timeline.segments[piece.segment].range
        assert area.start <= piece.range.start < piece.range.stop <= area.stop
        assert len(piece.range) >= min(FINE, len(area))


@settings(max_examples=100, deadline=None)
@given(CLIPS, TEXTS, CLIPS)
def test_what_follows_never_moves_the_spans_before(
    clips: list[tuple[int, int]], texts: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    short, long = _timeline(clips), _timeline(clips + more)
    within = [text for text in _ranges(texts) if text.stop <= short.frames]
    before = cut_spans(short, within, FINE)
    assert cut_spans(long, within, FINE)[: len(before)] == before


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 400), st.integers(60, 300), st.integers(1, 40), TEXTS)
def test_spans_lie_on_the_masters_lattice_wherever_the_clip_stands(
    start: int, length: int, ahead: int, texts: list[tuple[int, int]]
) -> None:
    alone = cut_spans(_timeline([(start, length)]), _ranges(texts), FINE)
    moved = [text.shift(ahead) for text in _ranges(texts)]
    later = cut_spans(_timeline([(700, ahead), (start, length)]), moved, FINE)
    assert [p.range.shift(ahead) for p in alone] == [p.range for p in later if p.segment == 1]


def test_a_dissolve_is_one_piece_between_its_neighbours() -> None:
    plain = _timeline([(0, 50), (100, 50)])
    timeline = Timeline(RATE, plain.segments, (Dissolve(FrameRange(48, 53), 0),))
    pieces = cut_spans(timeline, [], FINE)
    assert [(p.range, p.is_dissolve) for p in pieces if p.is_dissolve] == [(FrameRange(48, 53), True)]
    assert pieces[-1].range.stop == 100
