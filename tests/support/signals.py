"""Sound of every kind that a mix may hold, made by numpy: the same samples on every machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

RATE = 48000

Samples = npt.NDArray[np.float32]
Mono = npt.NDArray[np.float64]


def stereo(mono: npt.NDArray[Any]) -> Samples:
    """Give the same sound on both sides."""
    both: Samples = np.repeat(np.asarray(mono)[:, None], 2, axis=1).astype(np.float32)
    return both


def speech(seconds: float, *, level: float = 0.1) -> Samples:
    """Give voiced syllables with formants, three a second, in phrases with pauses, and some breath."""
    time = _time(seconds)
    pitch = 2 * np.pi * np.cumsum(125 + 20 * np.sin(2 * np.pi * 0.7 * time)) / RATE
    partials = range(1, 25)
    weights = [_formants(125.0 * partial) for partial in partials]
    voiced = sum(
        w * np.sin(partial * pitch + 0.3 * partial**2) for w, partial in zip(weights, partials, strict=True)
    )
    breath = 0.05 * _noise(1, len(time))
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * time), 0, 1) ** 0.7
    phrases = np.sin(2 * np.pi * 0.35 * time + 0.4) > -0.4
    return stereo(level * (voiced + breath) * syllables * phrases)


def music(seconds: float) -> Samples:
    """Give a swelling chord, not the same on both sides."""
    time = _time(seconds)
    left = sum(np.sin(2 * np.pi * tone * time) for tone in (110, 220.5, 331, 440, 659))
    right = sum(np.sin(2 * np.pi * tone * time + 1) for tone in (110, 221, 330, 441, 880))
    swell = 0.6 + 0.4 * np.sin(2 * np.pi * 0.25 * time)
    chord: Samples = (0.1 * swell[:, None] * np.stack([left, right], axis=1)).astype(np.float32)
    return chord


def drums(seconds: float) -> Samples:
    """Give strokes that fall off, two and a half a second."""
    time = _time(seconds)
    stroke = np.sin(2 * np.pi * 90 * time) + 0.5 * _noise(3, len(time))
    return stereo(0.4 * stroke * np.exp(-(time % 0.4) * 14))


def claps(seconds: float) -> Samples:
    """Give a clap of some milliseconds every two seconds, in silence."""
    time = _time(seconds)
    return stereo(0.5 * _noise(4, len(time)) * np.exp(-((time + 1.6) % 2) * 250))


def hot(seconds: float) -> Samples:
    """Give a clipped square with noise, at full scale."""
    square = 1.5 * np.sign(np.sin(2 * np.pi * 220 * _time(seconds)))
    return stereo(np.clip(square + 0.4 * _noise(5, len(square)), -1, 1))


def shifted(seconds: float) -> Samples:
    """Give speech that stands on a constant, as a bad converter leaves it."""
    return speech(seconds) + np.float32(0.2)


def burst(seconds: float) -> Samples:
    """Give silence with one loud second in its middle."""
    sound = np.zeros((round(seconds * RATE), 2), np.float32)
    start = (len(sound) - RATE) // 2
    sound[start : start + RATE] = 4 * speech(1.0)
    return sound


def room(seconds: float, *, level: float = 0.001) -> Samples:
    """Give the even noise of a quiet room, duller than white."""
    white = np.random.default_rng(6).standard_normal((round(seconds * RATE) + 8, 2))
    sums = np.cumsum(white, axis=0)
    return (level * (sums[8:] - sums[:-8]) / 8**0.5).astype(np.float32)


def popped(seconds: float) -> Samples:
    """Give quiet speech with one loud pop."""
    sound = speech(seconds, level=0.02)
    sound[len(sound) // 3 : len(sound) // 3 + 40] = 0.9
    return sound


def silence(seconds: float) -> Samples:
    """Give nothing."""
    return np.zeros((round(seconds * RATE), 2), np.float32)


MATERIALS: Mapping[str, Callable[[float], Samples]] = {
    "speech": speech,
    "quiet speech": lambda seconds: speech(seconds, level=0.005),
    "music": music,
    "quiet music": lambda seconds: music(seconds) * np.float32(0.05),
    "drums": drums,
    "hot": hot,
    "shifted": shifted,
    "burst": burst,
    "popped": popped,
}
"""What can be brought to a level, each by its name."""


def _time(seconds: float) -> Mono:
    return np.arange(round(seconds * RATE)) / RATE


def _noise(seed: int, length: int) -> Mono:
    return np.random.default_rng(seed).standard_normal(length)


def _formants(hertz: float) -> float:
    """Give how strong a partial is: an open vowel over a slope of 6 dB an octave."""
    peaks = ((700, 130, 1.0), (1220, 170, 0.5), (2600, 250, 0.25))
    return sum(gain / (1 + ((hertz - at) / width) ** 2) for at, width, gain in peaks) + 12.5 / hertz
