"""Read subtitle files: SRT, WebVTT and ASS become cues, or a reason why not."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import PurePath

from assetkit.errors import MediaError
from assetkit.subtitles.cues import Cue
from assetkit.subtitles.encoding import decode_text
from assetkit.subtitles.markup import plain_lines

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?$")
_ASS_EVENT = re.compile(r"^(?:Dialogue|Comment):[^,\n]*(?:,\s*\d+:\d\d:\d\d[.:]\d+\s*){2},", re.MULTILINE)
_LIKE_TIME = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d")


def read_cues(data: bytes, name: str) -> tuple[Cue, ...]:
    """Read a subtitle file's bytes; the format is told by its content, then by the suffix of `name`.

    Cues come in the file's order, which need not be that of time; cues without text are left out, and markup
    is stripped. Raises MediaError that names file, line and reason where the file is malformed.
    """
    text = decode_text(data, name)
    if not text.strip():
        raise MediaError(f"{name} is empty.", remedy="Give a subtitle file with cues.", file=name)
    if text.lstrip().startswith("[Script Info]") or PurePath(name).suffix.lower() in (".ass", ".ssa"):
        return _read_ass(text, name)
    is_vtt = re.match(r"WEBVTT(?:[ \t\n]|$)", text) is not None
    if not is_vtt and PurePath(name).suffix.lower() == ".vtt":
        raise _fault(name, 1, "a WebVTT file must begin with WEBVTT")
    return _read_timed(text, name, is_vtt)


def _read_timed(text: str, name: str, is_vtt: bool) -> tuple[Cue, ...]:
    """Read SRT or WebVTT by its lines of times: what stands between them is text, and none of it is lost."""
    lines = text.split("\n")
    timings = [number for number, line in enumerate(lines) if "-->" in line]
    heads = [_head(lines, timing, is_vtt) for timing in timings]
    if not is_vtt:
        _refuse_stray(lines, 0, (heads or [len(lines)])[0], name)
        if not timings:
            raise _fault(name, 1, "there is no cue")
    cues = []
    for timing, stop in zip(timings, [*heads, len(lines)][1:], strict=True):
        start, end = _read_times(lines[timing], name, timing)
        said = lines[timing + 1 : stop]
        if is_vtt:
            said = said[: next((place for place, line in enumerate(said) if not line.strip()), len(said))]
        else:
            _refuse_lost_cue(said, name, timing + 1)
        cues.append(Cue(start, end, plain_lines("\n".join(said), entities=is_vtt)))
    return tuple(cue for cue in cues if cue.lines)


def _head(lines: list[str], timing: int, is_vtt: bool) -> int:
    """Give where the cue of this line of times begins: at its number or identifier, if it has one."""
    before = lines[timing - 1].strip() if timing else ""
    if is_vtt:
        has_name = bool(before) and (timing < 2 or not lines[timing - 2].strip())
        return timing - has_name
    return timing - before.isdigit()


def _read_times(line: str, name: str, place: int) -> tuple[Fraction, Fraction]:
    match = _TIMING.match(line)
    if not match:
        raise _fault(name, place + 1, "expected times like 00:00:01,000 --> 00:00:02,000")
    start, stop = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if stop < start:
        raise _fault(name, place + 1, "the cue ends before it begins")
    return start, stop


def _refuse_stray(lines: list[str], start: int, stop: int, name: str) -> None:
    for place in range(start, stop):
        if lines[place].strip():
            raise _fault(name, place + 1, "this stands before the first cue's times")


def _refuse_lost_cue(said: list[str], name: str, place: int) -> None:
    """Refuse text that is really the next cue with its times missing or broken."""
    for offset, line in enumerate(said):
        after_blank = offset > 0 and not said[offset - 1].strip()
        if _LIKE_TIME.match(line) or (after_blank and line.strip().isdigit()):
            raise _fault(name, place + offset + 1, "expected times like 00:00:01,000 --> 00:00:02,000")


def _seconds(parts: tuple[str | None, ...]) -> Fraction:
    hours, minutes, seconds, decimals = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    unit = 10 ** len(decimals or "0")
    return Fraction(whole * unit + int(decimals or 0), unit)


def _read_ass(text: str, name: str) -> tuple[Cue, ...]:
    import pysubs2

    try:
        events = pysubs2.SSAFile.from_string(text, format_="ass").events
    except Exception as fault:  # whatever its parser raises, the file is what is wrong
        raise MediaError(
            f"{name} cannot be read as ASS: {fault}.", remedy="Export it again.", file=name
        ) from fault
    _count_dialogues(text, name, len(events))
    cues = []
    for event in events:
        if event.is_comment or event.is_drawing:
            continue
        start, stop = Fraction(event.start, 1000), Fraction(event.end, 1000)
        if stop < start:
            raise MediaError(f"{name}: a cue at {float(start):g} s ends before it begins.", file=name)
        # `plaintext` drops every override and draws \N as a newline, \h as a space.
        cues.append(Cue(start, stop, plain_lines(event.plaintext, entities=False)))
    return tuple(cue for cue in cues if cue.lines)


def _count_dialogues(text: str, name: str, read: int) -> None:
    """Refuse a file of which the parser passed over events in silence."""
    written = len(re.findall(r"^(?:Dialogue|Comment):", text, re.MULTILINE))
    sound = len(_ASS_EVENT.findall(text))
    if not written == sound == read or not written:
        raise MediaError(
            f"{name} cannot be read as ASS: {min(read, sound)} of {written} events were understood.",
            remedy="Export it again, or give SRT or WebVTT.",
            file=name,
        )


def _fault(name: str, line: int, reason: str) -> MediaError:
    return MediaError(f"{name}:{line}: {reason}.", remedy="Correct the subtitle file.", file=name, line=line)
