"""Sound with clicks at known samples, and the reader that finds them again."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

RATE = 48000
_SHAPE = np.array([0.4, 0.9, 0.4])

Samples = npt.NDArray[np.float32]


def place_clicks(positions: Sequence[int], length: int) -> Samples:
    """Give `length` mono samples at 48 kHz, silent but for clicks.

    A click is three samples long and loudest at its position.
    """
    sound = np.zeros(length + 2, np.float32)
    for position in positions:
        low = max(0, position - 1)
        sound[low : position + 2] = _SHAPE[low - position + 1 :][: len(sound[low : position + 2])]
    return sound[:length]


def make_clicks(path: Path, positions: Sequence[int], length: int, *, channels: int = 2) -> Path:
    """Write a 16-bit WAV of `length` samples with a click at each position, the same in every channel."""
    mono = np.round(place_clicks(positions, length) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as sink:
        sink.setnchannels(channels)
        sink.setsampwidth(2)
        sink.setframerate(RATE)
        sink.writeframes(np.repeat(mono[:, None], channels, axis=1).tobytes())
    return path


def find_clicks(samples: npt.ArrayLike, *, threshold: float = 0.25, apart: int = 480) -> list[int]:
    """Give the peak of each click in mono samples (or samples by channels, which are averaged).

    Loud samples nearer than `apart` belong to one click; its place is where it is loudest.
    """
    sound = np.asarray(samples, np.float64)
    loud = np.abs(sound.mean(axis=1) if sound.ndim == 2 else sound)
    above = np.flatnonzero(loud > threshold)
    if not above.size:
        return []
    groups = np.split(above, np.flatnonzero(np.diff(above) > apart) + 1)
    return [int(group[np.argmax(loud[group])]) for group in groups]


def read_sound(path: Path, *, index: int = 0) -> Samples:
    """Decode one sound stream as players present it, from the file's zero: samples by channels at 48 kHz.

    Sound that begins late is preceded by silence; what lies before zero (priming) is cut away.
    """
    import av

    blocks: list[npt.NDArray[Any]] = []
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="fltp", rate=RATE)
        begin: float | None = None
        for frame in container.decode(audio=index):
            begin = float(frame.time or 0) if begin is None else begin
            blocks += [part.to_ndarray() for part in resampler.resample(frame)]
        blocks += [part.to_ndarray() for part in resampler.resample(None)]
    sound = np.concatenate(blocks, axis=1).T.astype(np.float32)
    lead = round((begin or 0.0) * RATE)
    if lead > 0:
        return np.concatenate([np.zeros((lead, sound.shape[1]), np.float32), sound])
    return sound[-lead:] if lead else sound
