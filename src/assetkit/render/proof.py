"""Prove what has been joined and extracted, by reading it with another library than the one that made it.

A zero exit of the tool is no proof, and what enters the store is believed for as long as it lies there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from itertools import chain, zip_longest
from pathlib import Path

from assetkit.errors import ObjectError
from assetkit.timecode import SAMPLE_RATE

_ADTS_HEADER = 7  # bytes before each packet of coded sound; a file of films holds them once for all
_AAC_FRAME = 1024  # samples
_SOUND_SLACK = SAMPLE_RATE // 5  # coded sound may end with padding, or with a frame that cannot be decoded
_RAW_SAMPLE = 8  # bytes: two 32-bit floats


def prove_file(path: Path, spans: Sequence[Path], sound: Path, rate: Fraction) -> None:
    """Compare a joined file with its parts, packet by packet, and its times with whole frames from zero.

    Raises ObjectError where a byte or a frame is missing, doubled or out of place.
    """
    parts = chain.from_iterable(_packets(span, "video") for span in spans)
    _compare(_packets(path, "video"), parts, 0, "picture")
    _compare(_packets(path, "audio"), _packets(sound, "audio"), _ADTS_HEADER, "sound")
    with _reading(path):
        times = sorted(_video_times(path))
        if times != [n / rate for n in range(len(times))]:
            raise ObjectError("The tool ended well, but the joined frames do not follow each other evenly.")


def prove_sound(path: Path, master: Path, index: int, picture_start: Fraction) -> None:
    """Compare the length of raw sound with that of the sound stream that it was extracted from.

    Raises ObjectError where more is missing than a coder leaves out at its end.
    """
    with _reading(master):
        wanted = int((_sound_end(master, index) - picture_start) * SAMPLE_RATE)
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
        raise ObjectError(f"{path.name} cannot be read: {error}.") from error


def _packets(path: Path, kind: str) -> Iterator[bytes]:
    """Give the coded packets of a file's first stream of a kind, in the order of decoding."""
    import av

    # A few frames of bare coded sound are too little to be known by their looks.
    form = "aac" if path.suffix == ".aac" else None
    with _reading(path), av.open(str(path), format=form) as container:
        streams = container.streams.video if kind == "video" else container.streams.audio
        for packet in container.demux(streams[0]):
            if packet.size:
                yield bytes(packet)


def _compare(joined: Iterator[bytes], parts: Iterator[bytes], header: int, what: str) -> None:
    for number, (one, two) in enumerate(zip_longest(joined, parts)):
        if one is None or two is None or one != two[header:]:
            raise ObjectError(
                f"The tool ended well, but packet {number} of the joined {what} is not the one of its part."
            )


def _video_times(path: Path) -> Iterator[Fraction]:
    import av

    with av.open(str(path)) as container:
        for packet in container.demux(container.streams.video[0]):
            if packet.size:
                yield Fraction(packet.pts or 0) * Fraction(packet.time_base)


def _sound_end(master: Path, index: int) -> Fraction:
    import av

    end = Fraction(0)
    with av.open(str(master)) as container:
        for packet in container.demux(container.streams.audio[index]):
            if packet.size and packet.pts is not None:
                end = max(end, (packet.pts + (packet.duration or 0)) * Fraction(packet.time_base))
    return end
