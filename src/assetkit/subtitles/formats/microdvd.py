"""Read MicroDVD: one cue on a line, from frame to frame, lines parted by a bar."""

from __future__ import annotations

import re
from fractions import Fraction

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.clock import Clock
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.markup import Markup
from assetkit.subtitles.report import Report
from assetkit.subtitles.setting import Set, Setter
from assetkit.timecode import parse_rate

CUE = re.compile(r"^\s*\{\s*(-?\d{1,9})\s*\}\s*\{\s*(-?\d{0,9})\s*\}(.*)$", re.ASCII)
_CODE = re.compile(r"\{([a-zA-Z]):([^{}|]*)\}")
_RATE = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*", re.ASCII)


def read_microdvd(source: Source) -> list[Cue]:
    """Read the cues in the file's order.

    What frames count in is what the recipe states, else what the first cue `{1}{1}25` says, else the rate
    of the master.
    """
    lines, report, markup = source.lines(), source.report, source.markup()
    found = [(place, match) for place, line in enumerate(lines) if (match := CUE.match(line))]
    clock = Clock(report, source.rate)
    rate = _own_rate(found[0][1]) if found else None
    if rate:
        found = found[1:]
        clock.rate = _choose(source, rate)
    if not found:
        report.error("AK403", "there is no cue", 1, remedy="Give a subtitle file with cues.")
    nexts = [int(match[1]) for _, match in found[1:]]
    cues = []
    for (place, match), after in zip(found, [*nexts, None], strict=False):
        start = int(match[1])
        stop = int(match[2]) if match[2] not in ("", "-") else _open(start, after, place, report)
        words = _words(match[3], place + 1, markup)
        cues.append(cue_of(clock.frames(start), clock.frames(stop), words, place + 1))
    _tell_of_others(lines, report)
    markup.finish()
    clock.finish()
    return cues


def _own_rate(match: re.Match[str]) -> Fraction | None:
    """Give the rate that the file says in its first cue."""
    number = _RATE.fullmatch(match[3]) if match[1] == match[2] and match[1] in "01" else None
    try:
        return parse_rate(_trim(number[1].replace(",", "."))) if number else None
    except ValueError:
        return None


def _trim(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _choose(source: Source, own: Fraction) -> Fraction:
    if source.stated and source.rate and source.rate != own:
        message = f"the file says {float(own):.3f} frames per second, the recipe {float(source.rate):.3f}"
        source.report.note("AK437", f"{message}: the recipe's is taken", 1)
        return source.rate
    return own


def _open(start: int, after: int | None, place: int, report: Report) -> int:
    """Give the end of a cue that says none: where the next begins, or nothing at the end of the file."""
    stop = after if after is not None and after > start else start
    report.warning(
        "AK432", "the cue says no end; it stands until the next", place + 1, remedy="Write its end."
    )
    return stop


def _words(text: str, line: int, markup: Markup) -> Set:
    """Read the codes of one cue: `y` slants or thickens, large for all lines, small for one; "/" slants."""
    setter = Setter()
    whole: set[str] = set()
    for number, part in enumerate(text.split("|")):
        own = set(whole)
        if number:
            setter.say("\n")
        slash = re.match(r"(\s*(?:\{[a-zA-Z]:[^{}|]*\})*)/", part)
        if slash:
            own.add("i")
            part = slash[1] + part[slash.end() :]
        for code, value in _CODE.findall(part):
            looks = {look.strip().lower() for look in value.split(",")}
            if code in "yY":
                own |= looks
            if code == "Y":
                whole |= looks
        setter.italic, setter.bold = "i" in own, "b" in own
        _say(part, line, setter, markup)
    return setter.finish()


def _say(part: str, line: int, setter: Setter, markup: Markup) -> None:
    last = 0
    for match in _CODE.finditer(part):
        setter.say(part[last : match.start()])
        last = match.end()
        if match[1] not in "yYcCfFsSpPoOhH":
            setter.say(match[0])
            markup.warn_of_code(match[0], line)
        elif match[1] not in "yY":
            markup.drop(match[0], line)
    setter.say(part[last:])


def _tell_of_others(lines: list[str], report: Report) -> None:
    for number, line in enumerate(lines, 1):
        if line.strip() and not CUE.match(line):
            message = "expected a cue like {25}{50}Text"
            report.error("AK403", message, number, remedy="Correct the subtitle file.")
