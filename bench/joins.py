"""Whether a join of two spans can be seen: the step of luma across it, beside the steps of its neighbours."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assetkit.geometry import Size
from assetkit.plan.tasks import FileTask
from bench.planned import parts_of
from bench.tool import tool_env, tool_path

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Pulse:
    """What encoding adds to the step from one frame to the next, in codes of luma (0-255).

    `level` is of the mean of the picture (a flash), `change` of the mean absolute difference of pixels (a
    jump in sharpness or grain). Each is given at joins and at all other frames, as the mean of absolute
    values, and the greatest at a join.
    """

    joins: int
    level_at_joins: float
    level_elsewhere: float
    level_greatest: float
    change_at_joins: float
    change_elsewhere: float


def joins_of(file: FileTask) -> tuple[set[int], set[int]]:
    """Give the first frames of spans inside clips and cards, and those of clips and cards themselves."""
    hard, at = set(), 0
    for part in parts_of(file):
        hard.add(at)
        at += part.frames
    soft, at = set(), 0
    for span in file.spans:
        soft.add(at)
        at += span.frames
    return soft - hard, hard


def measure_pulse(
    file: Sequence[str], reference: Sequence[str], size: Size, joins: set[int], skipped: set[int]
) -> Pulse:
    """Compare the steps of a file with those of its reference; both are given as arguments of an input.

    `skipped` are frames where the scene changes. Raises ValueError where there is no join.
    """
    import numpy as np

    added = [
        (number, level, change)
        for number, (level, change) in enumerate(_added(file, reference, size), 1)
        if number not in skipped
    ]
    at = np.array([row[1:] for row in added if row[0] in joins])
    elsewhere = np.array([row[1:] for row in added if row[0] not in joins])
    if not len(at):
        raise ValueError("There is no join to look at.")
    level, change = np.abs(at).mean(axis=0)
    usual_level, usual_change = np.abs(elsewhere).mean(axis=0)
    greatest = np.abs(at[:, 0]).max()
    return Pulse(len(at), *(float(n) for n in (level, usual_level, greatest, change, usual_change)))


def _added(file: Sequence[str], reference: Sequence[str], size: Size) -> Iterator[tuple[float, float]]:
    """Give what encoding adds to each step: of the mean, and of the mean absolute difference."""
    pairs = zip(_steps(file, size), _steps(reference, size), strict=True)
    for (level, change), (true_level, true_change) in pairs:
        yield level - true_level, change - true_change


def _steps(source: Sequence[str], size: Size) -> Iterator[tuple[float, float]]:
    import numpy as np

    before: Any = None
    for luma in _lumas(source, size):
        wide = luma.astype(np.int16)
        if before is not None:
            step = wide - before
            yield float(step.mean()), float(np.abs(step).mean())
        before = wide


def _lumas(source: Sequence[str], size: Size) -> Iterator[np.ndarray[Any, Any]]:
    import numpy as np

    read = [tool_path(), "-loglevel", "error", "-nostdin", *source, "-map", "0:v:0"]
    write = ["-vf", "extractplanes=y", "-fps_mode", "passthrough", "-f", "rawvideo", "-"]
    length = size.width * size.height
    with subprocess.Popen([*read, *write], stdout=subprocess.PIPE, env=tool_env()) as child:
        assert child.stdout is not None
        while len(data := child.stdout.read(length)) == length:
            yield np.frombuffer(data, np.uint8)
    if child.returncode:
        raise RuntimeError("A file could not be decoded.")
