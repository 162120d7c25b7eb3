"""Picture posts planned: a platform as it takes pictures, and how many of them."""

from __future__ import annotations

from dataclasses import replace

from assetkit.diagnostics import Findings
from assetkit.platforms.records import CoverRule, Platform
from assetkit.recipe.records import Cut


def picture_platform(platform: Platform) -> Platform:
    """Give the platform as its picture posts are drawn: in the size in which it takes pictures."""
    layout = platform.image.layout or platform.layout
    coded = replace(platform.format, name=f"{platform.format.name}-picture", size=layout.size)
    return replace(platform, format=coded, layout=layout, cover=CoverRule("none"))


def check_pictures(cut: Cut, platform: Platform, findings: Findings) -> bool:
    """Report a platform that takes no picture posts, or fewer pictures; False where it takes none."""
    rule = platform.image
    if not rule.forms:
        what = "takes no picture posts" if rule.is_known else "is not known to take picture posts"
        findings.error(
            "AK848",
            f"{platform.title} {what}",
            cut.place,
            remedy=f"take {platform.name} out of the `platforms:` of the cut {cut.name}",
        )
        return False
    count = len(cut.sequence)
    if rule.most is not None and count > rule.most:
        findings.warning(
            "AK849",
            f"the cut {cut.name} has more pictures than {platform.title} takes in one post",
            cut.place,
            measured=str(count),
            required=f"at most {rule.most}",
            remedy=f"take out {count - rule.most}, or make a cut of its own for {platform.name}",
        )
    return True
