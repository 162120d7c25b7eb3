"""The verbs that read a workspace: check, plan, render, store."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.delivery.publish import Publisher
from assetkit.delivery.state import is_current
from assetkit.diagnostics import Severity, format_text
from assetkit.engine.batch import Batch, Selection, plan_batch, tool_versions
from assetkit.engine.run import Engine
from assetkit.engine.store import Store

Wanted = dict[str, tuple[str, ...]]


def check_batch(root: Path, wanted: Wanted) -> int:
    """Print every problem; 1 when one of them forbids rendering."""
    batch = plan_batch(root, Selection(**wanted))
    _show_findings(batch)
    click.echo(f"{len(batch.deliverables)} deliverables, {len(batch.findings.items)} findings")
    return 1 if batch.findings.has_errors else 0


def show_plan(root: Path, wanted: Wanted, as_json: bool) -> int:
    """Print the plan: files, distinct spans, frames, and what the store has already."""
    batch = plan_batch(root, Selection(**wanted))
    if batch.findings.has_errors:
        _show_findings(batch)
        return 1
    files = {item.file.key: item.file for item in batch.deliverables}
    spans = {span.key: span for file in files.values() for span in file.spans}
    held = Store(root / ".assetkit").sizes()
    summary = {
        "deliverables": len(batch.deliverables),
        "files": len(files),
        "spans": len(spans),
        "frames_shown": sum(item.file.frames for item in batch.deliverables),
        "frames_distinct": sum(span.frames for span in spans.values()),
        "frames_to_encode": sum(span.frames for span in spans.values() if span.key not in held),
    }
    if as_json:
        keys = {item.folder: [span.key for span in item.file.spans] for item in batch.deliverables}
        click.echo(json.dumps(summary | {"posts": keys}, indent=2))
        return 0
    for name, number in summary.items():
        click.echo(f"{name.replace('_', ' ')}: {number}")
    return 0


def render_batch(root: Path, wanted: Wanted, jobs: int, publish: bool) -> int:
    """Make, check and deliver; what is current is left alone."""
    batch = plan_batch(root, Selection(**wanted))
    _show_findings(batch)
    drafts = [item for item in batch.findings.items if item.severity is Severity.DRAFT]
    if batch.workspace is None or batch.findings.has_errors or (publish and drafts):
        return 1
    campaign = batch.workspace.campaign
    if publish and (unread := _unread(batch)):
        click.echo(f"error: AK404: not reviewed by a native reader: {', '.join(unread)}", err=True)
        return 1
    out, state = root / "out", root / ".assetkit" / "delivered"
    todo = [
        item
        for item in batch.deliverables
        if not is_current(state, out / item.folder, item.name, item.file.key)
    ]
    engine = Engine(root, Store(root / ".assetkit"), jobs)
    made = engine.make(item.file for item in todo)
    publisher = Publisher(campaign, out, state, tool_versions())
    refused = 0
    for item in todo:
        stored = made.get(item.file.key)
        if stored is None:
            click.echo(f"not made: {item.folder}: {engine.outcome.failed.get(item.file.key, '')}", err=True)
            continue
        post = publisher.publish(item, stored)
        failed = [check for check in post.checks if check.failed]
        refused += bool(failed)
        words = "; ".join(f"{check.code} {check.message}" for check in failed)
        label = "refused" if failed else "draft" if post.all_reasons else "ready"
        click.echo(f"{label}: {item.folder}/{item.name} {words}".rstrip())
    for reason in sorted(set(engine.outcome.failed.values())):
        click.echo(f"failed: {reason}", err=True)
    current = len(batch.deliverables) - len(todo)
    click.echo(
        f"{len(engine.outcome.ran)} tasks ran, {engine.outcome.frames} frames encoded, {current} current"
    )
    return 1 if engine.outcome.failed or refused else 0


def show_store(root: Path, prune: bool) -> int:
    """Print the size of the store; with `prune`, remove what no recipe needs."""
    store = Store(root / ".assetkit")
    if prune:
        batch = plan_batch(root, Selection())
        if batch.findings.has_errors:
            _show_findings(batch)
            return 1
        needed = {item.file.key for item in batch.deliverables}
        needed |= {item.file.sound.key for item in batch.deliverables}
        needed |= {span.key for item in batch.deliverables for span in item.file.spans}
        click.echo(f"{store.prune(needed) / 1e6:.1f} MB freed")
    sizes = store.sizes()
    click.echo(f"{len(sizes)} objects, {sum(sizes.values()) / 1e6:.1f} MB")
    return 0


def _unread(batch: Batch) -> list[str]:
    reviewed = batch.workspace.campaign.reviewed if batch.workspace else {}
    return sorted({item.language for item in batch.deliverables if not reviewed.get(item.language, False)})


def _show_findings(batch: Batch) -> None:
    for item in batch.findings.items:
        path = batch.root / item.place.file if item.place else None
        source = path.read_text(encoding="utf-8", errors="replace") if path and path.is_file() else None
        click.echo(format_text(item, source), err=True)
