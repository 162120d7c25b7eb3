"""The sound of a timeline as tasks: masters extracted once, one mix, one encode for each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assetkit.media.facts import MasterFacts
from assetkit.plan.tasks import ExtractTask, MixTask, SoundTask, hash_identity
from assetkit.platforms.records import Platform
from assetkit.sound.mix import MixPlan, SoundPiece
from assetkit.timecode import FrameRange, sample_of_frame
from assetkit.timeline.records import CardSegment, Timeline


def plan_sound(timeline: Timeline, platform: Platform, tools: Mapping[str, str]) -> SoundTask:
    """Plan the one mix of a timeline, levelled for the platform; `tools` name -> version."""
    mix = plan_mix(timeline, tools)
    level = (float(platform.loudness), float(platform.true_peak), platform.audio_kbps)
    task = SoundTask(mix, *level, _versions(tools))
    return replace(task, key=hash_identity(task.identity()))


def plan_mix(timeline: Timeline, tools: Mapping[str, str]) -> MixTask:
    """Plan what is heard: sound under clips, silence under cards and under masters without sound."""
    extracts: dict[str, ExtractTask] = {}
    pieces: list[SoundPiece] = []
    into = {dissolve.first + 1: dissolve.range for dissolve in timeline.dissolves}
    for index, segment in enumerate(timeline.segments):
        start = sample_of_frame(segment.range.start, timeline.rate)
        length = sample_of_frame(segment.range.stop, timeline.rate) - start
        cross, before = _cross(into.get(index), segment.range.start, timeline.rate)
        if isinstance(segment, CardSegment) or not segment.facts.sounds:
            pieces.append(SoundPiece(None, 0, start, length, cross, before))
            continue
        extract = _plan_extract(segment.facts, tools)
        extracts[extract.key] = extract
        first = sample_of_frame(segment.source.start, timeline.rate)
        pieces.append(SoundPiece(extract.key, first, start, length, cross, before))
    plan = MixPlan(sample_of_frame(timeline.frames, timeline.rate), tuple(pieces))
    task = MixTask(plan, tuple(extracts.values()), tools["numpy"])
    return replace(task, key=hash_identity(task.identity()))


def _plan_extract(facts: MasterFacts, tools: Mapping[str, str]) -> ExtractTask:
    task = ExtractTask(facts, tools["ffmpeg"])
    return replace(task, key=hash_identity(task.identity()))


def _versions(tools: Mapping[str, str]) -> str:
    # Levelling measures and encodes with the media tool, and limits with numpy.
    return f"{tools['ffmpeg']} {tools['numpy']}"


def _cross(area: FrameRange | None, join: int, rate: Fraction) -> tuple[int, int | None]:
    if area is None:
        return 0, None
    first, middle, last = (sample_of_frame(frame, rate) for frame in (area.start, join, area.stop))
    return last - first, middle - first
