"""What became of each deliverable of a rendering: as values, as JSON, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click

from assetkit.cli.reasons import codes_of, sum_up_reasons
from assetkit.delivery.post import Post
from assetkit.engine.run import Outcome
from assetkit.plan.build import Deliverable


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


def result_of(item: Deliverable, posts: Mapping[str, Post], outcome: Outcome, was_due: bool) -> Result:
    """Say what became of a deliverable; `posts` are those that were made in this run, by folder."""
    if not was_due:
        return Result(item.folder, item.name, "current")
    post = posts.get(item.folder)
    if post is None:
        return Result(item.folder, item.name, "not made", (outcome.failed.get(item.file.key, ""),))
    failed = tuple(f"{check.code} {check.message}" for check in post.checks if check.failed)
    if failed:
        return Result(item.folder, item.name, "refused", failed)
    return Result(item.folder, item.name, "draft" if post.all_reasons else "ready", post.all_reasons)


def describe_results(results: list[Result], outcome: Outcome) -> dict[str, Any]:
    """Give all results and the causes of failures as plain values."""
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


def show_results(results: list[Result], outcome: Outcome, deliverables: list[Deliverable]) -> None:
    """Print what is not as it was, why, and what failed with all that waits for it."""
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
