"""Picture posts of a batch: their items on a timeline of which one frame each is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assetkit.cards.book import CardBook
from assetkit.diagnostics import Findings
from assetkit.plan.build import Deliverable, Renditions
from assetkit.plan.pictures import check_pictures, picture_platform
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Captions, Cut, Recipe
from assetkit.timeline.records import CardSegment, Timeline


def plan_pictures(
    recipe: Recipe,
    cut: Cut,
    timeline: Timeline,
    platform: Platform,
    languages: Iterable[str],
    cards: CardBook,
    tools: Mapping[str, str],
    findings: Findings,
) -> list[Deliverable]:
    """Give the picture posts of a cut on a platform; nothing is rendered but frames of their files."""
    if not check_pictures(cut, platform, findings):
        return []
    drawn, plain = picture_platform(platform), replace(cut, captions=Captions(burn=False))
    for segment in timeline.segments:
        if isinstance(segment, CardSegment):
            size, zone = drawn.layout.size, drawn.layout.cards
            findings.extend(cards.check(segment.item, size, zone, segment.frames, timeline.rate))
    renditions = Renditions(timeline, cards, tools, cut=plain)
    return [
        Deliverable(recipe, plain, drawn, language, renditions.plan((), drawn, language))
        for language in languages
    ]
