"""The example's music, the project's own work: slow chords and a few soft notes, in whole bars.

It is a ring: what sounds beyond the last bar is heard in the first one, so it is repeated without a join.
"""

from __future__ import annotations

import hashlib
import math
from functools import cache
from pathlib import Path

import numpy as np
from drawing.sound import SOUND_RATE, write_sound

NAME = "quiet-room"
BAR = 4.0
"""Seconds; there is a chord to each bar, and no beat."""

# Open voicings: a fifth or an octave below, the colour of the chord above it. Two rounds of four.
_CHORDS = (
    (73.42, 146.83, 220.00, 329.63),  # D, with its ninth
    (58.27, 116.54, 220.00, 293.66),  # B flat, with its seventh
    (87.31, 130.81, 220.00, 349.23),  # F
    (65.41, 130.81, 196.00, 293.66),  # C, with its ninth
)
_ROUNDS = 2
# Of each bar: when a note is struck, which note of the chord, how many octaves above it, and where from.
_NOTES = ((0.0, 2, 1, -0.2), (1.5, 3, 1, 0.25), (2.5, 1, 2, 0.0))
_REST = 6  # every sixth note is left out: air


def make_tune() -> np.ndarray:
    """Make stereo float sound of 32 s that can be repeated without a join."""
    sound = np.zeros((round(_ROUNDS * len(_CHORDS) * BAR * SOUND_RATE), 2))
    struck = 0
    for bar in range(_ROUNDS * len(_CHORDS)):
        chord = _CHORDS[bar % len(_CHORDS)]
        for voice, note in enumerate(chord):
            _add(sound, bar * BAR - 1.0, _pad(note, voice), (-0.5, 0.35, -0.25, 0.5)[voice])
        for at, voice, octaves, pan in _NOTES:
            struck += 1
            if struck % _REST:
                _add(sound, bar * BAR + at, _soft(chord[voice] * 2**octaves), pan)
    return sound * (0.5 / np.abs(sound).max())


def draw_tune(folder: Path) -> str:
    """Write the tune to `<folder>/music/` if this very code has not; gives a line that says what was done."""
    path = folder / "music" / f"{NAME}.wav"
    stamp, made_by = path.with_suffix(".made-by"), hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    told = f"music: assets/music/{NAME}.wav, {_ROUNDS * len(_CHORDS) * BAR:.0f} s"
    if path.exists() and stamp.exists() and stamp.read_text() == made_by:
        return f"{told}, there already"
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}")
    write_sound(staged, make_tune())
    staged.replace(path)
    stamp.write_text(made_by)
    return f"{told}, played"


def _add(sound: np.ndarray, start: float, part: np.ndarray, pan: float) -> None:
    """Lay a part into the ring: what goes beyond its end is heard at its beginning."""
    places = (round(start * SOUND_RATE) + np.arange(len(part))) % len(sound)
    sound[places, 0] += part * math.sqrt((1 - pan) / 2)
    sound[places, 1] += part * math.sqrt((1 + pan) / 2)


@cache
def _pad(note: float, voice: int) -> np.ndarray:
    """A chord's voice: it swells in over the one before, and is gone when the next has come."""
    time = np.arange(round((BAR + 2.0) * SOUND_RATE)) / SOUND_RATE
    swell = np.sin(np.pi * np.minimum(1, np.minimum(time, time[::-1]) / 2.0) / 2) ** 2
    slow = 1 + 0.06 * np.sin(2 * np.pi * 0.23 * time + voice)
    form = sum(
        np.sin(2 * np.pi * note * detune * partial * time + voice * partial) / partial**2.2
        for detune in (0.9988, 1.0, 1.0012)
        for partial in (1, 2, 3, 4)
    )
    return np.asarray(form * swell * slow * (0.075 if voice else 0.11))


@cache
def _soft(note: float) -> np.ndarray:
    """A note like that of a piano under felt."""
    time = np.arange(round(5.0 * SOUND_RATE)) / SOUND_RATE
    form = sum(
        np.sin(2 * np.pi * note * partial * (1 + 0.0004 * partial**2) * time)
        * np.exp(-time * (0.9 + 0.8 * partial))
        / partial**1.8
        for partial in range(1, 6)
    )
    tail = np.minimum(1, time[::-1] / 0.5)
    return np.asarray(form * 0.16 * np.sin(np.pi * np.minimum(1, time / 0.012) / 2) ** 2 * tail)
