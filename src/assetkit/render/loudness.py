"""Loudness and true peaks over time, read from a finished sound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assetkit.render.sound import RawSound
from assetkit.sound.limiter import true_peaks
from assetkit.timecode import SAMPLE_RATE
from assetkit.tool.ffmpeg import run_ffmpeg

STEP = SAMPLE_RATE // 10
"""Samples from one reading to the next."""

_LINE = re.compile(r"lavfi\.r128\.([MS])=(\S+)")
_NOTHING = -120.0


@dataclass(frozen=True)
class Trace:
    """Readings ten times a second: momentary (400 ms) and short-term (3 s) loudness in LUFS (EBU Tech 3341),
    each at the end of what it takes in, and the true peak in dBTP of each tenth of a second; -120 is silence.
    """

    momentary: tuple[float, ...]
    short_term: tuple[float, ...]
    peaks: tuple[float, ...]


def trace_loudness(sound: Path) -> Trace:
    """Read an encoded sound as it is decoded, once."""
    meter = "ebur128=framelog=quiet:metadata=1,ametadata=print:file=-"
    with TemporaryDirectory(prefix="assetkit-") as folder:
        raw = Path(folder) / "sound.f32"
        split = f"[0:a:0]asplit[metered][kept];[metered]{meter}[out]"
        sinks = ["-map", "[out]", "-f", "null", "-", "-map", "[kept]", "-f", "f32le", "-ar", str(SAMPLE_RATE)]
        done = run_ffmpeg(["-y", "-i", str(sound), "-filter_complex", split, *sinks, str(raw)])
        peaks = true_peaks(RawSound(raw), STEP)
    read: dict[str, list[float]] = {"M": [], "S": []}
    for name, value in _LINE.findall(done.out.decode("utf-8", "replace")):
        read[name].append(_number(value))
    return Trace(tuple(read["M"]), tuple(read["S"]), tuple(max(peak, _NOTHING) for peak in peaks))


def _number(text: str) -> float:
    return float(text) if text not in ("-inf", "nan", "-nan") else _NOTHING
