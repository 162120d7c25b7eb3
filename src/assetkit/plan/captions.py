"""Captions as they stand in a platform's picture, and what was done so that they fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assetkit.campaign.captions import CaptionStyle
from assetkit.diagnostics import Findings, Place
from assetkit.recipe.records import Cut, Film
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault
from assetkit.subtitles.remedies import NARROW, SMALLER
from assetkit.subtitles.words import word_times
from assetkit.timeline.records import FootageSegment, Timeline

_MOST_LINES_NAMED = 8
_MOST_LETTERS_SHOWN = 120  # more is a file that was read as one cue, or a novel


@dataclass(frozen=True)
class PlacedCaption:
    """A caption on the frames of a timeline, laid out; `place` is where its times are written."""

    cue: FrameCue
    layout: CaptionLayout
    place: Place

    def event(self, colour: str) -> AssEvent:
        """Give what is drawn; words carry their times where the style lights the one that is said."""
        style = self.layout.style
        whole = self.cue.range if style.motion != "none" else None
        words = word_times(self.cue) if style.highlight else ()
        return AssEvent(self.cue.range, self.layout, colour, whole, words)


def place_of(cue: FrameCue, cut: Cut, timeline: Timeline, language: str) -> Place:
    """Give where a caption's times are written: in the subtitle file of the film that is shown with it."""
    films = [
        segment.item.film
        for segment in timeline.segments
        if isinstance(segment, FootageSegment) and segment.range.overlap(cue.range)
    ]
    named = [path for film in films if (path := _path_of(film, cut, language))]
    if not named:
        return cut.place
    return Place(named[0], cue.line, 1) if cue.line else Place(named[0])


def _path_of(film: Film, cut: Cut, language: str) -> str:
    files = film.sdh if cut.captions.sets.get(language) == "sdh" else film.subtitles
    return files[language].path if language in files else ""


@dataclass
class RemedyLog:
    """What was done to captions over a whole batch, told once for each subtitle file."""

    lines: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    platforms: dict[str, dict[str, None]] = field(default_factory=dict)
    shared: dict[str, set[int]] = field(default_factory=dict)
    timed: set[str] = field(default_factory=set)

    def note(self, captions: Iterable[PlacedCaption], platform: str, style: CaptionStyle) -> None:
        """Remember the remedies that are seen, and whether times of words had to be made up."""
        for caption in captions:
            path = caption.place.file
            for remedy in {NARROW, SMALLER}.intersection(caption.layout.remedies):
                self.lines.setdefault(path, {}).setdefault(remedy, set()).add(caption.place.line)
                self.platforms.setdefault(path, {})[platform] = None
            if style.highlight and caption.cue.words:
                self.timed.add(path)
            elif style.highlight:
                self.shared.setdefault(path, set()).add(caption.place.line)

    def tell(self, findings: Findings) -> None:
        """Write the notes."""
        for path, remedies in self.lines.items():
            told = [f"{remedy}: {_name_lines(remedies[remedy])}" for remedy in sorted(remedies)]
            lines = sorted(set().union(*remedies.values()))
            findings.note(
                "AK445",
                f"captions do not fit at the usual size on {', '.join(self.platforms[path])}, so that their "
                f"face or size differs from the others'",
                Place(path, lines[0], 1 if lines[0] else 0),
                measured="; ".join(told),
                remedy="Shorten these cues, or split them; `assetkit plan --captions` shows each.",
            )
        for path, untimed in self.shared.items():
            self._tell_shared(path, untimed, findings)

    def _tell_shared(self, path: str, lines: set[int], findings: Findings) -> None:
        """Tell that times of words were made up: in the whole file, or in some cues of one that has them."""
        some = path in self.timed
        untimed = f"the cues of {_name_lines(lines)} do not time their words"
        which = untimed if some else "the file times whole cues only"
        findings.note(
            "AK446",
            f"{which}: the word that is lit follows the syllables, shared out over each cue, not the voice",
            Place(path, min(lines), 1) if some and min(lines) else Place(path),
            remedy="Time the words of these cues too, or take a style without `highlight`."
            if some
            else "Give a WebVTT or ASS file that times its words, or take a style without `highlight`.",
        )


def _name_lines(lines: set[int]) -> str:
    ordered = sorted(lines)
    shown = ", ".join(map(str, ordered[:_MOST_LINES_NAMED]))
    more = len(ordered) - _MOST_LINES_NAMED
    return f"line{'s' if len(ordered) > 1 else ''} {shown}" + (f" and {more} more" if more > 0 else "")


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS_SHOWN else f"{text[: _MOST_LETTERS_SHOWN - 1]}…"


def describe_fault(fault: LayoutFault) -> str:
    """Say of a text that fits nowhere by how much it is too large."""
    over = fault.needed - fault.available
    where = f"on {fault.max_lines} line{'s' if fault.max_lines > 1 else ''} of {fault.em} px"
    told = (
        f"a text does not fit {where} in {fault.language}: {_shorten(fault.text)!r}; its {fault.what} is "
        f"{fault.needed:.0f} px, {over:.0f} px more than there is"
    )
    return f"{told}; {fault.unsplit}" if fault.unsplit else told
