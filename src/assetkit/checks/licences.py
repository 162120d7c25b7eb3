"""Whether works of others may be shown: by what is recorded, on this platform, in these countries, today."""

from __future__ import annotations

from datetime import date

from assetkit.campaign.care import load_care
from assetkit.campaign.records import Campaign
from assetkit.diagnostics import Findings
from assetkit.platforms.records import Catalogue
from assetkit.recipe.licences import Work, works_of
from assetkit.recipe.records import Cut, Recipe, Workspace


def check_licences(recipe: Recipe, cut: Cut, platform: str, workspace: Workspace, findings: Findings) -> None:
    """Report what the licences of a post's works forbid, and what is not recorded of them.

    `cut` is the cut as the platform gets it. What is forbidden is an error: such a post is never rendered.
    """
    campaign, post = workspace.campaign, f"{recipe.slug}/{cut.name} on {platform}"
    for work in works_of(cut, campaign):
        _check_record(work, campaign, findings)
        _check_end(work, post, campaign.as_of, findings)
        _check_platform(work, post, platform, workspace.catalogue, findings)
        _check_territory(work, post, campaign, findings)


def draft_licences(cut: Cut, campaign: Campaign) -> tuple[str, ...]:
    """Give why a cut is a draft for the works that it uses: what is not recorded of them."""
    return tuple(
        f"{code}: {message}"
        for work in works_of(cut, campaign)
        for code, message in (_unrecorded(work), _unplaced(work, campaign))
        if message
    )


def _unrecorded(work: Work) -> tuple[str, str]:
    """Say what the record of a work lacks; "" where it lacks nothing."""
    missing = work.licence.missing
    return "AK720", f"{_named(work)} has no {', '.join(missing)} on record" if missing else ""


def _unplaced(work: Work, campaign: Campaign) -> tuple[str, str]:
    """Tell of a work that some countries alone may see, in posts that anybody may see."""
    if campaign.territory or not work.licence.is_limited:
        return "AK726", ""
    countries = ", ".join(work.licence.territory)
    return "AK726", f"{_named(work)} may be shown in {countries} alone, and nobody says where posts are"


def _check_record(work: Work, campaign: Campaign, findings: Findings) -> None:
    for code, message, remedy in (
        (*_unrecorded(work), f"write {', '.join(f'`{key}:`' for key in work.licence.missing)}"),
        (*_unplaced(work, campaign), "write `territory:` in assetkit.yaml, and keep the posts within it"),
    ):
        if message:
            place = work.licence.place
            findings.draft(code, message, place, about=place, remedy=remedy)


def _check_end(work: Work, post: str, as_of: str, findings: Findings) -> None:
    until = work.licence.until
    if not until:
        return
    if until < as_of:
        message = f"the licence of {_named(work)} ended on {until}: {post} may not be shown"
        _forbid("AK722", message, work, findings)
        return
    days = (date.fromisoformat(until) - date.fromisoformat(as_of)).days
    if days <= (most := load_care()["licence_days"].value):
        findings.note(
            "AK725",
            f"the licence of {_named(work)} ends soon, on {until}",
            work.licence.place,
            measured=f"{days} days after {as_of}",
            required=f"more than {most} days",
            remedy="renew it, or plan to take the posts down",
        )


def _check_platform(work: Work, post: str, platform: str, catalogue: Catalogue, findings: Findings) -> None:
    names = work.licence.platforms
    allowed = {member for name in names for member in catalogue.sets.get(name, (name,))}
    if names and platform not in allowed:
        message = f"the licence of {_named(work)} is not for {post}, but for {', '.join(names)}"
        _forbid("AK723", message, work, findings)


def _check_territory(work: Work, post: str, campaign: Campaign, findings: Findings) -> None:
    outside = work.licence.leaves_out(campaign.territory)
    if outside:
        message = (
            f"the licence of {_named(work)} does not hold in {', '.join(outside)}, where {post} is shown"
        )
        _forbid("AK724", message, work, findings)


def _forbid(code: str, message: str, work: Work, findings: Findings) -> None:
    remedy = f"take it out, here or under `for-platform:`, or have the {work.kind} licensed and recorded"
    required = f"a licence that covers it ({work.licence.place})"
    findings.error(code, message, work.place, required=required, remedy=remedy)


def _named(work: Work) -> str:
    return f"the {work.kind} `{work.licence.name}`"
