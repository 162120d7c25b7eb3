"""Sounds like speech, made by numpy, what is heard of them, and files that hold them."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.media.hearing import Hearing
from assetkit.tool.listen import Meter

RATE = 48000
Signal = npt.NDArray[np.float64]
Words = Sequence[tuple[float, float]]
"""Seconds from and to of each word."""


def speak(seconds: float, words: Words, level: float = -20.0, rate: int = RATE) -> Signal:
    """Give mono noise in the band of speech at `level` dBFS within the words, and a room at -80 dBFS."""
    count = round(seconds * rate)
    rng = np.random.default_rng(7)
    spectrum = np.fft.rfft(rng.standard_normal(count))
    places = np.fft.rfftfreq(count, 1 / rate)
    spectrum[(places < 350) | (places > 3000)] = 0
    voice = np.fft.irfft(spectrum, count)
    voice *= 10 ** (level / 20) / np.sqrt(np.mean(voice**2))
    said = np.zeros(count)
    for start, stop in words:
        said[round(start * rate) : round(stop * rate)] = 1
    return np.asarray(voice * said + 1e-4 * rng.standard_normal(count), np.float64)


def tone(seconds: float, level: float = -20.0, frequency: float = 1000.0, rate: int = RATE) -> Signal:
    """Give a mono sine whose level is `level` dBFS."""
    places = np.arange(round(seconds * rate))
    return np.asarray(np.sqrt(2) * 10 ** (level / 20) * np.sin(2 * np.pi * frequency * places / rate))


def hear(left: Signal, right: Signal | None = None, rate: int = RATE) -> Hearing:
    """Give what is heard of a sound; mono where one side is given."""
    other = left if right is None else right
    meter = Meter(rate)
    meter.take(0, np.stack([left, other], axis=1).astype(np.float32))
    return meter.finish(1 if right is None else 2)


def write_wav(path: Path, left: Signal, right: Signal | None = None, rate: int = RATE) -> Path:
    """Write a 16-bit WAV, mono where one side is given; what is over full scale is clipped."""
    sides = [left] if right is None else [left, right]
    values = np.round(np.stack(sides, axis=1).clip(-1, 1) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as sink:
        sink.setnchannels(len(sides))
        sink.setsampwidth(2)
        sink.setframerate(rate)
        sink.writeframes(values.tobytes())
    return path
