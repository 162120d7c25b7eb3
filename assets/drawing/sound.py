"""The films' sound: quiet chords, plucked notes, and a murmur with the rhythm of speech."""

from __future__ import annotations

import math
import wave
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

SOUND_RATE = 48000


def make_sound(seconds: float, speech: Sequence[tuple[float, float]]) -> np.ndarray:
    """Make stereo float sound: quiet chords, plucked notes, and a murmur with the rhythm of speech."""
    time = np.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    chords = ((146.8, 220.0, 293.7), (130.8, 196.0, 329.6), (110.0, 220.0, 261.6), (98.0, 196.0, 293.7))
    sound = np.zeros((len(time), 2))
    for number in range(math.ceil(seconds / 5)):
        _add_chord(sound, chords[number % 4], number * 5.0, 6.0)
        for beat in range(8):
            note = chords[number % 4][(beat * 2) % 3] * (2 if beat % 4 else 1)
            _add_pluck(sound, note, number * 5 + beat * 0.625, (beat % 3 - 1) * 0.3)
    for start, stop in speech:
        _add_murmur(sound, start, stop)
    edge = np.minimum(1, np.minimum(time / 0.5, (seconds - time) / 1.5))
    return np.clip(sound * edge[:, None], -0.9, 0.9)


def _add(sound: np.ndarray, start: float, part: np.ndarray, pan: float = 0.0) -> None:
    first = round(start * SOUND_RATE)
    part = part[: max(0, len(sound) - first)]
    sound[first : first + len(part), 0] += part * (1 - pan) / 2
    sound[first : first + len(part), 1] += part * (1 + pan) / 2


def _add_chord(sound: np.ndarray, notes: Sequence[float], start: float, seconds: float) -> None:
    time = np.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    swell = np.sin(np.pi * time / seconds) ** 2 * 0.09
    for note in notes:
        for pan, detune in ((-0.6, 0.999), (0.6, 1.001)):
            wave_form = sum(np.sin(2 * np.pi * note * detune * k * time) / k**2 for k in (1, 2, 3))
            _add(sound, start, wave_form * swell, pan)


def _add_pluck(sound: np.ndarray, note: float, start: float, pan: float) -> None:
    _add(sound, start, _pluck(note), pan)


@cache
def _pluck(note: float) -> np.ndarray:
    time = np.arange(round(1.4 * SOUND_RATE)) / SOUND_RATE
    form = sum(np.sin(2 * np.pi * note * k * time) * np.exp(-time * (2.4 + k * 1.3)) / k for k in range(1, 7))
    return np.asarray(form * 0.1 * np.minimum(1, time / 0.004))


def _add_murmur(sound: np.ndarray, start: float, stop: float) -> None:
    time = np.arange(round((stop - start) * SOUND_RATE)) / SOUND_RATE
    pitch = 2 * np.pi * np.cumsum(118 + 10 * np.sin(2 * np.pi * 0.7 * time) - 6 * time) / SOUND_RATE
    open_vowel = 0.5 + 0.5 * np.sin(2 * np.pi * 1.9 * time + start)
    voice = np.zeros(len(time))
    for k in range(1, 22):
        formant = np.exp(-(((118 * k - 380 - 320 * open_vowel) / 190) ** 2))
        formant += 0.4 * np.exp(-(((118 * k - 1700 + 600 * open_vowel) / 240) ** 2))
        voice += np.sin(k * pitch) * (formant + 0.08 / k)
    syllables = np.clip(np.sin(2 * np.pi * 4.1 * time + start) + 0.45, 0, 1) ** 0.8
    gate = np.minimum(1, np.minimum(time, time[::-1]) / 0.08)
    _add(sound, start, voice * syllables * gate * 0.16)


def write_sound(path: Path, sound: np.ndarray) -> None:
    """Write stereo float sound as a 16-bit WAV."""
    with wave.open(str(path), "wb") as sink:
        sink.setnchannels(2)
        sink.setsampwidth(2)
        sink.setframerate(SOUND_RATE)
        sink.writeframes(np.round(sound * 32767).astype("<i2").tobytes())
