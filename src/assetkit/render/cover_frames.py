"""Which frames of a film may stand for a cut, and the best of them: sharp, well lit, its subject in sight."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assetkit.geometry import Box, Size, fit_inside
from assetkit.plan.tasks import FileTask, FootageSource, SpanTask
from assetkit.render.blending import Frame
from assetkit.render.stills import Still, draw_stills
from assetkit.timecode import FrameRange

CHOICE_VERSION = 1
"""Counts up when another frame would be chosen."""
_MOST, _EVERY = 24, 0.4  # candidates of a cut, and seconds between two of them
_CLEAR = 0.12  # seconds from a cut in which a frame may still be smeared by it
_LONG_EDGE = 480  # pixels in which candidates are judged
_MIDDLE_GREY, _HIDDEN = 118.0, 0.6


@dataclass(frozen=True)
class Candidate:
    """Frame `frame` of a finished file: frame `master` of its film, without texts and what lies over it."""

    frame: int
    master: int
    still: Still


def candidates_of(file: FileTask, avoid: Sequence[FrameRange] = ()) -> list[Candidate]:
    """Give frames of films, spread over the file: none in a dissolve, none close to a cut.

    Frames in `avoid` are left out where others are left.
    """
    rate, runs = file.spans[0].rate, list(_runs(file))
    total = sum(len(run) for run, _ in runs)
    step = max(1, math.ceil(float(rate) * _EVERY), math.ceil(total / _MOST))
    clear = max(1, round(float(rate) * _CLEAR))
    found = [each for run, spans in runs for each in _sample(run, spans, step, clear)]
    free = [each for each in found if not any(area.start <= each.frame < area.stop for area in avoid)]
    return free or found


def plain_still(span: SpanTask, number: int) -> Still:
    """Give frame `number` of a span without texts and what lies over it; a dissolve stays whole."""
    bare = replace(span, events=(), overlays=(), key="")
    if len(span.sources) > 1:
        return Still(bare, number)
    return Still(replace(bare, frames=1, sources=(span.sources[0].later(number),)), 0)


def choose_best(candidates: Sequence[Candidate], hidden: Sequence[bool], root: Path) -> Candidate | None:
    """Give the best candidate, the earlier of equals; `hidden` says where the subject is out of sight.

    Raises ToolError and ObjectError as a rendering does. The same films give the same choice everywhere.
    """
    pictures = _draw_small([each.still for each in candidates], root)
    marks = [_mark(picture, out) for picture, out in zip(pictures, hidden, strict=True)]
    return max(zip(marks, candidates, strict=True), key=lambda pair: pair[0])[1] if marks else None


def is_hidden(
    candidate: Candidate, focus: tuple[float, float], covered: Sequence[Box], shown: Box | None
) -> bool:
    """Whether the subject, at `focus` of the master, lies under an interface or outside of what is shown."""
    source, size = candidate.still.span.sources[0], candidate.still.span.format.size
    if not isinstance(source, FootageSource):
        return False
    across, down = focus[0] * source.facts.size.width, focus[1] * source.facts.size.height
    box = source.view.box
    if source.view.fit == "crop":
        x, y = (across - box.x) * size.width / box.width, (down - box.y) * size.height / box.height
    else:
        x, y = box.x + focus[0] * box.width, box.y + focus[1] * box.height
    return any(_holds(each, x, y) for each in covered) or (shown is not None and not _holds(shown, x, y))


def _runs(file: FileTask) -> Iterator[tuple[FrameRange, list[tuple[int, SpanTask]]]]:
    """Give the stretches in which one clip runs on, each with the spans that it is made of."""
    at, run, spans = 0, FrameRange(0, 0), list[tuple[int, SpanTask]]()
    last: FootageSource | None = None
    for span in file.spans:
        source = span.sources[0] if len(span.sources) == 1 else None
        goes_on = last is not None and isinstance(source, FootageSource) and _follows(last, source, len(run))
        if not goes_on and spans:
            yield run, spans
            spans = []
        if isinstance(source, FootageSource):
            run = FrameRange(run.start if goes_on else at, at + span.frames)
            last = last if goes_on else source
            spans.append((at, span))
        else:
            last = None
        at += span.frames
    if spans:
        yield run, spans


def _follows(first: FootageSource, source: FootageSource, frames: int) -> bool:
    return first.facts == source.facts and first.view == source.view and first.start + frames == source.start


def _sample(run: FrameRange, spans: list[tuple[int, SpanTask]], step: int, clear: int) -> Iterator[Candidate]:
    edge = min(clear, (len(run) - 1) // 2)
    inner = FrameRange(run.start + edge, run.stop - edge)
    count = max(1, len(inner) // step)
    for number in range(count):
        frame = inner.start + len(inner) * (2 * number + 1) // (2 * count)
        at, span = next(pair for pair in reversed(spans) if pair[0] <= frame)
        source = span.sources[0]
        assert isinstance(source, FootageSource)
        yield Candidate(frame, source.start + frame - at, plain_still(span, frame - at))


def _draw_small(stills: Sequence[Still], root: Path) -> list[Frame]:
    """Draw pictures small, those of one clip in one process."""
    groups: dict[object, list[int]] = {}
    for index, still in enumerate(stills):
        source = still.span.sources[0]
        assert isinstance(source, FootageSource)
        groups.setdefault((source.facts.path, source.view, source.start // 500), []).append(index)
    drawn: dict[int, Frame] = {}
    for indices in groups.values():
        with TemporaryDirectory(prefix="assetkit-") as folder:
            some = [_small(stills[index]) for index in indices]
            drawn.update(zip(indices, draw_stills(some, root, Path(folder)), strict=True))
    return [drawn[index] for index in range(len(stills))]


def _small(still: Still) -> Still:
    size = still.span.format.size
    long = max(size.width, size.height)
    if long <= _LONG_EDGE:
        return still
    small = Size(*(max(16, edge * _LONG_EDGE // long // 2 * 2) for edge in (size.width, size.height)))
    source = still.span.sources[0]
    assert isinstance(source, FootageSource)
    view = source.view
    if view.fit not in ("crop", "behind"):
        view = replace(view, box=fit_inside(source.facts.size, small))
    coded = replace(still.span.format, size=small)
    return Still(replace(still.span, format=coded, sources=(replace(source, view=view),)), still.number)


def _mark(picture: Frame, hidden: bool) -> int:
    """Give how good a picture is; whole numbers, so that no rounding of a machine decides."""
    luma = (picture.astype(np.int64) @ np.array([54, 183, 19])) >> 8
    edges = 4 * luma[1:-1, 1:-1] - luma[:-2, 1:-1] - luma[2:, 1:-1] - luma[1:-1, :-2] - luma[1:-1, 2:]
    count = max(1, edges.size)
    variance = int((edges * edges).sum()) / count - (int(edges.sum()) / count) ** 2
    mean = int(luma.sum()) / luma.size
    blown = int(((luma < 6) | (luma > 249)).sum()) / luma.size
    light = max(0.0, 1 - abs(mean - _MIDDLE_GREY) / _MIDDLE_GREY) * (1 - min(0.9, blown))
    return int(1000 * math.log1p(max(0.0, variance)) * (0.4 + 0.6 * light) * (_HIDDEN if hidden else 1))


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x < box.right and box.y <= y < box.bottom
