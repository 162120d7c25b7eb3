"""Silence where cues say that something is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assetkit.checks.captions.records import CaptionFile, FilmCaptions
from assetkit.checks.hearing.records import Track
from assetkit.checks.hearing.thresholds import threshold
from assetkit.diagnostics import Diagnostic
from assetkit.media.hearing import level_in_decibels, loud_level
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange, sample_of_frame

_DESCRIBED = (("[", "]"), ("(", ")"))
_MOST = 3
"""So many of one film are told one by one."""


def check_silence(film: FilmCaptions, tracks: Mapping[str, Track]) -> list[Diagnostic]:
    """Tell of cues under which nothing is heard, each stretch of a sound once; `tracks` are by language."""
    told: dict[str, list[tuple[FrameRange, Diagnostic]]] = {}
    for file in film.files.values():
        track = tracks.get(file.language)
        if track is None:
            continue
        of_track = told.setdefault(track.name, [])
        for cue, level in _silent(file, track):
            if not any(cue.range.overlap(area) for area, _ in of_track):
                of_track.append((cue.range, _tell(film, file, cue, track, level)))
    return [found for each in told.values() for found in _shortened([item for _, item in each])]


def _silent(file: CaptionFile, track: Track) -> Iterator[tuple[FrameCue, float]]:
    limit = threshold("silence")
    loud = level_in_decibels(loud_level(track.heard.speech))
    least = max(limit["dbfs"], loud - limit["under"])
    for cue in file.cues:
        if _is_described(cue.text):
            continue
        start, stop = (sample_of_frame(edge, track.rate) for edge in (cue.range.start, cue.range.stop))
        levels = track.heard.middle[track.heard.windows(start - track.late, stop - track.late)]
        loudest = level_in_decibels(max(levels, default=0))
        if loudest < least:
            yield cue, loudest


def _is_described(text: str) -> bool:
    """Whether a cue describes a sound, which may be that of silence, and says nothing."""
    words = text.strip()
    return any(words.startswith(opens) and words.endswith(closes) for opens, closes in _DESCRIBED)


def _tell(film: FilmCaptions, file: CaptionFile, cue: FrameCue, track: Track, level: float) -> Diagnostic:
    limit = threshold("silence")
    return film.report(
        "AK750",
        limit.severity,
        f"{track.name} is silent under a cue",
        file,
        cue,
        measured="nothing" if level <= -119 else f"at most {level:.0f} dBFS",
        required=f"something louder than {limit['dbfs']:g} dBFS",
        remedy="see whether the film has the right sound track and the cue stands at its time, or waive it "
        "where the cue translates what is only read",
    )


def _shortened(found: list[Diagnostic]) -> list[Diagnostic]:
    if len(found) <= _MOST:
        return found
    last = found[_MOST - 1]
    more = f"{last.message} ({len(found) - _MOST} more of this kind follow in the film)"
    return [*found[: _MOST - 1], replace(last, message=more)]
