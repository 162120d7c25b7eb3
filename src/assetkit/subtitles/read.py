"""Read subtitle files as translators send them: every cue that can be read, and what was mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.diagnostics import Diagnostic
from assetkit.errors import MediaError
from assetkit.subtitles.cues import Cue
from assetkit.subtitles.encoding import decode_text
from assetkit.subtitles.formats.foreign import refuse_foreign
from assetkit.subtitles.formats.known import READERS, TITLES, tell_format
from assetkit.subtitles.formats.source import Source
from assetkit.subtitles.offset import find_offset, move
from assetkit.subtitles.report import Report
from assetkit.timecode import Duration, Timecode

_LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Known:
    """What is known of a file that its bytes do not say: what a person states, and the master.

    `encoding`, `starts_at` and `rate` are stated; `master_rate` counts frames where no rate is stated or
    in the file, `length` is the film's in seconds.
    """

    encoding: str | None = None
    starts_at: Timecode | Duration | None = None
    rate: Fraction | None = None
    master_rate: Fraction | None = None
    length: Fraction | None = None


@dataclass(frozen=True)
class ReadSubtitles:
    """The cues of a file in its order, which need not be that of time, counted from the film's first frame.

    `format` is "srt", "vtt", "ass", "ttml", "sbv" or "microdvd"; `why` says why it was read as `encoding`.
    `offset` is the file's time at the first frame, which was taken off. `notes` say what was mended; those
    that are errors say which cues could not be read.
    """

    cues: tuple[Cue, ...]
    format: str
    encoding: str
    why: str
    offset: Fraction = Fraction(0)
    notes: tuple[Diagnostic, ...] = field(default=(), compare=False)


def read_subtitles(data: bytes, name: str, known: Known | None = None) -> ReadSubtitles:
    """Read a subtitle file's bytes; `name` is its path, which stands in every message.

    Cues without text are left out and reported. Raises MediaError that names the file, and where it can the
    line, for a file that cannot be read at all.
    """
    known = known or Known()
    refuse_foreign(data, name)
    decoded = decode_text(data, name, known.encoding)
    if not decoded.text.strip():
        raise MediaError(f"{name} is empty.", remedy="Give a subtitle file with cues.", file=name)
    report = Report(name)
    form, is_renamed = tell_format(decoded.text, name)
    if is_renamed:
        report.note("AK438", f"by its name it is something else, and by what it holds {TITLES[form]}")
    rate = known.rate or known.master_rate
    found = READERS[form](Source(decoded.text, report, rate, known.rate is not None))
    offset = find_offset(found, known.starts_at, rate, known.length, report)
    cues = tuple(_check(move(found, offset), report))
    return ReadSubtitles(cues, form, decoded.encoding, decoded.why, offset, report.condensed())


def read_cues(data: bytes, name: str) -> tuple[Cue, ...]:
    """Read the cues of a file of which nothing else is known; raises MediaError where one cannot be read."""
    read = read_subtitles(data, name)
    for note in read.notes:
        if note.severity == "error":
            line = note.place.line if note.place else 0
            raise MediaError(
                f"{name}:{line}: {note.message}.", remedy=note.remedy, file=name, line=line, code=note.code
            )
    return read.cues


def _check(cues: Iterable[Cue], report: Report) -> Iterable[Cue]:
    """Report times that cannot be, cues out of order, and cues without words, which are left out."""
    latest: Cue | None = None
    for cue in cues:
        if not cue.lines:
            report.note("AK439", "the cue has no words, and is left out", cue.line)
            continue
        mended = _mend(cue, report)
        if mended is None:
            continue
        if latest is not None:
            _check_order(latest, mended, report)
        latest = mended if latest is None or mended.start >= latest.start else latest
        yield mended


def _mend(cue: Cue, report: Report) -> Cue | None:
    """Give a cue with times that can be: none before the film, none that ends before it begins."""
    start, stop = cue.start, cue.stop
    words = " ".join(cue.text.split())[:60]
    if stop <= 0 and start < 0:
        report.warning(
            "AK432",
            f"the cue ends before the film begins, and is left out: {words!r}",
            cue.line,
            remedy="Correct its times, or say the file's `starts_at:`.",
        )
        return None
    if start < 0:
        report.warning("AK432", "the cue begins before the film; it begins with it", cue.line)
    start = max(start, Fraction(0))
    if stop < start:
        report.warning(
            "AK432",
            f"the cue ends before it begins, and lasts no time: {words!r}",
            cue.line,
            measured=f"{float(stop - start):.3f} s",
            required="more than 0 s",
            remedy="Correct its times.",
        )
    elif stop == start:
        report.warning("AK432", f"the cue lasts no time: {words!r}", cue.line, remedy="Correct its times.")
    stop = max(stop, start)
    if len(cue.text) > _LONGEST_TEXT:
        report.warning(
            "AK439", f"the cue has {len(cue.text)} letters", cue.line, remedy="Is its end missing?"
        )
    return _between(cue, start, stop)


def _between(cue: Cue, start: Fraction, stop: Fraction) -> Cue:
    if (start, stop) == (cue.start, cue.stop):
        return cue
    return Cue(start, stop, cue.lines, cue.line, cue.speaker, cue.emphasis, cue.words)


def _check_order(before: Cue, cue: Cue, report: Report) -> None:
    if cue.start < before.start:
        report.note("AK433", f"the cue begins before that of line {before.line}; cues are sorted", cue.line)
    elif cue.start < before.stop and cue.start > before.start:
        over = float(before.stop - cue.start)
        report.note(
            "AK433",
            f"the cue begins {over:.3f} s before that of line {before.line} ends; that one ends earlier",
            cue.line,
        )


def describe(read: ReadSubtitles) -> str:
    """Say in a line what a file was read as."""
    offset = f", starts at {_clock(read.offset)}" if read.offset else ""
    count = "1 cue" if len(read.cues) == 1 else f"{len(read.cues)} cues"
    return f"{TITLES[read.format]}, {read.encoding} ({read.why}), {count}{offset}"


def _clock(seconds: Fraction) -> str:
    whole = int(seconds)
    text = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return text if whole == seconds else f"{text}.{int((seconds - whole) * 1000):03d}"
