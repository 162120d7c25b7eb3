"""Read WebVTT: blocks parted by blank lines, of which some are remarks and styles."""

from __future__ import annotations

import re

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.clock import Clock
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.formats.timed import Timing, find_timings, tell_of_stray
from assetkit.subtitles.markup import Markup
from assetkit.subtitles.report import Report

_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")
_ASIDE = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t]|$)")


def read_vtt(source: Source) -> list[Cue]:
    """Read the cues in the file's order; a voice within a cue becomes a cue of the same times."""
    lines, report = source.lines(), source.report
    clock, markup = Clock(report, source.rate), source.markup()
    lines = _blank_header(lines, report)
    _blank_asides(lines, markup)
    timings = find_timings(lines, clock, report)
    heads = [_head(lines, timing.place) for timing in timings]
    tell_of_stray(lines, 0, (heads or [len(lines)])[0], report, "stands before the first cue")
    cues: list[Cue] = []
    for timing, stop in zip(timings, [*heads, len(lines)][1:], strict=True):
        if not timing.is_broken:
            cues += _cues(lines, timing, stop, markup)
    markup.finish()
    clock.finish()
    return cues


def _cues(lines: list[str], timing: Timing, stop: int, markup: Markup) -> list[Cue]:
    said = [timing.more, *lines[timing.place + 1 : stop]]
    while said and not said[-1].strip():
        said.pop()
    for place, line in enumerate(said[1:], timing.place + 1):
        if not line.strip():
            message = "a blank line stands inside this cue; the text goes on"
            markup.report.note("AK434", message, place + 1)
    number = timing.place + 1
    markup.place(timing.settings, number)
    voices = markup.vtt("\n".join(said), number, timing.start)
    if not voices:
        return [Cue(timing.start, timing.stop, (), number)]
    return [cue_of(timing.start, timing.stop, voice.set, number, voice.speaker) for voice in voices]


def _blank_header(lines: list[str], report: Report) -> list[str]:
    """Take out the header, up to its blank line or the first times."""
    if not lines or not _HEADER.match(lines[0]):
        report.warning(
            "AK438", "a WebVTT file must begin with WEBVTT", 1, remedy="Write it as the first line."
        )
        return lines
    stop = 0
    while stop < len(lines) and lines[stop].strip() and "-->" not in lines[stop]:
        stop += 1
    if stop < len(lines) and "-->" in lines[stop]:
        report.note("AK434", "there is no blank line before this cue", stop + 1)
        stop -= stop > 1 and lines[stop - 1].strip().isdigit()
    return [""] * stop + lines[stop:]


def _blank_asides(lines: list[str], markup: Markup) -> None:
    """Take out remarks, styles and regions, which begin after a blank line and end at the next."""
    place = 0
    while place < len(lines):
        match = _ASIDE.match(lines[place]) if place == 0 or not lines[place - 1].strip() else None
        if not match or "-->" in lines[place]:
            place += 1
            continue
        if match[1] != "NOTE":
            markup.drop(match[1], place + 1)
        while place < len(lines) and lines[place].strip() and "-->" not in lines[place]:
            lines[place] = ""
            place += 1


def _head(lines: list[str], place: int) -> int:
    """Give where the cue begins: at its identifier, a line by itself after a blank one."""
    has_name = place > 0 and lines[place - 1].strip() and (place < 2 or not lines[place - 2].strip())
    return place - 1 if has_name else place
