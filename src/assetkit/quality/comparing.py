"""Compare a decoded picture with a reference of the same frames: brightness, colour, order, likeness."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.errors import ToolError
from assetkit.quality.records import Check
from assetkit.quality.thresholds import Threshold, threshold
from assetkit.quality.watching import Plane, Seen, find_runs, look
from assetkit.tool.ffmpeg import run_ffmpeg

Mask = npt.NDArray[np.bool_]
Tell = Callable[[tuple[int, int]], str]

_WORDS = {
    "AK906": "every frame is that of the reference",
    "AK907": "the picture is as bright as the reference",
    "AK908": "the colours are those of the reference",
}
_VMAF = re.compile(r"VMAF score: ([\d.]+)")


class Comparison:
    """Looks at a reference in step; what is measured of each frame is judged at the end."""

    def __init__(self, reference: Path) -> None:
        self.reference = reference
        self.times: list[float] = []
        self.light: list[float] = []  # mean difference of luma, with its sign
        self.colour: list[float] = []  # mean difference of a cell's chroma, the greater of both
        self.apart: list[tuple[float, float]] = []  # from its own frame, and from the nearest other one
        self.noise: list[float] = []  # PSNR of luma of every so many frames
        self.fault = ""
        self.extra = 0
        self._frames: Iterator[Seen] | None = look(reference)
        self._near: deque[Seen] = deque(maxlen=3)
        self._own: deque[Plane] = deque(maxlen=2)

    def see(self, seen: Seen) -> None:
        """Compare a frame with the one of the same number."""
        other = self._next()
        if other is None:
            self.extra += self._frames is None
            return
        if other.small.shape != seen.small.shape:
            self.fault = f"the reference has the shape of {other.size}, the file that of {seen.size}"
            self._frames = None
            return
        self._measure(seen, other)

    def _next(self) -> Seen | None:
        import av

        if self._frames is None:
            return None
        try:
            return next(self._frames)
        except StopIteration:
            self._frames = None
        except (av.FFmpegError, IndexError) as error:
            self._frames, self.fault = None, f"the reference cannot be decoded: {error}"
        return None

    def _measure(self, seen: Seen, other: Seen) -> None:
        mine, theirs = seen.small.astype(np.int16), other.small.astype(np.int16)
        apart = mine - theirs
        self.times.append(seen.time)
        self.light.append(float(apart[0].mean()))
        self.colour.append(float(max(np.abs(apart[1]).mean(), np.abs(apart[2]).mean())))
        self._order(seen, other, float(np.abs(apart[0]).mean()))
        rule = threshold("likeness")
        if (
            seen.number % int(rule["every"]) == 0
            and seen.size == other.size
            and seen.has_bytes
            and other.has_bytes
        ):
            self.noise.append(_psnr(seen.luma, other.luma))

    def _order(self, seen: Seen, other: Seen, own: float) -> None:
        """Remember how far a frame is from its own one and from the one before; the one after comes later."""
        before = _distance(seen.small[0], self._near[-1].small[0]) if self._near else math.inf
        if self._own:
            after = _distance(self._own[-1], other.small[0])
            mine, nearest = self.apart[-1]
            self.apart[-1] = (mine, min(nearest, after))
        self.apart.append((own, before))
        self._near.append(other)
        self._own.append(seen.small[0])

    def tell(self) -> list[Check]:
        """Say where the picture is another one than the reference."""
        if self._frames is not None:
            self.extra -= sum(1 for _ in iter(self._next, None))
        if self.fault:
            return [_check("AK919", threshold("step"), self.fault, "a reference of the same picture")]
        if not self.times:
            return [_check("AK919", threshold("step"), "the reference has no frame", "one frame or more")]
        length = [] if not self.extra else [self._tell_length()]
        return [*length, *self._tell_order(), *self._tell_light(), *self._tell_colour(), *self._tell_noise()]

    def _tell_length(self) -> Check:
        told = f"{abs(self.extra)} frames {'more' if self.extra > 0 else 'less'} than the reference"
        return _check("AK906", threshold("step"), told, "the same number", _WORDS["AK906"])

    def _tell_order(self) -> list[Check]:
        rule = threshold("step")
        return self._report(
            "AK906", rule, self._strays(), lambda run: "another frame of it", "frame for frame"
        )

    def _strays(self) -> Mask:
        """Give the frames that are like another frame of the reference than their own."""
        rule = threshold("step")
        return np.array([own > rule["least"] and near < rule["clear"] * own for own, near in self.apart])

    def _tell_light(self) -> list[Check]:
        rule = threshold("brightness")
        light = np.array(self.light)
        return self._report(
            "AK907",
            rule,
            (np.abs(light) > rule["luma"]) & ~self._strays(),
            lambda run: f"{light[run[0] : run[1]].mean():+.1f} levels of luma",
            f"within {rule['luma']:g} levels",
        )

    def _tell_colour(self) -> list[Check]:
        rule = threshold("colour")
        colour = np.array(self.colour)
        return self._report(
            "AK908",
            rule,
            (colour > rule["chroma"]) & ~self._strays(),
            lambda run: f"{colour[run[0] : run[1]].mean():.1f} levels of chroma apart",
            f"at most {rule['chroma']:g} levels",
        )

    def _tell_noise(self) -> list[Check]:
        rule = threshold("likeness")
        if not self.noise:
            return []
        worst = min(self.noise)
        told, asked = f"{worst:.1f} dB at the worst", f"at least {rule['psnr']:g} dB"
        message = "the picture is like the reference (PSNR of luma, sampled)"
        return [Check("AK909", worst >= rule["psnr"], rule.severity, message, told, asked)]

    def _report(self, code: str, rule: Threshold, marked: Mask, tell: Tell, asked: str) -> list[Check]:
        runs = find_runs(marked)
        if not runs:
            return [Check(code, True, rule.severity, _WORDS[code], "none that differs", asked)]
        return [
            Check(
                code,
                False,
                rule.severity,
                _WORDS[code],
                f"frames {start} to {stop - 1}: {tell((start, stop))}",
                asked,
                round(self.times[start], 3),
                round(self.times[stop - 1], 3),
            )
            for start, stop in runs
        ]


def measure_vmaf(path: Path, reference: Path) -> list[Check]:
    """Measure VMAF on every so many frames; both are decoded once more. Pictures must be of one size.

    Raises ToolError where the tool cannot measure it.
    """
    rule = threshold("likeness")
    graph = f"[0:v]setpts=N[a];[1:v]setpts=N[b];[a][b]libvmaf=n_subsample={int(rule['every'])}"
    files = ["-i", str(path), "-i", str(reference)]
    done = run_ffmpeg([*files, "-lavfi", graph, "-f", "null", "-"], loglevel="info")
    match = _VMAF.search(done.err)
    if match is None:
        raise ToolError("VMAF could not be measured.", stderr=done.err)
    score = float(match[1])
    told, asked = f"{score:.1f}", f"at least {rule['vmaf']:g}"
    message = "the picture is like the reference (VMAF, sampled)"
    return [Check("AK909", score >= rule["vmaf"], rule.severity, message, told, asked)]


def _check(code: str, rule: Threshold, told: str, asked: str, message: str = "") -> Check:
    return Check(code, False, rule.severity, message or "the reference can be compared", told, asked)


def _distance(one: Plane, other: Plane) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean())


def _psnr(one: Plane, other: Plane) -> float:
    error = float(np.square(one.astype(np.float32) - other).mean())
    return 99.0 if error < 1e-9 else 10 * math.log10(255 * 255 / error)
