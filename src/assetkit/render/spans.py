"""Make spans: the footage graph by ffmpeg-python, cards through pipes, one encoder for each span."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path
from typing import Any

from assetkit.errors import ObjectError
from assetkit.plan.tasks import CardSource, FootageSource, SpanTask
from assetkit.render.cards import card_clip, frame_at, still_run
from assetkit.text.fonts import font_dir
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.process import Feeder

_SCALING = "bicubic+accurate_rnd+bitexact"
_TAGS = {"range": "tv", "color_primaries": "bt709", "color_trc": "bt709", "colorspace": "bt709"}
_GLOBAL = ["-y", "-filter_complex_threads", "1", "-copyts"]


def timescale(rate: Fraction) -> int:
    """Give ticks per second of which every frame is a whole number."""
    return rate.numerator if rate.numerator >= 10000 else rate.numerator * 512


def make_span(task: SpanTask, root: Path, folder: Path) -> Path:
    """Make one span in `folder`; masters lie below the workspace `root`.

    Raises ToolError when the tool fails, ObjectError when it says that a glyph could not be drawn.
    """
    import ffmpeg

    feeders: list[tuple[int, int, Feeder]] = []
    streams = [_prepare(ffmpeg, number, task, root, feeders) for number in range(len(task.sources))]
    picture = streams[0]
    if len(streams) == 2:
        # From one frame before, so that neither first nor last frame repeats a neighbour.
        tick = 1 / task.rate
        picture = ffmpeg.filter(
            streams,
            "xfade",
            transition="fade",
            offset=f"{float(-tick):.9f}",
            duration=f"{float(tick * (task.frames + 1)):.9f}",
        )
    if task.events:
        script = folder / "text.ass"
        script.write_text(task.ass(), encoding="utf-8")
        picture = picture.filter("ass", filename=str(script), fontsdir=str(font_dir()))
    picture = picture.filter("setparams", **_TAGS)
    out = folder / "object.mp4"
    arguments = ffmpeg.output(picture, str(out), **_encoding(task)).get_args()
    done = run_ffmpeg([*_GLOBAL, *arguments], loglevel="verbose", feeders=feeders)
    if "fontselect: failed to find" in done.err:
        raise ObjectError("A character has no glyph in the fonts.", remedy="Choose a font that has it.")
    return out


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


def _prepare(
    ffmpeg: Any,
    number: int,
    task: SpanTask,
    root: Path,
    feeders: list[tuple[int, int, Feeder]],
) -> Any:
    source = task.sources[number]
    if isinstance(source, CardSource):
        stream = _card(ffmpeg, source, task, feeders)
    else:
        stream = _footage(ffmpeg, source, number, task, root)
    rate = task.rate
    return stream.filter("settb", f"{rate.denominator}/{rate.numerator}").filter("setpts", "N")


def _footage(ffmpeg: Any, source: FootageSource, number: int, task: SpanTask, root: Path) -> Any:
    facts = source.facts
    seek = f"{float(facts.seek_seconds(source.start)):.6f}"
    # Equal inputs are one node to ffmpeg-python; the length of the queue keeps the two of a dissolve apart.
    queue = 8 + number
    stream = ffmpeg.input(str(root / facts.path), ss=seek, an=None, threads=1, thread_queue_size=queue).video
    base = facts.time_base
    stream = stream.filter("settb", f"{base.numerator}/{base.denominator}")
    first, last = facts.pts_edge(source.start), facts.pts_edge(source.start + task.frames)
    stream = stream.filter("trim", start_pts=first, end_pts=last)
    return _frame(ffmpeg, stream, source, task)


def _frame(ffmpeg: Any, stream: Any, source: FootageSource, task: SpanTask) -> Any:
    size, box = task.format.size, source.view.box
    if source.view.fit == "crop":
        cropped = stream.filter("crop", box.width, box.height, box.x, box.y)
        return _to_picture(cropped, source, size.width, size.height)
    if source.view.fit == "colour":
        whole = _to_picture(stream, source, box.width, box.height)
        colour = f"0x{source.view.ground.lstrip('#')}"
        return whole.filter("pad", size.width, size.height, box.x, box.y, color=colour)
    both = stream.filter_multi_output("split", 2)
    # A small picture blurred with whole numbers: the same on every machine, and cheap.
    small = (max(2, size.width // 16 * 2), max(2, size.height // 16 * 2))
    ground = both[0].filter("scale", *small, force_original_aspect_ratio="increase", flags=_SCALING)
    ground = ground.filter("crop", *small).filter("boxblur", 6, 2)
    ground = _to_picture(ground, source, size.width, size.height)
    return ffmpeg.overlay(ground, _to_picture(both[1], source, box.width, box.height), x=box.x, y=box.y)


def _to_picture(stream: Any, source: FootageSource, width: int, height: int) -> Any:
    colour = source.facts.colour
    scaled = stream.filter(
        "scale",
        width,
        height,
        in_color_matrix=colour.matrix,
        out_color_matrix="bt709",
        in_range="pc" if colour.full_range else "tv",
        out_range="tv",
        flags=_SCALING,
    )
    return scaled.filter("setsar", 1).filter("format", "yuv420p")


def _card(ffmpeg: Any, source: CardSource, task: SpanTask, feeders: list[tuple[int, int, Feeder]]) -> Any:
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

    feeders.append((read_end, write_end, feed))
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
