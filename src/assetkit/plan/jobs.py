"""Jobs: spans that one process makes together, one decode for all and an encoder for each.

How spans are grouped is a question of cost alone and never changes an object's bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assetkit.plan.tasks import FootageSource, SpanTask

_FULL = 1080 * 1920
# ffmpeg keeps a finished encoder's memory until it exits: measured for 1080x1920, about 157 MiB for a span of
# 12 frames, 240 for 24, 330 for 48.
_MEMORY_BASE, _MEMORY_A_FRAME, _MEMORY_FRAMES = 110.0, 4.6, 48
_MEMORY_HEVC = 1.8  # times as much: 238 MiB in place of 130 for 50 frames of 720x1280
_MEMORY_LIMIT = 1000.0
_MOST_OUTPUTS = 24  # beyond this a process may run out of descriptors, whatever the size of its pictures
_NEAR_SECONDS = (
    2  # frames between two spans are decoded for nothing: farther than this, a new seek is cheaper
)


@dataclass(frozen=True)
class Job:
    """Spans of one master, framing and format, in the order of the master; or one span of another kind."""

    spans: tuple[SpanTask, ...]

    @property
    def cost(self) -> int:
        """Pixels to encode: what decides how long it takes."""
        return sum(_pixels(span) * span.frames for span in self.spans)

    @property
    def memory(self) -> float:
        """The expected peak in MiB of the process that makes it."""
        return sum(_memory(span) for span in self.spans)


def group_spans(spans: Iterable[SpanTask], workers: int) -> list[Job]:
    """Group spans into jobs, the dearest first; where there is enough work, no worker stays without a job."""
    footage: list[SpanTask] = []
    jobs: list[Job] = []
    for span in spans:
        if _is_plain(span):
            footage.append(span)
        else:
            jobs.append(Job((span,)))
    footage.sort(key=_place)
    for _, alike in groupby(footage, key=_kind):
        jobs += [Job(tuple(part)) for part in _runs(list(alike))]
    while len(jobs) < workers and (split := _split_dearest(jobs)):
        jobs = split
    return sorted(jobs, key=lambda job: -job.cost)


def _is_plain(span: SpanTask) -> bool:
    return len(span.sources) == 1 and isinstance(span.sources[0], FootageSource)


def _footage(span: SpanTask) -> FootageSource:
    source = span.sources[0]
    assert isinstance(source, FootageSource)
    return source


def _kind(span: SpanTask) -> tuple[str, ...]:
    source = _footage(span)
    return (source.facts.digest, str(span.rate), repr(span.format), repr(source.view))


def _place(span: SpanTask) -> tuple[tuple[str, ...], int, int, str]:
    return (_kind(span), _footage(span).start, span.frames, span.key)


def _runs(spans: Sequence[SpanTask]) -> Iterator[list[SpanTask]]:
    run: list[SpanTask] = []
    stop = 0
    for span in spans:
        start = _footage(span).start
        far = start - stop > _NEAR_SECONDS * span.rate
        full = sum(map(_memory, run)) + _memory(span) > _MEMORY_LIMIT or len(run) >= _MOST_OUTPUTS
        if run and (far or full):
            yield run
            run, stop = [], 0
        run.append(span)
        stop = max(stop, start + span.frames)
    if run:
        yield run


def _split_dearest(jobs: list[Job]) -> list[Job] | None:
    many = [job for job in jobs if len(job.spans) > 1]
    if not many:
        return None
    dearest = max(many, key=lambda job: job.cost)
    middle = len(dearest.spans) // 2
    halves = [Job(dearest.spans[:middle]), Job(dearest.spans[middle:])]
    return [job for job in jobs if job is not dearest] + halves


def _pixels(span: SpanTask) -> int:
    return span.format.size.width * span.format.size.height


def _memory(span: SpanTask) -> float:
    frames = min(span.frames, _MEMORY_FRAMES)
    times = _MEMORY_HEVC if span.format.codec == "hevc" else 1
    return (_MEMORY_BASE + _MEMORY_A_FRAME * frames) * times * _pixels(span) / _FULL
