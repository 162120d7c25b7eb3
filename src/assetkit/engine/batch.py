"""Plan the whole batch of a workspace; nothing is rendered before all of it has been checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assetkit.cards.book import CardBook
from assetkit.checks.cues import check_clipped
from assetkit.checks.kinds import check_kinds
from assetkit.checks.limits import check_limits
from assetkit.diagnostics import Findings
from assetkit.engine.reading import Masters, Subtitles, read_workspace
from assetkit.plan.build import Deliverable, Renditions
from assetkit.plan.texts import CutTexts, TextSetter, has_captions
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.subtitles.cues import FrameCue
from assetkit.timeline.captions import trace_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.records import CardSegment, Timeline
from assetkit.tool.ffmpeg import find_tool


@dataclass(frozen=True)
class Selection:
    """What of the workspace is wanted; an empty part means all."""

    recipes: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass
class Batch:
    """A planned batch: what was read, what is to be made, and every problem on the way."""

    root: Path
    findings: Findings
    workspace: Workspace | None
    deliverables: list[Deliverable]


def tool_versions() -> dict[str, str]:
    """Give the versions that decide bytes: of the media tool, of what draws cards, of what mixes sound."""
    # From what is installed: importing numpy for its version alone is a tenth of a small plan's time.
    from importlib.metadata import version

    mixing = f"numpy {version('numpy')}"
    drawing = f"{mixing} uharfbuzz {version('uharfbuzz')}"
    return {"ffmpeg": find_tool().version, "drawing": drawing, "numpy": mixing}


def plan_batch(root: Path, selection: Selection, *, supers: bool = True) -> Batch:
    """Read, check and plan everything that is selected; without `supers`, to see what they cost."""
    findings = Findings()
    workspace = read_workspace(root, findings)
    batch = Batch(root, findings, workspace, [])
    if workspace is None:
        return batch
    planner = _Planner(root, workspace, selection, tool_versions(), supers)
    with _without_collector():
        for recipe, cut in _selected_cuts(workspace, selection):
            batch.deliverables += planner.plan_cut(recipe, cut)
    # One text that does not fit is found again for each language, platform and cut that shows it.
    findings.extend(dict.fromkeys(planner.findings.items))
    return batch


@contextmanager
def _without_collector() -> Iterator[None]:
    """Plan without the cyclic collector: plans hold no cycles, and the search takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _selected_cuts(workspace: Workspace, selection: Selection) -> Iterator[tuple[Recipe, Cut]]:
    for recipe in workspace.recipes.values():
        if selection.recipes and recipe.slug not in selection.recipes:
            continue
        for cut in recipe.cuts.values():
            if not selection.cuts or cut.name in selection.cuts:
                yield recipe, cut


class _Planner:
    """Plans cuts one after the other, and remembers what they have in common."""

    def __init__(
        self,
        root: Path,
        workspace: Workspace,
        selection: Selection,
        tools: Mapping[str, str],
        supers: bool,
    ) -> None:
        self.workspace = workspace
        self.selection = selection
        self.supers = supers
        self.tools = tools
        self.findings = Findings()
        self.masters = Masters(root, self.findings)
        self.subtitles = Subtitles(root, self.findings)
        self.cards = CardBook(workspace.campaign)
        self.setter = TextSetter(workspace.campaign.brand.caption_font, self.findings)
        self.languages = tuple(
            language
            for language in workspace.campaign.languages
            if not selection.languages or language in selection.languages
        )

    def plan_cut(self, recipe: Recipe, cut: Cut) -> list[Deliverable]:
        """Give the deliverables of a cut, in the order of its platforms and of the languages."""
        planned: list[Deliverable] = []
        variants: dict[int, _Variant | None] = {}
        for name in cut.platforms:
            variant = cut.variant(name)
            if id(variant) not in variants:
                variants[id(variant)] = self._conform(variant)
            found = variants[id(variant)]
            if found is None or (self.selection.platforms and name not in self.selection.platforms):
                continue
            platform = self.workspace.catalogue.platforms[name]
            found.check_cards(platform)
            check_limits(variant, found.timeline, platform, self.findings)
            planned += found.plan(recipe, platform)
        return planned

    def _conform(self, cut: Cut) -> _Variant | None:
        if not check_kinds(cut, self.findings):
            return None
        masters = self.masters.facts(cut)
        timeline = conform(cut, masters, self.workspace.campaign, self.findings)
        shown = cut if self.supers else replace(cut, supers=())
        return _Variant(self, shown, timeline) if timeline else None


class _Variant:
    """A cut as some of its platforms get it, conformed."""

    def __init__(self, planner: _Planner, cut: Cut, timeline: Timeline) -> None:
        self.planner = planner
        self.cut = cut
        self.timeline = timeline
        self.texts = CutTexts(cut, timeline, planner.setter)
        self.renditions = Renditions(timeline, planner.cards, planner.tools)
        self.captions: dict[str, tuple[FrameCue, ...]] = {}

    def plan(self, recipe: Recipe, platform: Platform) -> list[Deliverable]:
        """Give the deliverables for one platform."""
        planned: list[Deliverable] = []
        for language in self.planner.languages:
            cues = self._carry(language) if has_captions(self.cut, platform) else ()
            events = self.texts.events(cues, platform, language)
            file = self.renditions.plan(events, platform, language)
            planned.append(Deliverable(recipe, self.cut, platform, language, file))
        return planned

    def check_cards(self, platform: Platform) -> None:
        """Report what is wrong with the cards in this platform's zone."""
        size, zone = platform.layout.size, platform.layout.cards
        for segment in self.timeline.segments:
            if isinstance(segment, CardSegment):
                found = self.planner.cards.check(segment.item, size, zone, segment.frames, self.timeline.rate)
                self.planner.findings.extend(found)

    def _carry(self, language: str) -> tuple[FrameCue, ...]:
        if language not in self.captions:
            rate = self.timeline.rate
            traced = trace_cues(self.timeline, self.planner.subtitles.cues(self.cut, language, rate))
            check_clipped(traced, rate, language, self.planner.findings)
            self.captions[language] = tuple(carried.cue for carried in traced)
        return self.captions[language]
