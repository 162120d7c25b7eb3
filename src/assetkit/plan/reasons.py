"""Why a span must be made: what is different from the span that stood in its place before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assetkit.plan.tasks import FileTask, SpanTask, hash_identity
from assetkit.timecode import FrameRange

NEW = "new"
CUE = "cue changed"
CUT = "cut changed"
DAMAGED = "object damaged"
REMOVED = "object removed"
# The first part that differs names the reason: what is more fundamental stands first.
_REASONS = {
    "step": "assetkit changed",
    "tools": "tool changed",
    "source": "source changed",
    "format": "format changed",
    "view": "framing changed",
    "card": "card changed",
    "overlay": "overlay changed",
    "held": "assetkit changed",
    "text": CUE,
}


@dataclass(frozen=True)
class SpanTrace:
    """What is remembered of a span: its place, its key, and a digest of each part of its identity.

    `place` names what it shows: the master's path, or the kind of card; `range` counts its frames.
    """

    place: str
    range: FrameRange
    key: str
    parts: dict[str, str]


def trace_file(task: FileTask) -> list[SpanTrace]:
    """Trace the spans of a rendition, in its order."""
    return [trace_span(span) for span in task.spans]


def trace_span(task: SpanTask) -> SpanTrace:
    """Trace one span."""
    identity = task.identity()
    shown: list[dict[str, Any]] = identity["sources"]
    sources = [*shown, *(source["ground"] for source in shown if "ground" in source)]
    parts = {
        "step": identity["step"],
        "tools": identity["tools"],
        "source": [(source.get("master"), source.get("colour")) for source in sources],
        "format": (identity["format"], identity["rate"]),
        "view": [source.get("view") for source in sources],
        "card": [(source.get("card"), source.get("fonts"), source.get("scrim")) for source in sources],
        "overlay": identity.get("overlays"),
        "held": identity.get("held"),
        "text": (identity["ass"], identity["fonts"]) if identity["ass"] else "",
    }
    digests = {name: hash_identity({"part": part})[:16] if part else "" for name, part in parts.items()}
    start = task.sources[0].start
    place = " + ".join(source.place for source in task.sources)
    return SpanTrace(place, FrameRange(start, start + task.frames), task.key, digests)


def find_reason(trace: SpanTrace, earlier: Sequence[SpanTrace], damaged: Iterable[str] = ()) -> str:
    """Say why a span that the store does not have must run.

    `earlier` are the spans of the same post as it was last made, `damaged` the keys of objects that were
    found damaged.
    """
    if trace.key in damaged:
        return DAMAGED
    if any(other.key == trace.key for other in earlier):
        return REMOVED
    before = [other for other in earlier if other.place == trace.place and other.range.overlap(trace.range)]
    if not before:
        return NEW if not earlier else CUT
    nearest = max(before, key=lambda other: _shared(trace, other))
    for part, reason in _REASONS.items():
        if part != "text" and nearest.parts.get(part, "") != trace.parts[part]:
            return reason
    if nearest.range == trace.range:
        return CUE
    # Other edges: those of a text that came, went or moved, else those of the clip itself.
    return CUE if trace.parts["text"] or any(other.parts.get("text") for other in before) else CUT


def _shared(trace: SpanTrace, other: SpanTrace) -> int:
    overlap = trace.range.overlap(other.range)
    return len(overlap) if overlap else 0
