"""`assetkit posts`: every post with its length, size, copy, cover, time and state; and the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from assetkit.campaign.records import Campaign
from assetkit.cli.findings import findings_json, show_findings
from assetkit.cli.places import delivered_folder, output_folder
from assetkit.cli.reasons import shared_codes, sum_up_reasons
from assetkit.cli.tables import show_table
from assetkit.delivery.calendar import (
    CALENDAR_FILE,
    calendar_files,
    is_for_tools,
    moved_posts,
    write_calendar_files,
)
from assetkit.delivery.listing import PostRow, count_states, list_posts
from assetkit.delivery.publish import Publisher
from assetkit.engine.batch import Batch, Selection, plan_batch, tool_versions
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import hash_identity
from assetkit.recipe.workspace import CALENDAR
from assetkit.tool.digest import replace_file

_HEADINGS = ("post", "seconds:", "MB:", "copy:", "cover", "comes out", "state", "reasons", "warnings")
_MEGABYTE = 1_000_000


def show_posts(root: Path, selection: Selection, as_json: bool, calendar: bool) -> int:
    """Print every post that is selected; with `calendar` the files of the calendar are written too.

    1 where the workspace has errors.
    """
    if calendar and selection != Selection():
        raise click.UsageError("the calendar is of the whole campaign: give --calendar without a selection")
    batch = plan_batch(root, selection)
    if batch.workspace is None or batch.findings.has_errors:
        show_findings(batch.findings.items, root)
        if as_json:
            click.echo(json.dumps(findings_json(batch.findings.items), indent=2, ensure_ascii=False))
        return 1
    campaign = batch.workspace.campaign
    publisher = Publisher(campaign, output_folder(root), delivered_folder(root), tool_versions())
    rows = list_posts(publisher, batch.deliverables, batch.stills)
    if as_json:
        click.echo(json.dumps([describe_row(row) for row in rows], indent=2, ensure_ascii=False))
    else:
        shared = shared_codes(row.codes for row in rows)
        show_table(_HEADINGS, [_cells(row, shared) for row in rows])
        if told := sum_up_reasons(row.codes for row in rows):
            click.echo(told)
        click.echo(_sum_up(rows))
    if calendar:
        _write(publisher, rows, quiet=as_json)
    return 0


def update_calendar(publisher: Publisher, batch: Batch, *, whole: bool, changed: bool) -> None:
    """Write the calendar after a rendering of all, or say which posts it shows at other times.

    A calendar is of the whole campaign, so that a part of it never writes one. Where nothing was delivered
    or refused (`changed`), and it was written since, it is left alone: a mark beside the store tells that.
    """
    videos, pictures = (
        [item for item in items if item.cut.post.date] for items in (batch.deliverables, batch.stills)
    )
    mark, now = publisher.state.with_name("calendar"), _mark(publisher.campaign, [*videos, *pictures])
    if not whole:
        if changed:
            mark.unlink(missing_ok=True)
        _tell_moved(moved_posts(publisher.out, [*videos, *pictures], publisher.campaign))
        return
    folder = publisher.out / CALENDAR
    if not videos and not pictures and not folder.is_dir():
        return
    if not changed and (folder / CALENDAR_FILE).is_file() and mark.is_file() and mark.read_text() == now:
        return
    rows = list_posts(publisher, videos, pictures)
    write_calendar_files(publisher.out, calendar_files(rows, publisher.campaign))
    replace_file(mark, now)


def _mark(campaign: Campaign, items: Iterable[Deliverable]) -> str:
    """Give the hash of what decides a calendar beside the posts themselves, which are as they were."""
    times = {item.folder: item.cut.post.date.as_json(item.language) for item in items if item.cut.post.date}
    told = (campaign.name, sorted(campaign.title.items()), campaign.as_of, asdict(campaign.calendar))
    return hash_identity({"times": times, "campaign": repr(told)})


def _tell_moved(moved: Sequence[str]) -> None:
    if moved:
        others = f" and {len(moved) - 1} more" if len(moved) > 1 else ""
        told = f"the calendar shows {moved[0]}{others} at another time: assetkit posts --calendar"
        click.echo(f"note: AK882: {told}", err=True)


def describe_row(row: PostRow) -> dict[str, Any]:
    """Give plain values of a post."""
    item, counted, date = row.item, row.length_of_copy, row.date
    return {
        "post": item.folder,
        "kind": row.kind,
        "files": list(row.files),
        "recipe": item.recipe.slug,
        "film": item.recipe.film.slug if item.recipe.film else None,
        "cut": item.cut.name,
        "platform": item.platform.name,
        "language": item.language,
        "seconds": None if row.seconds is None else round(row.seconds, 6),
        "bytes": row.bytes,
        "most_bytes": row.most_bytes,
        "copy": counted and {"count": counted.count, "unit": counted.unit, "limit": counted.most},
        "counted": [
            {"what": each.what, "count": each.count, "limit": each.most, "fits": each.fits}
            for each in row.words.counts
        ],
        "title": row.words.title.text if row.words.title else None,
        "cover": row.cover or None,
        "schedule": date and date.as_json(item.language),
        "state": row.state,
        "reasons": list(row.reasons),
        "warnings": list(row.warnings),
    }


def _cells(row: PostRow, shared: Sequence[str]) -> tuple[str, ...]:
    """Write the cells of one row; the reasons that all rows share are told below the table."""
    counted = row.length_of_copy
    most = "" if counted is None or counted.most is None else f" of {counted.most}"
    return (
        row.item.folder,
        "–" if row.seconds is None else f"{row.seconds:.1f}",
        _size(row),
        f"{counted.count}{most}" if counted else "–",
        row.cover or ("in post.json" if _has_cover_frame(row) else "–"),
        row.date.local(row.item.language).strftime("%Y-%m-%d %H:%M") if row.date else "–",
        row.state,
        " ".join(code for code in row.codes if code not in shared),
        " ".join(row.warnings),
    )


def _has_cover_frame(row: PostRow) -> bool:
    """Whether the cover is no file but a frame of the video, whose time stands in post.json."""
    post = row.item.cut.post
    return row.is_video and post.cover is not None and row.item.platform.cover.form == "time"


def _size(row: PostRow) -> str:
    """Write the size that a post has, or the most that its video can have."""
    if row.bytes is not None:
        return f"{row.bytes / _MEGABYTE:.1f}"
    return "–" if row.most_bytes is None else f"< {row.most_bytes / _MEGABYTE:.0f}"


def _sum_up(rows: Sequence[PostRow]) -> str:
    states = ", ".join(f"{number} {state}" for state, number in count_states(rows).items())
    dated = [row for row in rows if row.date]
    zones = ", ".join(dict.fromkeys(row.date.zone for row in dated if row.date))
    when = f"; {len(dated)} with a time ({zones})" if dated else "; none has a time"
    size = sum(row.bytes or 0 for row in rows)
    much = f"; {size / _MEGABYTE:.1f} MB" if size else ""
    return f"{len(rows)} posts: {states}{when}{much}" if rows else "no posts"


def _write(publisher: Publisher, rows: Sequence[PostRow], *, quiet: bool) -> None:
    folder = write_calendar_files(publisher.out, calendar_files(rows, publisher.campaign))
    if quiet:
        return
    dated = [row for row in rows if row.date]
    left = sum(not is_for_tools(row) for row in dated)
    click.echo(f"the calendar of {len(dated)} posts lies in {folder}")
    if publisher.campaign.calendar.tools and left:
        told = "not publishable, or several pictures, and stand in no file of a scheduling tool"
        click.echo(f"{left} of them are {told}")
