"""Cues: as read in seconds, and carried to frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.timecode import FrameRange


@dataclass(frozen=True)
class Emphasis:
    """Characters [start, stop) of a cue's text that are slanted or heavier.

    A cue's text is its lines joined by newlines. Breaking it otherwise exchanges spaces and newlines one for
    one, so that these places stay true.
    """

    start: int
    stop: int
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True)
class WordTime:
    """The word that begins at character `start` of a cue's text is said from `at` seconds on."""

    at: Fraction
    start: int


@dataclass(frozen=True)
class Cue:
    """One subtitle as its file says: [start, stop) in seconds, plain text by lines, no markup.

    `line` is the 1-based line of its times in the file, 0 where it has none. `speaker` is whom the file
    names, "" where it names nobody. `words` are empty where the file times whole cues only.
    """

    start: Fraction
    stop: Fraction
    lines: tuple[str, ...]
    line: int = 0
    speaker: str = ""
    emphasis: tuple[Emphasis, ...] = ()
    words: tuple[WordTime, ...] = ()

    @property
    def text(self) -> str:
        """The lines, parted by newlines."""
        return "\n".join(self.lines)


@dataclass(frozen=True)
class FrameCue:
    """One subtitle on the frames of a timeline; lines of `text` are parted by a newline.

    `line` is where its times stand in its file. `words` are pairs (frame, character): from that frame on the
    word that begins at that character is said; they are empty where the file times whole cues only. `turns`
    are pairs (character, speaker) of a text in which several speak: where each one's words begin. `linger`
    is how many of the last frames stand after the end that the file gives: the rules of time added them.
    """

    range: FrameRange
    text: str
    line: int = 0
    speaker: str = ""
    emphasis: tuple[Emphasis, ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    turns: tuple[tuple[int, str], ...] = ()
    linger: int = 0

    @property
    def said(self) -> FrameRange:
        """The frames that the file gives, without those that were added."""
        return FrameRange(self.range.start, self.range.stop - self.linger)
