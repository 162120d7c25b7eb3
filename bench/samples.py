"""Frames before they are encoded: a sample of a deliverable as raw pictures in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assetkit.plan.build import Deliverable
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.timecode import FrameRange
from bench.context import Context
from bench.parts import graph_of
from bench.planned import Part, parts_of, texts_of
from bench.tool import prepare


def take_sample(item: Deliverable, *, footage: int | None, cards: bool) -> tuple[list[Part], list[AssEvent]]:
    """Take the first frames of every clip, at least `footage` in all (None: all of them), or the cards.

    Gives the parts and their captions, in frames of the sample.
    """
    at, to = 0, 0
    parts: list[Part] = []
    events: list[AssEvent] = []
    whole = parts_of(item.file)
    each = _frames_of_each([part.frames for part in whole if not part.is_card], footage)
    for part in whole:
        if part.is_card == cards:
            kept = part.frames if cards else min(part.frames, each)
            window = FrameRange(at, at + kept)
            for event in texts_of(item.file):
                overlap = event.range.overlap(window)
                if overlap is not None:
                    events.append(replace(event, range=overlap.shift(to - at)))
            parts.append(replace(part, frames=kept))
            to += kept
        at += part.frames
    return parts, events


def _frames_of_each(lengths: list[int], wanted: int | None) -> int:
    """Give the least number of frames of each clip that makes so many in all."""
    longest = max(lengths, default=0)
    if wanted is None:
        return longest
    return next((n for n in range(longest) if sum(min(n, length) for length in lengths) >= wanted), longest)


def write_raw(
    context: Context, item: Deliverable, parts: list[Part], events: list[AssEvent], name: str
) -> Path:
    """Write the pictures of a sample as raw yuv420p: as they are handed to an encoder."""
    coded, script = item.platform.format, None
    if events:
        script = context.work / "captions" / f"{name}.ass"
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(write_ass(events, coded.size, item.file.spans[0].rate), encoding="utf-8")
    graph = graph_of(parts, coded, context.root, context.work / "cards", script, sound=False)
    out = context.raw_file(f"{name}.yuv")
    write = ["-map", graph.picture, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "yuv420p"]
    prepare(*graph.inputs, "-filter_complex", ";".join(graph.filters), *write, out)
    expected = sum(part.frames for part in parts) * coded.size.width * coded.size.height * 3 // 2
    if out.stat().st_size != expected:
        raise RuntimeError(f"The sample {name} has {out.stat().st_size} bytes, not {expected}.")
    return out


def raw_input(item: Deliverable, raw: Path) -> list[str]:
    """Give the arguments that read raw pictures as an input."""
    size = item.platform.format.size
    return ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", str(size), "-r", "24", "-i", str(raw)]
