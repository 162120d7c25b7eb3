"""Read SRT, which has no standard: numbers, times, text, blank lines, any of which may be amiss."""

from __future__ import annotations

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.clock import Clock
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.formats.timed import Timing, find_timings, refuse_empty, tell_of_stray
from assetkit.subtitles.report import Report


def read_srt(source: Source) -> list[Cue]:
    """Read the cues in the file's order; what is amiss goes to the source's report."""
    lines, report = source.lines(), source.report
    clock, markup = Clock(report, source.rate), source.markup()
    timings = find_timings(lines, clock, report)
    refuse_empty(source, timings)
    if not timings:
        return []
    heads = [_head(lines, timing.place) for timing in timings]
    tell_of_stray(lines, 0, heads[0], report, "stands before the first cue")
    _check_numbers(lines, timings, heads, report)
    cues = []
    for timing, stop in zip(timings, [*heads, len(lines)][1:], strict=True):
        stop = _end(lines, timing, stop, report)
        if timing.is_broken:
            continue
        said = [timing.more, *lines[timing.place + 1 : stop]]
        markup.place(timing.settings, timing.place + 1)
        words = markup.srt("\n".join(said), timing.place + 1)
        cues.append(cue_of(timing.start, timing.stop, words, timing.place + 1))
    markup.finish()
    clock.finish()
    return cues


def _head(lines: list[str], place: int) -> int:
    """Give where the cue of this line of times begins: at its number, if it has one."""
    return place - 1 if place and _is_number(lines[place - 1]) else place


def _is_number(line: str) -> bool:
    text = line.strip().removeprefix("#").rstrip(".")
    return text.isascii() and text.isdigit()


def _end(lines: list[str], timing: Timing, stop: int, report: Report) -> int:
    """Give where the text ends; report blank lines in it, and a cue that has lost its times."""
    last = stop
    while last > timing.place + 1 and not lines[last - 1].strip():
        last -= 1
    if stop == last and stop < len(lines) and last > timing.place + 1:
        report.note("AK434", "there is no blank line before this cue", stop + 1)
    blank = 0
    for place in range(timing.place + 1, last):
        if not lines[place].strip():
            blank = place
        elif blank and blank == place - 1:
            if _is_number(lines[place]):
                return _lost(lines, place, last, report)
            report.note("AK434", "a blank line stands inside this cue; the text goes on", place + 1)
    return last


def _lost(lines: list[str], place: int, last: int, report: Report) -> int:
    """Report a number that has no times after it: with words, they would be lost."""
    if place + 1 == last:
        report.note("AK434", f"number {lines[place].strip()} has neither times nor text", place + 1)
        return place
    report.error(
        "AK403",
        f"cue {lines[place].strip()} has no times: expected times like 00:00:01,000 --> 00:00:02,000",
        place + 1,
        remedy="Correct the subtitle file.",
    )
    return place


def _check_numbers(lines: list[str], timings: list[Timing], heads: list[int], report: Report) -> None:
    """Note numbers that are missing, repeated or out of their row."""
    last: int | None = None
    for timing, head in zip(timings, heads, strict=True):
        if head == timing.place:
            if last is not None:
                report.note("AK434", "the cue has no number", timing.place + 1)
            continue
        number = int(lines[head].strip().removeprefix("#").rstrip(".")[:9])
        if last is not None and number != last + 1:
            report.note("AK434", f"number {number} follows number {last}", head + 1)
        last = number
