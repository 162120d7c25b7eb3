"""From timelines to one graph of tasks for the whole batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assetkit.campaign.records import Campaign
from assetkit.cards.resolve import resolve_card
from assetkit.geometry import shape_of
from assetkit.plan.sound import plan_sound
from assetkit.plan.spans import Piece, cut_spans, lattice_step
from assetkit.plan.tasks import (
    CardSource,
    FileTask,
    FootageSource,
    Source,
    SpanTask,
    View,
    hash_identity,
)
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe
from assetkit.subtitles.ass import AssEvent
from assetkit.timeline.records import FootageSegment, Timeline


@dataclass(frozen=True)
class Deliverable:
    """One file to publish: a finished file for a platform and a language."""

    recipe: Recipe
    cut: Cut
    platform: Platform
    language: str
    file: FileTask

    @property
    def folder(self) -> str:
        """Where it lies below the output folder."""
        return f"{self.recipe.slug}/{self.cut.name}/{self.platform.name}/{self.language}"

    @property
    def name(self) -> str:
        """The name of the video file."""
        return f"{self.recipe.slug}-{self.cut.name}-{self.platform.name}-{self.language}.mp4"


def plan_file(
    timeline: Timeline,
    events: Sequence[AssEvent],
    campaign: Campaign,
    platform: Platform,
    language: str,
    tools: Mapping[str, str],
) -> FileTask:
    """Plan a rendition: `events` are its laid out texts in timeline frames, `tools` name -> version."""
    fine = lattice_step(timeline.rate, platform.format.fine_seconds)
    pieces = cut_spans(timeline, [event.range for event in events], fine)
    spans = tuple(
        _plan_span(timeline, piece, events, campaign, platform, language, tools) for piece in pieces
    )
    sound = plan_sound(timeline, platform, tools)
    task = FileTask(spans, sound, tools["ffmpeg"])
    return replace(task, key=hash_identity(task.identity()))


def _plan_span(
    timeline: Timeline,
    piece: Piece,
    events: Sequence[AssEvent],
    campaign: Campaign,
    platform: Platform,
    language: str,
    tools: Mapping[str, str],
) -> SpanTask:
    indices = (piece.segment, piece.segment + 1) if piece.is_dissolve else (piece.segment,)
    sources = tuple(
        _source(timeline, index, piece.range.start, campaign, platform, language) for index in indices
    )
    shown = []
    for event in events:
        overlap = event.range.overlap(piece.range)
        if overlap is not None:
            shown.append(replace(event, range=overlap.shift(-piece.range.start)))
    drawn = any(isinstance(source, CardSource) for source in sources)
    versions = f"{tools['ffmpeg']} {tools['drawing']}" if drawn else tools["ffmpeg"]
    task = SpanTask(timeline.rate, len(piece.range), platform.format, sources, tuple(shown), versions)
    return replace(task, key=hash_identity(task.identity()))


def _source(
    timeline: Timeline, index: int, frame: int, campaign: Campaign, platform: Platform, language: str
) -> Source:
    segment = timeline.segments[index]
    size = platform.format.size
    if isinstance(segment, FootageSegment):
        framing = segment.item.framing_for(shape_of(size))
        view = View.of(framing, segment.facts.size, size)
        return FootageSource(segment.facts, segment.source.start + frame - segment.at, view)
    spec = resolve_card(
        segment.item, campaign, language, size, platform.layout.cards, segment.frames, timeline.rate
    )
    return CardSource(spec, frame - segment.at)
