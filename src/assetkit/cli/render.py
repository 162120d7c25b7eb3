"""`assetkit render`: make what is selected, check it, and lay it out as posts."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from assetkit.campaign.read import CAMPAIGN_FILE
from assetkit.cli.drafts import DRAFTS, make_drafts
from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import findings_json, show_findings
from assetkit.cli.picture_posts import deliver_pictures, due_pictures
from assetkit.cli.places import delivered_folder, history_folder, output_folder, store_folder
from assetkit.cli.posts import update_calendar
from assetkit.cli.progress import show_progress
from assetkit.cli.reasons import codes_of, sum_up_reasons
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
from assetkit.engine.run import Engine, Outcome
from assetkit.engine.store import Store, StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import FileTask


@dataclass(frozen=True)
class Result:
    """What became of one deliverable: ready, draft, current, refused by its checks, or not made.

    `sidecar` is the name of the subtitle file beside the video, "" where there is none. `kept` are the files
    that a person had changed in the folder, by where they are kept now.
    """

    folder: str
    file: str
    state: str
    reasons: tuple[str, ...] = ()
    sidecar: str = ""
    kept: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether a post that passed its checks lies in the folder."""
        return self.state in ("ready", "draft", "current")


def render_batch(
    root: Path,
    selection: Selection,
    jobs: int,
    publish: bool,
    as_json: bool = False,
    draft: bool = False,
    look_at_all: bool = False,
) -> int:
    """Make, check and deliver; what is current is left alone. 1 where anything is wrong.

    With `look_at_all` every file that is delivered is decoded once more, and all of it is checked.
    """
    batch = plan_batch(root, selection)
    if publish:
        _take_drafts_as_errors(batch)
    show_findings(batch.findings.items, root)
    if batch.workspace is None or batch.findings.has_errors:
        if as_json:
            click.echo(json.dumps(findings_json(batch.findings.items), indent=2, ensure_ascii=False))
        return 1
    publisher = Publisher(
        batch.workspace.campaign, output_folder(root), delivered_folder(root), tool_versions()
    )
    publisher.looks_at_all = look_at_all
    if draft:
        make_drafts(batch, publisher)
    surveyor = Surveyor(publisher.campaign, publisher.out, publisher.state)
    todo = [item for item in batch.deliverables if not publisher.is_current(item)]
    pictures = [] if draft else batch.stills
    spans = (span for item in (*todo, *pictures) for span in item.file.spans)
    if refuse_missing(root, spans, (part for item in todo for part in item.file.sound.mix.extracts)):
        return 1
    if not draft and (todo or due_pictures(pictures, publisher)):
        surveyor.forget()
    began = time.monotonic()
    with show_progress(quiet=not todo) as report:
        engine = Engine(root, Store(store_folder(root)), jobs, report)
        # A draft is not what the post was last made from: it leaves no trace in the post's history.
        posts, fitted = _make(engine, publisher, None if draft else History(history_folder(root)), todo)
    batch.deliverables = [fitted.get(item.folder, item) for item in batch.deliverables]
    due = {item.folder for item in todo}
    results = [
        replace(
            _result(item, posts, engine.outcome, item.folder in due),
            sidecar=sidecar_name(item, publisher.campaign),
        )
        for item in batch.deliverables
    ]
    results += [Result(*found) for found in deliver_pictures(pictures, publisher)]
    results = [replace(result, kept=_kept(publisher, root, result.folder)) for result in results]
    if as_json:
        click.echo(json.dumps(_describe(results, engine.outcome), indent=2, ensure_ascii=False))
    else:
        seconds = time.monotonic() - began
        _show(results, engine.outcome, batch.deliverables)
        show_summary(batch.deliverables, engine.outcome.frames, seconds, publisher.out)
    if not draft:
        made = zip((*batch.deliverables, *pictures), results, strict=True)
        good = [item for item, result in made if result.is_good]
        if any(result.state != "current" for result in results):
            surveyor.forget()
            _tell_leftovers(publisher, results, whole=selection == Selection())
        surveyor.update(good, whole=selection == Selection())
        changed = any(result.state != "current" for result in results)
        update_calendar(publisher, batch, whole=selection == Selection(), changed=changed)
    return 0 if all(result.is_good for result in results) else 1


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


def _result(item: Deliverable, posts: dict[str, Post], outcome: Outcome, was_due: bool) -> Result:
    if not was_due:
        return Result(item.folder, item.name, "current")
    post = posts.get(item.folder)
    if post is None:
        return Result(item.folder, item.name, "not made", (outcome.failed.get(item.file.key, ""),))
    failed = tuple(f"{check.code} {check.message}" for check in post.checks if check.failed)
    if failed:
        return Result(item.folder, item.name, "refused", failed)
    return Result(item.folder, item.name, "draft" if post.all_reasons else "ready", post.all_reasons)


def _describe(results: list[Result], outcome: Outcome) -> dict[str, Any]:
    posts = [
        {
            "post": result.folder,
            "file": result.file,
            "sidecar": result.sidecar or None,
            "state": result.state,
            "reasons": list(result.reasons),
            "kept": list(result.kept),
        }
        for result in results
    ]
    failures = [{"task": failure.label, "reason": failure.reason} for failure in outcome.failures]
    return {"posts": posts, "tasks": len(outcome.ran), "frames": outcome.frames, "failures": failures}


def _show(results: list[Result], outcome: Outcome, deliverables: list[Deliverable]) -> None:
    for result in results:
        if result.state != "current":
            words = "" if result.state == "draft" else "; ".join(_untold(result, outcome))
            line = f"{result.state}: {result.folder}/{result.file} {words}".rstrip()
            click.echo(line, err=not result.is_good)
        for kept in result.kept:
            said = f"note: AK837: {result.folder} was changed by hand and is as delivered again"
            click.echo(f"{said}; the changed file is kept as {kept}", err=True)
    for failure in outcome.failures:
        waiting = [item.folder for item in deliverables if item.file.key in failure.files]
        click.echo(f"failed: {failure.label}: {failure.reason}", err=True)
        if waiting:
            click.echo(f"  needed by: {', '.join(waiting)}", err=True)
    if drafts := sum_up_reasons(codes_of(item.reasons) for item in results if item.state == "draft"):
        click.echo(drafts)
    current = sum(result.state == "current" for result in results)
    click.echo(f"{len(outcome.ran)} tasks ran, {outcome.frames} frames encoded, {current} current")


def _untold(result: Result, outcome: Outcome) -> Iterator[str]:
    """Give the reasons but for those of failed tasks, which are told once, with all that wait for them."""
    failed = {failure.reason for failure in outcome.failures}
    return (reason for reason in result.reasons if result.state != "not made" or reason not in failed)
