"""The languages of a film side by side: what one says and another does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from assetkit.checks.captions.records import CaptionFile, FilmCaptions, quote
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.subtitles.cues import FrameCue

# Translations stand a little earlier or later, and split or join cues; so much of the shorter of two is
# more than they touch by chance.
_SHARE = Fraction(1, 4)


def counterparts(cue: FrameCue, file: CaptionFile) -> list[FrameCue]:
    """Give the cues of another language that stand at the same time."""
    found = []
    for other in file.cues:
        if other.range.start >= cue.range.stop:
            break
        shared = cue.range.overlap(other.range)
        if shared is not None and len(shared) >= _SHARE * min(len(cue.range), len(other.range)):
            found.append(other)
    return found


def check_missing(film: FilmCaptions) -> Iterator[Diagnostic]:
    """Tell of cues that a language lacks, where it lacks; of one that a single language has, there."""
    files = [file for file in film.files.values() if not file.sdh]
    told: set[tuple[str, int]] = set()
    for file in files:
        others = [other for other in files if other is not file]
        for cue in file.cues:
            lacking = [other for other in others if not counterparts(cue, other)]
            if not lacking:
                continue
            if len(lacking) == len(others) > 1:
                yield _alone(film, file, cue, lacking)
                continue
            for other in lacking:
                key = (other.path, _index(other, cue))
                if key not in told:
                    told.add(key)
                    yield _missing(film, file, cue, other)


def _alone(film: FilmCaptions, file: CaptionFile, cue: FrameCue, lacking: list[CaptionFile]) -> Diagnostic:
    return film.report(
        "AK460",
        Severity.WARNING,
        "a cue stands here alone,",
        file,
        cue,
        measured=f"no cue at this time in {' and '.join(other.language for other in lacking)}",
        required="a cue in every language",
        remedy="have it translated, or take it out",
    )


def _missing(film: FilmCaptions, file: CaptionFile, cue: FrameCue, other: CaptionFile) -> Diagnostic:
    """Make the finding at the place in the other file where the cue would stand."""
    index = _index(other, cue)
    near = other.cues[min(index, len(other.cues) - 1)] if other.cues else None
    found = film.report(
        "AK460",
        Severity.WARNING,
        f"{other.language} has no cue for one",
        file,
        cue,
        measured=f"none in {other.language}",
        required="a cue in every language",
        remedy=f"add the translation {'before' if index < len(other.cues) else 'after'} {quote(near.text)}"
        if near
        else "add the translation",
    )
    place = other.place(near) if near else found.place
    return Diagnostic(
        found.code,
        found.severity,
        found.message,
        place,
        found.remedy,
        found.measured,
        found.required,
        cue.text,
        other.language,
    )


def _index(file: CaptionFile, cue: FrameCue) -> int:
    """Give before which cue of the file this one would stand."""
    return sum(other.range.start < cue.range.start for other in file.cues)
