"""Join spans by stream copy, with the sound; prove spans when they are made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assetkit.errors import ObjectError
from assetkit.plan.tasks import FileTask, SpanTask
from assetkit.render.sound import mux_arguments
from assetkit.render.spans import timescale
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.proof import text_is_drawn
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
    picture = ["-map", "0:v:0", "-c:v", "copy", "-bsf:v", times]
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


def prove_span(task: SpanTask, path: Path) -> str:
    """Decode a new span once: frames, size, and every text drawn. Gives its parameter sets as hex.

    Raises ObjectError when it does not hold what the task asked for; a zero exit of the tool is no proof.
    """
    import av
    from av.error import FFmpegError

    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            parameters = bytes(stream.codec_context.extradata or b"").hex()
            count = _count_proved(task, container.decode(stream))
    except (FFmpegError, OSError, IndexError) as error:
        raise ObjectError(f"The tool made no readable span: {error}.") from error
    if count != task.frames:
        raise ObjectError(f"The tool made {count} frames of {task.frames}.")
    return parameters


def _count_proved(task: SpanTask, frames: Any) -> int:
    # Each text is looked for in its middle, where it is whole even if it moves in or out.
    proofs: dict[int, list[AssEvent]] = {}
    for event in task.events:
        proofs.setdefault((event.range.start + event.range.stop) // 2, []).append(event)
    size = task.format.size
    count = 0
    for number, frame in enumerate(frames):
        count += 1
        if (frame.width, frame.height) != (size.width, size.height):
            raise ObjectError(f"The tool made a picture of {frame.width}x{frame.height}, not {size}.")
        for event in proofs.get(number, ()):
            if not text_is_drawn(_luma(frame), event.layout, event.colour):
                raise ObjectError(f"The text {event.layout.lines[0].text!r} was not drawn.")
    return count


def _luma(frame: Any) -> Any:
    import numpy as np

    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8).reshape(frame.height, plane.line_size)
    return rows[:, : frame.width]
