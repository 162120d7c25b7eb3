"""Calendars as files that every calendar program reads: iCalendar by RFC 5545."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from assetkit.campaign.zones import in_zone
from assetkit.posts.zone_rules import describe_zone

_MAKER = "-//assetkit//posts//EN"
_LONGEST_LINE = 75  # octets, without the end of the line: RFC 5545, section 3.1
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Event:
    """A post in a calendar: `at` in UTC, shown by the clocks of `zone`; `tentative` for what is no more than
    a draft. `name` is what makes it the same event when the calendar is written again."""

    name: str
    at: datetime
    zone: str
    summary: str
    description: str
    categories: tuple[str, ...] = ()
    tentative: bool = False
    url: str = ""


def write_calendar(title: str, events: Iterable[Event], as_of: str) -> bytes:
    """Write a calendar: the same bytes every time; `as_of` is the day that it says it was written on."""
    in_order = sorted(events, key=lambda event: (event.at, event.name))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MAKER}", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{escape(title)}", f"X-WR-CALNAME:{escape(title)}"]
    lines += _zones(in_order)
    for event in in_order:
        lines += _event(event, as_of)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode("utf-8")


def event_uid(name: str) -> str:
    """Give the identity of an event: the same for the same name, on every machine (RFC 7986, section 5.3)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"assetkit:{name}"))


def start_line(at: datetime, zone: str) -> str:
    """Give the line that says when an event is; `at` is in UTC."""
    return f"DTSTART;TZID={zone}:{in_zone(at, zone).strftime(_STAMP)}"


def escape(text: str) -> str:
    """Write words as a value of the type TEXT; what cannot be shown is left out (section 3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in plain if letter == "\n" or unicodedata.category(letter) != "Cc")
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(letter, written)
    return kept


def fold(line: str) -> str:
    """Break a line to at most 75 octets each, never inside of a letter; each next one begins with a space."""
    return "\r\n ".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    piece, size, room = "", 0, _LONGEST_LINE
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > room:
            yield piece
            piece, size, room = "", 0, _LONGEST_LINE - 1
        piece, size = piece + letter, size + octets
    yield piece


def _zones(events: Sequence[Event]) -> list[str]:
    """Describe each zone once, for the years of its events."""
    lines: list[str] = []
    for zone in sorted({event.zone for event in events}):
        moments = [event.at for event in events if event.zone == zone]
        lines += describe_zone(zone, min(moments), max(moments))
    return lines


def _event(event: Event, as_of: str) -> list[str]:
    stamp = datetime.combine(date.fromisoformat(as_of), datetime.min.time(), UTC)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event_uid(event.name)}",
        f"DTSTAMP:{stamp.strftime(_STAMP)}Z",
        start_line(event.at, event.zone),
        f"SUMMARY:{escape(event.summary)}",
        f"DESCRIPTION:{escape(event.description)}",
        f"STATUS:{'TENTATIVE' if event.tentative else 'CONFIRMED'}",
        # A post takes nobody's time.
        "TRANSP:TRANSPARENT",
    ]
    lines += [f"CATEGORIES:{','.join(map(escape, event.categories))}"] if event.categories else []
    lines += [f"URL:{event.url}"] if event.url else []
    return [*lines, "END:VEVENT"]
