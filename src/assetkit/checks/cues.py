"""Cues that nobody can read, told before rendering: too short for a frame, or clipped to a flash."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assetkit.diagnostics import Findings, Place
from assetkit.subtitles.carry import find_frameless
from assetkit.subtitles.cues import Cue
from assetkit.timecode import format_timecode
from assetkit.timeline.captions import CarriedCue

LEAST_SECONDS = Fraction(5, 6)
"""The least time that a subtitle stands (Netflix, Timed Text Style Guide: General Requirements)."""


def check_frameless(cues: Iterable[Cue], rate: Fraction, path: str, findings: Findings) -> None:
    """Warn of each cue of the file `path` that rounds to no frame at all: it is left out."""
    for cue in find_frameless(cues, rate):
        findings.warning(
            "AK406",
            f"the cue at {_clock(cue.start)} holds no frame and is left out: {' '.join(cue.lines)!r}",
            Place(path),
            measured=f"{float(cue.stop - cue.start):.3f} s",
            required="at least one frame",
            remedy="Lengthen the cue.",
        )


def check_clipped(cues: Iterable[CarriedCue], rate: Fraction, language: str, findings: Findings) -> None:
    """Warn of each caption that the edge of a clip leaves less than LEAST_SECONDS of."""
    for carried in cues:
        cue, frames = carried.cue, len(carried.cue.range)
        if not carried.is_clipped or frames >= LEAST_SECONDS * rate:
            continue
        words = " ".join(cue.text.split())
        findings.warning(
            "AK407",
            f"the edge of the clip leaves only a flash of a caption in {language}, at "
            f"{format_timecode(cue.range.start, rate)} of the cut: {words!r}",
            carried.place,
            measured=f"{frames} of {carried.whole} frames",
            required=f"at least {-(-(LEAST_SECONDS * rate) // 1)} frames",
            remedy="Move the edge of the clip to before or after the cue.",
        )


def _clock(seconds: Fraction) -> str:
    """Write a time as subtitle files do."""
    thousandths = int(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d},{rest % 1000:03d}"
