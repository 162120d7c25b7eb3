"""Write subtitle files: SRT, WebVTT, SBV, TTML, ASS and MicroDVD, from cues on frames.

Times are rounded so that they fall on the same frames when the file is read at the same rate. What a format
cannot hold is left out: SRT, SBV and MicroDVD have no speakers and no times of words, SBV has no emphasis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.guard import guard_sbv, guard_srt, guard_vtt
from assetkit.subtitles.write_styled import write_ass, write_microdvd, write_ttml
from assetkit.subtitles.writing import Mark, rising, thousandths


def write_cues(cues: Iterable[FrameCue], form: str, rate: Fraction) -> str:
    """Give the text of a file: UTF-8 without a byte order mark, lines ended by a newline.

    `form` is "srt", "vtt", "sbv", "ttml", "ass" or "microdvd". Cues without a frame or a word are left out.
    Raises KeyError for another form.
    """
    kept = [cue for cue in cues if len(cue.range) > 0 and cue.text.strip()]
    return FORMS[form](kept, rate)


def _write_srt(cues: Sequence[FrameCue], rate: Fraction) -> str:
    return "\n".join(
        f"{number}\n{_span(cue, rate, ',')}\n{_tagged(cue, (), guard_srt)}\n"
        for number, cue in enumerate(cues, 1)
    )


def _write_vtt(cues: Sequence[FrameCue], rate: Fraction) -> str:
    blocks = [f"\n{_span(cue, rate, '.')}\n{_vtt_text(cue, rate)}\n" for cue in cues]
    return "WEBVTT\n" + "".join(blocks)


def _vtt_text(cue: FrameCue, rate: Fraction) -> str:
    times = [
        (place, f"<{_clock(frame, rate, '.')}>")
        for frame, place in rising(cue)
        if frame > cue.range.start or place
    ]
    voice = f"<v {guard_vtt(' '.join(cue.speaker.split()))}>" if cue.speaker else ""
    return voice + _tagged(cue, times, guard_vtt)


def _write_sbv(cues: Sequence[FrameCue], rate: Fraction) -> str:
    return "\n".join(
        f"{_short_clock(cue.range.start, rate)},{_short_clock(cue.range.stop, rate)}\n"
        f"{_lines(guard_sbv, cue.text)}\n"
        for cue in cues
    )


def _tagged(cue: FrameCue, more: Sequence[Mark], guard: Callable[[str], str]) -> str:
    """Give the text with tags of emphasis and what else is to be written at its places."""
    marks = [*_tags(cue.emphasis, len(cue.text)), *more]
    return _insert(cue.text, marks, guard)


def _tags(emphasis: Iterable[Emphasis], length: int) -> list[Mark]:
    """Give the tags of stretches, which end before others begin."""
    marks: list[Mark] = []
    for part in emphasis:
        start, stop = max(0, part.start), min(part.stop, length)
        names = [name for name, has in (("b", part.bold), ("i", part.italic)) if has]
        if start < stop and names:
            marks.append((start, "".join(f"<{name}>" for name in names)))
            marks.append((stop, "".join(f"</{name}>" for name in reversed(names))))
    return marks


def _insert(text: str, marks: Iterable[Mark], guard: Callable[[str], str]) -> str:
    """Write marks at their places; what ends at a place is written before what begins there."""
    written: list[str] = []
    last = 0
    for place, mark in sorted(marks, key=lambda item: (item[0], not item[1].startswith("</"))):
        written += [_lines(guard, text[last:place]), mark]
        last = place
    return "".join([*written, _lines(guard, text[last:])])


def _lines(guard: Callable[[str], str], text: str) -> str:
    return "\n".join(guard(line) for line in text.split("\n"))


def _span(cue: FrameCue, rate: Fraction, point: str) -> str:
    return f"{_clock(cue.range.start, rate, point)} --> {_clock(cue.range.stop, rate, point)}"


def _clock(frame: int, rate: Fraction, point: str) -> str:
    seconds, rest = divmod(thousandths(frame, rate), 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{rest:03d}"


def _short_clock(frame: int, rate: Fraction) -> str:
    seconds, rest = divmod(thousandths(frame, rate), 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


FORMS: dict[str, Callable[[Sequence[FrameCue], Fraction], str]] = {
    "srt": _write_srt,
    "vtt": _write_vtt,
    "sbv": _write_sbv,
    "ttml": write_ttml,
    "ass": write_ass,
    "microdvd": write_microdvd,
}
