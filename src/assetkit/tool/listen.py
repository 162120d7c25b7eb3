"""Listen to a whole sound once: fifty times a second how loud it is, and where it is clipped."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assetkit.errors import MediaError
from assetkit.media.hearing import QUIETEST, Hearing
from assetkit.media.sounds import SoundSource
from assetkit.tool.sounds import SOUND_FORMATS

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.container import InputContainer

Samples = npt.NDArray[np.float32]

_A_SECOND = 50  # windows
_TOGETHER = 500  # windows that are measured at a time: ten seconds
_SPEECH = (300, 3400)  # Hz: what a telephone carries, by which speech is understood (ITU-T G.711, G.712)
# At full scale, and no farther from the sample before than rounding to 16 bits: a wave that only just reaches
# full scale bends there.
_FULL, _FLAT = 0.999, 1 / 32768
_SLACK = Fraction(1, 100)  # seconds by which times of packets are off without a gap being meant


def listen(path: Path, source: SoundSource) -> Hearing:
    """Decode one sound of a file once; `source` is that of the file at `path`.

    Levels are read at the file's own rate, so that what is clipped is seen before anything is computed.
    Raises MediaError where it cannot be decoded.
    """
    import av

    options = {"format_whitelist": SOUND_FORMATS, "protocol_whitelist": "file"}
    try:
        with av.open(f"file:{path.resolve()}", options=options) as container:
            meter = Meter(container.streams.audio[source.stream].rate)
            for place, block in _blocks(container, source):
                meter.take(place, block)
            return meter.finish(container.streams.audio[source.stream].channels)
    except (av.FFmpegError, IndexError) as error:
        reason = getattr(error, "strerror", None) or "a sound is missing"
        remedy = "Copy or export the file again."
        raise MediaError(f"{source.path}: its sound is damaged ({reason}).", remedy=remedy) from error


def _blocks(container: InputContainer, source: SoundSource) -> Iterator[tuple[int, Samples]]:
    """Give stereo blocks (n, 2), each with its first sample at the file's rate from the picture's start."""
    import av

    stream = container.streams.audio[source.stream]
    resampler = av.AudioResampler(format="fltp", layout=None if stream.channels < 3 else "stereo")
    expected: int | None = None
    for frame in container.decode(stream):
        place = _place(frame, source, stream.rate)
        if place is None or (expected is not None and abs(place - expected) < _SLACK * stream.rate):
            place = expected or 0
        for part in resampler.resample(frame):
            block: Samples = np.asarray(part.to_ndarray(), np.float32).T
            yield place, np.repeat(block, 2, axis=1) if block.shape[1] == 1 else block
            place += len(block)
        expected = place


def _place(frame: AudioFrame, source: SoundSource, rate: int) -> int | None:
    if frame.pts is None or frame.time_base is None:
        return None
    return round((frame.pts * frame.time_base - source.start) * rate)


class Meter:
    """Measures a sound window by window, as it comes."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.end = 0  # the sample after the last that was taken
        self._measured = 0  # windows
        self._waiting: list[Samples] = []
        self._levels: list[npt.NDArray[np.uint8]] = []

    def take(self, place: int, block: Samples) -> None:
        """Take samples that begin at `place`; what lies before the picture is left, gaps are silent."""
        if place < self.end:
            block = block[self.end - place :]
            place = self.end
        if not len(block):
            return
        if place > self.end:
            self._silence(place - self.end)
        self._add(block)

    def _silence(self, length: int) -> None:
        # By parts: a file may say that its sound begins an hour late.
        step = self.rate * 10
        for start in range(0, length, step):
            self._add(np.zeros((min(step, length - start), 2), np.float32))

    def _add(self, block: Samples) -> None:
        self._waiting.append(block)
        self.end += len(block)
        while self.end >= self._edge(self._measured + _TOGETHER):
            self._measure(_TOGETHER)

    def _edge(self, window: int) -> int:
        return window * self.rate // _A_SECOND

    def _measure(self, count: int) -> None:
        """Measure the next windows, whose samples are all there."""
        waiting, begin = np.concatenate(self._waiting), self._edge(self._measured)
        edges = np.array([self._edge(self._measured + number) - begin for number in range(count + 1)])
        self._levels.append(_measure(waiting[: edges[-1]], edges, self.rate))
        self._measured += count
        self._waiting = [waiting[edges[-1] :]]

    def finish(self, channels: int) -> Hearing:
        """Give what was heard; a last part of a window is filled up with silence."""
        ends, windows = Fraction(self.end, self.rate), -(-self.end * _A_SECOND // self.rate)
        self._waiting.append(np.zeros((self._edge(windows) - self.end, 2), np.float32))
        while self._measured < windows:
            self._measure(min(_TOGETHER, windows - self._measured))
        levels = np.concatenate(self._levels, axis=1) if self._levels else np.zeros((6, 0), np.uint8)
        return Hearing(ends, channels, *(row.tobytes() for row in levels))


def _measure(samples: Samples, edges: npt.NDArray[np.int64], rate: int) -> npt.NDArray[np.uint8]:
    """Give six rows of bytes: left, right, middle, speech, peaks, longest runs at full scale."""
    exact = samples.astype(np.float64)
    middle = exact.mean(axis=1)
    lengths = np.diff(edges)
    powers = [_sums(signal * signal, edges) / lengths for signal in (exact[:, 0], exact[:, 1], middle)]
    peaks = np.maximum.reduceat(np.abs(exact).max(axis=1), edges[:-1])
    rows = [*map(_bytes, powers), _bytes(_speech_powers(middle, edges, rate)), _bytes(peaks * peaks)]
    return np.stack([*rows, _runs(samples, edges)])


def _sums(values: npt.NDArray[np.float64], edges: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    return np.asarray(np.add.reduceat(values, edges[:-1]), np.float64)


def _bytes(powers: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    levels = 20 * np.log10(np.maximum(powers, 1e-30)) - 2 * QUIETEST
    return np.rint(levels).clip(0, 255).astype(np.uint8)


def _speech_powers(
    middle: npt.NDArray[np.float64], edges: npt.NDArray[np.int64], rate: int
) -> npt.NDArray[np.float64]:
    """Give the power within the band of speech of each window."""
    length = int(np.diff(edges).min())
    parts = middle[edges[:-1, None] + np.arange(length)]
    shape = np.hanning(length)
    spectrum = np.abs(np.fft.rfft(parts * shape, axis=1)) ** 2
    places = np.fft.rfftfreq(length, 1 / rate)
    inside = (places >= _SPEECH[0]) & (places <= _SPEECH[1])
    # A real signal has each of these twice; the window's own power is taken out.
    scale = 2 / (length * float((shape * shape).sum()))
    return np.asarray(spectrum[:, inside].sum(axis=1) * scale, np.float64)


def _runs(samples: Samples, edges: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """Give the longest run of each window of samples that stand at full scale, at most 255."""
    longest = np.zeros(len(edges) - 1, np.int64)
    for channel in (0, 1):
        signal = samples[:, channel]
        full = np.abs(signal) >= _FULL
        if not full.any():
            continue
        stays = full[1:] & full[:-1] & (np.abs(np.diff(signal)) <= _FLAT)
        steps = np.flatnonzero(np.diff(np.concatenate([[0], stays.astype(np.int8), [0]])))
        for start, stop in steps.reshape(-1, 2):
            window = int(np.searchsorted(edges, start, side="right")) - 1
            longest[window] = max(longest[window], stop - start + 1)
    return longest.clip(0, 255).astype(np.uint8)
