"""What is planned, as the other ways of making it need it: parts, texts, and which frames are distinct.

This is the one module that reads the product's plan; everything else uses its command line and its files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from assetkit.diagnostics import Severity
from assetkit.engine.batch import Selection, plan_batch
from assetkit.geometry import Size
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource, FileTask, FootageSource, Source, SpanTask
from assetkit.platforms.records import Format
from assetkit.subtitles.ass import AssEvent, write_ass


@dataclass(frozen=True)
class Part:
    """A whole stretch of one clip or one card, as long as it stands in the cut."""

    source: Source
    frames: int

    @property
    def is_card(self) -> bool:
        """Whether this is a card."""
        return isinstance(self.source, CardSource)


@dataclass(frozen=True)
class Counts:
    """Frames and pixels of one kind of picture: footage or cards of one format."""

    format: Format
    is_card: bool
    shown: int  # in all deliverables
    distinct: int  # frames that differ in what is seen
    encoded: int  # frames of distinct spans


def read_plan(root: Path) -> list[Deliverable]:
    """Plan a workspace; raises RuntimeError with what is wrong with it."""
    batch = plan_batch(root, Selection())
    if batch.findings.has_errors:
        errors = [item for item in batch.findings.items if item.severity is Severity.ERROR]
        raise RuntimeError("; ".join(f"{item.message} {item.remedy}" for item in errors[:4]))
    return batch.deliverables


def parts_of(file: FileTask) -> list[Part]:
    """Give the clips and cards of a finished file, in order; raises ValueError for a dissolve."""
    parts: list[Part] = []
    for span in file.spans:
        if len(span.sources) != 1:
            raise ValueError("The benchmarks know no dissolves.")
        source = span.sources[0]
        last = parts[-1] if parts else None
        if last and replace(last.source, start=source.start) == source and _goes_on(last, source):
            parts[-1] = Part(last.source, last.frames + span.frames)
        else:
            parts.append(Part(source, span.frames))
    return parts


def _goes_on(part: Part, source: Source) -> bool:
    return part.source.start + part.frames == source.start


def texts_of(file: FileTask) -> list[AssEvent]:
    """Give the captions of a finished file, whole again, in its own frames."""
    events: list[AssEvent] = []
    at = 0
    for span in file.spans:
        for event in span.events:
            moved = replace(event, range=event.range.shift(at))
            last = events[-1] if events else None
            whole = last and last.range.stop == moved.range.start and last.layout == moved.layout
            if last and whole:
                joined = replace(last.range, stop=moved.range.stop)
                events[-1] = replace(last, range=joined)
            else:
                events.append(moved)
        at += span.frames
    return events


def script_of(file: FileTask) -> str:
    """Give the captions of a finished file as one ASS script."""
    span = file.spans[0]
    return write_ass(texts_of(file), span.format.size, span.rate)


def count_frames(deliverables: Iterable[Deliverable]) -> list[Counts]:
    """Count what is shown, what is distinct and what is encoded, by format and kind."""
    shown: dict[tuple[Format, bool], int] = {}
    distinct: dict[tuple[Format, bool], set[object]] = {}
    spans: dict[str, SpanTask] = {}
    for item in deliverables:
        for span in item.file.spans:
            group = (replace(span.format, name=""), isinstance(span.sources[0], CardSource))
            shown[group] = shown.get(group, 0) + span.frames
            if span.key not in spans:
                spans[span.key] = span
                distinct.setdefault(group, set()).update(_pictures(span))
    encoded: dict[tuple[Format, bool], int] = {}
    for span in spans.values():
        group = (replace(span.format, name=""), isinstance(span.sources[0], CardSource))
        encoded[group] = encoded.get(group, 0) + span.frames
    return [
        Counts(group[0], group[1], shown[group], len(distinct[group]), encoded[group])
        for group in sorted(shown, key=lambda group: (str(group[0].size), group[1]))
    ]


def _pictures(span: SpanTask) -> Iterable[object]:
    """Name every frame of a span by what is seen on it."""
    source = span.sources[0]
    what = repr(source.spec) if isinstance(source, CardSource) else (source.facts.digest, source.view)
    for number in range(span.frames):
        texts = tuple(
            repr(event.layout) for event in span.events if event.range.start <= number < event.range.stop
        )
        yield (what, source.start + number, texts)


def captioned_share(deliverables: Iterable[Deliverable]) -> tuple[float, float]:
    """Give the share of footage frames with a caption, as seen and as cut into spans on the lattice."""
    frames = seen = held = 0
    for item in deliverables:
        for span in item.file.spans:
            if isinstance(span.sources[0], FootageSource):
                frames += span.frames
                seen += sum(len(event.range) for event in span.events)
                held += span.frames if span.events else 0
    return seen / frames, held / frames


def pixels(size: Size) -> int:
    """Give the pixels of a picture."""
    return size.width * size.height
