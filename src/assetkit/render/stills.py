"""Still pictures of a cut: single frames, made by the very code that renders spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.errors import ObjectError
from assetkit.plan.tasks import FileTask, SpanTask, hash_identity
from assetkit.render.spans import make_spans
from assetkit.timecode import FrameRange

Picture = npt.NDArray[np.uint8]

# So little is lost in coding that the picture is what the encoder was given, within a code.
_FAITHFUL: dict[str, Any] = {
    "preset": "ultrafast",
    "crf": 1,
    "level": "6.2",
    "maxrate": 400_000,
    "bufsize": 800_000,
}


@dataclass(frozen=True)
class Still:
    """Frame `number` of what `span` makes: a span of one frame, or the whole of a dissolve."""

    span: SpanTask
    number: int

    @property
    def key(self) -> str:
        """Equal keys are equal pictures: platforms and languages that show the same share one still."""
        return f"{hash_identity(self.span.identity())}:{self.number}"


def still_of(file: FileTask, frame: int) -> Still:
    """Give the still at a frame of the finished file, counted from 0; raises IndexError outside of it."""
    at = 0
    for span in file.spans:
        if 0 <= frame - at < span.frames:
            return _still_in(span, frame - at)
        at += span.frames
    raise IndexError(f"frame {frame} of {at}")


def draw_still(still: Still, root: Path, folder: Path) -> Picture:
    """Make a still: (height, width, 3) uint8 in sRGB. Masters lie below `root`, `folder` is for work.

    Raises ToolError and ObjectError as a rendering does.
    """
    (picture,) = draw_stills([still], root, folder)
    return picture


def draw_stills(stills: Sequence[Still], root: Path, folder: Path) -> list[Picture]:
    """Make stills in one process: such as `make_spans` can make together."""
    spans = [replace(still.span, format=replace(still.span.format, **_FAITHFUL)) for still in stills]
    made = make_spans(spans, root, folder)
    return [_read_frame(path, still.number) for path, still in zip(made, stills, strict=True)]


def _still_in(span: SpanTask, number: int) -> Still:
    """Narrow a span to one frame; a dissolve stays whole, because its mixture depends on its length."""
    if len(span.sources) > 1:
        return Still(span, number)
    clipped = (event.clipped(FrameRange(number, number + 1)) for event in span.events)
    events = tuple(event for event in clipped if event is not None)
    sources = tuple(source.later(number) for source in span.sources)
    lying = (overlay.within(FrameRange(number, number + 1)) for overlay in span.overlays)
    overlays = tuple(overlay for overlay in lying if overlay is not None)
    return Still(replace(span, frames=1, sources=sources, events=events, overlays=overlays, key=""), 0)


def _read_frame(path: Path, number: int) -> Picture:
    import av

    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index == number:
                return _to_rgb(frame)
    raise ObjectError(f"The picture has no frame {number}.")


def _to_rgb(frame: Any) -> Picture:
    """Turn a BT.709 picture of limited range into sRGB values; the tags are written out, not trusted."""
    from av.video.reformatter import ColorRange, Colorspace, Interpolation

    converted = frame.reformat(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=Interpolation.BICUBIC,
    )
    picture: Picture = converted.to_ndarray()
    return picture
