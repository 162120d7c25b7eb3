"""Films with captions as the checks see them, and findings of checks by code."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assetkit.checks.captions.records import CaptionFile, FilmCaptions, Use
from assetkit.diagnostics import Diagnostic
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange

RATE = Fraction(25)
Said = tuple[int, int, str]
"""First frame, frame after the last, words."""


def caption_file(language: str, *said: Said, sdh: bool = False) -> CaptionFile:
    """Give a file whose cues stand as SRT has them: number, times, text, a blank line."""
    rows: list[str] = []
    cues: list[FrameCue] = []
    for number, (start, stop, text) in enumerate(said, 1):
        rows += [str(number), "00:00:00,000 --> 00:00:01,000"]
        cues.append(FrameCue(FrameRange(start, stop), text, len(rows)))
        rows += [*text.split("\n"), ""]
    return CaptionFile(language, f"subtitles/a.{language}.srt", tuple(cues), tuple(rows), sdh)


def film_of(
    *files: CaptionFile, shots: tuple[int, ...] | None = None, uses: tuple[Use, ...] = ()
) -> FilmCaptions:
    """Give a film of 25 frames a second."""
    return FilmCaptions("a-film", RATE, {file.language: file for file in files}, uses, shots)


def codes(found: Iterable[Diagnostic]) -> list[str]:
    """Give the codes of findings in order."""
    return [item.code for item in found]
