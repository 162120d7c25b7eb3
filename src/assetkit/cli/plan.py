"""`assetkit plan`: what would be made, what is shared by whom, what must run and why, and what it costs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from assetkit.campaign.records import Campaign
from assetkit.cli.captions import describe_captions, summarise_captions
from assetkit.cli.findings import findings_json, show_findings
from assetkit.cli.places import history_folder, store_folder
from assetkit.delivery.sidecars import describe_planned
from assetkit.engine.batch import Selection, plan_batch
from assetkit.engine.history import History
from assetkit.engine.store import Store
from assetkit.plan.build import Deliverable
from assetkit.plan.reasons import SpanTrace, find_reason, trace_span
from assetkit.plan.tasks import FileTask, SpanTask


@dataclass
class SpanUse:
    """A distinct span, the posts that show it, whether it must be made, and why where that was asked."""

    span: SpanTask
    posts: list[str]
    is_missing: bool = True
    reason: str = ""


def show_plan(root: Path, selection: Selection, as_json: bool, explain: bool = False) -> int:
    """Print the plan in short, as JSON, or with the reason of every task that must run."""
    batch = plan_batch(root, selection)
    if batch.findings.has_errors:
        show_findings(batch.findings.items, root)
        if as_json:
            click.echo(json.dumps(findings_json(batch.findings.items), indent=2, ensure_ascii=False))
        return 1
    store = Store(store_folder(root))
    uses = _collect(batch.deliverables)
    held = _held(store, list(uses), thorough=explain)
    for key in held:
        uses[key].is_missing = False
    if as_json or explain:
        _find_reasons(uses.values(), History(history_folder(root)), store)
    summary = _summarise(batch.deliverables, uses)
    if as_json:
        assert batch.workspace is not None
        details = _details(batch.deliverables, uses, batch.workspace.campaign)
        details["caption_layouts"] = describe_captions(batch.deliverables)
        click.echo(json.dumps(summary | details, indent=2, ensure_ascii=False))
        return 0
    for name, number in summary.items():
        click.echo(f"{name.replace('_', ' ')}: {number}")
    for line in summarise_captions(batch.deliverables):
        click.echo(line)
    if explain:
        _explain(uses.values())
        _price_over(root, selection, uses, batch.deliverables)
    return 0


def _collect(deliverables: Iterable[Deliverable]) -> dict[str, SpanUse]:
    folders: dict[str, list[str]] = {}
    files: dict[str, FileTask] = {}
    for item in deliverables:
        files.setdefault(item.file.key, item.file)
        folders.setdefault(item.file.key, []).append(item.folder)
    uses: dict[str, SpanUse] = {}
    for key, file in files.items():
        for span in {span.key: span for span in file.spans}.values():
            uses.setdefault(span.key, SpanUse(span, [])).posts.extend(folders[key])
    return uses


def _held(store: Store, keys: list[str], thorough: bool) -> set[str]:
    """Give the keys that the store holds; `thorough` reads every object, so that damage is seen."""
    sizes = store.sizes()
    held = [key for key in keys if key in sizes]
    return {key for key in held if store.is_sound(key)} if thorough else set(held)


def _find_reasons(uses: Iterable[SpanUse], history: History, store: Store) -> None:
    """Say of each missing span why; what a post was last made from is read once."""
    earlier: dict[str, list[SpanTrace]] = {}
    for use in uses:
        post = use.posts[0]
        if use.is_missing:
            if post not in earlier:
                earlier[post] = history.recall(post)
            use.reason = find_reason(trace_span(use.span), earlier[post], store.damaged)


def _summarise(deliverables: list[Deliverable], uses: dict[str, SpanUse]) -> dict[str, int]:
    files = {item.file.key: item.file for item in deliverables}
    return {
        "deliverables": len(deliverables),
        "files": len(files),
        "mixes": len({file.sound.mix.key for file in files.values()}),
        "spans": len(uses),
        "frames_shown": sum(item.file.frames for item in deliverables),
        "frames_distinct": sum(use.span.frames for use in uses.values()),
        "frames_to_encode": sum(use.span.frames for use in uses.values() if use.is_missing),
    }


def _details(deliverables: list[Deliverable], uses: dict[str, SpanUse], campaign: Campaign) -> dict[str, Any]:
    spans = [
        {
            "key": key,
            "shows": use.span.label,
            "frames": use.span.frames,
            "posts": use.posts,
            "reason": use.reason,
        }
        for key, use in uses.items()
    ]
    posts = {
        item.folder: {
            "file": item.file.key,
            "sound": item.file.sound.key,
            "captions": describe_planned(item, campaign),
            "spans": [span.key for span in item.file.spans],
        }
        for item in deliverables
    }
    return {"tasks": spans, "posts": posts}


def _explain(uses: Iterable[SpanUse]) -> None:
    needed = [use for use in uses if use.reason]
    frames: Counter[str] = Counter()
    for use in needed:
        frames[use.reason] += use.span.frames
    spans = Counter(use.reason for use in needed)
    for reason, number in frames.most_common():
        click.echo(f"{reason}: {number} frames in {spans[reason]} spans")
    for use in needed:
        others = f" and {len(use.posts) - 1} more" if len(use.posts) > 1 else ""
        click.echo(f"  {use.reason}: {use.span.label} for {use.posts[0]}{others}")


def _price_over(
    root: Path, selection: Selection, uses: dict[str, SpanUse], deliverables: Iterable[Deliverable]
) -> None:
    """Say what texts and cards that stand long over the picture cost in frames that could be shared."""
    cuts = [item.cut for item in deliverables]
    over = ["supers"] * any(cut.supers for cut in cuts) + ["overlays"] * any(cut.overlays for cut in cuts)
    if not over:
        return
    plain = plan_batch(root, selection, supers=False)
    least = sum(use.span.frames for use in _collect(plain.deliverables).values())
    more = sum(use.span.frames for use in uses.values()) - least
    if more > 0:
        click.echo(f"{' and '.join(over)} cost {more} frames of sharing")
