"""Decode a picture once, and let everything that looks at it see each frame."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box, Size
from assetkit.quality.records import Check

Plane = npt.NDArray[np.uint8]

LONG_EDGE = 320
"""Cells along the long edge of a small picture."""


@dataclass(frozen=True)
class Seen:
    """A decoded frame: its number, its time in seconds, and its small picture.

    `small` is (3, rows, columns) uint8: luma and both chromas of each cell as they are coded, the mean of the
    cell's pixels. `size` is that of the whole picture.
    """

    number: int
    time: float
    size: Size
    small: Plane
    frame: Any

    @property
    def luma(self) -> Plane:
        """The luma of the whole picture, rows by columns, as it is coded; valid until the next frame."""
        plane = self.frame.planes[0]
        rows = np.frombuffer(plane, np.uint8).reshape(self.frame.height, plane.line_size)
        return rows[:, : self.frame.width]

    @property
    def has_bytes(self) -> bool:
        """Whether `luma` can be had: a picture of 8 bits in planes."""
        return str(self.frame.format.name) in ("yuv420p", "yuvj420p", "yuv422p", "yuv444p", "yuvj422p")


class Watcher(Protocol):
    """Something that looks at frames in their order, and tells at the end what it has found."""

    def see(self, seen: Seen) -> None:
        """Look at the next frame."""

    def tell(self) -> list[Check]:
        """Say what was found."""


@dataclass(frozen=True)
class Watched:
    """What a decoding pass came to: the frames given, and why it stopped early, "" if it did not."""

    frames: int
    fault: str = ""


def watch(path: Path, watchers: Sequence[Watcher]) -> Watched:
    """Show every frame of a file to the watchers; a file that breaks off is no exception but a fault."""
    count = 0
    try:
        with closing(look(path)) as frames:
            for seen in frames:
                count += 1
                for watcher in watchers:
                    watcher.see(seen)
    except _decoder_errors() as error:
        return Watched(count, f"decoding stopped after {count} frames: {error}")
    return Watched(count)


def look(path: Path) -> Generator[Seen, None, None]:
    """Give every frame of a file; raises av.FFmpegError where it is broken, IndexError without a picture."""
    import av

    strict = {"err_detect": "explode"}
    with av.open(str(path), options=strict) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        stream.codec_context.options = strict
        for number, frame in enumerate(container.decode(stream)):
            size = Size(frame.width, frame.height)
            small = small_size(size)
            cells = frame.reformat(small.width, small.height, format="yuv444p", interpolation="AREA")
            yield Seen(number, frame.time or 0.0, size, np.asarray(cells.to_ndarray(), np.uint8), frame)


def small_size(size: Size) -> Size:
    """Give the size of a small picture in cells; a picture that is small already keeps its own."""
    scale = min(1.0, LONG_EDGE / max(size.width, size.height))
    return Size(*(max(2, 2 * round(edge * scale / 2)) for edge in (size.width, size.height)))


def box_of(cells: npt.NDArray[np.bool_], size: Size) -> Box | None:
    """Give the box, in pixels of a picture of `size`, around the cells that are marked."""
    rows, columns = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    if not rows.size:
        return None
    down, across = size.height / cells.shape[0], size.width / cells.shape[1]
    x, y = int(columns[0] * across), int(rows[0] * down)
    right, bottom = round((columns[-1] + 1) * across), round((rows[-1] + 1) * down)
    return Box(x, y, int(right) - x, int(bottom) - y)


def find_runs(marked: Sequence[bool] | npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give [first, past the last) of every unbroken row of marked frames."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(marked, np.int8), [0]))))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]


def _decoder_errors() -> tuple[type[Exception], ...]:
    import av

    return (av.FFmpegError, IndexError)
