"""Problems as a person reads them: on the error stream, with their place and the line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from assetkit.diagnostics import Diagnostic, format_text


def show_findings(items: Iterable[Diagnostic], root: Path) -> None:
    """Print every problem with the line that it stands on; files are relative to `root`."""
    for item in items:
        path = root / item.place.file if item.place else None
        source = path.read_text(encoding="utf-8", errors="replace") if path and path.is_file() else None
        click.echo(format_text(item, source), err=True)
