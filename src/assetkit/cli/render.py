"""`assetkit render`: make what is selected, check it, and lay it out as posts."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

import click

from assetkit.campaign.read import CAMPAIGN_FILE
from assetkit.cli.drafts import DRAFTS, make_drafts
from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import findings_json, show_findings
from assetkit.cli.picture_posts import deliver_pictures, due_pictures
from assetkit.cli.places import delivered_folder, history_folder, output_folder, store_folder
from assetkit.cli.posts import update_calendar
from assetkit.cli.progress import show_progress
from assetkit.cli.results import Result, describe_results, result_of, show_results
from assetkit.cli.summary import show_summary
from assetkit.delivery.clean import find_leftovers
from assetkit.delivery.post import Post
from assetkit.delivery.publish import Publisher
from assetkit.delivery.sidecars import sidecar_name
from assetkit.delivery.survey import Surveyor
from assetkit.diagnostics import Place, Severity
from assetkit.engine.batch import Batch, Selection, plan_batch, tool_versions
from assetkit.engine.fitting import decide_all, group_by_file, is_open, tell_failures
from assetkit.engine.history import History
from assetkit.engine.run import Engine
from assetkit.engine.store import Store, StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import FileTask


@dataclass(frozen=True)
class Order:
    """How a rendering is asked for; with `full` every file that is delivered is decoded once more."""

    selection: Selection
    jobs: int
    publish: bool = False
    as_json: bool = False
    draft: bool = False
    full: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of the workspace is asked for."""
        return self.selection == Selection()


def render_batch(root: Path, order: Order) -> int:
    """Make, check and deliver; what is current is left alone. 1 where anything is wrong."""
    batch = plan_batch(root, order.selection)
    if order.publish:
        _take_drafts_as_errors(batch)
    show_findings(batch.findings.items, root)
    if batch.workspace is None or batch.findings.has_errors:
        if order.as_json:
            click.echo(json.dumps(findings_json(batch.findings.items), indent=2, ensure_ascii=False))
        return 1
    places = output_folder(root), delivered_folder(root)
    publisher = Publisher(batch.workspace.campaign, *places, tool_versions())
    publisher.looks_at_all = order.full
    if order.draft:
        make_drafts(batch, publisher)
        batch.stills = []
    todo = [item for item in batch.deliverables if not publisher.is_current(item)]
    spans = (span for item in (*todo, *batch.stills) for span in item.file.spans)
    if refuse_missing(root, spans, (part for item in todo for part in item.file.sound.mix.extracts)):
        return 1
    surveyor = Surveyor(publisher.campaign, publisher.out, publisher.state)
    if not order.draft and (todo or due_pictures(batch.stills, publisher)):
        surveyor.forget()
    results = _deliver(root, order, batch, publisher, todo)
    if not order.draft:
        _survey(surveyor, publisher, batch, results, whole=order.is_whole)
    return 0 if all(result.is_good for result in results) else 1


def _deliver(
    root: Path, order: Order, batch: Batch, publisher: Publisher, todo: list[Deliverable]
) -> list[Result]:
    """Make and deliver what is due, and tell of it: results of videos, then of picture posts."""
    began = time.monotonic()
    with show_progress(quiet=not todo) as report:
        engine = Engine(root, Store(store_folder(root)), order.jobs, report)
        # A draft is not what the post was last made from: it leaves no trace in the post's history.
        history = None if order.draft else History(history_folder(root))
        posts, fitted = _make(engine, publisher, history, todo)
    batch.deliverables = [fitted.get(item.folder, item) for item in batch.deliverables]
    due = {item.folder for item in todo}
    results = [
        replace(
            result_of(item, posts, engine.outcome, item.folder in due),
            sidecar=sidecar_name(item, publisher.campaign),
        )
        for item in batch.deliverables
    ]
    results += [Result(*found) for found in deliver_pictures(batch.stills, publisher)]
    results = [replace(result, kept=_kept(publisher, root, result.folder)) for result in results]
    if order.as_json:
        click.echo(json.dumps(describe_results(results, engine.outcome), indent=2, ensure_ascii=False))
    else:
        show_results(results, engine.outcome, batch.deliverables)
        seconds = time.monotonic() - began
        show_summary(batch.deliverables, engine.outcome.frames, seconds, publisher.out)
    return results


def _survey(
    surveyor: Surveyor, publisher: Publisher, batch: Batch, results: list[Result], *, whole: bool
) -> None:
    """Bring the manifest and the calendar up to date with what was delivered."""
    made = zip((*batch.deliverables, *batch.stills), results, strict=True)
    good = [item for item, result in made if result.is_good]
    changed = any(result.state != "current" for result in results)
    if changed:
        surveyor.forget()
        _tell_leftovers(publisher, results, whole=whole)
    surveyor.update(good, whole=whole)
    update_calendar(publisher, batch, whole=whole, changed=changed)


def _kept(publisher: Publisher, root: Path, folder: str) -> tuple[str, ...]:
    return tuple(os.path.relpath(path, root) for path in publisher.kept.get(folder, ()))


def _tell_leftovers(publisher: Publisher, results: list[Result], *, whole: bool) -> None:
    """Say how many posts lie there that nothing makes any more; only a rendering of all can tell."""
    made = {result.folder for result in results}
    made |= {f"{DRAFTS}/{folder}" for folder in made}
    left = find_leftovers(publisher.out, publisher.state, made) if whole else []
    if left:
        verb = "post is" if len(left) == 1 else "posts are"
        click.echo(f"{len(left)} {verb} made by no recipe any more: `assetkit clean` lists them", err=True)


def _take_drafts_as_errors(batch: Batch) -> None:
    """Make every reason for a draft an error; a language that nobody has signed is one too."""
    reviewed = batch.workspace.campaign.reviewed if batch.workspace else {}
    for language in dict.fromkeys(item.language for item in (*batch.deliverables, *batch.stills)):
        if not reviewed.get(language, False):
            message = f"the texts in {language} are not reviewed by a native reader"
            remedy = f"write `reviewed: {{{language}: true}}` when one has signed them"
            batch.findings.draft("AK404", message, Place(CAMPAIGN_FILE), remedy=remedy)
    batch.findings.items = [
        replace(item, severity=Severity.ERROR) if item.severity is Severity.DRAFT else item
        for item in batch.findings.items
    ]


def _make(
    engine: Engine, publisher: Publisher, history: History | None, todo: list[Deliverable]
) -> tuple[dict[str, Post], dict[str, Deliverable]]:
    """Render, and deliver each file as soon as it is there; gives the posts by their folders.

    Where only the spans tell whether a file keeps within its platform's size, it is delivered at the end, at
    the step that fits; these deliverables are given, too.
    """
    users = group_by_file(item for item in todo if not is_open(item))
    posts: dict[str, Post] = {}

    def finish(task: FileTask, stored: StoredObject) -> None:
        for item in users.get(task.key, ()):
            posts[item.folder] = publisher.publish(item, stored)
            if history:
                history.remember(item.folder, task)

    engine.make((item.file for item in todo), finish)
    fitted = decide_all([item for item in todo if is_open(item)], engine)
    if fitted:
        users = group_by_file(fitted)
        engine.make((item.file for item in fitted), finish)
        tell_failures(fitted, engine.outcome)
    return posts, {item.folder: item for item in fitted}
