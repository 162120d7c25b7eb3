"""Cards on their way into the media tool: raw frames through pipes, what stands still is sent once.

A card that is clear is sent with alpha, and only the box that ever has ink; the tool lays it over the picture
in whole numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from assetkit.cards.spec import CardSpec
from assetkit.plan.tasks import CardSource, OverlaySource, SpanTask
from assetkit.render.cards import card_clip, clear_frame_at, frame_at, ink_box, still_run
from assetkit.render.clear import to_planes
from assetkit.tool.process import Feeder

TAGS = {"range": "tv", "color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
Pipes = list[tuple[int, int, Feeder]]


def pipe_card(ffmpeg: Any, source: CardSource, task: SpanTask, pipes: Pipes) -> Any:
    """Give the picture of a card that has a ground of its own, in the span's frames."""
    spec = source.spec

    def frames(numbers: Iterable[int]) -> Iterable[bytes]:
        clip = card_clip(spec)
        return (frame_at(clip, number, spec.rate).tobytes() for number in numbers)

    raw = {"pix_fmt": "rgb24", "s": str(task.format.size)}
    numbers = _numbers(spec, source.start, task.frames)
    stream, held = _pipe(ffmpeg, task, raw, spec, numbers, frames, pipes)
    stream = stream.filter(
        "scale",
        in_range="pc",
        out_range="tv",
        out_color_matrix="bt709",
        flags="bicubic+accurate_rnd+full_chroma_int+bitexact",
    )
    stream = stream.filter("format", "yuv420p").filter("setparams", **TAGS)
    return _hold(stream, held).filter("setsar", 1)


def lay_overlay(ffmpeg: Any, picture: Any, overlay: OverlaySource, task: SpanTask, pipes: Pipes) -> Any:
    """Lay a clear card over a picture that is counted in frames of the span from 0."""
    spec = overlay.spec
    clip = card_clip(spec)
    box = ink_box(clip, spec)

    def frames(numbers: Iterable[int]) -> Iterable[bytes]:
        return (to_planes(clear_frame_at(clip, number, spec.rate), box) for number in numbers)

    raw = {"pix_fmt": "yuva420p", "s": str(box.size)}
    numbers = _numbers(spec, overlay.start, overlay.frames)
    stream, held = _pipe(ffmpeg, task, raw, spec, numbers, frames, pipes)
    # Both say the same of their colours, or a scaler would be put between.
    stream = _hold(stream.filter("setparams", **TAGS), held).filter("setsar", 1)
    stream = stream.filter("settb", f"{task.rate.denominator}/{task.rate.numerator}")
    stream = stream.filter("setpts", f"N+{overlay.first}")
    last = overlay.first + overlay.frames - 1
    when = {"enable": f"between(n,{overlay.first},{last})"} if overlay.frames < task.frames else {}
    below = picture.filter("setparams", **TAGS)
    return ffmpeg.filter([below, stream], "overlay", x=box.x, y=box.y, format="yuv420", **when)


def _numbers(spec: CardSpec, start: int, frames: int) -> list[int]:
    return [min(max(start + n, 0), spec.frames - 1) for n in range(frames)]


def _pipe(
    ffmpeg: Any,
    task: SpanTask,
    raw: dict[str, str],
    spec: CardSpec,
    numbers: Sequence[int],
    frames: Callable[[Iterable[int]], Iterable[bytes]],
    pipes: Pipes,
) -> tuple[Any, list[int]]:
    """Send the frames that differ; gives the stream, and which of all frames are one that was sent once."""
    still = still_run(spec)
    held = [n for n, number in enumerate(numbers) if still.start <= number < still.stop]
    sent = [number for n, number in enumerate(numbers) if n not in held[1:]]
    read_end, write_end = os.pipe()

    def feed(descriptor: int) -> None:
        with os.fdopen(os.dup(descriptor), "wb") as pipe:
            for frame in frames(sent):
                pipe.write(frame)

    pipes.append((read_end, write_end, feed))
    rate = f"{task.rate.numerator}/{task.rate.denominator}"
    return ffmpeg.input(f"pipe:{read_end}", f="rawvideo", framerate=rate, **raw).video, held


def _hold(stream: Any, held: Sequence[int]) -> Any:
    # The tool counts the frame that comes in: with `start=n` it repeats the one before frame n.
    return stream.filter("loop", loop=len(held) - 1, size=1, start=held[0] + 1) if len(held) > 1 else stream
