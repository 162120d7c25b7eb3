"""The names of video files, by the campaign's pattern, and whether every post has one of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.naming import Naming, fill_pattern, judge_name
from assetkit.campaign.records import Campaign
from assetkit.diagnostics import Findings
from assetkit.geometry import shape_of
from assetkit.plan.build import Deliverable
from assetkit.timecode import format_rate


def name_deliverables(
    items: Sequence[Deliverable], campaign: Campaign, findings: Findings
) -> list[Deliverable]:
    """Give the deliverables with their names; what a receiver would refuse is reported, each once."""
    _check_codes(items, findings)
    naming = campaign.naming
    if not naming.pattern:
        return list(items)
    named = [replace(item, named=_name(item, campaign)) for item in items]
    _check_names(named, naming, findings)
    return named


def _name(item: Deliverable, campaign: Campaign) -> str:
    size, rate = item.platform.format.size, item.file.spans[0].rate
    values = {
        "campaign": campaign.name,
        "recipe": item.recipe.slug,
        "film": item.recipe.film.slug if item.recipe.film else item.recipe.slug,
        "cut": item.cut.name,
        "platform": item.platform.name,
        "language": item.language,
        "shape": shape_of(size).replace(":", "x"),
        "size": str(size),
        "rate": format_rate(rate),
        "length": f"{math.floor(item.file.frames / rate + Fraction(1, 2))}s",
        "code": item.code,
    }
    return fill_pattern(campaign.naming.pattern, values)


def _check_names(items: Sequence[Deliverable], naming: Naming, findings: Findings) -> None:
    """Report missing codes, names that a receiver refuses, and names that two posts have."""
    taken: dict[str, Deliverable] = {}
    for item in items:
        if naming.asks_for_code and not item.code:
            _report_no_code(item, findings)
            continue
        fault, measured, required = judge_name(item.named, naming)
        if fault:
            findings.error(
                "AK823",
                f"the name {item.named!r} of {item.folder} {fault}",
                naming.place,
                measured=measured,
                required=required,
                remedy="change `delivery: {name: …}`, or what it is made of",
            )
        # Without regard to case: half of all file systems make none of it.
        first = taken.setdefault(item.named.casefold(), item)
        if first is not item:
            findings.error(
                "AK822",
                f"{first.folder} and {item.folder} would both be named {item.named!r}",
                naming.place,
                remedy="add a field to `delivery: {name: …}` in which they differ",
            )


def _report_no_code(item: Deliverable, findings: Findings) -> None:
    findings.error(
        "AK824",
        f"names ask for a code, and the cut `{item.cut.name}` has none in {item.language}",
        item.cut.place,
        remedy=f"add `code: {{{item.language}: …}}`, or write {{code?}} in `delivery: {{name: …}}`",
    )


def _check_codes(items: Sequence[Deliverable], findings: Findings) -> None:
    """Report a code that stands for two different films: it is given to one version alone."""
    owners: dict[str, Deliverable] = {}
    for item in items:
        if not item.code:
            continue
        first = owners.setdefault(item.code.casefold(), item)
        if (first.recipe.slug, first.cut.name, first.language) != (
            item.recipe.slug,
            item.cut.name,
            item.language,
        ):
            findings.error(
                "AK825",
                f"the code {item.code} is that of {first.recipe.slug}/{first.cut.name} in {first.language}, "
                f"and of {item.recipe.slug}/{item.cut.name} in {item.language}",
                item.cut.place,
                remedy="give every cut and language a code of its own",
            )
