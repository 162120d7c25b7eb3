"""A time zone as a calendar file says it: what its clocks show, and when they are changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from assetkit.campaign.zones import in_zone

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_STAMP = "%Y%m%dT%H%M%S"


def describe_zone(zone: str, first: datetime, last: datetime) -> list[str]:
    """Give the lines of a VTIMEZONE that holds from the year of `first` to that of `last`, both in UTC.

    Each change of the clocks stands by itself, so that no rule of repetition has to be guessed.
    """
    start = datetime(first.year, 1, 1, tzinfo=UTC) - _DAY
    stop = datetime(last.year + 1, 1, 1, tzinfo=UTC) + _DAY
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    lines += _part(start, _offset(start, zone), zone)
    for change in _changes(zone, start, stop):
        lines += _part(change, _offset(change - _SECOND, zone), zone)
    return [*lines, "END:VTIMEZONE"]


def _changes(zone: str, start: datetime, stop: datetime) -> list[datetime]:
    """Give the moments from which on clocks show something else: looked for by days, then by halves."""
    found, moment = [], start
    while moment < stop:
        if _state(moment, zone) != _state(moment + _DAY, zone):
            found.append(_change_in(zone, moment, moment + _DAY))
        moment += _DAY
    return found


def _change_in(zone: str, before: datetime, after: datetime) -> datetime:
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
        if _state(middle, zone) == _state(before, zone):
            before = middle
        else:
            after = middle
    return after


def _part(since: datetime, offset_before: timedelta, zone: str) -> list[str]:
    """Give what holds since a moment; it is written as the clocks showed it that were changed then."""
    offset, is_summer, name = _state(since, zone)
    kind = "DAYLIGHT" if is_summer else "STANDARD"
    onset = (since + offset_before).replace(tzinfo=None)
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{onset.strftime(_STAMP)}",
        f"TZOFFSETFROM:{_write(offset_before)}",
        f"TZOFFSETTO:{_write(offset)}",
        f"TZNAME:{name}",
        f"END:{kind}",
    ]


def _state(moment: datetime, zone: str) -> tuple[timedelta, bool, str]:
    local = in_zone(moment, zone)
    return _offset(moment, zone), bool(local.dst()), local.tzname() or zone


def _offset(moment: datetime, zone: str) -> timedelta:
    return in_zone(moment, zone).utcoffset() or timedelta()


def _write(offset: timedelta) -> str:
    """Write an offset from UTC: "+0500", "-0330"."""
    sign, minutes = ("-", -offset) if offset < timedelta() else ("+", offset)
    whole = int(minutes.total_seconds())
    seconds = f"{whole % 60:02d}" if whole % 60 else ""
    return f"{sign}{whole // 3600:02d}{whole // 60 % 60:02d}{seconds}"
