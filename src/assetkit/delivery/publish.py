"""From finished objects to posts in their folders: checked by code that did not make them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from assetkit.campaign.care import is_stale
from assetkit.campaign.records import Campaign, Statistic
from assetkit.checks.messages.required import stale_helplines
from assetkit.delivery.enclosures import Encloser, Enclosure
from assetkit.delivery.package import deliver
from assetkit.delivery.post import Post
from assetkit.delivery.sidecars import ROLE, Sidecars, describe_captions
from assetkit.delivery.state import is_current
from assetkit.diagnostics import Severity
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import digest_record
from assetkit.plan.tasks import CardSource, FootageSource, hash_identity
from assetkit.quality.check import check_file
from assetkit.quality.inspect import inspect_file
from assetkit.quality.platform import check_platform
from assetkit.quality.records import Check, Expected, FileReport
from assetkit.recipe.records import CardItem


class Publisher:
    """Checks finished files, once for each distinct one, and puts them into their folders."""

    def __init__(
        self,
        campaign: Campaign,
        out: Path,
        state: Path,
        tools: dict[str, str],
        reasons: tuple[str, ...] = (),
    ) -> None:
        self.campaign = campaign
        self.out = out
        self.state = state
        self.tools = tools
        self.reasons = reasons  # why none of these posts may be published, whatever they hold
        self.reports: dict[str, FileReport] = {}
        self.enclosers: tuple[Encloser, ...] = (Sidecars(campaign),)

    def is_current(self, item: Deliverable) -> bool:
        """Whether the post lies in its folder as it would be delivered now."""
        others = tuple(name for encloser in self.enclosers for name in encloser.names(item))
        return is_current(self.state, self.out / item.folder, item.name, self.post_key(item), others)

    def post_key(self, item: Deliverable) -> str:
        """Give the hash of all that decides a post: its file, and what is said of it."""
        return hash_identity(
            {
                "file": item.file.key,
                "campaign": self.campaign.name,
                "statistics": [asdict(statistic) for statistic in self._statistics(item)],
                "limits": [digest_record(limit) for limit in item.platform.limits],
                "enclosed": [encloser.identity(item) for encloser in self.enclosers],
                "reasons": self._reasons(item),
                "tools": self.tools,
            }
        )

    def publish(self, item: Deliverable, stored: StoredObject) -> Post:
        """Deliver one post; a file with a failed check is not delivered, and its post says why."""
        key = item.file.key
        if key not in self.reports:
            self.reports[key] = inspect_file(stored.path)
        report = self.reports[key]
        enclosed = tuple(file for encloser in self.enclosers for file in encloser.enclose(item, stored))
        checks = (
            *check_file(report, _expected(item, stored)),
            *check_platform(report, item.platform),
            _level_check(item, stored),
            *(check for file in enclosed for check in file.checks),
        )
        post = self._describe(item, stored, report, checks, enclosed)
        if not any(check.failed for check in checks):
            self._deliver(item, stored, post, enclosed)
        return post

    def _deliver(
        self, item: Deliverable, stored: StoredObject, post: Post, enclosed: tuple[Enclosure, ...]
    ) -> None:
        deliver(
            stored.path,
            self.out / item.folder,
            item.name,
            post.as_json(),
            beside={file.name: file.data for file in enclosed},
            state=self.state,
            key=self.post_key(item),
        )

    def _describe(
        self,
        item: Deliverable,
        stored: StoredObject,
        report: FileReport,
        checks: tuple[Check, ...],
        enclosed: tuple[Enclosure, ...],
    ) -> Post:
        sidecar = next((file for file in enclosed if file.role == ROLE), None)
        sources = {
            source.facts.path: source.facts.digest
            for span in item.file.spans
            for source in span.sources
            if isinstance(source, FootageSource)
        }
        film = item.recipe.film
        return Post(
            campaign=self.campaign.name,
            recipe=item.recipe.slug,
            film=film.slug if film else None,
            cut=item.cut.name,
            platform=item.platform.name,
            language=item.language,
            file=item.name,
            sha256=str(stored.record["sha256"]),
            bytes=int(stored.record["bytes"]),
            frames=item.file.frames,
            rate=item.file.spans[0].rate,
            size=item.platform.format.size,
            loudness=report.sound.loudness if report.sound else None,
            true_peak=report.sound.true_peak if report.sound else None,
            sources=sources,
            tools=self.tools,
            statistics=self._statistics(item),
            checks=checks,
            reasons=self._reasons(item),
            spans=len(item.file.spans),
            object_key=item.file.key,
            subtitles=describe_captions(item, sidecar),
            files=tuple(file.described() for file in enclosed),
        )

    def _statistics(self, item: Deliverable) -> tuple[Statistic, ...]:
        return _statistics(item, self.campaign)

    def _reasons(self, item: Deliverable) -> tuple[str, ...]:
        return (*self.reasons, *draft_reasons(item, self.campaign))


def draft_reasons(item: Deliverable, campaign: Campaign) -> tuple[str, ...]:
    """Say why a post is a draft: what no person has signed yet."""
    reasons: list[str] = []
    cards = any(isinstance(source, CardSource) for span in item.file.spans for source in span.sources)
    written = cards or bool(item.captions) or any(span.events for span in item.file.spans)
    if written and not campaign.reviewed.get(item.language, False):
        reasons.append(f"AK404: the texts in {item.language} have not been reviewed by a native reader")
    for statistic in _statistics(item, campaign):
        if not statistic.reviewed:
            reasons.append(f"AK424: the statistic {statistic.name} has not been reviewed")
        if not statistic.primary:
            reasons.append(f"AK425: the primary source of {statistic.name} was not found")
        if is_stale(statistic, campaign.as_of):
            reasons.append(f"AK485: the statistic {statistic.name} holds until {statistic.valid_until}")
    return (*reasons, *stale_helplines(item.cut, campaign))


def _statistics(item: Deliverable, campaign: Campaign) -> tuple[Statistic, ...]:
    cards = [part for part in item.cut.sequence if isinstance(part, CardItem)]
    names = {name for card in cards for name in card.statistics}
    return tuple(campaign.statistics[name] for name in sorted(names))


def _level_check(item: Deliverable, stored: StoredObject) -> Check:
    """Tell of a mix that cannot be brought to its level: a few clicks in silence, or hardly any sound."""
    level = stored.record["sound"]
    found = "silence" if level["integrated"] is None else f"{level['integrated']:.1f} LUFS"
    wanted = f"{float(item.platform.loudness):.1f} LUFS"
    said = level["remark"] or "loudness of the mix"
    return Check("AK554", level["reached"], Severity.WARNING, said, found, wanted)


def _expected(item: Deliverable, stored: StoredObject) -> Expected:
    """What this file was to be; silence stays silent, and what cannot be levelled stays as it is."""
    level = stored.record["sound"]
    is_level = level["reached"] and level["integrated"] is not None
    return Expected(
        size=item.platform.format.size,
        rate=item.file.spans[0].rate,
        frames=item.file.frames,
        key_frame_seconds=item.platform.format.gop_seconds,
        loudness=float(item.platform.loudness) if is_level else level["integrated"],
    )
