"""Prove what has been made, joined and extracted, by another library than the one that made it.

A zero exit of the tool is no proof, and what enters the store is believed for as long as it lies there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import Any

from assetkit.errors import ObjectError
from assetkit.plan.tasks import SpanTask
from assetkit.render.glances import Glances
from assetkit.render.texts import TextProof
from assetkit.timecode import SAMPLE_RATE

_ADTS_HEADER = 7  # bytes before each packet of coded sound; a file of films holds them once for all
_AAC_FRAME = 1024  # samples
_SOUND_SLACK = SAMPLE_RATE // 5  # coded sound may end with padding, or with a frame that cannot be decoded
_RAW_SAMPLE = 8  # bytes: two 32-bit floats


@dataclass(frozen=True)
class SpanProof:
    """What was seen of a span when it was decoded: its parameter sets as hex, a digest of each packet.

    `bright` and `changes` are two numbers of each frame; see `Glances`.
    """

    parameters: str
    packets: tuple[str, ...]
    bright: tuple[int, ...] = ()
    changes: tuple[float, ...] = ()


def prove_span(task: SpanTask, path: Path) -> SpanProof:
    """Decode a new span once: every frame whole, of the right size, and every text drawn.

    Raises ObjectError when it does not hold what the task asked for.
    """
    import av

    digests: list[str] = []
    glances = Glances()
    with _reading(path), av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "NONE"  # the cores are busy encoding: waiting threads would only cost
        parameters = bytes(stream.codec_context.extradata or b"").hex()
        count = _count_proved(task, _decode(container, stream, digests), glances)
    if count != task.frames:
        raise ObjectError(f"The tool made {count} frames of {task.frames}.")
    return SpanProof(parameters, tuple(digests), tuple(glances.bright), tuple(glances.changes))


def _decode(container: Any, stream: Any, digests: list[str]) -> Iterator[Any]:
    for packet in container.demux(stream):
        if packet.size:
            digests.append(_digest(packet))
        yield from packet.decode()


def _count_proved(task: SpanTask, frames: Iterator[Any], glances: Glances) -> int:
    texts, size = TextProof(task.events, task.rate), task.format.size
    count = 0
    for number, frame in enumerate(frames):
        count += 1
        if frame.is_corrupt:
            raise ObjectError(f"The tool made a span whose frame {number} is damaged.")
        if (frame.width, frame.height) != (size.width, size.height):
            raise ObjectError(f"The tool made a picture of {frame.width}x{frame.height}, not {size}.")
        luma = _luma(frame)
        glances.see(luma)
        if texts.wants(number):
            texts.look(number, luma)
    return count


def _luma(frame: Any) -> Any:
    import numpy as np

    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8).reshape(frame.height, plane.line_size)
    return rows[:, : frame.width]


def prove_file(path: Path, packets: Sequence[str], sound: Path, rate: Fraction) -> None:
    """Compare a joined file with its parts, packet by packet, and its times with whole frames from zero.

    `packets` are the digests of its spans' packets in order. Raises ObjectError where a byte or a frame is
    missing, doubled or out of place.
    """
    import av

    digests: list[str] = []
    times: list[Fraction] = []
    with _reading(path), av.open(str(path)) as container:
        stream = container.streams.video[0]
        for packet in container.demux(stream):
            if packet.size:
                digests.append(_digest(packet))
                times.append(Fraction(packet.pts or 0) * Fraction(packet.time_base))
    _compare(digests, packets, "picture")
    if sorted(times) != [n / rate for n in range(len(times))]:
        raise ObjectError("The tool ended well, but the joined frames do not follow each other evenly.")
    coded = (packet[_ADTS_HEADER:] for packet in _sound_packets(sound))
    _compare(_sound_packets(path), coded, "sound")


def prove_sound(path: Path, master: Path, index: int, picture_start: Fraction, reach: int = 0) -> None:
    """Compare the length of raw sound with that of the sound stream that it was extracted from.

    With `reach`, so many samples from the beginning are all that was asked for.

    Raises ObjectError where more is missing than a coder leaves out at its end.
    """
    with _reading(master):
        limit = picture_start + Fraction(reach, SAMPLE_RATE) if reach else None
        wanted = int((_sound_end(master, index, limit) - picture_start) * SAMPLE_RATE)
    wanted = min(wanted, reach) if reach else wanted
    found = path.stat().st_size // _RAW_SAMPLE
    if found < wanted - _SOUND_SLACK:
        seconds = (found / SAMPLE_RATE, wanted / SAMPLE_RATE)
        raise ObjectError("The tool ended well, but gave {:.2f} s of {:.2f} s of sound.".format(*seconds))


def prove_coded_sound(path: Path, samples: int) -> None:
    """Compare the frames of coded sound (AAC as ADTS) with the `samples` of the mix that it was made from.

    Raises ObjectError where a frame is missing, doubled or cut short.
    """
    with _reading(path):
        found = _count_adts(path.read_bytes())
    wanted = -(-samples // _AAC_FRAME)
    if found != wanted:
        raise ObjectError(f"The tool ended well, but gave {found or 0} whole frames of sound of {wanted}.")


def _count_adts(data: bytes) -> int | None:
    """Count frames by the lengths in their headers (ISO/IEC 13818-7, 6.2); None where they do not fit."""
    count, place = 0, 0
    while place + _ADTS_HEADER <= len(data) and data[place] == 0xFF and data[place + 1] & 0xF6 == 0xF0:
        length = (data[place + 3] & 3) << 11 | data[place + 4] << 3 | data[place + 5] >> 5
        place, count = place + max(length, _ADTS_HEADER), count + 1
    return count if place == len(data) else None


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    from av.error import FFmpegError

    try:
        yield
    except (FFmpegError, OSError, IndexError) as error:
        reason = getattr(error, "strerror", None) or str(error)  # without the path of the staging folder
        raise ObjectError(f"{path.name} cannot be read: {reason}.") from error


def _digest(packet: Any) -> str:
    return hashlib.blake2b(packet, digest_size=8).hexdigest()


def _sound_packets(path: Path) -> Iterator[bytes]:
    """Give the coded packets of a file's first sound stream, in order."""
    import av

    # A few frames of bare coded sound are too little to be known by their looks.
    form = "aac" if path.suffix == ".aac" else None
    with _reading(path), av.open(str(path), format=form) as container:
        for packet in container.demux(container.streams.audio[0]):
            if packet.size:
                yield bytes(packet)


def _compare(joined: Iterable[bytes | str], parts: Iterable[bytes | str], what: str) -> None:
    for number, (one, two) in enumerate(zip_longest(joined, parts)):
        if one != two:
            raise ObjectError(
                f"The tool ended well, but packet {number} of the joined {what} is not the one of its part."
            )


def _sound_end(master: Path, index: int, limit: Fraction | None) -> Fraction:
    """Give when the stream ends in seconds, or any later time than `limit`."""
    import av

    end = Fraction(0)
    with av.open(str(master)) as container:
        for packet in container.demux(container.streams.audio[index]):
            if packet.size and packet.pts is not None:
                end = max(end, (packet.pts + (packet.duration or 0)) * Fraction(packet.time_base))
            if limit is not None and end > limit:
                break
    return end
