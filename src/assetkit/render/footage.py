"""Footage as a graph: the right frames of a master, framed, scaled and in BT.709."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assetkit.geometry import Size
from assetkit.plan.tasks import FootageSource, SpanTask
from assetkit.render.clear import code_of

SCALING = "bicubic+accurate_rnd+bitexact"


def footage_streams(ffmpeg: Any, spans: Sequence[SpanTask], root: Path) -> list[Any]:
    """Give one stream for each span, from one decode and one scaling of what they show of a master.

    All spans show the same master in the same view and size, one source each. Frames keep the master's
    presentation times.
    """
    sources = [span.sources[0] for span in spans]
    footage = [source for source in sources if isinstance(source, FootageSource)]
    first = min(footage, key=lambda source: source.start)
    stop = max(source.start + span.frames for source, span in zip(footage, spans, strict=True))
    whole = open_footage(ffmpeg, first, stop - first.start, root)
    framed = frame_footage(ffmpeg, whole, first, spans[0].format.size)
    if len(spans) == 1:
        return [framed]
    parts = framed.filter_multi_output("split", len(spans))
    return [
        _trim(parts[number], source, span.frames)
        for number, (source, span) in enumerate(zip(footage, spans, strict=True))
    ]


def open_footage(ffmpeg: Any, source: FootageSource, frames: int, root: Path, number: int = 0) -> Any:
    """Give exactly the `frames` frames from the source's start, in the master's own pixels and times.

    `number` tells apart inputs that are equal otherwise: equal inputs are one node to ffmpeg-python, and
    the two sides of a dissolve must not share one.
    """
    facts = source.facts
    seek = f"{float(facts.seek_seconds(source.start)):.6f}"
    queue = 8 + number
    file = ffmpeg.input(str(root / facts.path), ss=seek, an=None, threads=1, thread_queue_size=queue)
    stream = file[f"v:{facts.picture}"] if facts.picture else file.video
    base = facts.time_base
    return _trim(stream.filter("settb", f"{base.numerator}/{base.denominator}"), source, frames)


def _trim(stream: Any, source: FootageSource, frames: int) -> Any:
    first, last = source.facts.pts_edge(source.start), source.facts.pts_edge(source.start + frames)
    return stream.filter("trim", start_pts=first, end_pts=last)


def frame_footage(ffmpeg: Any, stream: Any, source: FootageSource, size: Size) -> Any:
    """Fill a picture of `size` as the source's view says: crop, or whole on a plain or blurred ground."""
    stream = _in_bt709(stream, source)
    box = source.view.box
    if source.view.fit == "crop":
        cropped = stream.filter("crop", box.width, box.height, box.x, box.y)
        return _to_picture(cropped, source, size.width, size.height)
    if source.view.fit == "colour":
        whole = _to_picture(stream, source, box.width, box.height)
        colour = f"0x{source.view.ground.lstrip('#')}"
        return whole.filter("pad", size.width, size.height, box.x, box.y, color=colour)
    if source.view.fit == "behind":
        return _blurred(stream.filter("crop", box.width, box.height, box.x, box.y), source, size)
    both = stream.filter_multi_output("split", 2)
    ground = _blurred(both[0], source, size)
    return ffmpeg.overlay(ground, _to_picture(both[1], source, box.width, box.height), x=box.x, y=box.y)


def darken(stream: Any, colour: str, percent: int) -> Any:
    """Lay so many percent of a colour "#RRGGBB" over a BT.709 picture, in whole numbers."""
    tables = {
        plane: f"(val*{100 - percent}+{value * percent + 50})/100"
        for plane, value in zip("yuv", code_of(colour), strict=True)
    }
    return stream.filter("lutyuv", **tables)


def _blurred(stream: Any, source: FootageSource, size: Size) -> Any:
    # A small picture blurred with whole numbers: the same on every machine, and cheap.
    small = (max(2, size.width // 16 * 2), max(2, size.height // 16 * 2))
    ground = stream.filter("scale", *small, force_original_aspect_ratio="increase", flags=SCALING)
    ground = ground.filter("crop", *small).filter("boxblur", **_blur(small))
    return _to_picture(ground, source, size.width, size.height)


def _in_bt709(stream: Any, source: FootageSource) -> Any:
    """Convert primaries that are not BT.709's, through linear light; a scaler changes the matrix only.

    Measured on patches: the matrix alone is wrong by up to 14 codes, this by less than 1.
    """
    colour = source.facts.colour
    if colour.primaries in ("bt709", "unknown"):
        return stream
    return stream.filter(
        "colorspace",
        ispace=colour.matrix,
        iprimaries=colour.primaries,
        itrc="bt709",  # the curve of BT.601 too, the only other one that a master may have
        irange="pc" if colour.full_range else "tv",
        all="bt709",
        range="tv",
    )


def _blur(small: tuple[int, int]) -> dict[str, int]:
    # A radius may be at most half of a plane; those of colour have half the width and height.
    most = min(small) // 4
    return {
        "luma_radius": min(6, 2 * most),
        "luma_power": 2,
        "chroma_radius": min(6, most),
        "chroma_power": 2,
    }


def _to_picture(stream: Any, source: FootageSource, width: int, height: int) -> Any:
    colour = source.facts.colour
    converted = colour.primaries not in ("bt709", "unknown")
    scaled = stream.filter(
        "scale",
        width,
        height,
        in_color_matrix="bt709" if converted else colour.matrix,
        out_color_matrix="bt709",
        in_range="pc" if colour.full_range and not converted else "tv",
        out_range="tv",
        flags=SCALING,
    )
    return scaled.filter("setsar", 1).filter("format", "yuv420p")
