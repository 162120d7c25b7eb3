"""Join spans by stream copy, with the sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assetkit.plan.tasks import FileTask
from assetkit.render.coding import tag_arguments, timescale
from assetkit.render.levelling import mux_arguments
from assetkit.tool.ffmpeg import run_ffmpeg


def make_file(task: FileTask, spans: Sequence[Path], sound: Path, folder: Path) -> Path:
    """Join the objects of a rendition; parameter sets were proved equal by the caller."""
    rate = task.spans[0].rate
    listing = folder / "spans.txt"
    listing.write_text(_list_spans(task, spans), encoding="utf-8")
    ticks = timescale(rate)
    step = int(ticks / rate)
    read, write = mux_arguments(sound)
    out = folder / "object.mp4"
    joined = ["-f", "concat", "-safe", "0", "-auto_convert", "0", "-i", str(listing)]
    # The joiner counts in microseconds: whole frames are restored from its times, the nearest ones.
    times = f"setts=dts=N*{step}-2*{step}:pts=round(PTS/{step})*{step}:duration={step}"
    picture = ["-map", "0:v:0", "-c:v", "copy", "-bsf:v", times, *tag_arguments(task.spans[0].format)]
    run_ffmpeg(["-y", *joined, *read, *picture, *write, "-video_track_timescale", str(ticks), str(out)])
    return out


def _list_spans(task: FileTask, spans: Sequence[Path]) -> str:
    """Write what is joined, each with its length: what a file says of its own may be some ticks short."""
    rows = []
    for span, path in zip(task.spans, spans, strict=True):
        rows.append(f"file {_quote(path)}\nduration {float(span.frames / span.rate):.6f}\n")
    return "".join(rows)


def _quote(path: Path) -> str:
    """Write a path as the concat list reads it: in single quotes, a quote itself outside of them."""
    return "'" + str(path).replace("'", "'\\''") + "'"
