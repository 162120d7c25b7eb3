"""Loudness and peaks of a finished file, read by others than the product: ffmpeg, pyloudnorm, and numpy."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.tool.ffmpeg import find_tool

RATE = 48000
_OVER = 8  # twice as fine as ITU-R BS.1770 asks for


@dataclass(frozen=True)
class Measured:
    """Integrated loudness in LUFS and true peak in dBTP, as ffmpeg's meter says in its summary."""

    integrated: float
    true_peak: float


def measure_by_ffmpeg(path: Path) -> Measured:
    """Measure the first sound stream of a file."""
    command = [find_tool().path, "-hide_banner", "-nostdin", "-i", path, "-map", "0:a:0"]
    done = subprocess.run(
        [*map(str, command), "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    said = done.stderr.rpartition("Summary:")[2]
    found = {name: float(value) for name, value in re.findall(r"(I|Peak):\s+(\S+) (?:LUFS|dBFS)", said)}
    return Measured(found["I"], found["Peak"])


def decode(path: Path) -> npt.NDArray[np.float64]:
    """Decode a whole sound stream as it comes, shape (n, 2)."""
    import av

    with av.open(str(path)) as container:
        blocks = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(blocks, axis=1).T.astype(np.float64)


def measure_by_pyloudnorm(sound: npt.NDArray[Any]) -> float:
    """Give the integrated loudness in LUFS of samples (n, 2), minus infinity for silence."""
    import pyloudnorm

    return float(pyloudnorm.Meter(RATE).integrated_loudness(sound))


def peak_between_samples(sound: npt.NDArray[Any]) -> float:
    """Give the highest point in dBTP of the one band-limited curve through all samples: by Fourier, exact."""
    found = 0.0
    for channel in sound.T:
        spectrum = np.fft.rfft(channel, n=len(channel) + len(channel) % 2)
        curve = np.fft.irfft(spectrum, n=_OVER * (len(channel) + len(channel) % 2)) * _OVER
        found = max(found, float(np.abs(curve).max()))
    return 20 * float(np.log10(found)) if found else float("-inf")
