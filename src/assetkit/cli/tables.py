"""Tables: set by rich on a terminal, in plain aligned columns where the output is piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

_HEAD = "#EC008C"


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print rows of texts below their headings; numbers are told by their heading's last character, a colon.

    Such columns are set to the right, and the colon is not shown.
    """
    if sys.stdout.isatty():
        _show_rich(headings, rows, title)
    else:
        _show_plain(headings, rows, title)


def _show_rich(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        header_style=f"bold {_HEAD}",
    )
    for number, heading in enumerate(headings):
        first = number == 0
        table.add_column(
            heading.rstrip(":"),
            justify="right" if heading.endswith(":") else "left",
            style="bold" if first else "",
            no_wrap=first,
            overflow="fold",
        )
    for row in rows:
        # As text, so that a bracket in a source is not read as a style.
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)


def _show_plain(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    if title:
        click.echo(title)
    right = [heading.endswith(":") for heading in headings]
    lines = [[heading.rstrip(":") for heading in headings], *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        cells = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())
