"""The table at the end of a rendering: what was made, what was shared, how long it took, where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from assetkit.cli.tables import show_table
from assetkit.plan.build import Deliverable
from assetkit.subtitles.sidecar import has_sidecar

_HEADINGS = (
    "post",
    "platforms:",
    "languages:",
    "posts:",
    "subtitle files:",
    "frames shown:",
    "distinct:",
)


def show_summary(deliverables: Sequence[Deliverable], encoded: int, seconds: float, folder: Path) -> None:
    """Print a row for each cut, a row for all, and how often each encoded frame is shown.

    `distinct` counts frames that differ within the row; cuts share too, so that the last row is no sum.
    `encoded` are the frames that this run made; the rest was in the store.
    """
    if not deliverables:
        return
    cuts: dict[str, list[Deliverable]] = {}
    for item in deliverables:
        cuts.setdefault(f"{item.recipe.slug}/{item.cut.name}", []).append(item)
    rows = [_row(name, items) for name, items in cuts.items()]
    if len(rows) > 1:
        rows.append(_row("all", deliverables))
    show_table(_HEADINGS, rows)
    files = {item.file.key: item.file for item in deliverables}
    spans = {span.key for file in files.values() for span in file.spans}
    mixes = {file.sound.mix.key for file in files.values()}
    click.echo(
        f"{len(deliverables)} posts from {len(files)} renditions, {len(spans)} spans and {len(mixes)} mixes"
    )
    shown, distinct = count_shown(deliverables), count_distinct(deliverables)
    click.echo(
        f"{shown} frames shown from {distinct} distinct ones, {shown / max(1, distinct):.1f} for each; "
        f"{encoded} encoded in {seconds:.0f} s; posts below {folder}"
    )


def count_shown(deliverables: Iterable[Deliverable]) -> int:
    """Count the frames of all posts."""
    return sum(item.file.frames for item in deliverables)


def count_distinct(deliverables: Iterable[Deliverable]) -> int:
    """Count the frames that differ: those of every span once."""
    spans = {span.key: span.frames for item in deliverables for span in item.file.spans}
    return sum(spans.values())


def _row(name: str, items: Sequence[Deliverable]) -> tuple[str, ...]:
    numbers = (
        len({item.platform.name for item in items}),
        len({item.language for item in items}),
        len(items),
        sum(bool(item.captions) and has_sidecar(item.cut.captions, item.platform) for item in items),
        count_shown(items),
        count_distinct(items),
    )
    return (name, *map(str, numbers))
