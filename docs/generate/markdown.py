"""Pieces of Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_LINE = 110
_SET = ("#", "|", "```", "- ")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Set a table; a column is set to the right where its heading ends in a colon, which is not shown.

    A column that is empty in all rows is left out.
    """
    filled = [column for column in range(len(headings)) if any(row[column] for row in rows)]
    headings, rows = (
        [headings[column] for column in filled],
        [[row[column] for column in filled] for row in rows],
    )
    lines = [_row([heading.rstrip(":") for heading in headings])]
    lines.append(_row(["--:" if heading.endswith(":") else "---" for heading in headings]))
    return "\n".join([*lines, *(_row(row) for row in rows)])


def code(text: str) -> str:
    """Set a short text as code."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def block(text: str, kind: str = "") -> str:
    """Set lines as a block of code."""
    return f"```{kind}\n{text}\n```"


def page(*parts: str) -> str:
    """Join headings, paragraphs, tables and blocks; what is empty is left out."""
    return "\n\n".join(_wrap(part) for part in parts if part) + "\n"


def anchor(heading: str) -> str:
    """Give the name that a heading is linked by."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "#" + "".join(kept).replace(" ", "-")


def _wrap(part: str) -> str:
    if part.startswith(_SET):
        return part
    return textwrap.fill(part, _LINE, break_long_words=False, break_on_hyphens=False)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
