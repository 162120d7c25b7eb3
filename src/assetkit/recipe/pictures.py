"""Picture files that a campaign and its recipes name: whether their paths are fine, and lead to a file."""

from __future__ import annotations

from pathlib import Path

from assetkit.campaign.records import Campaign, Logo
from assetkit.diagnostics import Findings, Place
from assetkit.recipe.paths import check_path, nearest_file
from assetkit.validation import shorten


def check_picture(root: Path, text: str, place: Place, findings: Findings) -> bool:
    """Report a path that is wrong, or at which there is no file; True where it is there."""
    if not check_path(root, text, place, findings):
        return False
    try:
        is_there = (root / text).is_file()
    except OSError:
        is_there = False
    if not is_there:
        findings.error(
            "AK620", f"there is no picture at {shorten(text)}", place, remedy=nearest_file(root, text)
        )
    return is_there


def check_logos(root: Path, campaign: Campaign | None, findings: Findings) -> None:
    """Report the marks of a campaign whose files are not there."""
    for logo in logos_of(campaign) if campaign else ():
        check_picture(root, logo.image, logo.place, findings)


def logos_of(campaign: Campaign) -> tuple[Logo, ...]:
    """Give all marks of a campaign: the brand's own, and its partners'."""
    marks = (campaign.brand.logo, *(partner.logo for partner in campaign.partners.values()))
    return tuple(logo for logo in marks if logo)
