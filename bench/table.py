"""The table: what was measured, what was aimed at, and whether it was met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line; `met` None means that there is no aim, or that nothing can be said."""

    what: str
    measured: str
    aim: str = ""
    met: bool | None = None


def print_rows(rows: Sequence[Row]) -> str:
    """Give the table as Markdown, its columns in line."""
    verdicts = {True: "yes", False: "NO", None: "-"}
    cells = [("what", "measured", "aim", "met?")]
    cells += [(row.what, row.measured, row.aim or "-", verdicts[row.met]) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def at_most(what: str, measured: float, aim: float, form: str, note: str = "") -> Row:
    """Give a row whose number must not pass its aim; `form` is how numbers are written, such as "{:.2f}"."""
    return Row(what, _said(form.format(measured), note), f"at most {form.format(aim)}", measured <= aim)


def at_least(what: str, measured: float, aim: float, form: str, note: str = "") -> Row:
    """Give a row whose number must reach its aim."""
    return Row(what, _said(form.format(measured), note), f"at least {form.format(aim)}", measured >= aim)


def _said(number: str, note: str) -> str:
    return f"{number} ({note})" if note else number
