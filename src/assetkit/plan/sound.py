"""The sound of a timeline as tasks: masters extracted once, one mix, one encode for each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assetkit.media.facts import MasterFacts
from assetkit.plan.tasks import ExtractTask, MixTask, SoundTask, hash_identity
from assetkit.platforms.records import Platform
from assetkit.sound.records import MixPlan, SoundPiece
from assetkit.timecode import SAMPLE_RATE, FrameRange, sample_of_frame
from assetkit.timeline.records import CardSegment, Timeline

_FIRST_REACH = 30 * SAMPLE_RATE


def plan_sound(mix: MixTask, platform: Platform, tools: Mapping[str, str]) -> SoundTask:
    """Plan a mix levelled for the platform; `tools` name -> version."""
    level = (float(platform.loudness), float(platform.true_peak), platform.audio_kbps)
    task = SoundTask(mix, *level, _versions(tools))
    return replace(task, key=hash_identity(task.identity()))


def plan_mix(timeline: Timeline, tools: Mapping[str, str]) -> MixTask:
    """Plan the one mix of a timeline: sound under clips, silence under cards and masters without sound."""
    extracts: dict[str, ExtractTask] = {}
    pieces: list[SoundPiece] = []
    reaches = _reaches(timeline)
    into = {dissolve.first + 1: dissolve.range for dissolve in timeline.dissolves}
    for index, segment in enumerate(timeline.segments):
        start = sample_of_frame(segment.range.start, timeline.rate)
        length = sample_of_frame(segment.range.stop, timeline.rate) - start
        cross, before = _cross(into.get(index), segment.range.start, timeline.rate)
        if isinstance(segment, CardSegment) or not segment.facts.sounds:
            pieces.append(SoundPiece(None, 0, start, length, cross, before))
            continue
        extract = _plan_extract(segment.facts, reaches[segment.facts.digest], tools)
        extracts[extract.key] = extract
        first = sample_of_frame(segment.source.start, timeline.rate)
        pieces.append(SoundPiece(extract.key, first, start, length, cross, before))
    plan = MixPlan(sample_of_frame(timeline.frames, timeline.rate), tuple(pieces))
    task = MixTask(plan, tuple(extracts.values()), tools["numpy"])
    return replace(task, key=hash_identity(task.identity()))


def _reaches(timeline: Timeline) -> dict[str, int]:
    """Give, by the master's digest, how many samples of its sound the timeline needs; 0 means all.

    Rounded up to half a minute, one, two, four minutes and so on: cuts that use the beginning of a long film
    do not wait for its end to be decoded, and what other cuts use never changes a key.
    """
    reaches: dict[str, int] = {}
    for segment in timeline.segments:
        if isinstance(segment, CardSegment):
            continue
        facts, reach = segment.facts, _FIRST_REACH
        # A second more than is shown: joins and dissolves sound from beyond their edges.
        needed = sample_of_frame(segment.source.stop, timeline.rate) + SAMPLE_RATE
        needed += sample_of_frame(max((len(d.range) for d in timeline.dissolves), default=0), timeline.rate)
        while reach < needed:
            reach *= 2
        whole = reach >= sample_of_frame(facts.frame_count, facts.rate)
        known = reaches.get(facts.digest, 1)
        reaches[facts.digest] = 0 if whole or known == 0 else max(known, reach)
    return reaches


def _plan_extract(facts: MasterFacts, reach: int, tools: Mapping[str, str]) -> ExtractTask:
    task = ExtractTask(facts, reach, tools["ffmpeg"])
    return replace(task, key=hash_identity(task.identity()))


def _versions(tools: Mapping[str, str]) -> str:
    # Levelling measures and encodes with the media tool, and limits with numpy.
    return f"{tools['ffmpeg']} {tools['numpy']}"


def _cross(area: FrameRange | None, join: int, rate: Fraction) -> tuple[int, int | None]:
    if area is None:
        return 0, None
    first, middle, last = (sample_of_frame(frame, rate) for frame in (area.start, join, area.stop))
    return last - first, middle - first
