"""`assetkit check`: every problem of every file, before anything is rendered."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assetkit.checks.captions.policy import Waived
from assetkit.cli.annotations import annotate
from assetkit.cli.findings import findings_json, printable, show_findings, sort_by_place, summarise
from assetkit.cli.folding import fold_records
from assetkit.diagnostics import clean
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.engine.described import describe_subtitles

FORMATS = ("text", "json", "github")


def check_batch(
    root: Path, selection: Selection, form: str = "text", verbose: bool = False, *, observe: bool = False
) -> int:
    """Print every problem as text, JSON, or annotations of a pull request; 1 where one forbids rendering.

    `verbose` tells as text too what every subtitle file was read as, and why, and each problem in full at
    every place that has it.
    """
    batch = plan_batch(root, selection, observe=observe, keyed=False)
    if verbose and batch.workspace:
        for path, words in describe_subtitles(root, batch.workspace, selection.recipes, selection.languages):
            click.echo(f"{printable(path)}: {words}", err=form != "text")
    if form == "text":
        _show_text(batch, root, folded=not verbose)
    else:
        {"json": _show_json, "github": _show_annotations}[form](batch, root)
    return 1 if batch.findings.has_errors else 0


def _show_text(batch: Batch, root: Path, *, folded: bool) -> None:
    places = sort_by_place(batch.findings.items)
    items = fold_records(places) if folded else places
    show_findings(places, root, folded=folded)
    for told in batch.waived:
        click.echo(f"waived: {_describe_waived(told)}", err=True)
    click.echo(f"{_count(batch)}; {summarise(items)}")
    if batch.unseen:
        count = f"{len(batch.unseen)} {'master' if len(batch.unseen) == 1 else 'masters'}"
        message = f"Shots and contrast behind captions are not checked: {count} not looked at"
        click.echo(f"{message} (assetkit check --observe)", err=True)
    if batch.unheard:
        count = f"{len(batch.unheard)} {'file' if len(batch.unheard) == 1 else 'files'}"
        message = f"Speech, levels and channels of the sound are not checked: {count} not listened to"
        click.echo(f"{message} (assetkit check --observe)", err=True)
    if unreviewed := _find_unreviewed(batch):
        message = (
            f"Not reviewed by a native reader, so what is made in them is a draft: {', '.join(unreviewed)}"
        )
        click.echo(f"{message} (assetkit explain AK404)", err=True)
    if len(items) < len(places):
        message = f"{len(places)} problems with each place that shows a record"
        click.echo(f"{message}: assetkit check --verbose", err=True)
    if items:
        click.echo(f"More about a code: assetkit explain {items[0].code}", err=True)


def _find_unreviewed(batch: Batch) -> list[str]:
    """Give the languages that are made and that nobody has signed."""
    reviewed = batch.workspace.campaign.reviewed if batch.workspace else {}
    made = dict.fromkeys(item.language for item in (*batch.deliverables, *batch.stills))
    return [language for language in made if not reviewed.get(language, False)]


def _describe_waived(told: Waived) -> str:
    """Say what is waived, and why, on one line."""
    finding = told.finding
    where = f"{finding.place}: " if finding.place else ""
    return clean(f"{where}{finding.code}: {finding.message} ({told.waiver.place}: {told.waiver.reason})")


def _show_json(batch: Batch, root: Path) -> None:
    found = findings_json(sort_by_place(batch.findings.items))
    found["summary"]["deliverables"] = len(batch.deliverables)
    found["waived"] = [
        {**findings_json([told.finding])["findings"][0], "reason": told.waiver.reason}
        for told in batch.waived
    ]
    found["unseen"] = list(batch.unseen)
    found["unheard"] = list(batch.unheard)
    found["unreviewed"] = _find_unreviewed(batch)
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _show_annotations(batch: Batch, root: Path) -> None:
    for item in sort_by_place(batch.findings.items):
        click.echo(annotate(item, root))
    click.echo(f"{_count(batch)}; {summarise(batch.findings.items)}")


def _count(batch: Batch) -> str:
    """Say how many posts would be made."""
    pictures = f" and {len(batch.stills)} picture posts" if batch.stills else ""
    return f"{len(batch.deliverables)} deliverables{pictures}"
