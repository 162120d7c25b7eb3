"""The times of a video stream's packets: which frames are presented, where seeks can land, at what rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from assetkit.errors import MediaError
from assetkit.timecode import RATES

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

# Matroska writes whole milliseconds, so a constant rate is seen up to 1 ms off; real variable rates and
# dropped frames are off by many.
_TOLERANCE = Fraction(3, 2000)
_NEAR = Fraction(1, 10_000)
_FIRST_PACKETS = 400  # more than any open group of pictures: where a decoder must have given a whole frame
_CONSTANT_REMEDY = "Export the master at a constant frame rate, or convert it first (ffmpeg -fps_mode cfr)."


@dataclass(frozen=True)
class Timing:
    """Ticks of the stream's time base: the first presented frame, how many there are, and the key frames."""

    rate: Fraction
    first_pts: int
    frame_count: int
    key_frames: tuple[int, ...]


def decode_first(name: str, container: InputContainer, stream: VideoStream) -> VideoFrame:
    """Decode up to the first frame that is presented and whole; raises MediaError when there is none.

    Frames that an edit list hides are dropped by the decoder, and frames before the first key frame of an
    open group of pictures come out damaged or not at all.
    """
    for count, packet in enumerate(container.demux(stream)):
        for frame in packet.decode():
            if not frame.is_corrupt and frame.pts is not None:
                return frame
        if count > _FIRST_PACKETS:
            break
    raise MediaError(f"{name}: no frame of its video can be decoded.", remedy="Export the master again.")


def scan_packets(name: str, container: InputContainer, stream: VideoStream, first_pts: int) -> Timing:
    """Read every packet from the start of the file, without decoding.

    `first_pts` is the time of the first whole frame, `name` the file's name for messages. Raises
    MediaError where frames have no time, share one, are damaged, or do not come at a constant rate.
    """
    times: list[int] = []
    keys: list[int] = []
    for packet in container.demux(stream):
        if not packet.size:
            continue
        if packet.pts is None and len(times) == 1:
            # Matroska cannot hold the negative times of frames that lead the first key frame of an open group
            # (after a cut by stream copy). Nothing decodes them, and they are not counted.
            continue
        if packet.pts is None:
            raise MediaError(f"{name}: a frame has no presentation time.", remedy=_CONSTANT_REMEDY)
        if packet.is_corrupt:
            raise MediaError(f"{name}: a packet is damaged.", remedy="Copy or export the master again.")
        if packet.is_keyframe:
            keys.append(packet.pts)
        if not packet.is_discard and packet.pts >= first_pts:
            times.append(packet.pts)
    times.sort()
    _refuse_repeats(name, times)
    time_base = Fraction(stream.time_base or 1)
    rate = find_rate(name, times, time_base, stream.average_rate)
    return Timing(rate, times[0], len(times), tuple(sorted(set(keys))))


def find_rate(name: str, times: Sequence[int], time_base: Fraction, declared: Fraction | None) -> Fraction:
    """Give the exact rate at which each of these sorted times is within 1.5 ms or one tick of its place.

    Known rates come before what the file declares: 25.0001 is 25. Raises MediaError for a variable rate.
    """
    measured = Fraction(len(times) - 1) / ((times[-1] - times[0]) * time_base) if len(times) > 1 else None
    for rate in _candidates(declared, measured):
        if _worst(times, time_base, rate) <= max(time_base, _TOLERANCE):
            return rate
    closest = min(RATES.values(), key=lambda rate: abs(rate - (measured or declared or 0)))
    worst = float(_worst(times, time_base, closest) * 1000)
    mean = float(measured or declared or 0)
    found = f"{mean:.3f} frames per second on average, up to {worst:.1f} ms out of step"
    message = f"{name}: the frame rate is not constant ({found})."
    raise MediaError(message, remedy=_CONSTANT_REMEDY, worst_ms=worst)


def _candidates(declared: Fraction | None, measured: Fraction | None) -> list[Fraction]:
    known = sorted(RATES.values())
    first = [rate for rate in known if declared and abs(rate - declared) < rate * _NEAR]
    nearest = sorted(known, key=lambda rate: abs(rate - measured))[:2] if measured else []
    return [*first, *nearest, *([declared] if declared else [])]


def _worst(times: Sequence[int], time_base: Fraction, rate: Fraction) -> Fraction:
    # Whole numbers over one denominator: exact, and a hundred times quicker than a Fraction per frame.
    step = 1 / (rate * time_base)
    first, top, bottom = times[0], step.numerator, step.denominator
    worst = max((abs((time - first) * bottom - n * top) for n, time in enumerate(times)), default=0)
    return Fraction(worst, bottom) * time_base


def _refuse_repeats(name: str, times: Sequence[int]) -> None:
    if not times:
        raise MediaError(f"{name}: its video has no frames.", remedy="Export the master again.")
    if any(one == other for one, other in pairwise(times)):
        raise MediaError(f"{name}: two frames share one presentation time.", remedy=_CONSTANT_REMEDY)
