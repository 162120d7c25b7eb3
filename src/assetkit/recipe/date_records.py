"""When a post comes out, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from assetkit.campaign.zones import in_zone
from assetkit.diagnostics import Place


@dataclass(frozen=True)
class PostDate:
    """When the posts of a cut come out: moments in UTC by language, in a zone whose clocks count."""

    moments: dict[str, datetime] = field(hash=False)
    zone: str
    place: Place = field(default=Place(""), compare=False)

    def local(self, language: str) -> datetime:
        """Give the time in a language as clocks of the zone show it."""
        return in_zone(self.moments[language], self.zone)

    def as_json(self, language: str) -> dict[str, str]:
        """Give the time in a language as `post.json` has it: local time with its offset, zone, and UTC."""
        return {
            "at": self.local(language).isoformat(timespec="minutes"),
            "zone": self.zone,
            "utc": self.moments[language].strftime("%Y-%m-%dT%H:%MZ"),
        }
