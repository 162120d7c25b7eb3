"""Look at a whole master once: its shots, and twice a second how bright its picture is where."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from assetkit.geometry import Size
from assetkit.media.facts import MasterFacts
from assetkit.media.observation import Observation, Samples
from assetkit.timecode import seconds_to_frames
from assetkit.tool.shots import find_shots

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from av.video.frame import VideoFrame

_LONG_EDGE = 64  # cells: one is 17 px on a picture 1080 wide, less than a caption's line is high
_EVERY = Fraction(1, 2)  # seconds
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_SPACES = {"bt709": "ITU709", "smpte170m": "ITU601", "bt470bg": "ITU601"}


def observe(path: Path, facts: MasterFacts) -> Observation:
    """Decode a master once; `facts` are those of the file at `path`.

    Means of cells are taken of coded values, not of light, which makes a cell of black and white a little
    too dark. Raises MediaError where the file cannot be decoded.
    """
    step = max(1, seconds_to_frames(_EVERY, facts.rate))
    size = _cells_of(facts.size)
    count = -(-facts.frame_count // step)
    taken: dict[int, bytes] = {}

    def look(number: int, frame: VideoFrame) -> None:
        if number % step == 0:
            taken[number // step] = _luminances(frame, size, facts)

    longest = Fraction(facts.frame_count + 1) / facts.rate
    shots = find_shots(path, facts, longest=longest, look=look)
    blank = bytes(size.width * size.height)
    cells = b"".join(taken.get(number, blank) for number in range(count))
    return Observation(tuple(shot.range.start for shot in shots[1:]), Samples(size, step, cells))


def _cells_of(size: Size) -> Size:
    scale = Fraction(_LONG_EDGE, max(size.width, size.height))
    return Size(max(1, round(size.width * scale)), max(1, round(size.height * scale)))


def _luminances(frame: VideoFrame, size: Size, facts: MasterFacts) -> bytes:
    import numpy as np

    space = _SPACES.get(facts.colour.matrix)
    small = frame.reformat(
        size.width, size.height, format="rgb24", src_colorspace=space, interpolation="AREA"
    )
    pixels: npt.NDArray[np.float64] = small.to_ndarray().astype(np.float64) / 255
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    luminance = (linear * _WEIGHTS).sum(axis=2)
    cells: npt.NDArray[np.uint8] = np.rint(255 * np.sqrt(luminance)).clip(0, 255).astype(np.uint8)
    return cells.tobytes()
