"""What the campaign asks of every cut: where help can be had at the end, a warning at the start."""

from __future__ import annotations

import re

from assetkit.campaign.care import helpline_age, load_care, oldest_helpline
from assetkit.campaign.records import Campaign, Helpline
from assetkit.diagnostics import Findings
from assetkit.posts.words import named_in_copy
from assetkit.recipe.records import Cut, Recipe, Super
from assetkit.timeline.records import CardSegment, Timeline

WARNING_KIND = "content-warning"


def check_required(
    recipe: Recipe, cut: Cut, timeline: Timeline, campaign: Campaign, findings: Findings
) -> None:
    """Report what the campaign requires and the cut lacks, and help or a warning that stands too short."""
    if campaign.require.helpline:
        _check_helpline(cut, timeline, campaign, findings)
    asked = campaign.require.content_warning
    if asked is True or (isinstance(asked, tuple) and recipe.slug in asked):
        _check_warning(cut, timeline, findings)


def check_helplines(cut: Cut, campaign: Campaign, findings: Findings) -> None:
    """Tell of helplines on a cut whose source was seen too long ago."""
    rule, most = load_care()["helpline_days"], oldest_helpline(campaign)
    for helpline in _stale(cut, campaign):
        tell = findings.draft if rule.strength == "draft" else findings.warning
        tell(
            "AK490",
            f"the helpline {helpline.number} (`{helpline.name}`) was last verified on {helpline.verified_on}",
            helpline.place,
            measured=f"{helpline_age(helpline, campaign)} days before {campaign.as_of}",
            required=f"at most {most} days",
            remedy="see that the number still answers, and write the day under `verified_on:`",
        )


def stale_helplines(cut: Cut, campaign: Campaign) -> tuple[str, ...]:
    """Give why a cut is a draft for the helplines that it shows; nothing where that is a warning only."""
    if load_care()["helpline_days"].strength != "draft":
        return ()
    return tuple(
        f"AK490: the helpline {line.number} was last verified on {line.verified_on}"
        for line in _stale(cut, campaign)
    )


def _stale(cut: Cut, campaign: Campaign) -> list[Helpline]:
    lines = [campaign.helplines[name] for name in helplines_of(cut, campaign)]
    return [line for line in lines if helpline_age(line, campaign) > oldest_helpline(campaign)]


def helplines_of(cut: Cut, campaign: Campaign) -> tuple[str, ...]:
    """Give the helplines that a cut names, on cards, by their number in supers, or in copy."""
    cards = [item.helpline for item in cut.cards if item.helpline]
    supers = [
        name for name, line in campaign.helplines.items() if any(_says(over, line) for over in cut.supers)
    ]
    named = dict.fromkeys([*cards, *supers, *named_in_copy(cut, "helpline")])
    return tuple(name for name in named if name in campaign.helplines)


def _check_helpline(cut: Cut, timeline: Timeline, campaign: Campaign, findings: Findings) -> None:
    last = timeline.segments[-1]
    if isinstance(last, CardSegment) and last.item.helpline:
        rule = load_care()["helpline_seconds"]
        _check_length(last, timeline, "helpline", rule.value, rule.source, findings)
        return
    everywhere = [over for over in cut.supers if not {*over.excluded} & {*cut.platforms}]
    if any(_stands_at_end(over, timeline, campaign) for over in everywhere):
        return
    findings.error(
        "AK491",
        f"the cut {cut.name} does not end with where help can be had",
        cut.place,
        required="`require: {helpline: true}` of the campaign",
        remedy="end it with `- end: name of the helpline`, or a super with the number to the end",
    )


def _check_warning(cut: Cut, timeline: Timeline, findings: Findings) -> None:
    first = timeline.segments[0]
    if isinstance(first, CardSegment) and first.item.kind == WARNING_KIND:
        rule = load_care()["content_warning_seconds"]
        _check_length(first, timeline, "content warning", rule.value, rule.source, findings)
        return
    findings.error(
        "AK492",
        f"the cut {cut.name} does not begin with a content warning",
        cut.place,
        required="`require: {content_warning: …}` of the campaign",
        remedy=f"begin it with `- card: {WARNING_KIND}`, which says what follows",
    )


def _check_length(
    segment: CardSegment, timeline: Timeline, what: str, seconds: int, source: str, findings: Findings
) -> None:
    if segment.frames < seconds * timeline.rate:
        findings.warning(
            "AK495",
            f"the {what} stands for a moment only",
            segment.item.place,
            measured=f"{float(segment.frames / timeline.rate):.1f} s",
            required=f"at least {seconds} s ({source})",
            remedy=f"write `for: {seconds}s`, or more",
        )


def _stands_at_end(over: Super, timeline: Timeline, campaign: Campaign) -> bool:
    stop = over.at.in_frames(timeline.rate) + over.length.in_frames(timeline.rate)
    return stop >= timeline.frames and any(_says(over, line) for line in campaign.helplines.values())


def _says(over: Super, helpline: Helpline) -> bool:
    """Whether a super has the number of a helpline in every language."""
    number = re.compile(rf"(?<!\d){re.escape(helpline.number)}(?!\d)")
    return bool(over.text) and all(number.search(text) for text in over.text.values())
