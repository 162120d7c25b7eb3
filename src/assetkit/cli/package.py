"""`assetkit package`: delivered posts in one folder, to be handed over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.places import delivered_folder, output_folder
from assetkit.delivery.handover import lay_flat, refuse_foreign, write_package
from assetkit.delivery.manifest import Entry, make_manifest
from assetkit.delivery.picture_posts import PicturePosts
from assetkit.delivery.publish import Publisher
from assetkit.delivery.reading import find_manifest, read_manifest
from assetkit.delivery.supplemental import carry_entries, compare_deliveries
from assetkit.delivery.survey import Surveyor
from assetkit.diagnostics import Severity
from assetkit.engine.batch import Batch, Selection, plan_batch, tool_versions
from assetkit.errors import StoreError
from assetkit.plan.build import Deliverable


@dataclass(frozen=True)
class Order:
    """How a package is asked for: `since` an earlier manifest, in which layout, without drafts, as JSON."""

    since: Path | None = None
    layout: str | None = None
    publish: bool = False
    as_json: bool = False


def pack(root: Path, selection: Selection, folder: Path, order: Order) -> int:
    """Pack what is selected; 1 where a post is not there as its recipe is now. Raises AssetkitError."""
    _refuse_place(output_folder(root), folder)
    since: dict[str, Any] = {}
    if order.since is not None:
        since, problems = read_manifest(find_manifest(order.since))
        if not since:
            show_findings(problems, order.since.parent)
            return 1
    refuse_foreign(folder)
    batch = plan_batch(root, selection)
    if batch.workspace is None or batch.findings.has_errors:
        show_findings((item for item in batch.findings.items if item.severity is Severity.ERROR), root)
        return 1
    publisher = Publisher(
        batch.workspace.campaign, output_folder(root), delivered_folder(root), tool_versions()
    )
    surveyor = Surveyor(publisher.campaign, publisher.out, publisher.state)
    if _refuse_stale(batch, publisher):
        return 1
    items = (*batch.deliverables, *batch.stills)
    entries = surveyor.entries(items)
    if order.publish and _refuse_drafts(entries):
        return 1
    layout = order.layout or (since["layout"] if since else publisher.campaign.naming.layout)
    laid = lay_flat(entries, {item.folder: _stem(item) for item in items}) if layout == "flat" else entries
    chosen = None if selection == Selection() else {item.folder for item in items}
    if since:
        # What was not asked for is told of as it was, and never copied.
        entries, laid = (carry_entries(each, since, chosen) for each in (entries, laid))
    return _hand_over(surveyor, entries, laid, folder, layout, since, order.as_json)


def _hand_over(
    surveyor: Surveyor,
    entries: list[Entry],
    laid: list[Entry],
    folder: Path,
    layout: str,
    since: dict[str, Any],
    as_json: bool,
) -> int:
    campaign, supplement = surveyor.describe_campaign(), None
    if since:
        supplement = compare_deliveries(make_manifest(campaign, laid, layout=layout), since)
        if not (supplement["holds"] or supplement["removes"]):
            said = "nothing has changed since, so nothing was packed"
            click.echo(json.dumps({"folder": None, "files": 0}) if as_json else said)
            return 0
    kind = "supplement" if since else "package"
    value = make_manifest(campaign, laid, kind=kind, layout=layout, supplement=supplement)
    count = write_package(surveyor.out, entries, value, folder)
    _show(value, folder, count, as_json)
    return 0


def _show(value: dict[str, Any], folder: Path, count: int, as_json: bool) -> None:
    supplement = value["supplement"]
    drafts = sum(not entry["publishable"] for entry in value["posts"])
    if as_json:
        told = {"folder": str(folder), "files": count, "drafts": drafts, "manifest": value["sha256"]}
        click.echo(json.dumps(told | {"supplement": supplement}, indent=2, ensure_ascii=False))
        return
    if supplement:
        for word, paths in (
            ("adds", supplement["adds"]),
            ("replaces", [file["path"] for file in supplement["replaces"]]),
            ("removes", supplement["removes"]),
        ):
            for path in paths:
                click.echo(f"{word}: {path}")
    noted = f", {drafts} of them drafts" if drafts else ""
    click.echo(f"{count} files in {folder}; {len(value['posts'])} posts{noted}; sha256 {value['sha256']}")


def _refuse_place(out: Path, folder: Path) -> None:
    """Raise StoreError where a package would lie in the output folder, or over it.

    It takes the place of its folder, so that whoever stands in that one would see nothing of it.
    """
    ours, asked = out.resolve(), folder.resolve()
    if asked == Path.cwd() or asked in Path.cwd().parents:
        raise StoreError(
            f"AK838: a package takes the place of its folder, and {folder} is the one that you are in.",
            remedy="Name a folder below it, or go elsewhere.",
        )
    if asked == ours or ours in asked.parents or asked in ours.parents:
        raise StoreError(
            f"AK838: a package cannot lie in {folder}, where posts are rendered.",
            remedy="Name another folder.",
        )


def _refuse_stale(batch: Batch, publisher: Publisher) -> bool:
    pictures = PicturePosts(publisher)
    stale = [item.folder for item in batch.deliverables if not publisher.is_current(item)]
    stale += [item.folder for item in batch.stills if not pictures.is_current(item)]
    for place in stale:
        click.echo(f"error: AK836: {place} is not there as its recipe is now", err=True)
    if stale:
        click.echo("nothing was packed: run `assetkit render` first", err=True)
    return bool(stale)


def _stem(item: Deliverable) -> str:
    return item.name.removesuffix(".mp4")


def _refuse_drafts(entries: Sequence[Entry]) -> bool:
    drafts = [entry for entry in entries if not entry["publishable"]]
    for entry in drafts:
        click.echo(f"error: {entry['post']} is a draft: {'; '.join(entry['reasons'])}", err=True)
    if drafts:
        click.echo("nothing was packed", err=True)
    return bool(drafts)
