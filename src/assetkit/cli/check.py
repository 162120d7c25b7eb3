"""`assetkit check`: every problem of every file, before anything is rendered."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.cli.annotations import annotate
from assetkit.cli.findings import findings_json, show_findings, sort_by_place, summarise
from assetkit.engine.batch import Batch, Selection, plan_batch

FORMATS = ("text", "json", "github")


def check_batch(root: Path, selection: Selection, form: str = "text") -> int:
    """Print every problem as text, JSON, or annotations of a pull request; 1 where one forbids rendering."""
    batch = plan_batch(root, selection)
    {"text": _show_text, "json": _show_json, "github": _show_annotations}[form](batch, root)
    return 1 if batch.findings.has_errors else 0


def _show_text(batch: Batch, root: Path) -> None:
    items = sort_by_place(batch.findings.items)
    show_findings(items, root)
    click.echo(f"{len(batch.deliverables)} deliverables; {summarise(items)}")
    if items:
        click.echo(f"More about a code: assetkit explain {items[0].code}", err=True)


def _show_json(batch: Batch, root: Path) -> None:
    found = findings_json(sort_by_place(batch.findings.items))
    found["summary"]["deliverables"] = len(batch.deliverables)
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _show_annotations(batch: Batch, root: Path) -> None:
    for item in sort_by_place(batch.findings.items):
        click.echo(annotate(item, root))
    click.echo(f"{len(batch.deliverables)} deliverables; {summarise(batch.findings.items)}")
