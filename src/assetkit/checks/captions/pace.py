"""How much is to be read, and for how long: speed, lines, durations and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from assetkit.checks.captions.records import CaptionFile, FilmCaptions, seconds
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import Standard, Standards


def check_pace(film: FilmCaptions, standards: Standards) -> Iterator[Diagnostic]:
    """Tell of cues that are too fast, too long, too short, or too near to the next."""
    for file in film.files.values():
        for cue in file.cues:
            yield from _speed(film, file, cue, standards)
            yield from _lines(film, file, cue, standards)
            yield from _duration(film, file, cue, standards)
        yield from _gaps(film, file, standards)


def _speed(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, standards: Standards
) -> Iterator[Diagnostic]:
    """Spaces and punctuation count, and a line break as the space that it stands for.

    The limits are whole numbers, so what rounds to one is within it.
    """
    limit = standards.find("reading_speed_sdh" if file.sdh else "reading_speed", file.language)
    letters, frames = len(cue.text.strip()), len(cue.range)
    most = limit.value * frames / film.rate
    if letters < (limit.value + Fraction(1, 2)) * frames / film.rate:
        return
    enough = -(-letters * film.rate // limit.value)
    fewer = letters - int(most)
    yield film.report(
        "AK450",
        Severity.WARNING,
        "a cue is too fast to read",
        file,
        cue,
        measured=f"{float(letters * film.rate / frames):.1f} characters a second",
        required=f"at most {_told(limit)}",
        remedy=f"take out {fewer} of {letters} characters, or show it for {seconds(enough, film.rate)}",
    )


def _lines(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, standards: Standards
) -> Iterator[Diagnostic]:
    """The file's own lines: they are broken anew where they do not fit, so this is only good to know."""
    limit, most = standards.find("line_characters", file.language), standards.find("lines")
    lines = cue.text.split("\n")
    longest = max(lines, key=len)
    if len(longest) > limit.value:
        yield film.report(
            "AK451",
            Severity.NOTE,
            "a line is long",
            file,
            cue,
            longest,
            measured=f"{len(longest)} characters",
            required=f"at most {_told(limit)}",
            remedy="break it in two; it is broken anew where it does not fit",
        )
    if len(lines) > most.value:
        yield film.report(
            "AK452",
            Severity.NOTE,
            "a cue has many lines",
            file,
            cue,
            measured=f"{len(lines)} lines",
            required=f"at most {_told(most)}",
            remedy="split it into two cues",
        )


def _duration(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, standards: Standards
) -> Iterator[Diagnostic]:
    shortest, longest = standards.find("shortest_seconds"), standards.find("longest_seconds")
    frames = len(cue.range)
    if frames < shortest.least_frames(film.rate):
        yield film.report(
            "AK453",
            Severity.WARNING,
            "a cue is too short to be seen",
            file,
            cue,
            measured=seconds(frames, film.rate),
            required=f"at least {_told(shortest)}",
            remedy="lengthen it, or join it with its neighbour",
        )
    elif frames > longest.value * film.rate:
        yield film.report(
            "AK454",
            Severity.NOTE,
            "a cue stands long",
            file,
            cue,
            measured=seconds(frames, film.rate),
            required=f"at most {_told(longest)}",
            remedy="split it into two cues",
        )


def _gaps(film: FilmCaptions, file: CaptionFile, standards: Standards) -> Iterator[Diagnostic]:
    limit = standards.find("gap_frames")
    for before, after in pairwise(file.cues):
        gap = after.range.start - before.range.stop
        if gap < limit.value:
            yield film.report(
                "AK455",
                Severity.NOTE,
                "a cue follows too close on the one before it",
                file,
                after,
                measured=f"{gap} frame{'' if gap == 1 else 's'} between them",
                required=f"at least {_told(limit)}",
                remedy="end the one before it earlier",
            )


def _told(limit: Standard) -> str:
    """Write a limit with what it counts and where it comes from."""
    value = float(limit.value)
    number = f"{value:g}" if value == int(value) else f"{value:.2f}"
    return f"{number} {limit.unit} ({limit.source})"
