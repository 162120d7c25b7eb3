"""Measure where the shots of a film begin: every frame is decoded once, and looked at very small."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from assetkit.errors import MediaError
from assetkit.media.facts import MasterFacts
from assetkit.media.shots import Shot, split_shots
from assetkit.tool.probe import FORMATS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from av.video.frame import VideoFrame

_SMALL = (48, 27)
_BINS = 16
_WHOLE_RANGE = 255.0


def find_shots(
    path: Path,
    facts: MasterFacts,
    *,
    longest: Fraction,
    look: Callable[[int, VideoFrame], None] | None = None,
) -> tuple[Shot, ...]:
    """Give the shots of the first `longest` seconds of a master, in frames of it, end to end.

    `facts` are those of the file at `path`; `look` is given every frame with its number. Raises MediaError
    where the file cannot be decoded.
    """
    import av

    most = min(facts.frame_count, int(longest * facts.rate))
    options = {"format_whitelist": FORMATS, "protocol_whitelist": "file"}
    changes, lumas = [0.0] * most, [0.0] * most
    last: npt.NDArray[np.int16] | None = None
    try:
        with av.open(f"file:{path.resolve()}", options=options) as container:
            container.streams.video[facts.picture].thread_type = "AUTO"
            for frame in container.decode(video=facts.picture):
                number = _number(frame, facts)
                if number >= most:
                    break
                if number < 0:
                    continue
                small = _shrink(frame)
                lumas[number] = float(small.mean()) / _WHOLE_RANGE
                changes[number] = _change(last, small) if last is not None else 0.0
                last = small
                if look is not None:
                    look(number, frame)
    except av.FFmpegError as error:
        remedy = "Copy or export the master again."
        raise MediaError(f"{facts.path}: the file is damaged ({error.strerror}).", remedy=remedy) from error
    return split_shots(changes, lumas, facts.rate)


def _number(frame: VideoFrame, facts: MasterFacts) -> int:
    """Give the number of a frame by its time; frames that an edit list hides come out below 0."""
    ticks = (frame.pts if frame.pts is not None else facts.first_pts - 1) - facts.first_pts
    return round(ticks * facts.time_base * facts.rate)


def _shrink(frame: VideoFrame) -> npt.NDArray[np.int16]:
    """Give the luma of a frame as rows by columns, a few pixels wide."""
    import numpy as np

    small = frame.reformat(*_SMALL, format="gray", interpolation="AREA")
    return small.to_ndarray().astype(np.int16)


def _change(before: npt.NDArray[np.int16], after: npt.NDArray[np.int16]) -> float:
    """Give how much two small pictures differ, 0 to 1: half by place, half by how light is distributed."""
    import numpy as np

    places = float(np.abs(after - before).mean()) / _WHOLE_RANGE
    counts = [np.histogram(picture, _BINS, (0, 256))[0] for picture in (before, after)]
    shares = float(np.abs(counts[0] - counts[1]).sum()) / (2 * before.size)
    return (places + shares) / 2
