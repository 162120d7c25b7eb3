"""Make spans: footage by ffmpeg-python's graph, cards through pipes, one encoder for each span."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from assetkit.errors import ObjectError
from assetkit.plan.tasks import CardSource, FootageSource, SpanTask
from assetkit.render.cards import card_clip, frame_at, still_run
from assetkit.render.footage import footage_streams, frame_footage, open_footage
from assetkit.text.fonts import font_dir
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.process import Feeder

_TAGS = {"range": "tv", "color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
_GLOBAL = ["-y", "-filter_complex_threads", "1", "-copyts"]
_Pipes = list[tuple[int, int, Feeder]]


def timescale(rate: Fraction) -> int:
    """Give ticks per second of which every frame is a whole number."""
    return rate.numerator if rate.numerator >= 10000 else rate.numerator * 512


def make_spans(tasks: Sequence[SpanTask], root: Path, folder: Path) -> list[Path]:
    """Make the spans of a job in one process; masters lie below the workspace `root`.

    Several spans show the same master in the same view and format; a span of another kind comes alone.
    Gives the files in the order of the tasks. Raises ToolError when the tool fails, ObjectError when it
    says that a glyph could not be drawn.
    """
    import ffmpeg

    pipes: _Pipes = []
    pictures = _pictures(ffmpeg, tasks, root, pipes)
    outputs, paths = [], []
    for number, (task, picture) in enumerate(zip(tasks, pictures, strict=True)):
        place = folder / str(number)
        place.mkdir()
        drawn = _draw_texts(picture, task, place).filter("setparams", **_TAGS)
        paths.append(place / "object.mp4")
        outputs.append(ffmpeg.output(drawn, str(paths[-1]), **_encoding(task)))
    arguments = ffmpeg.merge_outputs(*outputs).get_args()
    done = run_ffmpeg([*_GLOBAL, *arguments], loglevel="verbose", feeders=pipes)
    if "fontselect: failed to find" in done.err:
        raise ObjectError("A character has no glyph in the fonts.", remedy="Choose a font that has it.")
    return paths


def _pictures(ffmpeg: Any, tasks: Sequence[SpanTask], root: Path, pipes: _Pipes) -> list[Any]:
    """Give the picture of each span, its frames counted from 0 in the span's own rate."""
    if all(len(task.sources) == 1 and isinstance(task.sources[0], FootageSource) for task in tasks):
        streams = footage_streams(ffmpeg, tasks, root)
        return [_count(stream, task) for stream, task in zip(streams, tasks, strict=True)]
    (task,) = tasks
    sides = [_count(_side(ffmpeg, number, task, root, pipes), task) for number in range(len(task.sources))]
    return [sides[0] if len(sides) == 1 else _dissolve(ffmpeg, sides, task)]


def _side(ffmpeg: Any, number: int, task: SpanTask, root: Path, pipes: _Pipes) -> Any:
    source = task.sources[number]
    if isinstance(source, CardSource):
        return _card(ffmpeg, source, task, pipes)
    stream = open_footage(ffmpeg, source, task.frames, root, number)
    return frame_footage(ffmpeg, stream, source, task.format.size)


def _count(stream: Any, task: SpanTask) -> Any:
    return stream.filter("settb", f"{task.rate.denominator}/{task.rate.numerator}").filter("setpts", "N")


def _dissolve(ffmpeg: Any, sides: list[Any], task: SpanTask) -> Any:
    # From one frame before, so that neither first nor last frame repeats a neighbour.
    tick = 1 / task.rate
    length = f"{float(tick * (task.frames + 1)):.9f}"
    fade = {"transition": "fade", "offset": f"{float(-tick):.9f}", "duration": length}
    # Plane by plane: xfade knows no 4:2:0, and what the tool would put around it to convert there and back
    # softens the colours and rounds otherwise on other processors.
    split = [side.filter_multi_output("extractplanes", "y+u+v") for side in sides]
    planes = [ffmpeg.filter([side[plane] for side in split], "xfade", **fade) for plane in range(3)]
    merged = ffmpeg.filter(planes, "mergeplanes", "0x001020", "yuv420p")
    return merged.filter("setsar", 1)


def _draw_texts(picture: Any, task: SpanTask, folder: Path) -> Any:
    if not task.events:
        return picture
    script = folder / "text.ass"
    script.write_text(task.ass(), encoding="utf-8")
    return picture.filter("ass", filename=str(script), fontsdir=str(font_dir()))


def _encoding(task: SpanTask) -> dict[str, Any]:
    coded, rate = task.format, task.rate
    keyint = max(1, int(coded.gop_seconds * rate))
    options = f"stitchable=1:open-gop=0:cpu-independent=1:keyint={keyint}"
    return {
        "fps_mode": "passthrough",
        "enc_time_base": f"{rate.denominator}/{rate.numerator}",
        "c:v": "libx264",
        "preset": coded.preset,
        "crf": coded.crf,
        "threads": coded.threads,
        "profile:v": coded.profile,
        "level": coded.level,
        "maxrate": f"{coded.maxrate}k",
        "bufsize": f"{coded.bufsize}k",
        "pix_fmt": "yuv420p",
        "x264-params": options,
        "bsf:v": "filter_units=remove_types=6",
        "flags:v": "+bitexact",
        "fflags": "+bitexact",
        "map_metadata": "-1",
        "video_track_timescale": timescale(rate),
    }


def _card(ffmpeg: Any, source: CardSource, task: SpanTask, pipes: _Pipes) -> Any:
    size = task.format.size
    numbers = [min(max(source.start + n, 0), source.spec.frames - 1) for n in range(task.frames)]
    still = still_run(source.spec)
    held = [n for n, number in enumerate(numbers) if still.start <= number < still.stop]
    sent = [number for n, number in enumerate(numbers) if n not in held[1:]]
    read_end, write_end = os.pipe()

    def feed(descriptor: int) -> None:
        clip = card_clip(source.spec)
        with os.fdopen(os.dup(descriptor), "wb") as pipe:
            for number in sent:
                pipe.write(frame_at(clip, number, source.spec.rate).tobytes())

    pipes.append((read_end, write_end, feed))
    rate = f"{task.rate.numerator}/{task.rate.denominator}"
    raw = {"f": "rawvideo", "pix_fmt": "rgb24", "s": str(size), "framerate": rate}
    stream = ffmpeg.input(f"pipe:{read_end}", **raw).video.filter(
        "scale",
        in_range="pc",
        out_range="tv",
        out_color_matrix="bt709",
        flags="bicubic+accurate_rnd+full_chroma_int+bitexact",
    )
    stream = stream.filter("format", "yuv420p").filter("setparams", **_TAGS)
    if len(held) > 1:
        stream = stream.filter("loop", loop=len(held) - 1, size=1, start=held[0])
    return stream.filter("setsar", 1)
