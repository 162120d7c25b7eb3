"""Times as a person writes them in a calendar: a day and a time, a zone, and how long between posts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from assetkit.campaign.zones import zone_names
from assetkit.validation import nearest, refuse, shorten

NEVER = "none"
"""What stands for no time, where another layer has one."""

_TIME = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]")
_ZONE = r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*"
_STEP = re.compile(r"([1-9][0-9]{0,3})\s*(min|h|d)")
_UNITS = {"min": "minutes", "h": "hours", "d": "days"}


def parse_time(text: str) -> datetime:
    """Read what `PostTime` has taken, but for "none": a time without a zone."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M")


def parse_step(text: str) -> timedelta:
    """Read what `Step` has taken: "90min", "6h", "2d"."""
    matched = _STEP.fullmatch(text)
    assert matched
    return timedelta(**{_UNITS[matched[2]]: int(matched[1])})


def _time(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    if text == NEVER:
        return text
    try:
        if not _TIME.fullmatch(text):
            raise ValueError
        parse_time(text)
    except ValueError as error:
        remedy = "write year, month, day and the time of 24 hours: 2026-11-25 18:00"
        raise refuse("AK874", f"{shorten(value)} is not a day and a time", remedy) from error
    return text


def _zone(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    if text not in zone_names():
        remedy = nearest(text, zone_names()) if text else ""
        raise refuse(
            "AK875",
            f"{shorten(value)} is not a time zone",
            remedy or "write a region and a city: Asia/Almaty",
        )
    return text


def _step(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    if not _STEP.fullmatch(text):
        remedy = "write minutes, hours or days: 90min, 6h, 2d"
        raise refuse("AK878", f"{shorten(value)} is not a time between posts", remedy)
    return text


PostTime = Annotated[
    str,
    BeforeValidator(_time),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({NEVER}|{_TIME.pattern})$", "examples": ["2026-11-25 18:00"]}
    ),
]
ZoneName = Annotated[
    str,
    BeforeValidator(_zone),
    WithJsonSchema({"type": "string", "pattern": f"^{_ZONE}$", "examples": ["Asia/Almaty"]}),
]
Step = Annotated[
    str,
    BeforeValidator(_step),
    WithJsonSchema({"type": "string", "pattern": f"^{_STEP.pattern}$", "examples": ["6h", "2d"]}),
]
