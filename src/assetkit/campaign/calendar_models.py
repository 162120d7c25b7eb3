"""The calendar of a campaign as a person writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from assetkit.campaign.calendar_fields import Step, ZoneName, parse_step
from assetkit.campaign.calendar_records import Calendar
from assetkit.campaign.copy_models import Url
from assetkit.campaign.schedulers import load_schedulers
from assetkit.diagnostics import Findings
from assetkit.validation import Filled, nearest, refuse, shorten
from assetkit.yaml_text import Document

_NAME = r"[a-z0-9]+(-[a-z0-9]+)*"


def _tool(value: Any) -> str:
    known = load_schedulers()
    if not isinstance(value, str) or value not in known:
        remedy = nearest(value, known) if isinstance(value, str) else ""
        message = f"the files of the scheduling tool {shorten(value)} are not known"
        raise refuse("AK880", message, remedy or f"known here: {', '.join(known)}")
    return value


ToolName = Annotated[
    str,
    BeforeValidator(_tool),
    WithJsonSchema({"type": "string", "pattern": f"^{_NAME}$", "examples": ["vista-social"]}),
]


class CalendarModel(Filled):
    """When posts come out; each cut says its own time under `post:`."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"tools": ["media"]}})

    zone: ZoneName | None = Field(None, description="The time zone of all times that name none.")
    least_gap: Step | None = Field(
        None, description="How long must lie between two posts on one platform in one language."
    )
    accounts: Literal["by-language", "one"] = Field(
        "by-language",
        description="Whether a platform has an account for each language, or one for all.",
    )
    media: Url | None = Field(
        None,
        description="The address below which `out/` will lie on the web, for tools that fetch videos.",
        examples=["https://example.org/posts"],
    )
    tools: list[ToolName] = Field(
        default_factory=list,
        min_length=1,
        description="Scheduling tools to write files for; what is not publishable is left out of them.",
        examples=[["vista-social"]],
    )


def read_calendar(model: CalendarModel | None, document: Document, findings: Findings) -> Calendar:
    """Give the calendar of a campaign; tools without an address to fetch from are reported."""
    if model is None:
        return Calendar()
    if model.tools and ("calendar", "media") not in document.values:
        findings.error(
            "AK881",
            "scheduling tools fetch videos from the web, and no address is given",
            document.key_place(("calendar", "tools")),
            remedy="add `media:` with the address below which out/ will lie",
        )
    return Calendar(
        zone=model.zone or "",
        least_gap=parse_step(model.least_gap) if model.least_gap else Calendar.least_gap,
        one_account=model.accounts == "one",
        media=(model.media or "").rstrip("/"),
        tools=tuple(dict.fromkeys(model.tools)),
        place=document.key_place(("calendar",)),
    )
