"""`assetkit check`: every problem of every file, before anything is rendered."""

from __future__ import annotations

from pathlib import Path

import click

from assetkit.cli.findings import show_findings
from assetkit.engine.batch import Selection, plan_batch


def check_batch(root: Path, selection: Selection) -> int:
    """Print every problem; 1 when one of them forbids rendering."""
    batch = plan_batch(root, selection)
    show_findings(batch.findings.items, root)
    click.echo(f"{len(batch.deliverables)} deliverables, {len(batch.findings.items)} findings")
    return 1 if batch.findings.has_errors else 0
