"""`assetkit verify`: a delivered folder against its manifest."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.cli.findings import findings_json, summarise
from assetkit.delivery.verify import Verified, verify_folder
from assetkit.diagnostics import Severity, format_text


def show_verified(path: Path, strict: bool, as_json: bool) -> int:
    """Print every difference, and what was compared; 1 where anything is not as it was delivered."""
    found = verify_folder(path, strict=strict)
    if as_json:
        click.echo(json.dumps(_describe(found), indent=2, ensure_ascii=False))
    else:
        for item in found.problems:
            click.echo(format_text(item), err=True)
        click.echo(_summarise(found))
    return 0 if found.is_good else 1


def _summarise(found: Verified) -> str:
    if not found.kind:
        return f"{found.manifest}: nothing can be told by it"
    count = f"{found.files - found.elsewhere} files of {found.posts} posts"
    beside = f", {found.elsewhere} more are in the delivery that this completes" if found.elsewhere else ""
    wrong = [item for item in found.problems if item.severity is Severity.ERROR]
    if not wrong:
        noted = f"; {summarise(found.problems)}" if found.problems else ""
        return f"{found.manifest}: {count} are as they were delivered{beside}{noted}"
    return f"{found.manifest}: {count}{beside}: {summarise(found.problems)}"


def _describe(found: Verified) -> dict[str, object]:
    return {
        "manifest": str(found.manifest),
        "kind": found.kind or None,
        "good": found.is_good,
        "posts": found.posts,
        "files": found.files,
        "elsewhere": found.elsewhere,
        **findings_json(found.problems),
    }
