"""Cues that nobody can read, told before rendering: too short for a frame, or clipped to a flash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from assetkit.checks.edges import paste_lines
from assetkit.diagnostics import Findings, Place
from assetkit.subtitles.carry import find_frameless
from assetkit.subtitles.cues import Cue
from assetkit.timecode import FrameRange, format_timecode
from assetkit.timeline.captions import Carried, CarriedCue, readable_remainder
from assetkit.timeline.legality import CutClip


def check_frameless(cues: Iterable[Cue], rate: Fraction, path: str, findings: Findings) -> None:
    """Warn of each cue of the file `path` that rounds to no frame at all: it is left out."""
    for cue in find_frameless(cues, rate):
        findings.warning(
            "AK406",
            f"the cue at {_clock(cue.start)} holds no frame and is left out: {' '.join(cue.lines)!r}",
            Place(path, cue.line, 1) if cue.line else Place(path),
            cue=cue.text,
            measured=f"{float(cue.stop - cue.start):.3f} s",
            required="at least one frame",
            remedy="Lengthen the cue.",
        )


def check_clipped(
    carried: Carried,
    rate: Fraction,
    language: str,
    findings: Findings,
    *,
    files: Mapping[str, str] | None = None,
    clips: Iterable[CutClip] = (),
) -> None:
    """Warn of each caption of which the edge of a clip leaves too little, or only a flash.

    `files` are the subtitle files of the language by film; `clips`, from `find_cut_clips`, say where the
    edges could stand.
    """
    least = readable_remainder(rate).frames
    remedies = {id(clip.segment.item.place): paste_lines(clip, rate) for clip in clips}
    dropped = [(item, "so little of a caption that it is left out") for item in carried.dropped]
    flashes = [
        (item, "only a flash of a caption")
        for item in carried.kept
        if item.is_clipped and len(item.cue.range) < least
    ]
    for item, what in sorted((*dropped, *flashes), key=lambda told: told[0].cue.range):
        findings.warning(
            "AK407",
            f"the edge of the clip leaves {what} in {language}, at "
            f"{format_timecode(item.cue.range.start, rate)} of the cut: {_said(item, files or {})}",
            item.place,
            cue=item.cue.text,
            language=language,
            measured=_measure(item, rate),
            required=f"at least {least} frames",
            remedy=remedies.get(id(item.place)) or "Move the edge of the clip to before or after the cue.",
        )


def _said(item: CarriedCue, files: Mapping[str, str]) -> str:
    words = repr(" ".join(item.cue.text.split()))
    path = files.get(item.film)
    return f"{words} ({path}:{item.cue.line})" if path and item.cue.line else words


def _measure(item: CarriedCue, rate: Fraction) -> str:
    frames = f"{len(item.cue.range)} of {item.whole} frames"
    return f"{frames}, of {_timecodes(item.source, rate)} in the master" if item.film else frames


def _timecodes(area: FrameRange, rate: Fraction) -> str:
    return f"{format_timecode(area.start, rate)} - {format_timecode(area.stop, rate)}"


def _clock(seconds: Fraction) -> str:
    """Write a time as subtitle files do."""
    thousandths = int(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d},{rest % 1000:03d}"
