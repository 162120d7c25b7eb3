"""Plan cuts one after the other, and remember what they have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from assetkit.cards.book import CardBook
from assetkit.checks.kinds import check_kinds
from assetkit.checks.licences import check_licences
from assetkit.checks.limits import check_limits
from assetkit.checks.messages.cuts import MessageChecks
from assetkit.checks.music import check_music
from assetkit.checks.overlays import OverlayChecks
from assetkit.checks.posts import PostChecks
from assetkit.checks.sidecars import check_unburnt
from assetkit.checks.sound import check_sound
from assetkit.diagnostics import Findings
from assetkit.engine.caption_checks import CaptionChecks
from assetkit.engine.captions import carry_captions
from assetkit.engine.hearing import Hearings
from assetkit.engine.observing import Observations
from assetkit.engine.own_cards import load_named_kinds
from assetkit.engine.reading import Masters, Subtitles
from assetkit.engine.sound_checks import SoundChecks
from assetkit.engine.sounds import SoundFiles
from assetkit.engine.still_posts import plan_pictures
from assetkit.plan.build import Deliverable, Renditions
from assetkit.plan.covers import check_cover
from assetkit.plan.texts import CutTexts, TextSetter, has_captions
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.sidecar import has_sidecar
from assetkit.subtitles.speakers import show_speakers
from assetkit.timeline.captions import Carried, FilmCues
from assetkit.timeline.conform import conform
from assetkit.timeline.music import find_speech, is_under_cues
from assetkit.timeline.records import CardSegment, Timeline
from assetkit.timeline.soundtrack import Files


@dataclass(frozen=True)
class Selection:
    """What of the workspace is wanted; an empty part means all."""

    recipes: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Planner:
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
        self.sounds = SoundFiles(root, self.findings)
        self.cards = CardBook(workspace.campaign)
        self.unloadable = load_named_kinds(workspace.recipes.values())
        self.setter = TextSetter(workspace.campaign.brand, self.findings)
        self.languages = tuple(
            language
            for language in workspace.campaign.languages
            if not selection.languages or language in selection.languages
        )

        self.caption_checks = CaptionChecks(root, workspace, self.languages, observations)
        hearings = Hearings(root, make=observations.make)
        self.sound_checks = SoundChecks(hearings, self.languages, self.findings)
        self.messages = MessageChecks(workspace, self.languages)
        self.posts = PostChecks(workspace.campaign, self.languages)

    def plan_cut(self, recipe: Recipe, cut: Cut) -> list[Deliverable]:
        """Give the deliverables of a cut, in the order of its platforms and of the languages."""
        self.recipes[recipe.slug] = recipe
        planned: list[Deliverable] = []
        variants: dict[int, Variant | None] = {}
        for name in cut.platforms:
            variant = cut.variant(name)
            if id(variant) not in variants:
                variants[id(variant)] = self._conform(recipe, variant)
                if found := variants[id(variant)]:
                    same = [each for each in cut.platforms if cut.variant(each) is variant]
                    found.renditions.overlays.check_times(same, self.findings)
            found = variants[id(variant)]
            if found is None or (self.selection.platforms and name not in self.selection.platforms):
                continue
            platform = self.workspace.catalogue.platforms[name]
            found.check_cards(platform)
            check_limits(variant, found.timeline, platform, self.findings)
            check_cover(variant, found.timeline, platform, self.cards, self.findings)
            self._check_post(recipe, variant, platform)
            planned += found.plan(recipe, platform)
        return planned

    def plan_stills(self, recipe: Recipe, cut: Cut) -> list[Deliverable]:
        """Give the picture posts of a cut, in the order of its platforms and of the languages."""
        self.recipes[recipe.slug] = recipe
        planned: list[Deliverable] = []
        for name in cut.platforms:
            variant, platform = cut.variant(name), self.workspace.catalogue.platforms[name]
            found = self._conform(recipe, variant)
            if found is None or (self.selection.platforms and name not in self.selection.platforms):
                continue
            self._check_post(recipe, variant, platform)
            planned += plan_pictures(
                recipe,
                variant,
                found.timeline,
                platform,
                self.languages,
                self.cards,
                self.tools,
                self.findings,
            )
        return planned

    def _check_post(self, recipe: Recipe, cut: Cut, platform: Platform) -> None:
        self.messages.platform(cut, platform.name, self.findings)
        self.posts.platform(recipe, cut, platform, self.findings)
        check_licences(recipe, cut, platform.name, self.workspace, self.findings)

    def cues(self, cut: Cut, rate: Fraction) -> dict[str, FilmCues]:
        """Give the cues of a cut's films in every declared language; only the selected ones are judged."""
        return {
            language: (self.subtitles if language in self.languages else self.unselected).cues(
                cut, language, rate
            )
            for language in self.workspace.campaign.languages
        }

    def _conform(self, recipe: Recipe, cut: Cut) -> Variant | None:
        if not check_kinds(cut, self.findings, self.unloadable):
            return None
        masters = self.masters.facts(cut)
        timeline = conform(cut, masters, self.workspace.campaign, self.findings)
        sounds = self.sounds.facts(cut)
        if timeline:
            self.messages.cut(recipe, cut, timeline, self.findings)
            self.posts.cut(cut, self.findings)
        if timeline and not cut.makes_stills:
            check_music(timeline, sounds, self.findings)
            timeline = timeline if check_sound(timeline, self.languages, sounds, self.findings) else None
        if timeline and not cut.makes_stills:
            told = timeline
            self.sound_checks.add(
                cut.name, told, sounds, lambda: find_speech(told, self.cues(cut, told.rate))
            )
        shown = cut if self.supers else replace(cut, supers=(), overlays=())
        return Variant(self, shown, timeline, sounds) if timeline else None


class Variant:
    """A cut as some of its platforms get it, conformed."""

    def __init__(self, planner: Planner, cut: Cut, timeline: Timeline, sounds: Files) -> None:
        self.planner = planner
        self.cut = cut
        self.timeline = timeline
        self.texts = CutTexts(cut, timeline, planner.setter)
        self.over = OverlayChecks(cut, timeline, planner.cards, planner.findings)
        speech = find_speech(timeline, planner.cues(cut, timeline.rate)) if is_under_cues(timeline) else ()
        self.renditions = Renditions(
            timeline,
            planner.cards,
            planner.tools,
            keyed=planner.keyed,
            cut=cut,
            sounds=sounds,
            speech=speech,
        )
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
            self.over.check(platform, language, events)
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
        self.over.check_cards(platform)

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
