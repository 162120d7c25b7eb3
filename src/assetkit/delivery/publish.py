"""From finished objects to posts in their folders: checked by code that did not make them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from assetkit.campaign.care import is_stale
from assetkit.campaign.records import Campaign, Quote, Statistic
from assetkit.cards.marks import files_shown, unpermitted_logos
from assetkit.checks.licences import draft_licences
from assetkit.checks.messages.required import stale_helplines
from assetkit.checks.schedule import late_reasons
from assetkit.delivery.budgets import fit_checks
from assetkit.delivery.covers import Covers
from assetkit.delivery.edited import EDITED
from assetkit.delivery.enclosures import Encloser, Enclosure
from assetkit.delivery.heard import describe_sound
from assetkit.delivery.judging import check_measured, check_seen
from assetkit.delivery.manifest import RecipeDigests
from assetkit.delivery.package import deliver
from assetkit.delivery.post import Post, describe_quote
from assetkit.delivery.refused import remember_refusal
from assetkit.delivery.shown import describe_shown
from assetkit.delivery.sidecars import ROLE, Sidecars, describe_captions
from assetkit.delivery.state import is_current
from assetkit.delivery.words import Words
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import digest_record
from assetkit.plan.tasks import hash_identity
from assetkit.posts.words import named_in_post
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import Check, FileReport, SoundReport
from assetkit.recipe.licences import works_of


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
        self.sounds: dict[str, SoundReport | None] = {}  # by the key of the sound
        self.looks_at_all = False  # decode every file once more, and check what is seen and heard
        self.kept: dict[str, list[Path]] = {}  # folder of a post -> what was changed there by hand
        self.recipes = RecipeDigests(Path(campaign.root))
        self.words = Words(campaign)
        self.covers = Covers(campaign, tools)
        self.enclosers: tuple[Encloser, ...] = (Sidecars(campaign), self.words, self.covers)

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
                "statistics": [asdict(statistic) | {"place": ""} for statistic in self.statistics_of(item)],
                "quotes": [describe_quote(quote, item.language) for quote in _quotes(item, self.campaign)],
                "code": item.code,
                "schedule": schedule_of(item),
                "recipe": item.recipe.file,
                "works": [digest_record(work.licence, "place") for work in works_of(item.cut, self.campaign)],
                "limits": [digest_record(limit) for limit in item.platform.limits],
                "enclosed": [encloser.identity(item) for encloser in self.enclosers],
                "reasons": self.reasons_of(item),
                "tools": self.tools,
            }
        )

    def publish(self, item: Deliverable, stored: StoredObject) -> Post:
        """Deliver one post; a file with a failed check is not delivered, and its post says why."""
        key = item.file.key
        if key not in self.reports:
            # Joined files were proved to hold the packets of their sound: each sound is measured once.
            heard = self.sounds.get(item.file.sound.key)
            self.reports[key] = inspect_file(stored.path, heard=heard)
            self.sounds[item.file.sound.key] = self.reports[key].sound
        report = self.reports[key]
        enclosed = tuple(file for encloser in self.enclosers for file in encloser.enclose(item, stored))
        checks = (
            *check_measured(item, stored, report),
            *fit_checks(item, stored.path),
            *check_seen(item, stored, by_decoding=self.looks_at_all, is_marked=bool(self.reasons)),
            *(check for file in enclosed for check in file.checks),
        )
        post = self._describe(item, stored, report, checks, enclosed)
        if not any(check.failed for check in checks):
            self.hand_over(item, stored.path, post, enclosed, self.post_key(item))
        self.remember(item, post, self.post_key(item))
        return post

    def remember(self, item: Deliverable, post: Post, key: str) -> None:
        """Remember why a post was refused, or that it was not; `key` is what decides all of it."""
        failed = [f"{check.code}: {check.message}" for check in post.checks if check.failed]
        remember_refusal(self.state, self.out / item.folder, key, failed)

    def hand_over(
        self, item: Deliverable, file: Path, post: Post, enclosed: tuple[Enclosure, ...], key: str
    ) -> None:
        """Put a finished post into its folder; `file` is its video or picture, `key` decides all."""
        kept = deliver(
            file,
            self.out / item.folder,
            post.file,
            post.as_json(),
            beside={file.name: file.data for file in enclosed},
            state=self.state,
            key=key,
            keep=self.state.with_name(EDITED) / item.folder,
            about={"recipe": self.recipes.describe(item.recipe.file)},
        )
        if kept:
            self.kept[item.folder] = kept

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
            source.facts.path: source.facts.digest for span in item.file.spans for source in span.footage
        }
        sources |= {extract.source.path: extract.source.digest for extract in item.file.sound.mix.extracts}
        sources |= files_shown(item.cut.cards_on(item.platform.name), self.campaign)
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
            statistics=self.statistics_of(item),
            checks=checks,
            reasons=self.reasons_of(item),
            spans=len(item.file.spans),
            object_key=item.file.key,
            subtitles=describe_captions(item, sidecar),
            files=tuple(file.described() for file in enclosed),
            shown=describe_shown(item.file),
            works=works_of(item.cut, self.campaign),
            sound=describe_sound(item.file.sound, stored.record["sound"]),
            quotes=self.quotes_of(item),
            words=self.words.described(item),
            cover=self.covers.described(item),
            opening=(item.cut.variant_of, item.cut.hook),
            code=item.code,
            schedule=schedule_of(item),
        )

    def statistics_of(self, item: Deliverable) -> tuple[Statistic, ...]:
        """Give the records of figures that a post shows."""
        return _statistics(item, self.campaign)

    def quotes_of(self, item: Deliverable) -> tuple[Quote, ...]:
        """Give the quotes that a post shows."""
        return _quotes(item, self.campaign)

    def reasons_of(self, item: Deliverable) -> tuple[str, ...]:
        """Say why a post is a draft."""
        return (*self.reasons, *draft_reasons(item, self.campaign))


def schedule_of(item: Deliverable) -> dict[str, str] | None:
    """Give when a post comes out, as `post.json` has it; None where nobody said."""
    date = item.cut.post.date
    return date.as_json(item.language) if date else None


def draft_reasons(item: Deliverable, campaign: Campaign) -> tuple[str, ...]:
    """Say why a post is a draft: what no person has signed yet."""
    reasons: list[str] = []
    cards = item.cut.cards_on(item.platform.name)
    copy = item.cut.post.copy if item.platform.words.copy != "none" else None
    title = item.cut.post.cover.title if item.cut.post.cover else {}
    post = item.cut.post
    written = bool(cards or item.captions or copy or title or post.alt.get(item.language) or post.label)
    written = written or any(span.events for span in item.file.spans)
    if written and not campaign.reviewed.get(item.language, False):
        reasons.append(f"AK404: the texts in {item.language} have not been reviewed by a native reader")
    if copy and not copy.reviewed:
        reasons.append(f"AK810: the copy{f' {copy.name}' if copy.name else ''} has not been reviewed")
    for statistic in _statistics(item, campaign):
        if not statistic.reviewed:
            reasons.append(f"AK424: the statistic {statistic.name} has not been reviewed")
        if not statistic.primary:
            reasons.append(f"AK425: the primary source of {statistic.name} was not found")
        if is_stale(statistic, campaign.as_of):
            reasons.append(f"AK485: the statistic {statistic.name} holds until {statistic.valid_until}")
    logos = unpermitted_logos(cards, campaign)
    reasons += [f"AK628: no permission is recorded for the logo of {whose}" for whose in logos]
    reasons += draft_licences(item.cut, campaign)
    return (*reasons, *stale_helplines(item.cut, campaign), *late_reasons(item, campaign))


def _statistics(item: Deliverable, campaign: Campaign) -> tuple[Statistic, ...]:
    names = {name for card in item.cut.cards_on(item.platform.name) for name in card.statistics}
    names |= {*named_in_post(item.cut, item.platform, item.language, "statistic")}
    return tuple(campaign.statistics[name] for name in sorted(names))


def _quotes(item: Deliverable, campaign: Campaign) -> tuple[Quote, ...]:
    names = {card.quote for card in item.cut.cards_on(item.platform.name) if card.quote}
    names |= {*named_in_post(item.cut, item.platform, item.language, "quote")}
    return tuple(campaign.quotes[name] for name in sorted(names))
