"""`assetkit store`: how large the object store is, and what no recipe needs any more."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.places import store_folder
from assetkit.engine.batch import Selection, plan_batch
from assetkit.engine.store import Store
from assetkit.plan.tasks import FileTask


def show_store(root: Path, prune: bool, as_json: bool = False) -> int:
    """Print the size of the store; with `prune`, remove what no recipe of the workspace needs."""
    store = Store(store_folder(root))
    freed = 0
    if prune:
        batch = plan_batch(root, Selection())
        if batch.findings.has_errors:
            # What a broken recipe needs is not known, and nothing is removed on a guess.
            show_findings(batch.findings.items, root)
            return 1
        freed = store.prune({key for item in batch.deliverables for key in _needed(item.file)})
    sizes = store.sizes()
    if as_json:
        click.echo(json.dumps({"objects": len(sizes), "bytes": sum(sizes.values()), "freed": freed}))
        return 0
    if prune:
        click.echo(f"{freed / 1e6:.1f} MB freed")
    click.echo(f"{len(sizes)} objects, {sum(sizes.values()) / 1e6:.1f} MB")
    return 0


def _needed(file: FileTask) -> set[str]:
    """Give the keys of a file and of all that it is made from."""
    mix = file.sound.mix
    keys = {file.key, file.sound.key, mix.key}
    return keys | {extract.key for extract in mix.extracts} | {span.key for span in file.spans}
