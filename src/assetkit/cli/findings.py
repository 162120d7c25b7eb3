"""Problems as they leave the program: text on the error stream, JSON, or annotations of a pull request."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from assetkit.cli.folding import fold_records, part_lists
from assetkit.diagnostics import Diagnostic, Severity, clean, format_text
from assetkit.errors import MediaError
from assetkit.subtitles.encoding import decode_text

_MOST_SOURCE = 4 << 20
_STYLES: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "draft": {"fg": "magenta", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "code": {"bold": True},
    "gutter": {"fg": "blue"},
    "caret": {"fg": "red", "bold": True},
    "label": {"fg": "cyan"},
}


def show_findings(items: Iterable[Diagnostic], root: Path, *, folded: bool = True) -> None:
    """Print every problem with the line that it stands on; files are relative to `root`.

    What records lack comes first, in lists of one line each; all else follows in full, so that it stands
    last on a screen. Without `folded`, everything is told in full and at each of its places. In colour on a
    terminal, plain where it is piped or where NO_COLOR is set (no-color.org).
    """
    lists, others = part_lists(fold_records(items)) if folded else ([], list(items))
    for alike in lists:
        _show_list(alike)
    sources: dict[str, str | None] = {}
    for item in others:
        source = _source_of(item, root, sources)
        click.echo(format_text(item, source, _paint), err=True, color=_wants_colour())


def _show_list(alike: Sequence[Diagnostic]) -> None:
    """Print records that lack the same: a line for each, and the remedy once."""
    for item in alike:
        click.echo(format_text(replace(item, remedy=""), None, _paint), err=True, color=_wants_colour())
    if alike[0].remedy:
        remedy = f"  {_paint('label', 'remedy:')} {clean(alike[0].remedy)}"
        click.echo(remedy, err=True, color=_wants_colour())


def findings_json(items: Iterable[Diagnostic]) -> dict[str, Any]:
    """Give problems as plain values for JSON: `findings` with every field, and a `summary` by severity.

    A finding has code, severity, message, file, line, column, end_column, measured, required and remedy.
    Lines and columns count from 1; line 0 means the file as a whole, and `file` is null where a problem is
    in no file. Texts that are not known are empty.
    """
    found = [_describe(item) for item in items]
    return {"findings": found, "summary": _count(item["severity"] for item in found)}


def summarise(items: Iterable[Diagnostic]) -> str:
    """Say how many problems there are: "2 errors, 1 warning", or "no problems"."""
    counts = _count(item.severity for item in items)
    return ", ".join(_number(number, name) for name, number in counts.items() if number) or "no problems"


def printable(text: str) -> str:
    """Replace what cannot be written as UTF-8: names of files may hold any bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _describe(item: Diagnostic) -> dict[str, Any]:
    place = item.place
    return {
        "code": item.code,
        "severity": str(item.severity),
        "message": printable(item.message),
        "file": printable(place.file) if place else None,
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "end_column": place.column + max(place.width, 1) if place and place.line else 0,
        "measured": printable(item.measured),
        "required": printable(item.required),
        "remedy": printable(item.remedy),
    }


def _count(severities: Iterable[str]) -> dict[str, int]:
    counts = Counter(severities)
    return {f"{severity}s": counts[severity] for severity in Severity}


def _number(number: int, plural: str) -> str:
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"


def _paint(part: str, text: str) -> str:
    return click.style(text, **_STYLES.get(part, {}))


def _wants_colour() -> bool | None:
    """False where NO_COLOR is set; None leaves it to whether a terminal is there."""
    return False if os.environ.get("NO_COLOR") else None


def _source_of(item: Diagnostic, root: Path, known: dict[str, str | None]) -> str | None:
    """Give the text of the file that a problem is in; each is read once, and never more than it may be."""
    if item.place is None or not item.place.line:
        return None
    name = item.place.file
    if name not in known:
        known[name] = _read(root / name)
    return known[name]


def _decode(data: bytes, name: str) -> str:
    """Decode a file that a problem is in: a subtitle file may be in another encoding than UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode_text(data, name).text
        except MediaError:
            return data.decode("utf-8", "replace")


def _read(path: Path) -> str | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            return _decode(stream.read(_MOST_SOURCE), path.name)
    except OSError:
        return None


def sort_by_place(items: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give problems file by file, in the order of lines; the files keep the order that they came in."""
    files = {name: index for index, name in enumerate(dict.fromkeys(_file(item) for item in items))}
    return sorted(items, key=lambda item: (files[_file(item)], item.place.line if item.place else 0))


def _file(item: Diagnostic) -> str:
    return item.place.file if item.place else ""
