"""When posts come out, as files: a calendar, a table, and what scheduling tools import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from urllib.parse import quote

from assetkit.campaign.records import Campaign
from assetkit.campaign.schedulers import Scheduler, load_schedulers
from assetkit.delivery.listing import DRAFT, READY, PostRow
from assetkit.errors import StoreError
from assetkit.plan.build import Deliverable
from assetkit.posts.icalendar import Event, event_uid, start_line, write_calendar
from assetkit.recipe.workspace import CALENDAR
from assetkit.tool.digest import replace_file

CALENDAR_FILE, SCHEDULE_FILE = "calendar.ics", "schedule.csv"
_MINUTE = "%Y-%m-%d %H:%M"
_COLUMNS = (
    *("date", "time", "zone", "utc", "platform", "language", "recipe", "cut", "state", "reasons"),
    *("kind", "files", "cover", "seconds", "bytes", "title", "copy", "alt"),
)


def calendar_files(rows: Iterable[PostRow], campaign: Campaign) -> dict[str, str]:
    """Give the files of a calendar by name: those posts that have a time, in its order.

    The same posts give the same bytes. What is not publishable stands in the calendar as tentative, in the
    table with its state, and in no file of a tool, because a tool would publish it.
    """
    dated = sorted((row for row in rows if row.date), key=_order)
    events = [_event(row, campaign) for row in dated]
    files = {
        CALENDAR_FILE: write_calendar(_title(campaign), events, campaign.as_of).decode("utf-8"),
        SCHEDULE_FILE: _schedule(dated),
    }
    for name in campaign.calendar.tools:
        files |= _tool_files(load_schedulers()[name], dated, campaign.calendar.media)
    return files


def write_calendar_files(out: Path, files: dict[str, str]) -> Path:
    """Write the files of a calendar below the output folder, each whole or not at all; gives their folder.

    Files of tools that were written before and are none now are removed. Raises StoreError.
    """
    folder = out / CALENDAR
    try:
        for name, text in files.items():
            path = folder / name
            if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
                replace_file(path, text)
        for tool in load_schedulers():
            for path in (folder / tool).glob("*.csv"):
                if f"{tool}/{path.name}" not in files:
                    path.unlink()
    except OSError as error:
        raise StoreError(
            f"The calendar cannot be written: {error.strerror or error}.",
            remedy="Check the free space and the rights of the output folder.",
        ) from error
    return folder


def moved_posts(out: Path, items: Iterable[Deliverable], campaign: Campaign) -> list[str]:
    """Give the posts that the calendar which lies there shows at another time, or not at all."""
    try:
        text = (out / CALENDAR / CALENDAR_FILE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return []
    told = dict(_told(text.replace("\n ", "")))
    return [
        item.folder
        for item in items
        if (date := item.cut.post.date)
        and told.get(event_uid(_event_name(item, campaign)))
        != start_line(date.moments[item.language], date.zone)
    ]


def _event_name(item: Deliverable, campaign: Campaign) -> str:
    return f"{campaign.name}/{item.folder}"


def _told(text: str) -> Iterable[tuple[str, str]]:
    """Give identity and start of every event in a calendar of ours."""
    for part in text.split("BEGIN:VEVENT\n")[1:]:
        lines = part.split("\n")
        uid = next((line for line in lines if line.startswith("UID:")), "")
        yield uid.removeprefix("UID:"), next((line for line in lines if line.startswith("DTSTART")), "")


def _order(row: PostRow) -> tuple[object, ...]:
    assert row.date
    return row.date.moments[row.item.language], row.item.folder


def _title(campaign: Campaign) -> str:
    return campaign.title.get("en") or next(iter(campaign.title.values()), campaign.name)


def _event(row: PostRow, campaign: Campaign) -> Event:
    item, date = row.item, row.date
    assert date
    film = item.recipe.title.get(item.language, item.recipe.slug)
    mark = "" if row.state == READY else f"[{row.state}] "
    return Event(
        name=_event_name(item, campaign),
        at=date.moments[item.language],
        zone=date.zone,
        summary=f"{mark}{film} – {item.cut.name} – {item.platform.title} – {item.language}",
        description=_describe(row),
        categories=(item.platform.name, item.language),
        tentative=row.state != READY,
        url=_address(row, campaign.calendar.media),
    )


def _describe(row: PostRow) -> str:
    """Say in words what a person needs who publishes the post by hand."""
    item = row.item
    why = f" ({', '.join(row.codes)})" if row.codes else ""
    length = f" ({row.seconds:.1f} s)" if row.seconds is not None else ""
    lines = [f"State: {row.state}{why}", *(f"File: {item.folder}/{name}{length}" for name in row.files)]
    lines += [f"Cover: {item.folder}/{row.cover}"] if row.cover else []
    lines += [f"Title: {row.words.title.text}"] if row.words.title else []
    lines += ["", row.words.copy.text] if row.words.copy else []
    return "\n".join(lines)


def _schedule(rows: Sequence[PostRow]) -> str:
    lines = [_line(row) for row in rows]
    # The mark at its head lets spreadsheets read Kazakh and Russian letters rightly.
    return "\ufeff" + _write_csv([_COLUMNS, *([_plain(cell) for cell in line] for line in lines)])


def _line(row: PostRow) -> tuple[str, ...]:
    item, date, words = row.item, row.date, row.words
    assert date
    local = date.local(item.language)
    return (
        local.strftime("%Y-%m-%d"),
        local.strftime("%H:%M"),
        date.zone,
        date.moments[item.language].strftime("%Y-%m-%dT%H:%M:%SZ"),
        item.platform.name,
        item.language,
        item.recipe.slug,
        item.cut.name,
        row.state,
        " ".join(row.codes),
        row.kind,
        " ".join(f"{item.folder}/{name}" for name in row.files),
        f"{item.folder}/{row.cover}" if row.cover else "",
        "" if row.seconds is None else f"{row.seconds:.2f}",
        "" if row.bytes is None else str(row.bytes),
        words.title.text if words.title else "",
        words.copy.text if words.copy else "",
        row.alt,
    )


def _tool_files(tool: Scheduler, rows: Sequence[PostRow], media: str) -> dict[str, str]:
    """Give the files for one tool; where it has none to hand over, the file has its headings alone."""
    ready = [row for row in rows if is_for_tools(row) and tool.takes(row.item.platform.name)]
    parts: dict[str, list[PostRow]] = {} if tool.apart else {tool.name: ready}
    if tool.apart:
        for row in ready:
            parts.setdefault(f"{row.item.platform.name}-{row.item.language}", []).append(row)
    return {
        f"{tool.name}/{name}.csv": _write_csv(
            [tuple(tool.columns), *(_tool_line(tool, row, media) for row in held)]
        )
        for name, held in parts.items()
    }


def is_for_tools(row: PostRow) -> bool:
    """Whether a tool may have a post: it may be published, and is one file that can be fetched."""
    return row.state == READY and len(row.files) == 1


def _tool_line(tool: Scheduler, row: PostRow, media: str) -> tuple[str, ...]:
    """Give a row as a tool reads it: words stay as they are, no spreadsheet is asked."""
    item, date = row.item, row.date
    assert date
    values = {
        "copy": row.words.copy.text if row.words.copy else "",
        "title": row.words.title.text if row.words.title else "",
        "media": _address(row, media),
        "kind": row.kind,
        "platform": tool.services.get(item.platform.name, item.platform.name),
        "local": date.local(item.language).strftime(tool.time),
        "utc": date.moments[item.language].astimezone(UTC).strftime(tool.time),
    }
    return tuple(values[field] for field in tool.columns.values())


def _address(row: PostRow, media: str) -> str:
    """Give where the post's file will lie on the web, "" where nobody said or there is none to fetch."""
    there = row.state in (READY, DRAFT)
    return f"{media}/{quote(row.item.folder)}/{quote(row.files[0])}" if media and there else ""


def _write_csv(lines: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(lines)  # as RFC 4180 has it
    return stream.getvalue()


def _plain(cell: str) -> str:
    """Keep a spreadsheet from running words as a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
