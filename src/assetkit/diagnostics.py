"""Problems in what a person wrote, as values: a place, a stable code, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops everything, a draft stops only `--publish`."""

    ERROR = "error"
    DRAFT = "draft"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: 1-based line and column; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Diagnostic:
    """One problem. `measured` and `required` are for people: "7.2 s" and "at most 6 s"."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    remedy: str = ""
    measured: str = ""
    required: str = ""


@dataclass
class Findings:
    """Collects every problem of one run, in the order they were found."""

    items: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, place: Place | None = None, **words: str) -> None:
        """Add an error."""
        self.items.append(Diagnostic(code, Severity.ERROR, message, place, **words))

    def draft(self, code: str, message: str, place: Place | None = None, **words: str) -> None:
        """Add a reason why what is made is a draft and not publishable."""
        self.items.append(Diagnostic(code, Severity.DRAFT, message, place, **words))

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


def format_text(item: Diagnostic, source: str | None = None) -> str:
    """Give the problem as text: place, code, message, the line with a caret, and the remedy."""
    where = f"{item.place}: " if item.place else ""
    lines = [f"{where}{item.severity}: {item.code}: {item.message}"]
    if source is not None and item.place and item.place.line:
        lines += _excerpt(source, item.place)
    if item.measured or item.required:
        lines.append(f"  measured: {item.measured or '-'}; required: {item.required or '-'}")
    if item.remedy:
        lines.append(f"  remedy: {item.remedy}")
    return "\n".join(lines)


def _excerpt(source: str, place: Place) -> list[str]:
    rows = source.splitlines()
    if place.line > len(rows):
        return []
    number = str(place.line)
    return [
        f"  {number} | {rows[place.line - 1]}",
        f"  {' ' * len(number)} | {' ' * max(0, place.column - 1)}^",
    ]
