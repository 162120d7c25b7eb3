"""Calendars: what is written is read back by rules of the format, letter for letter and hour for hour."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.zones import in_zone, zone_names
from assetkit.posts.icalendar import Event, escape, event_uid, fold, write_calendar
from assetkit.posts.zone_rules import describe_zone

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TURNING = ("Asia/Almaty", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca")


def unfold(text: str) -> list[str]:
    """Read a calendar's lines as RFC 5545, section 3.1 says, written anew."""
    return text.replace("\r\n ", "").split("\r\n")


def unescape(value: str) -> str:
    """Read a value of the type TEXT (section 3.3.11)."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def event(**changes: object) -> Event:
    told = {"name": "c/post", "at": NOON, "zone": "Asia/Almaty", "summary": "Көйлек", "description": "a"}
    return Event(**(told | changes))  # type: ignore[arg-type]


@pytest.mark.slow
@given(st.text(max_size=300))
@settings(max_examples=60)
def test_words_come_back(words: str) -> None:
    kept = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", kept)
    (line,) = unfold(fold(f"SUMMARY:{escape(words)}"))
    assert unescape(line.removeprefix("SUMMARY:")) == kept


@pytest.mark.slow
@given(st.text(alphabet="aқ–😀\\,; ", max_size=400))
@settings(max_examples=60)
def test_lines_are_short_and_break_no_letter(words: str) -> None:
    data = fold(f"DESCRIPTION:{escape(words)}").encode()
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines)
    assert all(line.startswith(b" ") for line in lines[1:])


def test_a_calendar() -> None:
    events = [
        event(name="c/late", at=NOON + timedelta(days=200), zone="Europe/Berlin", tentative=True),
        event(
            description="Line; one,\nline two", categories=("tiktok", "kk"), url="https://example.org/a.mp4"
        ),
    ]
    data = write_calendar("Don’t", events, "2026-11-01")
    assert data == write_calendar("Don’t", reversed(events), "2026-11-01")
    text = data.decode()
    assert text.count("\n") == text.count("\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    lines = unfold(text)
    first = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    assert first[1:] == [
        f"UID:{event_uid('c/post')}",
        "DTSTAMP:20261101T000000Z",
        "DTSTART;TZID=Asia/Almaty:20261125T170000",
        "SUMMARY:Көйлек",
        r"DESCRIPTION:Line\; one\,\nline two",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "CATEGORIES:tiktok,kk",
        "URL:https://example.org/a.mp4",
    ]
    assert "DTSTART;TZID=Europe/Berlin:20270613T140000" in lines
    assert lines.count("STATUS:TENTATIVE") == 1
    assert [line for line in lines if line.startswith("TZID:")] == ["TZID:Asia/Almaty", "TZID:Europe/Berlin"]


def test_identities_differ_by_name_alone() -> None:
    assert event_uid("c/a") == event_uid("c/a")
    assert event_uid("c/a") != event_uid("c/b")


def test_a_zone_without_changes_has_one_part() -> None:
    lines = describe_zone("Asia/Almaty", NOON, NOON)
    assert [line for line in lines if line.startswith("TZOFFSET")] == [
        "TZOFFSETFROM:+0500",
        "TZOFFSETTO:+0500",
    ]


@pytest.mark.parametrize("zone", TURNING)
def test_rules_give_the_offset_of_every_day(zone: str) -> None:
    first, last = NOON, datetime(2028, 2, 1, tzinfo=UTC)
    parts = read_rules(describe_zone(zone, first, last))
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment < datetime(2029, 1, 1, tzinfo=UTC):
        held = [offset for onset, offset in parts if onset <= moment]
        assert held[-1] == in_zone(moment, zone).utcoffset(), moment
        moment += timedelta(hours=31)


@pytest.mark.soak
def test_rules_of_all_zones_are_exact_to_the_minute() -> None:
    for zone in zone_names():
        parts = read_rules(describe_zone(zone, NOON, NOON))
        for onset, offset in parts[1:]:
            assert in_zone(onset, zone).utcoffset() == offset, zone
            assert in_zone(onset - timedelta(minutes=1), zone).utcoffset() is not None
        for day in range(365):
            moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, minutes=7 * day)
            held = [offset for onset, offset in parts if onset <= moment]
            assert held[-1] == in_zone(moment, zone).utcoffset(), (zone, moment)


def read_rules(lines: list[str]) -> list[tuple[datetime, timedelta]]:
    """Read a VTIMEZONE as its format says: when each part begins, in UTC, and its offset."""
    parts = []
    for text in "\n".join(lines).split("BEGIN:")[2:]:
        told = dict(line.split(":", 1) for line in text.splitlines()[1:] if ":" in line)
        onset = datetime.strptime(told["DTSTART"], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        parts.append((onset - read_offset(told["TZOFFSETFROM"]), read_offset(told["TZOFFSETTO"])))
    return sorted(parts)


def read_offset(text: str) -> timedelta:
    hours = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]), seconds=int(text[5:] or 0))
    return -hours if text[0] == "-" else hours
