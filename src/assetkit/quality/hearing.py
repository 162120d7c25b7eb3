"""Silent and clipped stretches in a decoded sound track."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.quality.records import Check
from assetkit.quality.shown import Shown
from assetkit.quality.thresholds import Threshold, threshold
from assetkit.quality.watching import find_runs

Samples = npt.NDArray[np.float32]

BLOCK = 0.05
"""Seconds of sound that are judged together."""


def listen(path: Path, shown: Shown, rate: Fraction | None) -> list[Check]:
    """Decode the first sound track once and judge it in blocks; a wholly silent one is not told of here.

    `rate` turns the frames of what is shown into seconds: a post says where it is silent, and where an older
    one does not, cards may be. Nothing is said of a file
    without sound, or of one that cannot be decoded: other checks tell of these.
    """
    import av

    try:
        levels, rows = _measure(path)
    except (av.FFmpegError, IndexError):
        return []
    if not levels.size:
        return []
    return [*_tell_silence(levels, shown, rate), *_tell_clipping(rows)]


def _tell_silence(levels: Samples, shown: Shown, rate: Fraction | None) -> list[Check]:
    rule = threshold("silent")
    quiet = levels <= 10 ** (rule["dbfs"] / 20)
    if quiet.all():
        return []
    silent = shown.ranges("card") if shown.silent is None else shown.silent
    for area in silent:
        if rate is None:
            break
        quiet[int(area.start / rate / BLOCK) : int(area.stop / rate / BLOCK) + 2] = False
    runs = [run for run in find_runs(quiet) if (run[1] - run[0]) * BLOCK >= rule["seconds"] - 1e-6]
    asked = f"no {rule['seconds']:g} s below {rule['dbfs']:g} dBFS"
    return _report("AK904", "the sound is not silent", rule, runs, asked)


def _tell_clipping(rows: npt.NDArray[np.int64]) -> list[Check]:
    rule = threshold("clipped")
    runs = find_runs(rows >= rule["samples"])
    asked = f"fewer than {rule['samples']:g} samples in a row at full scale"
    return _report("AK905", "the sound is not clipped", rule, runs, asked)


def _report(code: str, message: str, rule: Threshold, runs: list[tuple[int, int]], asked: str) -> list[Check]:
    if not runs:
        return [Check(code, True, rule.severity, message, "none", asked)]
    length = sum(stop - start for start, stop in runs) * BLOCK
    told = f"{length:.2f} s in {len(runs)} stretch{'es' if len(runs) > 1 else ''}"
    first, last = runs[0]
    return [
        Check(
            code, False, rule.severity, message, told, asked, round(first * BLOCK, 3), round(last * BLOCK, 3)
        )
    ]


def _measure(path: Path) -> tuple[Samples, npt.NDArray[np.int64]]:
    """Give of each block its RMS and its longest row of samples at full scale."""
    levels, rows = [], []
    for block in _blocks(path):
        levels.append(float(np.sqrt(np.square(block, dtype=np.float64).mean())))
        rows.append(_longest_row(block))
    return np.array(levels, np.float32), np.array(rows, np.int64)


def _longest_row(block: Samples) -> int:
    full = np.abs(block) >= threshold("clipped")["level"]
    if not full.any():
        return 0
    return max(stop - start for channel in full for start, stop in find_runs(channel))


def _blocks(path: Path) -> Iterator[Samples]:
    """Give blocks of (channels, samples); the last may be shorter."""
    import av

    held: list[Samples] = []
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        length = max(1, round(stream.rate * BLOCK))
        resampler = av.AudioResampler(format="fltp")
        for frame in container.decode(stream):
            held += [np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(frame)]
            if sum(part.shape[1] for part in held) >= length:
                sound = np.concatenate(held, axis=1)
                whole = sound.shape[1] // length * length
                for at in range(0, whole, length):
                    yield sound[:, at : at + length]
                held = [sound[:, whole:]]
        rest = np.concatenate(held, axis=1) if held else np.zeros((1, 0), np.float32)
        if rest.shape[1] > length // 2:
            yield rest
