"""What was found and mended while a subtitle file was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assetkit.diagnostics import Diagnostic, Place, Severity

_NOTHING = "Nothing need be done; correct the file to be told no more."
_CORRECT = "Correct the subtitle file."

MOST_OF_A_KIND = 5
"""So many findings of one code and severity are told one by one; of the others, how many there are."""


@dataclass
class Report:
    """Collects what is to be said of one file, which `name` names."""

    name: str
    items: list[Diagnostic] = field(default_factory=list)

    def note(self, code: str, message: str, line: int = 0, column: int = 1, **words: str) -> None:
        """Add what is good to know."""
        self._add(Severity.NOTE, code, message, line, column, words)

    def warning(self, code: str, message: str, line: int = 0, column: int = 1, **words: str) -> None:
        """Add what may be wrong."""
        self._add(Severity.WARNING, code, message, line, column, words)

    def error(self, code: str, message: str, line: int = 0, column: int = 1, **words: str) -> None:
        """Add what cannot be read."""
        self._add(Severity.ERROR, code, message, line, column, words)

    def _add(
        self, severity: Severity, code: str, message: str, line: int, column: int, words: dict[str, str]
    ) -> None:
        place = Place(self.name, line, column) if line else Place(self.name)
        words.setdefault("remedy", _NOTHING if severity is Severity.NOTE else _CORRECT)
        self.items.append(Diagnostic(code, severity, message, place, **words))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What could not be read."""
        return tuple(item for item in self.items if item.severity is Severity.ERROR)

    def condensed(self) -> tuple[Diagnostic, ...]:
        """Give what was found in the order of lines, errors all, of other kinds the first few each."""
        ordered = sorted(self.items, key=lambda item: (item.place or Place("")).line)
        return tuple(_few(ordered))


def _few(items: list[Diagnostic]) -> Iterator[Diagnostic]:
    totals = Counter((item.code, item.severity) for item in items)
    told: Counter[tuple[str, Severity]] = Counter()
    for item in items:
        kind = (item.code, item.severity)
        told[kind] += 1
        more = totals[kind] - MOST_OF_A_KIND
        if item.severity is Severity.ERROR or told[kind] < MOST_OF_A_KIND or more <= 0:
            yield item
        elif told[kind] == MOST_OF_A_KIND:
            yield replace(item, message=f"{item.message} ({more} more of this kind follow in the file)")
