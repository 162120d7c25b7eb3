"""Cues and the cuts of the film itself: a text that stays on over a cut for a moment looks like a mistake."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from assetkit.checks.captions.records import CaptionFile, FilmCaptions
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import Standard, Standards
from assetkit.timecode import format_timecode


def check_shots(film: FilmCaptions, standards: Standards) -> Iterator[Diagnostic]:
    """Tell of cues that reach over a cut of the film for less than half a second; nothing without shots.

    The rule that a cue begins on a cut which lies shortly before it is about taste more than about reading,
    and is left to the person.
    """
    if not film.shots:
        return
    limit, gap = standards.find("shot_seconds"), standards.find("shot_frames")
    for file in film.files.values():
        for cue in file.cues:
            yield from _crossings(film, file, cue, limit, gap)


def _crossings(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, limit: Standard, gap: Standard
) -> Iterator[Diagnostic]:
    edges, least = film.shots or (), limit.least_frames(film.rate)
    inside = edges[bisect_right(edges, cue.range.start) : bisect_left(edges, cue.range.stop)]
    for edge in inside:
        before, after = edge - cue.range.start, cue.range.stop - edge
        if min(before, after) >= least:
            continue
        remedy = (
            f"begin it on the cut, {before} frames later"
            if before < after
            else f"end it {gap.in_frames(film.rate)} frames before the cut"
        )
        yield film.report(
            "AK456",
            Severity.NOTE,
            f"a cut of the film at {format_timecode(edge, film.rate)} lies near the edge of a cue",
            file,
            cue,
            measured=f"{min(before, after)} frames {'before' if before < after else 'after'} the cut",
            required=f"none, or at least {least} ({limit.source})",
            remedy=remedy,
        )
        return
