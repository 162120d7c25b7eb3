"""When posts come out: too close together, too late for what they show, in the past, or nobody says when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assetkit.campaign.records import Campaign
from assetkit.checks.messages.consent import quotes_of
from assetkit.diagnostics import Findings
from assetkit.plan.build import Deliverable
from assetkit.posts.schedule import Slot, find_close, write_gap
from assetkit.posts.words import named_in_post
from assetkit.recipe.date_records import PostDate
from assetkit.recipe.licences import works_of


@dataclass(frozen=True)
class _End:
    """The last day of something that a post shows; `what` names it with its record."""

    what: str
    until: str
    forbids: bool


def check_schedule(items: Sequence[Deliverable], campaign: Campaign, findings: Findings) -> None:
    """Report what is wrong with when posts come out; each is told once for a cut, whatever it is made for."""
    dated = [item for item in items if date_of(item)]
    _check_gaps(dated, campaign, findings)
    told: set[tuple[str, ...]] = set()
    for item in dated:
        _check_day(item, campaign, told, findings)
    if dated:
        _note_undated([item for item in items if not date_of(item)], findings)


def date_of(item: Deliverable) -> PostDate | None:
    """Give when a post comes out, None where nobody said."""
    return item.cut.post.date


def late_reasons(item: Deliverable, campaign: Campaign) -> tuple[str, ...]:
    """Give why a post is a draft for the day on which it comes out."""
    found = date_of(item)
    if found is None:
        return ()
    day = found.local(item.language).date().isoformat()
    ends = [end for end in _ends(item, campaign) if end.until < day and not end.forbids]
    return tuple(f"AK871: {end.what} holds until {end.until}, and the post is of {day}" for end in ends)


def _check_gaps(dated: Iterable[Deliverable], campaign: Campaign, findings: Findings) -> None:
    """Report each pair of cuts once, with all that it is true of."""
    calendar = campaign.calendar
    owners: dict[str, Deliverable] = {}
    slots = []
    for item in dated:
        found = date_of(item)
        assert found
        owners[item.folder] = item
        account = (item.platform.name, *([] if calendar.one_account else [item.language]))
        slots.append(Slot(account, found.moments[item.language], item.folder))
    pairs: dict[tuple[str, str], list[tuple[Slot, Slot]]] = {}
    for first, second in find_close(slots, calendar.least_gap):
        names = (_name(owners[first.post]), _name(owners[second.post]))
        if names[0] == names[1]:
            continue  # openings of one cut stand in for each other
        pairs.setdefault(names, []).append((first, second))
    for (one, other), close in pairs.items():
        worst = min(close, key=lambda pair: pair[1].at - pair[0].at)
        later = date_of(owners[worst[1].post])
        findings.warning(
            "AK870",
            f"{other} comes out too soon after {one} on {_accounts(first for first, _ in close)}",
            later.place if later else None,
            measured=write_gap(worst[1].at - worst[0].at),
            required=f"at least {write_gap(calendar.least_gap)}" if calendar.least_gap else "another minute",
            remedy="move one of them, or write `later:` for a language",
        )


def _accounts(slots: Iterable[Slot]) -> str:
    """Write where posts come out: "tiktok, youtube in kk, ru; x in kk"."""
    languages: dict[str, dict[str, None]] = {}
    for slot in slots:
        languages.setdefault(slot.account[0], {}).update(dict.fromkeys(slot.account[1:]))
    platforms: dict[tuple[str, ...], list[str]] = {}
    for platform, spoken in languages.items():
        platforms.setdefault(tuple(spoken), []).append(platform)
    parts = ((", ".join(names), ", ".join(spoken)) for spoken, names in platforms.items())
    return "; ".join(f"{names} in {spoken}" if spoken else names for names, spoken in parts)


def _check_day(item: Deliverable, campaign: Campaign, told: set[tuple[str, ...]], findings: Findings) -> None:
    found = date_of(item)
    assert found
    day = found.local(item.language).date().isoformat()
    if day < campaign.as_of and not _was_told(told, "AK872", item):
        findings.warning(
            "AK872",
            f"{_name(item)} comes out before the campaign's day",
            found.place,
            measured=day,
            required=f"{campaign.as_of} or later",
            remedy="correct the time, or `as_of:`",
        )
    for end in _ends(item, campaign):
        if end.until < day and not _was_told(told, end.what, item):
            tell = findings.error if end.forbids else findings.draft
            tell(
                "AK871",
                f"{_name(item)} comes out when {end.what} holds no more",
                found.place,
                measured=day,
                required=f"{end.until} or earlier",
                remedy="have it renewed and recorded, or move the post",
            )


def _ends(item: Deliverable, campaign: Campaign) -> list[_End]:
    """Give the last days of all that a post shows and that has one."""
    cut, platform = item.cut, item.platform.name
    shown = [name for card in cut.cards_on(platform) for name in card.statistics]
    names = dict.fromkeys([*shown, *named_in_post(cut, item.platform, item.language, "statistic")])
    figures = [campaign.statistics[name] for name in names if name in campaign.statistics]
    ends = [_End(f"the statistic `{each.name}`", each.valid_until, False) for each in figures]
    ends += [
        _End(f"the licence of the {work.kind} `{work.licence.name}`", work.licence.until, True)
        for work in works_of(cut, campaign)
    ]
    quotes = [quote for quote, _ in quotes_of(cut, campaign)]
    said = named_in_post(cut, item.platform, item.language, "quote")
    quotes += [campaign.quotes[name] for name in said if name in campaign.quotes]
    consents = {quote.name: quote.consent for quote in quotes if quote.consent}
    for name, consent in consents.items():
        # Withdrawn on a day means: no more shown on that day.
        withdrawn = _day_before(consent.withdrawn) if consent.withdrawn else ""
        days = [until for until in (consent.until, withdrawn) if until]
        ends += [_End(f"the consent to the quote `{name}`", min(days), True)] if days else []
    return [end for end in ends if end.until]


def _day_before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def _note_undated(items: Iterable[Deliverable], findings: Findings) -> None:
    """Note the cuts that stand in no calendar, but for those that say so."""
    cuts: dict[tuple[str, str], list[Deliverable]] = {}
    for item in items:
        if not item.cut.post.undated:
            cuts.setdefault((item.recipe.slug, item.cut.name), []).append(item)
    for held in cuts.values():
        first = held[0]
        where = ", ".join(dict.fromkeys(item.platform.name for item in held))
        findings.note(
            "AK877",
            f"nobody says when {_name(first)} comes out on {where}",
            first.cut.post.place if first.cut.post.place.file else first.cut.place,
            remedy="add `at:` with a day and a time under `post:`, or `at: none`",
        )


def _was_told(told: set[tuple[str, ...]], what: str, item: Deliverable) -> bool:
    key = (what, item.recipe.slug, item.cut.name)
    found = key in told
    told.add(key)
    return found


def _name(item: Deliverable) -> str:
    return f"{item.recipe.slug}/{item.cut.variant_of or item.cut.name}"
