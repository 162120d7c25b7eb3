"""Problems as GitHub shows them beside the lines of a pull request.

A workflow command is a line `::error file=…,line=…,col=…,title=…::message`; what GitHub reads in it, and how
its signs are escaped, is said in the documentation of GitHub Actions, "Workflow commands".
"""

from __future__ import annotations

import os
from pathlib import Path

from assetkit.cli.findings import printable
from assetkit.diagnostics import Diagnostic, Place, Severity, clean

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.DRAFT: "notice",
    Severity.NOTE: "notice",
}


def annotate(item: Diagnostic, root: Path) -> str:
    """Give the workflow command of one problem; its file is named from the repository's root."""
    fields = _place_fields(item.place, root) | {"title": f"{item.code}: {item.severity}"}
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in fields.items())
    return f"::{_LEVELS[item.severity]} {properties}::{_escape(_words(item))}"


def _place_fields(place: Place | None, root: Path) -> dict[str, str]:
    if place is None:
        return {}
    fields = {"file": _from_repository(root / place.file)}
    if place.line:
        end = place.column + max(place.width, 1)
        fields |= {"line": str(place.line), "col": str(place.column), "endColumn": str(end)}
    return fields


def _from_repository(path: Path) -> str:
    """Give a path as GitHub knows it: from GITHUB_WORKSPACE, or from here where that is not set."""
    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    whole = path.parent.resolve() / path.name
    return str(whole.relative_to(base) if whole.is_relative_to(base) else path)


def _words(item: Diagnostic) -> str:
    lines = [clean(item.message)]
    amounts = (("measured", item.measured), ("required", item.required))
    told = [f"{name}: {clean(text)}" for name, text in amounts if text]
    lines += ["; ".join(told)] if told else []
    if item.remedy:
        lines.append(f"remedy: {clean(item.remedy)}")
    return "\n".join(lines)


def _escape(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
