"""Play a finished file as a viewer's player does: pictures and sound with the times that it gives them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from support.clicks import RATE, find_clicks

Lumas = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Played:
    """`lumas` are frames x rows x columns as coded (limited range), `times` their seconds.

    `sound` is mono at 48 kHz, its first sample at `sound_start` seconds; empty where there is none.
    """

    lumas: Lumas
    times: tuple[float, ...]
    sound: npt.NDArray[np.float32]
    sound_start: float


def play(path: Path, *, thin: int = 1) -> Played:
    """Decode a whole file; of the picture every `thin`-th pixel of every `thin`-th row is kept."""
    import av

    with av.open(str(path)) as container:
        found = [
            (planes_of(frame)[0][::thin, ::thin].copy(), float(frame.time or 0))
            for frame in container.decode(video=0)
        ]
    lumas, times = np.stack([luma for luma, _ in found]), tuple(time for _, time in found)
    return Played(lumas, times, *_sound(path, True))


def click_times(path: Path, *, honour_edits: bool = True) -> tuple[tuple[float, ...], list[float]]:
    """Give the seconds of every picture and of every click, as one and the same player sees them.

    `honour_edits` False reads the file as players do that know no edit lists.
    """
    import av

    with av.open(str(path), options=_options(honour_edits)) as container:
        times = tuple(float(frame.time or 0) for frame in container.decode(video=0))
    sound, start = _sound(path, honour_edits)
    return times, [start + click / RATE for click in find_clicks(sound)]


def spans_of(path: Path, *, honour_edits: bool = True) -> tuple[tuple[Fraction, Fraction], ...]:
    """Give from when to when the picture lasts, and the sound, in exact seconds as decoded frames say."""
    import av

    with av.open(str(path), options=_options(honour_edits)) as container:
        pictures = [(_exact(frame), frame.duration) for frame in container.decode(video=0)]
        base = container.streams.video[0].time_base or Fraction(0)
    with av.open(str(path), options=_options(honour_edits)) as container:
        sounds = [(_exact(frame), frame.samples) for frame in container.decode(audio=0)]
    picture_end = pictures[-1][0] + (pictures[-1][1] or 0) * base
    sound_end = sounds[-1][0] + Fraction(sounds[-1][1], RATE)
    return (pictures[0][0], picture_end), (sounds[0][0], sound_end)


def _exact(frame: Any) -> Fraction:
    return Fraction(frame.pts) * Fraction(frame.time_base)


def planes_of(frame: Any) -> tuple[Lumas, Lumas, Lumas]:
    """Give Y', Cb and Cr of a decoded 4:2:0 frame of 8 bits, exactly as coded: nothing is converted."""
    assert frame.format.name in ("yuv420p", "yuvj420p"), frame.format.name
    luma, blue, red = (_plane(plane) for plane in frame.planes)
    return luma, blue, red


def decode_planes(path: Path) -> list[tuple[Lumas, Lumas, Lumas]]:
    """Give the planes of every frame of a file."""
    import av

    with av.open(str(path)) as container:
        return [planes_of(frame) for frame in container.decode(video=0)]


def _plane(plane: Any) -> Lumas:
    rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width].copy()


def _options(honour_edits: bool) -> dict[str, str]:
    return {} if honour_edits else {"ignore_editlist": "1"}


def _sound(path: Path, honour_edits: bool) -> tuple[npt.NDArray[np.float32], float]:
    import av

    with av.open(str(path), options=_options(honour_edits)) as container:
        if not container.streams.audio:
            return np.zeros(0, np.float32), 0.0
        frames = list(container.decode(audio=0))
    assert {frame.sample_rate for frame in frames} == {RATE}
    start = float(frames[0].time or 0)
    plain = av.AudioResampler(format="fltp")
    blocks = [part.to_ndarray() for frame in frames for part in plain.resample(frame)]
    return np.concatenate(blocks, axis=1).mean(axis=0), start
