"""A placed line as runs: stretches in one face, upright or slanted, each at its own place."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

from assetkit.subtitles.emphasis import FROM_RIGHT, stretches_of
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.text.shaping import measure, shape


@dataclass(frozen=True)
class Run:
    """Letters of one line: `x` is their left edge in pixels, `start` their first character in the cue's text.

    The text neither begins nor ends with a space, and holds no control character: the renderer would drop
    the one, and take the other for its own. `from_right` is the direction of the line.
    """

    text: str
    start: int
    x: float
    font: str
    is_slanted: bool
    from_right: bool = False

    @property
    def is_turned(self) -> bool:
        """Whether its letters stand in another order than that of the text."""
        kinds = {unicodedata.bidirectional(letter) for letter in self.text}
        return self.from_right or not kinds.isdisjoint(FROM_RIGHT)


@functools.lru_cache(maxsize=8192)
def runs_of(line: PlacedLine, layout: CaptionLayout) -> tuple[Run, ...]:
    """Give the runs of a line from left to right; a line written from the right is one run."""
    found, x = [], float(line.x)
    for part in stretches_of(line.text, line.start, layout.emphasis, layout.font):
        text, font = plain(line.text[part.start : part.stop]), part.font
        shown = text.lstrip(" ")
        before = len(text) - len(shown)
        if shown:
            left = x + (measure(" " * before, font, layout.em) if before else 0.0)
            place = line.start + part.start + before
            found.append(Run(shown.rstrip(" "), place, left, font, part.is_slanted, layout.from_right))
        x += measure(text, font, layout.em)
    return tuple(found)


def fonts_of(layout: CaptionLayout) -> frozenset[str]:
    """Give the fonts in which a layout is drawn."""
    if not layout.emphasis:
        return frozenset((layout.font,))
    return frozenset(run.font for line in layout.lines for run in runs_of(line, layout)) | {layout.font}


def word_stop(layout: CaptionLayout, start: int) -> int:
    """Give where the word ends that begins at a character of the cue's text."""
    for line in layout.lines:
        place = start - line.start
        if 0 <= place < len(line.text):
            letters = line.text[place:]
            return start + next((n for n, letter in enumerate(letters) if letter.isspace()), len(letters))
    return start


def word_span(run: Run, layout: CaptionLayout, word: int) -> tuple[float, float] | None:
    """Give left and right of the word that begins at a character of the cue's text; None where it is not."""
    stop = word_stop(layout, word)
    glyphs = shape(run.text, run.font, layout.em, from_right=run.from_right).glyphs
    said = [glyph for glyph in glyphs if word <= run.start + glyph.cluster < stop]
    if not said:
        return None
    return run.x + min(glyph.x for glyph in said), run.x + max(glyph.x + glyph.advance for glyph in said)


def plain(text: str) -> str:
    """Give text as it is drawn: line breaks and tabs as spaces, no other control character."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(letter for letter in spaced if unicodedata.category(letter) != "Cc")
