"""`assetkit clean`: what nothing makes any more."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.cli.drafts import DRAFTS
from assetkit.cli.findings import show_findings, summarise
from assetkit.cli.places import delivered_folder, output_folder
from assetkit.delivery.clean import Leftover, find_leftovers, remove_leftover
from assetkit.delivery.survey import Surveyor
from assetkit.diagnostics import Severity
from assetkit.engine.batch import Selection, plan_batch


def clean_output(root: Path, yes: bool, as_json: bool) -> int:
    """List what removed recipes, cuts, platforms and languages have made; with `yes`, remove it.

    1 where the workspace has errors: what is made cannot be told then, and nothing is removed.
    """
    batch = plan_batch(root, Selection(), keyed=False)
    if batch.workspace is None or batch.findings.has_errors:
        errors = [item for item in batch.findings.items if item.severity is Severity.ERROR]
        show_findings(errors, root)
        click.echo(f"nothing is removed while there are problems: {summarise(errors)}", err=True)
        return 1
    out, state = output_folder(root), delivered_folder(root)
    made = {item.folder for item in (*batch.deliverables, *batch.stills)}
    found = find_leftovers(out, state, made | {f"{DRAFTS}/{place}" for place in made})
    if yes:
        for leftover in found:
            remove_leftover(leftover, out, state)
        Surveyor(batch.workspace.campaign, out, state).drop(leftover.place for leftover in found)
    if as_json:
        described = [_describe(leftover) for leftover in found]
        click.echo(json.dumps({"removed": yes, "posts": described}, indent=2, ensure_ascii=False))
    else:
        _show(found, yes)
    return 0


def _show(found: list[Leftover], removed: bool) -> None:
    verb = "removed" if removed else "no longer made"
    for leftover in found:
        click.echo(f"{verb}: {leftover.place}: {len(leftover.files)} files, {_size(leftover.bytes)}")
        for word, names in (("changed by hand", leftover.changed), ("not ours", leftover.foreign)):
            for name in names:
                click.echo(f"  kept: {leftover.place}/{name} ({word})")
    files, size = sum(len(each.files) for each in found), sum(each.bytes for each in found)
    if not found:
        click.echo("every post is made by a recipe: there is nothing to remove")
    elif removed:
        click.echo(f"{files} files removed, {_size(size)}")
    else:
        click.echo(f"{files} files, {_size(size)}; `assetkit clean --yes` removes them")


def _describe(leftover: Leftover) -> dict[str, object]:
    return {
        "post": leftover.place,
        "files": list(leftover.files),
        "bytes": leftover.bytes,
        "changed": list(leftover.changed),
        "foreign": list(leftover.foreign),
    }


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB"
