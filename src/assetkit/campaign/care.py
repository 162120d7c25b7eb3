"""How old the source of a helpline may be, and how long help is shown, as dated data."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date

from assetkit.campaign.records import Campaign, Helpline, Statistic
from assetkit.packaged import read_packaged

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
    return {name: CareRule(name, **told) for name, told in read_packaged("assetkit.campaign", _FILE).items()}


def is_stale(statistic: Statistic, as_of: str) -> bool:
    """Whether a statistic is shown after the last day on which it may be."""
    return bool(statistic.valid_until) and statistic.valid_until < as_of


def helpline_age(helpline: Helpline, campaign: Campaign) -> int:
    """Give how many days ago the source of a helpline was seen, on the campaign's day."""
    return (date.fromisoformat(campaign.as_of) - date.fromisoformat(helpline.verified_on)).days


def oldest_helpline(campaign: Campaign) -> int:
    """Give after how many days a helpline must be verified again."""
    return campaign.require.helpline_days or load_care()["helpline_days"].value
