"""Plan the whole batch of a workspace; nothing is rendered before all of it has been checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from assetkit.cards.book import CardBook
from assetkit.checks.captions.policy import Waived, weigh_findings
from assetkit.checks.kinds import check_kinds
from assetkit.checks.limits import check_limits
from assetkit.checks.messages.cuts import MessageChecks
from assetkit.checks.sidecars import check_unburnt
from assetkit.diagnostics import Findings
from assetkit.engine.caption_checks import CaptionChecks
from assetkit.engine.captions import carry_captions
from assetkit.engine.observing import Observations
from assetkit.engine.own_cards import load_named_kinds
from assetkit.engine.reading import Masters, Subtitles, read_workspace
from assetkit.plan.build import Deliverable, Renditions
from assetkit.plan.texts import CutTexts, TextSetter, has_captions
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.sidecar import has_sidecar
from assetkit.subtitles.speakers import show_speakers
from assetkit.timeline.captions import Carried, FilmCues
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
    waived: list[Waived] = field(default_factory=list)
    unseen: tuple[str, ...] = ()  # masters with captions that nobody has looked at


def tool_versions() -> dict[str, str]:
    """Give the versions that decide bytes: of the media tool, of what draws cards, of what mixes sound."""
    # From what is installed: importing numpy for its version alone is a tenth of a small plan's time.
    from importlib.metadata import version

    mixing = f"numpy {version('numpy')}"
    drawing = f"{mixing} uharfbuzz {version('uharfbuzz')}"
    return {"ffmpeg": find_tool().version, "drawing": drawing, "numpy": mixing}


def plan_batch(
    root: Path, selection: Selection, *, supers: bool = True, observe: bool = False, keyed: bool = True
) -> Batch:
    """Read, check and plan everything that is selected; without `supers`, to see what they cost.

    With `observe`, masters that nobody has looked at are looked at first, which takes as long as decoding.
    Without `keyed`, tasks have no keys: enough to check, and quicker by a tenth.
    """
    findings = Findings()
    workspace = read_workspace(root, findings)
    batch = Batch(root, findings, workspace, [])
    if workspace is None:
        return batch
    observations = Observations(root, make=observe)
    planner = _Planner(root, workspace, selection, tool_versions(), supers, observations, keyed)
    with _without_collector():
        for recipe, cut in _selected_cuts(workspace, selection):
            batch.deliverables += planner.plan_cut(recipe, cut)
    planner.findings.extend(planner.caption_checks.findings())
    planner.findings.extend(planner.messages.told(planner.caption_checks.films()))
    planner.setter.tell_remedies()
    planner.findings.extend(planner.cards.check_contrast())
    # One text that does not fit is found again for each language, platform and cut that shows it.
    findings.extend(dict.fromkeys(planner.findings.items))
    batch.unseen = planner.caption_checks.unseen()
    findings.items, batch.waived = weigh_findings(
        findings.items, workspace.campaign.checks, planner.recipes.values(), is_whole=selection == Selection()
    )
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
        observations: Observations,
        keyed: bool,
    ) -> None:
        self.keyed = keyed
        self.recipes: dict[str, Recipe] = {}
        self.workspace = workspace
        self.selection = selection
        self.supers = supers
        self.tools = tools
        self.findings = Findings()
        self.masters = Masters(root, self.findings)
        self.subtitles = Subtitles(root, self.findings, self.masters)
        self.unselected = Subtitles(root, Findings(), self.masters)
        self.cards = CardBook(workspace.campaign)
        self.unloadable = load_named_kinds(workspace.recipes.values())
        self.setter = TextSetter(workspace.campaign.brand, self.findings)
        self.languages = tuple(
            language
            for language in workspace.campaign.languages
            if not selection.languages or language in selection.languages
        )

        self.caption_checks = CaptionChecks(root, workspace, self.languages, observations)
        self.messages = MessageChecks(workspace.campaign, workspace.recipes.values(), self.languages)

    def plan_cut(self, recipe: Recipe, cut: Cut) -> list[Deliverable]:
        """Give the deliverables of a cut, in the order of its platforms and of the languages."""
        self.recipes[recipe.slug] = recipe
        planned: list[Deliverable] = []
        variants: dict[int, _Variant | None] = {}
        for name in cut.platforms:
            variant = cut.variant(name)
            if id(variant) not in variants:
                variants[id(variant)] = self._conform(recipe, variant)
            found = variants[id(variant)]
            if found is None or (self.selection.platforms and name not in self.selection.platforms):
                continue
            platform = self.workspace.catalogue.platforms[name]
            found.check_cards(platform)
            check_limits(variant, found.timeline, platform, self.findings)
            self.messages.platform(variant, name, self.findings)
            planned += found.plan(recipe, platform)
        return planned

    def cues(self, cut: Cut, rate: Fraction) -> dict[str, FilmCues]:
        """Give the cues of a cut's films in every declared language; only the selected ones are judged."""
        return {
            language: (self.subtitles if language in self.languages else self.unselected).cues(
                cut, language, rate
            )
            for language in self.workspace.campaign.languages
        }

    def _conform(self, recipe: Recipe, cut: Cut) -> _Variant | None:
        if not check_kinds(cut, self.findings, self.unloadable):
            return None
        masters = self.masters.facts(cut)
        timeline = conform(cut, masters, self.workspace.campaign, self.findings)
        if timeline:
            self.messages.cut(recipe, cut, timeline, self.findings)
        shown = cut if self.supers else replace(cut, supers=())
        return _Variant(self, shown, timeline) if timeline else None


class _Variant:
    """A cut as some of its platforms get it, conformed."""

    def __init__(self, planner: _Planner, cut: Cut, timeline: Timeline) -> None:
        self.planner = planner
        self.cut = cut
        self.timeline = timeline
        self.texts = CutTexts(cut, timeline, planner.setter)
        self.renditions = Renditions(timeline, planner.cards, planner.tools, keyed=planner.keyed)
        self.captions: dict[str, Carried] = {}
        self.shown: dict[str, tuple[FrameCue, ...]] = {}  # with their speakers, as the style shows them

    def plan(self, recipe: Recipe, platform: Platform) -> list[Deliverable]:
        """Give the deliverables for one platform."""
        planned: list[Deliverable] = []
        for language in self.planner.languages:
            burnt, beside = has_captions(self.cut, platform), has_sidecar(self.cut.captions, platform)
            cues = self._carry(language) if burnt or beside else ()
            if not burnt:
                check_unburnt(self.cut, platform, language, self.planner.findings)
            events = self.texts.events(cues if burnt else (), platform, language)
            self.planner.caption_checks.look(self.cut, self.timeline, platform, language, cues, events)
            file = self.renditions.plan(events, platform, language)
            placed = self.texts.captions(cues, platform, language)
            planned.append(Deliverable(recipe, self.cut, platform, language, file, cues, placed))
        return planned

    def check_cards(self, platform: Platform) -> None:
        """Report what is wrong with the cards in this platform's zone."""
        size, zone = platform.layout.size, platform.layout.cards
        for segment in self.timeline.segments:
            if isinstance(segment, CardSegment):
                found = self.planner.cards.check(segment.item, size, zone, segment.frames, self.timeline.rate)
                self.planner.findings.extend(found)

    def _carry(self, language: str) -> tuple[FrameCue, ...]:
        if not self.captions:
            cues = self.planner.cues(self.cut, self.timeline.rate)
            selected, findings = self.planner.languages, self.planner.findings
            self.captions = carry_captions(self.cut, self.timeline, cues, selected, findings)
            self.planner.caption_checks.add(self.cut, self.timeline, cues, findings)
        if language not in self.shown:
            style, films = self.cut.captions.style, self.planner.cues(self.cut, self.timeline.rate)[language]
            self.texts.colour_speakers(language, [cue.speaker for film in films.values() for cue in film])
            self.shown[language] = show_speakers(self.captions[language].cues, style.speakers)
        return self.shown[language]
