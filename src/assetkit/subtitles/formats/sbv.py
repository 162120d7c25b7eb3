"""Read SBV: a line of two times parted by a comma, the text, a blank line."""

from __future__ import annotations

import re

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.clock import CLOCK, Clock
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.formats.timed import tell_of_stray

# A decimal point only: with a comma, the comma between the times could not be told from it.
_CLOCK = CLOCK.replace("[.,:;]", "[.:;]")
TIMING = re.compile(rf"^\s*({_CLOCK})\s*,\s*({_CLOCK})\s*$", re.ASCII)
_EXACT = re.compile(r"\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}\s*$", re.ASCII)
_BREAK = re.compile(r"\[br\]", re.IGNORECASE)


def read_sbv(source: Source) -> list[Cue]:
    """Read the cues in the file's order; SBV has no markup, but tags that slipped in are read."""
    lines, report = source.lines(), source.report
    clock, markup = Clock(report, source.rate), source.markup()
    places = [
        place
        for place, line in enumerate(lines)
        if _EXACT.match(line) or (TIMING.match(line) and (place == 0 or not lines[place - 1].strip()))
    ]
    if not places:
        report.error("AK403", "there is no cue", 1, remedy="Give a subtitle file with cues.")
    tell_of_stray(lines, 0, (places or [0])[0], report, "stands before the first cue")
    cues: list[Cue] = []
    for place, stop in zip(places, [*places, len(lines)][1:], strict=True):
        match = TIMING.match(lines[place])
        if not match:
            continue
        said = "\n".join(lines[place + 1 : stop]).strip("\n")
        _check_blanks(said, place + 2, source)
        try:
            start, stop_at = clock.read(match[1]), clock.read(match[2])
        except ValueError as error:
            report.error("AK403", str(error), place + 1, remedy="Correct the subtitle file.")
            continue
        words = markup.srt(_BREAK.sub("\n", said), place + 2)
        cues.append(cue_of(start, stop_at, words, place + 1))
    markup.finish()
    clock.finish()
    return cues


def _check_blanks(said: str, first: int, source: Source) -> None:
    for number, line in enumerate(said.split("\n"), first):
        if said and not line.strip():
            source.report.note("AK434", "a blank line stands inside this cue; the text goes on", number)
        elif re.match(rf"\s*{_CLOCK}\s*,", line, re.ASCII):
            message = "expected times like 0:00:01.000,0:00:02.000"
            source.report.error("AK403", message, number, remedy="Correct the subtitle file.")
