"""What was heard of a sound: fifty times a second how loud it is, and where it is clipped."""

from __future__ import annotations

import base64
import functools
import json
import math
import zlib
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from assetkit.errors import MediaError
from assetkit.timecode import SAMPLE_RATE

VERSION = 1  # raise it when the same sound gives another observation
WINDOW = SAMPLE_RATE // 50
"""Samples at 48 kHz of one window: 20 ms, about one sound of speech."""
QUIETEST = -120.0
"""Levels from here on are told apart; what is below has the byte 0."""

_LEVELS = ("left", "right", "middle", "speech", "peaks", "clipped")
_POWERS = (0.0, *(10 ** ((byte / 2 + QUIETEST) / 10) for byte in range(1, 256)))
_MOST_BYTES = 256 << 20
_UNREADABLE = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError),
    zlib.error,
)
_REMEDY = "Listen to the sound again: assetkit check --observe."


@dataclass(frozen=True)
class Hearing:
    """A sound in windows of 20 ms, counted from what stands for the picture's first frame.

    A byte each: the level of the left and right channel, of their mean, and of that from 300 to 3400 Hz
    where speech lies; the highest sample; and the longest run of samples that stand at full scale. A level
    is twice the decibels over -120 dBFS, at most 255, where full scale is a square wave of 1.0; 0 is nothing.
    `seconds` is where the sound ends. Mono has two like channels, surround is mixed down; `channels` are
    those of the file.
    """

    seconds: Fraction
    channels: int
    left: bytes
    right: bytes
    middle: bytes
    speech: bytes
    peaks: bytes
    clipped: bytes

    def __len__(self) -> int:
        return len(self.left)

    def windows(self, first: int, last: int) -> slice:
        """Give the windows that samples [first, last) at 48 kHz touch; at least one where it is there."""
        start = max(0, first) // WINDOW
        return slice(start, max(start + 1, -(-last // WINDOW)))

    @property
    def samples(self) -> int:
        """Where the sound ends, in samples at 48 kHz."""
        return int(self.seconds * SAMPLE_RATE)


def power_of(levels: bytes) -> float:
    """Give the mean power of windows, 1.0 for full scale; 0 for none."""
    return math.fsum(_POWERS[level] for level in levels) / len(levels) if levels else 0.0


def decibels(power: float) -> float:
    """Give a power in dBFS, -120 for nothing."""
    return max(QUIETEST, 10 * math.log10(power)) if power > 0 else QUIETEST


def level_in_decibels(level: int) -> float:
    """Give what a byte stands for, in dBFS."""
    return level / 2 + QUIETEST if level else QUIETEST


@functools.lru_cache(maxsize=64)
def loud_level(levels: bytes) -> int:
    """Give the level that one audible window in twenty exceeds; 0 where nothing is heard."""
    heard = sorted(level for level in levels if level)
    return heard[(len(heard) - 1) * 95 // 100] if heard else 0


def hearing_to_json(heard: Hearing) -> str:
    """Write what was heard as JSON with a version."""
    packed = zlib.compress(b"".join(getattr(heard, name) for name in _LEVELS), 6)
    plain = {
        "hearing": VERSION,
        "seconds": str(heard.seconds),
        "channels": heard.channels,
        "windows": len(heard),
        "levels": base64.b64encode(packed).decode("ascii"),
    }
    return json.dumps(plain) + "\n"


def hearing_from_json(text: str) -> Hearing:
    """Read what `hearing_to_json` wrote; raises MediaError where it is something else."""
    try:
        plain = json.loads(text)
        if plain["hearing"] != VERSION:
            raise MediaError("This observation is of another version.", remedy=_REMEDY)
        return _read(plain)
    except _UNREADABLE as error:
        raise MediaError("This is no observation of a sound.", remedy=_REMEDY) from error


def _read(plain: dict[str, Any]) -> Hearing:
    count, written = int(plain["windows"]), str(plain["seconds"])
    # Short, because a line of a file that somebody else wrote must not fill the memory.
    if len(written) > 100 or "e" in written.lower():
        raise ValueError(written)
    seconds = Fraction(written)
    packed = base64.b64decode(plain["levels"], validate=True)
    levels = zlib.decompressobj().decompress(packed, _MOST_BYTES)
    if count < 0 or seconds < 0 or len(levels) != count * len(_LEVELS):
        raise ValueError("levels of another length")
    parts = [levels[place * count : (place + 1) * count] for place in range(len(_LEVELS))]
    return Hearing(seconds, int(plain["channels"]), *parts)
