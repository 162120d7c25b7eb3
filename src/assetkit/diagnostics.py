"""Problems in what a person wrote, as values: a place, a stable code, what was found, what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

Paint = Callable[[str, str], str]
"""Gives a part of a message as it is to be shown: (what it is, text) -> text. The parts are "place", the
four severities, "code", "gutter", "caret" and "label"."""

MOST_COLUMNS = 120
"""The most letters of a line that an excerpt shows; a longer line is cut around the place."""

# What YAML counts as the end of a line, so that line numbers agree with the reader's.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Severity(StrEnum):
    """How much a problem matters: an error stops everything, a draft stops only `--publish`."""

    ERROR = "error"
    DRAFT = "draft"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: 1-based line and column; line 0 means the file as a whole.

    `width` is how many letters of the line the marked word has, 0 where that is not known; it is no part of
    what makes two places equal.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Diagnostic:
    """One problem. `measured` and `required` are for people: "7.2 s" and "at most 6 s".

    `cue` are the words of the subtitle that it is about, if any, and `language` is theirs: by them a person
    accepts it.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    remedy: str = ""
    measured: str = ""
    required: str = ""
    cue: str = ""
    language: str = ""


@dataclass(frozen=True)
class RecordDiagnostic(Diagnostic):
    """What a record lacks, at a place that shows it; `about` is where the record itself is written.

    Many places may show it: as text it is told once, at the record.
    """

    about: Place = Place("")


@dataclass
class Findings:
    """Collects every problem of one run, in the order they were found."""

    items: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, place: Place | None = None, **words: str) -> None:
        """Add an error."""
        self.items.append(Diagnostic(code, Severity.ERROR, message, place, **words))

    def draft(
        self,
        code: str,
        message: str,
        place: Place | None = None,
        *,
        about: Place | None = None,
        **words: str,
    ) -> None:
        """Add a reason why what is made is a draft and not publishable."""
        found = Diagnostic(code, Severity.DRAFT, message, place, **words)
        self.items.append(RecordDiagnostic(**vars(found), about=about) if about else found)

    def warning(self, code: str, message: str, place: Place | None = None, **words: str) -> None:
        """Add a warning."""
        self.items.append(Diagnostic(code, Severity.WARNING, message, place, **words))

    def note(self, code: str, message: str, place: Place | None = None, **words: str) -> None:
        """Add a note."""
        self.items.append(Diagnostic(code, Severity.NOTE, message, place, **words))

    def extend(self, items: Iterable[Diagnostic]) -> None:
        """Add problems that were found elsewhere."""
        self.items.extend(items)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far forbids rendering."""
        return any(item.severity is Severity.ERROR for item in self.items)


def format_text(item: Diagnostic, source: str | None = None, paint: Paint | None = None) -> str:
    """Give the problem as text: place, code, message, the line with its word marked, and the remedy.

    `source` is the text of the file that the place is in. Letters that cannot be shown are replaced, so
    that nothing in a file or its name can steer the terminal.
    """
    shown = paint or _plain
    where = f"{shown('place', clean(str(item.place)))}: " if item.place else ""
    severity, code = shown(item.severity, item.severity), shown("code", item.code)
    lines = [f"{where}{severity}: {code}: {clean(item.message)}"]
    if source is not None and item.place and item.place.line:
        lines += _excerpt(source, item.place, shown)
    amounts = (("measured", item.measured), ("required", item.required))
    told = [f"{shown('label', f'{name}:')} {clean(text)}" for name, text in amounts if text]
    if told:
        lines.append(f"  {'; '.join(told)}")
    if item.remedy:
        lines.append(f"  {shown('label', 'remedy:')} {clean(item.remedy)}")
    return "\n".join(lines)


def clean(text: str) -> str:
    """Replace what is not printable, tabs and line ends apart, and join lines."""
    return "".join(
        letter if letter.isprintable() or letter == "\t" else "\N{REPLACEMENT CHARACTER}"
        for letter in " ".join(_LINE_END.split(text))
    )


def _plain(_: str, text: str) -> str:
    return text


def _excerpt(source: str, place: Place, paint: Paint) -> list[str]:
    """Give the line and a row of carets below its word; nothing where the file has no such line."""
    rows = _LINE_END.split(source.removeprefix("\ufeff"))
    if place.line > len(rows):
        return []
    row, before = clean(rows[place.line - 1]).rstrip(), max(0, place.column - 1)
    width = max(1, min(place.width, len(row) - before))
    row, before = _window(row, before)
    pad = "".join(letter if letter == "\t" else " " * _cells(letter) for letter in row[:before])
    marked = row[before : before + width]
    carets = "^" * max(1, min(sum(map(_cells, marked)), MOST_COLUMNS))
    number = str(place.line)
    return [
        f"  {paint('gutter', number + ' |')} {row}".rstrip(),
        f"  {paint('gutter', ' ' * len(number) + ' |')} {pad}{paint('caret', carets)}",
    ]


def _window(row: str, before: int) -> tuple[str, int]:
    """Cut a very long line around the place, with marks where it was cut."""
    if len(row) <= MOST_COLUMNS:
        return row, before
    start = max(0, min(before - MOST_COLUMNS // 3, len(row) - MOST_COLUMNS))
    left, right = "…" if start else "", "…" if start + MOST_COLUMNS < len(row) else ""
    return f"{left}{row[start : start + MOST_COLUMNS]}{right}", before - start + len(left)


def _cells(letter: str) -> int:
    """Give how many cells of a terminal a letter takes."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
