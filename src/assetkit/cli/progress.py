"""Progress on the terminal: live bars for a person, plain lines for a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from assetkit.engine.progress import Progress, Report, Stage, keep_silent

_PLAIN_SECONDS = 5.0


@contextmanager
def show_progress(quiet: bool = False) -> Iterator[Report]:
    """Give a report that shows progress on standard error while the block runs."""
    if quiet:
        yield keep_silent
    elif sys.stderr.isatty():
        with _live() as report:
            yield report
    else:
        yield _Plain()


class _Plain:
    """A line every few seconds, one for each failure, and one at the end."""

    def __init__(self) -> None:
        self.began = self.spoke = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.failure:
            click.echo(f"failed: {progress.label}: {progress.failure}", err=True)
        last = progress.done == progress.total and any(progress.total.values())
        if now - self.spoke >= _PLAIN_SECONDS or (last and progress.label):
            self.spoke = now
            click.echo(describe(progress, now - self.began), err=True)


def describe(progress: Progress, seconds: float) -> str:
    """Say in one line how far a run is, how fast, and how long it will take still."""
    stages = [
        f"{stage.value} {progress.done[stage]}/{progress.total[stage]}"
        for stage in Stage
        if progress.total[stage]
    ]
    if not progress.frames_total:
        return ", ".join(stages)
    frames = f"{progress.frames} of {progress.frames_total} frames"
    return ", ".join(filter(None, [*stages, frames, _pace(progress, seconds)]))


@contextmanager
def _live() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    columns = [
        TextColumn("{task.description:<8}"),
        BarColumn(None),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    ]
    with Bars(*columns, TextColumn("{task.fields[note]}"), console=console, transient=True) as bars:
        yield _Live(bars, console)


class _Live:
    def __init__(self, bars: Any, console: Any) -> None:
        self.bars, self.console = bars, console
        self.rows: dict[str, Any] = {}
        self.began = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        if progress.failure:
            self.console.print(f"failed: {progress.label}: {progress.failure}", markup=False, highlight=False)
        seconds = time.monotonic() - self.began
        self._row("frames", progress.frames, progress.frames_total, _pace(progress, seconds))
        for stage in Stage:
            self._row(stage.value, progress.done[stage], progress.total[stage], "")

    def _row(self, name: str, done: int, total: int, note: str) -> None:
        if not total:
            return
        if name not in self.rows:
            self.rows[name] = self.bars.add_task(name, total=total, note=note)
        self.bars.update(self.rows[name], completed=done, total=total, note=note)


def _pace(progress: Progress, seconds: float) -> str:
    if not progress.frames or seconds <= 0:
        return ""
    speed = progress.frames / seconds
    return f"{speed:.0f} frames/s, {(progress.frames_total - progress.frames) / speed:.0f} s left"
