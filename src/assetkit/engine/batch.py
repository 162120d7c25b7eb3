"""Read a workspace and plan its whole batch; nothing is rendered before all of it has been checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assetkit.cards.checking import check_card
from assetkit.diagnostics import Findings
from assetkit.errors import AssetkitError, MediaError
from assetkit.geometry import shape_of
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import Deliverable, plan_file
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Platform
from assetkit.recipe.records import ClipItem, Cut, Film, Recipe, Workspace
from assetkit.recipe.workspace import load_workspace
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault, lay_out, lay_out_super
from assetkit.subtitles.read import read_cues
from assetkit.text.fonts import SUPER_FONT, missing_glyphs
from assetkit.timeline.captions import carry_cues, place_super
from assetkit.timeline.conform import conform
from assetkit.timeline.records import CardSegment, Timeline
from assetkit.tool.ffmpeg import find_tool
from assetkit.tool.masters import master_facts


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
    import numpy
    import uharfbuzz

    mixing = f"numpy {numpy.__version__}"
    drawing = f"{mixing} uharfbuzz {uharfbuzz.__version__}"
    return {"ffmpeg": find_tool().version, "drawing": drawing, "numpy": mixing}


def plan_batch(root: Path, selection: Selection, *, supers: bool = True) -> Batch:
    """Read, check and plan everything that is selected; without `supers`, to see what they cost."""
    findings = Findings()
    own = root / "platforms.yaml"
    text = own.read_text(encoding="utf-8") if own.is_file() else None
    catalogue = load_catalogue(text, findings=findings)
    workspace = load_workspace(root, catalogue, findings)
    batch = Batch(root, findings, workspace, [])
    if workspace is None:
        return batch
    planner = _Planner(root, workspace, findings, tool_versions())
    for recipe in workspace.recipes.values():
        if selection.recipes and recipe.slug not in selection.recipes:
            continue
        for cut in recipe.cuts.values():
            if not selection.cuts or cut.name in selection.cuts:
                shown = cut if supers else replace(cut, supers=())
                batch.deliverables += planner.plan_cut(recipe, shown, selection)
    return batch


class _Planner:
    def __init__(self, root: Path, workspace: Workspace, findings: Findings, tools: dict[str, str]) -> None:
        self.root = root
        self.workspace = workspace
        self.findings = findings
        self.tools = tools
        self.facts: dict[str, MasterFacts | None] = {}
        self.cues: dict[tuple[str, str], tuple[FrameCue, ...]] = {}
        self.checked: set[object] = set()

    def plan_cut(self, recipe: Recipe, cut: Cut, selection: Selection) -> list[Deliverable]:
        campaign = self.workspace.campaign
        planned: list[Deliverable] = []
        timelines: dict[int, Timeline | None] = {}
        for name in cut.platforms:
            variant = cut.variant(name)
            if id(variant) not in timelines:
                masters = self._masters(variant)
                timelines[id(variant)] = conform(variant, masters, campaign, self.findings)
            timeline = timelines[id(variant)]
            if timeline is None or (selection.platforms and name not in selection.platforms):
                continue
            platform = self.workspace.catalogue.platforms[name]
            self._check_cards(timeline, platform)
            for language in campaign.languages:
                if selection.languages and language not in selection.languages:
                    continue
                events = self._events(timeline, variant, platform, language)
                task = plan_file(timeline, events, campaign, platform, language, self.tools)
                planned.append(Deliverable(recipe, variant, platform, language, task))
        return planned

    def _masters(self, cut: Cut) -> dict[str, MasterFacts]:
        films = {item.film.slug: item.film for item in cut.sequence if isinstance(item, ClipItem)}
        for slug, film in films.items():
            if slug not in self.facts:
                self.facts[slug] = self._facts(film)
        return {slug: facts for slug in films if (facts := self.facts[slug]) is not None}

    def _facts(self, film: Film) -> MasterFacts | None:
        try:
            facts = master_facts(self.root, film.master, film.colour, self.root / ".assetkit")
        except MediaError as error:
            self.findings.error("AK310", error.message, film.place, remedy=error.remedy)
            return None
        if facts.colour.assumed:
            self.findings.warning(
                "AK311",
                f"{film.master} does not say its colour; BT.709 is assumed",
                film.place,
                remedy="Write colour: bt709 in the recipe.",
            )
        return facts

    def _check_cards(self, timeline: Timeline, platform: Platform) -> None:
        layout = platform.layout
        for segment in timeline.segments:
            if not isinstance(segment, CardSegment):
                continue
            mark = (segment.item.place, layout.name, segment.frames)
            if mark in self.checked:
                continue
            self.checked.add(mark)
            found = check_card(
                segment.item,
                self.workspace.campaign,
                layout.size,
                layout.cards,
                shape_of(layout.size),
                segment.frames,
                timeline.rate,
            )
            known = set(self.findings.items)
            self.findings.extend(item for item in found if item not in known)

    def _events(self, timeline: Timeline, cut: Cut, platform: Platform, language: str) -> list[AssEvent]:
        size, layout = platform.format.size, platform.layout
        events: list[AssEvent] = []
        if cut.captions.burn and platform.name not in cut.captions.unburnt:
            font = self.workspace.campaign.brand.caption_font
            for cue in carry_cues(timeline, self._cues(timeline, cut, language)):
                placed = self._lay(
                    lambda cue=cue: lay_out(  # type: ignore[misc]
                        cue.text, language, font, size=size, zone=layout.captions, style=cut.captions.style
                    ),
                    cue.text,
                    font,
                    cut,
                )
                if placed:
                    events.append(AssEvent(cue.range, placed))
        for item in cut.supers:
            words = item.text.get(language)
            area = place_super(item, timeline)
            if words and platform.name not in item.excluded and len(area):
                placed = self._lay(
                    lambda item=item, words=words: lay_out_super(  # type: ignore[misc]
                        words, language, size=size, zone=layout.cards, where=item.where
                    ),
                    words,
                    SUPER_FONT,
                    cut,
                )
                if placed:
                    events.append(AssEvent(area, placed))
        return events

    def _lay(
        self, place: Callable[[], CaptionLayout | LayoutFault], text: str, font: str, cut: Cut
    ) -> CaptionLayout | None:
        missing = missing_glyphs(text.replace("\n", " "), font)
        if missing:
            letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
            self._once("AK401", f"the font {font} has no {letters}: {text!r}", cut, "Use a font that has it.")
            return None
        placed = place()
        if isinstance(placed, CaptionLayout):
            return placed
        self._once(
            "AK402",
            f"a text does not fit on {placed.max_lines} lines in {placed.language}: {text!r}; "
            f"{placed.what} is {placed.needed:.0f} px and may be {placed.available:.0f} px",
            cut,
            "Shorten the text, or split it into two cues.",
        )
        return None

    def _once(self, code: str, message: str, cut: Cut, remedy: str) -> None:
        if not any(item.message == message for item in self.findings.items):
            if code == "AK401":
                self.findings.error("AK401", message, cut.place, remedy=remedy)
            else:
                self.findings.error("AK402", message, cut.place, remedy=remedy)

    def _cues(self, timeline: Timeline, cut: Cut, language: str) -> dict[str, tuple[FrameCue, ...]]:
        films = {item.film.slug: item.film for item in cut.sequence if isinstance(item, ClipItem)}
        for slug, film in films.items():
            path = film.subtitles.get(language)
            if (slug, language) in self.cues or path is None:
                continue
            try:
                read = read_cues((self.root / path).read_bytes(), path)
                self.cues[slug, language] = conform_cues(read, timeline.rate)
            except (OSError, AssetkitError) as error:
                self.cues[slug, language] = ()
                self.findings.error("AK403", f"{path} cannot be read: {error}", film.place)
        return {slug: self.cues.get((slug, language), ()) for slug in films}
