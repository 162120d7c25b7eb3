"""Make spans: footage by ffmpeg-python's graph, cards through pipes, one encoder for each span."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assetkit.errors import ObjectError
from assetkit.plan.tasks import FootageSource, OverlaySource, SpanTask
from assetkit.render.coding import encoding
from assetkit.render.footage import darken, footage_streams, frame_footage, open_footage
from assetkit.render.piping import TAGS, Pipes, lay_overlay, pipe_card
from assetkit.text.fonts import font_dir
from assetkit.tool.ffmpeg import run_ffmpeg

_GLOBAL = ["-y", "-filter_complex_threads", "1", "-copyts"]


def make_spans(tasks: Sequence[SpanTask], root: Path, folder: Path) -> list[Path]:
    """Make the spans of a job in one process; masters lie below the workspace `root`.

    Several spans show the same master in the same view and format; a span of another kind comes alone.
    Gives the files in the order of the tasks. Raises ToolError when the tool fails, ObjectError when it
    says that a glyph could not be drawn.
    """
    import ffmpeg

    pipes: Pipes = []
    pictures = _pictures(ffmpeg, tasks, root, pipes)
    outputs, paths = [], []
    for number, (task, picture) in enumerate(zip(tasks, pictures, strict=True)):
        place = folder / str(number)
        place.mkdir()
        for overlay in task.overlays:
            picture = lay_overlay(ffmpeg, picture, overlay, task, pipes)
        drawn = _draw_texts(picture, task, place).filter("setparams", **TAGS)
        paths.append(place / "object.mp4")
        outputs.append(ffmpeg.output(drawn, str(paths[-1]), **encoding(task.format, task.rate)))
    arguments = ffmpeg.merge_outputs(*outputs).get_args()
    done = run_ffmpeg([*_GLOBAL, *arguments], loglevel="verbose", feeders=pipes)
    if "fontselect: failed to find" in done.err:
        raise ObjectError("A character has no glyph in the fonts.", remedy="Choose a font that has it.")
    return paths


def _pictures(ffmpeg: Any, tasks: Sequence[SpanTask], root: Path, pipes: Pipes) -> list[Any]:
    """Give the picture of each span, its frames counted from 0 in the span's own rate."""
    if all(len(task.sources) == 1 and isinstance(task.sources[0], FootageSource) for task in tasks):
        streams = footage_streams(ffmpeg, tasks, root)
        return [_count(stream, task) for stream, task in zip(streams, tasks, strict=True)]
    (task,) = tasks
    sides = [_count(_side(ffmpeg, number, task, root, pipes), task) for number in range(len(task.sources))]
    return [sides[0] if len(sides) == 1 else _dissolve(ffmpeg, sides, task)]


def _side(ffmpeg: Any, number: int, task: SpanTask, root: Path, pipes: Pipes) -> Any:
    source = task.sources[number]
    if isinstance(source, FootageSource):
        stream = open_footage(ffmpeg, source, task.frames, root, number)
        return frame_footage(ffmpeg, stream, source, task.format.size)
    if source.ground is None:
        return pipe_card(ffmpeg, source, task, pipes)
    stream = open_footage(ffmpeg, source.ground, task.frames, root, number)
    ground = frame_footage(ffmpeg, stream, source.ground, task.format.size)
    ground = _count(darken(ground, source.spec.background, source.scrim), task)
    card = OverlaySource(source.spec, 0, task.frames, source.start)
    return lay_overlay(ffmpeg, ground, card, task, pipes)


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
