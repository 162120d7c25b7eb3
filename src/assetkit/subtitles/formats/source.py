"""What a reader of a format is given, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.markup import Markup
from assetkit.subtitles.report import Report
from assetkit.subtitles.setting import Set


@dataclass(frozen=True)
class Source:
    """A subtitle file as text, its lines ended by newlines.

    `rate` is what frame-based times count in; `stated` whether a person says so, against the file.
    """

    text: str
    report: Report
    rate: Fraction | None = None
    stated: bool = False

    def markup(self) -> Markup:
        """Give a reader for the texts of this file."""
        return Markup(self.report)

    def lines(self) -> list[str]:
        """Give the lines; the first is number 1 in reports."""
        return self.text.split("\n")


def cue_of(start: Fraction, stop: Fraction, said: Set, line: int, speaker: str = "") -> Cue:
    """Make a cue of what was read."""
    return Cue(start, stop, said.lines, line, speaker, said.emphasis, said.words)
