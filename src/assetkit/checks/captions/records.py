"""What the checks of captions look at, as values: the cues of a film, its shots, and where cuts show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange, format_timecode

_MOST_CUTS = 2
_MOST_WORDS = 72


@dataclass(frozen=True)
class CaptionFile:
    """The cues of one language on frames of the master, and the lines of the file that they come from.

    `rows` are empty where the file's text is not known.
    """

    language: str
    path: str
    cues: tuple[FrameCue, ...]
    rows: tuple[str, ...] = ()
    sdh: bool = False

    def place(self, cue: FrameCue, words: str = "") -> Place:
        """Give where `words` of a cue stand, else where its text begins, else the line of its times."""
        first = words or next((line for line in cue.text.split("\n") if line.strip()), "")
        if not cue.line:
            return Place(self.path)
        last = min(len(self.rows), cue.line + cue.text.count("\n") + 3)
        for row in range(cue.line - 1, last):
            column = self.rows[row].find(first)
            if column >= 0 and first:
                return Place(self.path, row + 1, column + 1, len(first))
        return Place(self.path, cue.line, 1)


@dataclass(frozen=True)
class Use:
    """A stretch of the master that a cut shows from frame `at` on."""

    cut: str
    source: FrameRange
    at: int


@dataclass(frozen=True)
class FilmCaptions:
    """A film's captions in every language that has them, in the order of the campaign's languages.

    `shots` are the frames at which a shot begins, None where nobody has looked at the film. `unread` are the
    languages whose file is missing or could not be read.
    """

    film: str
    rate: Fraction
    files: Mapping[str, CaptionFile]
    uses: tuple[Use, ...] = ()
    shots: tuple[int, ...] | None = None

    def when(self, frames: FrameRange) -> str:
        """Say where frames of the master are: "00:00:03:10 of the film (teaser-15 00:00:00:00)"."""
        cuts: dict[str, str] = {}
        for use in self.uses:
            if frames.start >= use.source.stop or frames.stop <= use.source.start:
                continue  # nearly always, and a film is used by many cuts
            shown = frames.overlap(use.source)
            if shown is not None and use.cut not in cuts:
                cuts[use.cut] = format_timecode(shown.start - use.source.start + use.at, self.rate)
        told = [f"{cut} {time}" for cut, time in list(cuts.items())[:_MOST_CUTS]]
        if len(cuts) > _MOST_CUTS:
            told.append(f"{len(cuts) - _MOST_CUTS} more")
        inside = f" ({', '.join(told)})" if told else ""
        return f"{format_timecode(frames.start, self.rate)} of the film{inside}"

    def report(
        self,
        code: str,
        severity: Severity,
        problem: str,
        file: CaptionFile,
        cue: FrameCue,
        at: str = "",
        **told: str,
    ) -> Diagnostic:
        """Make a finding about a cue; `at` are the words in it that are to be marked."""
        message = f"{problem} in {file.language}, at {self.when(cue.range)}: {quote(cue.text)}"
        place = file.place(cue, at)
        return Diagnostic(code, severity, message, place, cue=cue.text, language=file.language, **told)


def quote(text: str) -> str:
    """Write a cue's words for a message, on one line and not too long."""
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= _MOST_WORDS else flat[: _MOST_WORDS - 1] + '…'}”"


def seconds(frames: int, rate: Fraction) -> str:
    """Write a number of frames as seconds."""
    return f"{float(frames / rate):.2f} s"
