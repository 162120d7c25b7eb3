"""From timelines to one graph of tasks for the whole batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assetkit.campaign.records import Campaign
from assetkit.cards.book import CardBook
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size, shape_of
from assetkit.plan.budgets import Fit
from assetkit.plan.captions import PlacedCaption
from assetkit.plan.identity import hash_identity
from assetkit.plan.lying import Lying, Overlays, overlays_in
from assetkit.plan.music import plan_music
from assetkit.plan.sound import NO_FILES, plan_mix, plan_sound, sound_language
from assetkit.plan.spans import Piece, cut_spans, lattice_step
from assetkit.plan.tasks import (
    CardSource,
    FileTask,
    FootageSource,
    MixTask,
    SoundTask,
    Source,
    SpanTask,
    View,
)
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.records import CardSegment, FootageSegment, Timeline
from assetkit.timeline.soundtrack import Files


@dataclass(frozen=True)
class Deliverable:
    """One file to publish: a finished file for a platform and a language.

    `captions` are the cues of the language in timeline frames, burnt in, beside the video, or both. `placed`
    are those burnt in, as they stand in the picture; one of them may be split in two here. `named` is the
    name of the video by the campaign's pattern, without its ending, "" for the house's own. `fit` says at
    which step the file keeps within the platform's size, None where that is sure or not decided.
    """

    recipe: Recipe
    cut: Cut
    platform: Platform
    language: str
    file: FileTask
    captions: tuple[FrameCue, ...] = ()
    placed: tuple[PlacedCaption, ...] = ()
    named: str = ""
    fit: Fit | None = None

    @property
    def caption_set(self) -> str:
        """Which captions they are: "translation", or "sdh" with sounds and speakers."""
        return self.cut.captions.sets.get(self.language, "translation")

    @property
    def folder(self) -> str:
        """Where it lies below the output folder."""
        return f"{self.recipe.slug}/{self.cut.name}/{self.platform.name}/{self.language}"

    @property
    def name(self) -> str:
        """The name of the video file."""
        ours = f"{self.recipe.slug}-{self.cut.name}-{self.platform.name}-{self.language}"
        return f"{self.named or ours}.mp4"

    @property
    def code(self) -> str:
        """The trade's code of this version, "" where it has none."""
        return self.cut.codes.get(self.language, "")


def plan_file(
    timeline: Timeline,
    events: Sequence[AssEvent],
    campaign: Campaign,
    platform: Platform,
    language: str,
    tools: Mapping[str, str],
) -> FileTask:
    """Plan a rendition: `events` are its laid out texts in timeline frames, `tools` name -> version.

    Nothing lies over its picture but these texts: cards there are a cut's, see `Renditions`.
    """
    return Renditions(timeline, CardBook(campaign), tools).plan(tuple(events), platform, language)


class Renditions:
    """Plans the renditions of one timeline, and what they share once.

    What is remembered never changes a key: each is what `plan_file` gives for the rendition alone. Cards that
    lie over the picture are those of `cut`.
    """

    def __init__(
        self,
        timeline: Timeline,
        cards: CardBook,
        tools: Mapping[str, str],
        *,
        keyed: bool = True,
        cut: Cut | None = None,
        sounds: Files = NO_FILES,
        speech: Sequence[FrameRange] = (),
    ) -> None:
        self.timeline = timeline
        self.files = sounds
        self.speech = speech  # when cues stand, in any language: music goes down there
        self.keyed = keyed  # without keys it is for looking only: nothing can be found or made by it
        self.cards = cards
        self.tools = tools
        self._mixes: dict[str, MixTask] = {}
        self.overlays = Overlays(cut, timeline, cards)
        self._sounds: dict[object, SoundTask] = {}
        self._pieces: dict[object, tuple[Piece, ...]] = {}
        self._views: dict[tuple[int, Size], View] = {}
        self._specs: dict[tuple[int, Size, Box, str], CardSpec] = {}
        self._bare: dict[tuple[Piece, int], SpanTask] = {}
        # With the events themselves, so that their id is not given to others.
        self._files: dict[object, tuple[tuple[AssEvent, ...], FileTask]] = {}

    def plan(self, events: tuple[AssEvent, ...], platform: Platform, language: str) -> FileTask:
        """Plan a rendition; for the same events, format, zone and sound it is the same object."""
        layout, lying = platform.layout, self.overlays.lying(platform, language)
        key = (id(events), language, platform.format, layout.size, layout.cards, _level(platform), lying)
        if key not in self._files:
            spans = tuple(
                self._span(piece, events, lying, platform, language)
                for piece in self._cut(events, lying, platform)
            )
            task = FileTask(spans, self._sound(platform, language), self.tools["ffmpeg"])
            if self.keyed:
                task = replace(task, key=hash_identity(task.identity()))
            self._files[key] = (events, task)
        return self._files[key][1]

    def _sound(self, platform: Platform, language: str) -> SoundTask:
        mix = self._mix(sound_language(self.timeline, language))
        key = (mix.key, _level(platform))
        if key not in self._sounds:
            self._sounds[key] = plan_sound(mix, platform, self.tools)
        return self._sounds[key]

    def _mix(self, language: str) -> MixTask:
        if language not in self._mixes:
            beds = plan_music(self.timeline, self.files, self.speech, self.tools)
            self._mixes[language] = plan_mix(self.timeline, self.tools, language, self.files, beds)
        return self._mixes[language]

    def _cut(
        self, events: tuple[AssEvent, ...], lying: tuple[Lying, ...], platform: Platform
    ) -> tuple[Piece, ...]:
        fine = lattice_step(self.timeline.rate, platform.format.fine_seconds)
        ranges = (*(event.range for event in events), *(each.range for each in lying))
        found = self._pieces.get((ranges, fine))
        if found is None:
            found = self._pieces[ranges, fine] = cut_spans(self.timeline, ranges, fine)
        return found

    def _span(
        self,
        piece: Piece,
        events: tuple[AssEvent, ...],
        lying: tuple[Lying, ...],
        platform: Platform,
        language: str,
    ) -> SpanTask:
        shown = _shown(events, piece.range)
        indices = (piece.segment, piece.segment + 1) if piece.is_dissolve else (piece.segment,)
        cards = any(isinstance(self.timeline.segments[index], CardSegment) for index in indices)
        overlays = overlays_in(lying, piece.range, on_card=cards)
        drawn = cards or bool(overlays)
        # Footage without a text is the same in every language and layout.
        bare = (piece, id(platform.format)) if not shown and not drawn else None
        if bare in self._bare:
            return self._bare[bare]
        sources = tuple(self._source(index, piece.range.start, platform, language) for index in indices)
        versions = f"{self.tools['ffmpeg']} {self.tools['drawing']}" if drawn else self.tools["ffmpeg"]
        make = SpanTask.keyed if self.keyed else SpanTask
        rate, frames = self.timeline.rate, len(piece.range)
        task = make(rate, frames, platform.format, sources, shown, versions, overlays=overlays)
        if bare:
            self._bare[bare] = task
        return task

    def _source(self, index: int, frame: int, platform: Platform, language: str) -> Source:
        """Give the segment's frames from timeline frame `frame` on."""
        segment = self.timeline.segments[index]
        if isinstance(segment, FootageSegment):
            view = self._view(index, segment, platform.format.size)
            return FootageSource(segment.facts, segment.source.start + frame - segment.at, view)
        spec, since = self._card(index, segment, platform, language), frame - segment.at
        if segment.ground is None:
            return CardSource(spec, since)
        view = View.behind(segment.ground.item.framing.focus, segment.ground.facts.size, platform.format.size)
        ground = FootageSource(segment.ground.facts, segment.ground.source.start + since, view)
        size, zone, rate = platform.format.size, platform.layout.cards, self.timeline.rate
        scrim = self.cards.scrim(segment.item, size, zone, segment.frames, rate)
        return CardSource(spec, since, ground, scrim)

    def _view(self, index: int, segment: FootageSegment, size: Size) -> View:
        found = self._views.get((index, size))
        if found is None:
            framing = segment.item.framing_for(shape_of(size))
            found = self._views[index, size] = View.of(framing, segment.facts.size, size)
        return found

    def _card(self, index: int, segment: CardSegment, platform: Platform, language: str) -> CardSpec:
        size, zone = platform.format.size, platform.layout.cards
        key = (index, size, zone, language)
        if key not in self._specs:
            rate = self.timeline.rate
            spec = self.cards.resolve(segment.item, language, size, zone, segment.frames, rate)
            self._specs[key] = replace(spec, clear=True) if segment.ground else spec
        return self._specs[key]


def _level(platform: Platform) -> tuple[object, ...]:
    return (platform.loudness, platform.true_peak, platform.audio_kbps)


def _shown(events: Sequence[AssEvent], area: FrameRange) -> tuple[AssEvent, ...]:
    """Give the events that touch the area, clipped to it and counted from its first frame."""
    # Asked of every event by every span: most stand elsewhere, which two comparisons tell.
    near = (each for each in events if each.range.start < area.stop and each.range.stop > area.start)
    return tuple(clipped for each in near if (clipped := each.clipped(area)) is not None)
