"""Files in which a line of times stands before the text of each cue: SRT and WebVTT.

What stands between two lines of times is the text of the first, and none of it is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from assetkit.subtitles.formats.clock import CLOCK, Clock
from assetkit.subtitles.formats.source import Source
from assetkit.subtitles.report import Report

# Arrows as they come out of word processors and hurried hands.
_ARROW = r"(?:[-–—=]{1,3}\s?[->＞]{1,2}|→)"
_TIMING = re.compile(rf"^\s*({CLOCK})\s*{_ARROW}\s*({CLOCK})(?:\s+(\S.*)|\s*)$", re.ASCII)
_LIKE_TIMING = re.compile(
    rf"^\s*(?:{CLOCK}\s*{_ARROW}|{CLOCK}\s+{CLOCK}\s*$|(?:\d+:){{1,2}}\d\d[,.]\d)|-->", re.ASCII
)
_EXACT = re.compile(r"^\s*(\d+:)?\d\d:\d\d[,.]\d\d\d\s+-->\s+(\d+:)?\d\d:\d\d[,.]\d\d\d(\s|$)", re.ASCII)
_SETTINGS = re.compile(r"(?:[A-Za-z]+[0-9]?:\S*\s*)+", re.ASCII)
_WANTED = "expected times like 00:00:01,000 --> 00:00:02,000"
_REMEDY = "Correct the subtitle file."


@dataclass(frozen=True)
class Timing:
    """A line of times: its place among the lines, from 0; `more` is text that stands behind the times.

    `settings` are what a cue says of its place, such as `line:10%`.
    """

    place: int
    start: Fraction
    stop: Fraction
    more: str = ""
    settings: str = ""
    is_broken: bool = False


def find_timings(lines: list[str], clock: Clock, report: Report) -> list[Timing]:
    """Give all lines of times; one that cannot be read is reported as an error and marked broken."""
    found = []
    for place, line in enumerate(lines):
        if ":" in line or "-->" in line:
            timing = _timing(lines, place, clock, report)
            if timing:
                found.append(timing)
    return found


def _timing(lines: list[str], place: int, clock: Clock, report: Report) -> Timing | None:
    match = _TIMING.match(lines[place])
    if match and not _EXACT.match(lines[place]) and not _is_likely(lines, place):
        return None  # a line of words, such as opening hours
    try:
        if match:
            start, stop = clock.read(match[1]), clock.read(match[2])
            if not _EXACT.match(lines[place]):
                report.note("AK434", "the line of times is written unusually, and was understood", place + 1)
            more = match[3] or ""
            is_place = _SETTINGS.fullmatch(more) is not None
            return Timing(place, start, stop, *(("", more) if is_place else (more, "")))
        if not _LIKE_TIMING.search(lines[place]) or not _begins_cue(lines, place):
            return None
        reason = _WANTED
    except ValueError as error:
        reason = str(error)
    report.error("AK403", reason, place + 1, remedy=_REMEDY)
    return Timing(place, Fraction(0), Fraction(0), is_broken=True)


def _is_likely(lines: list[str], place: int) -> bool:
    """Whether a line of times that is not written exactly is one all the same: by its arrow, or its place."""
    return "-->" in lines[place] or _begins_cue(lines, place) or lines[place - 1].strip().isdigit()


def _begins_cue(lines: list[str], place: int) -> bool:
    """Whether a cue may begin at this line by what stands above it: a blank line, or that and a number."""
    before = lines[place - 1].strip() if place else ""
    return not before or (before.isdigit() and (place < 2 or not lines[place - 2].strip()))


def refuse_empty(source: Source, timings: list[Timing]) -> None:
    """Report a file of words that has not one line of times."""
    if not timings:
        lines = source.lines()
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
        source.report.error("AK403", "there is no cue", first, remedy="Give a subtitle file with cues.")


def tell_of_stray(lines: list[str], start: int, stop: int, report: Report, why: str) -> None:
    """Warn of each line of words that belongs to no cue: it is not shown."""
    for place in range(start, stop):
        if lines[place].strip():
            words = " ".join(lines[place].split())[:60]
            report.warning(
                "AK434",
                f"{words!r} {why} and is not shown",
                place + 1,
                remedy="Take it out, or give it times.",
            )
