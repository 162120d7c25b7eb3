"""How old the source of a helpline may be, and how long help is shown, as dated data."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from assetkit.campaign.records import Campaign, Helpline, Statistic
from assetkit.diagnostics import Findings
from assetkit.yaml_text import read_yaml

_FILE = "care.yaml"


@dataclass(frozen=True)
class CareRule:
    """One number; `strength` is "draft" where breaking it makes a draft, "advises" where it is a warning."""

    name: str
    value: int
    strength: str
    source: str
    as_of: str
    confidence: str


@functools.cache
def load_care() -> dict[str, CareRule]:
    """Give the packaged rules by name."""
    findings = Findings()
    text = (files("assetkit.campaign") / "data" / _FILE).read_text(encoding="utf-8")
    document = read_yaml(text, _FILE, findings)
    if document is None or findings.has_errors:
        raise AssertionError(f"packaged rules of care: {findings.items}")
    return {name: CareRule(name, **told) for name, told in document.data.items()}


def is_stale(statistic: Statistic, as_of: str) -> bool:
    """Whether a statistic is shown after the last day on which it may be."""
    return bool(statistic.valid_until) and statistic.valid_until < as_of


def helpline_age(helpline: Helpline, campaign: Campaign) -> int:
    """Give how many days ago the source of a helpline was seen, on the campaign's day."""
    return (date.fromisoformat(campaign.as_of) - date.fromisoformat(helpline.verified_on)).days


def oldest_helpline(campaign: Campaign) -> int:
    """Give after how many days a helpline must be verified again."""
    return campaign.require.helpline_days or load_care()["helpline_days"].value
