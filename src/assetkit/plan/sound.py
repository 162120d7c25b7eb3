"""The sound of a timeline as tasks: files extracted once, one mix a sound track, one encode a level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assetkit.media.sounds import SoundSource
from assetkit.plan.tasks import ExtractTask, MixTask, SoundTask, hash_identity
from assetkit.platforms.records import Platform
from assetkit.sound.records import Bed, MixPlan, SoundPiece
from assetkit.timecode import SAMPLE_RATE, sample_of_frame
from assetkit.timeline.records import CardSegment, FootageSegment, Timeline
from assetkit.timeline.soundtrack import Files, Heard, lay_sound

_FIRST_REACH = 30 * SAMPLE_RATE
NO_FILES: Files = {}


def plan_sound(mix: MixTask, platform: Platform, tools: Mapping[str, str]) -> SoundTask:
    """Plan a mix levelled for the platform; `tools` name -> version."""
    level = (float(platform.loudness), float(platform.true_peak), platform.audio_kbps)
    task = SoundTask(mix, *level, _versions(tools))
    return replace(task, key=hash_identity(task.identity()))


def plan_mix(
    timeline: Timeline,
    tools: Mapping[str, str],
    language: str = "",
    files: Files = NO_FILES,
    beds: Sequence[tuple[ExtractTask, Bed]] = (),
) -> MixTask:
    """Plan the mix of a timeline in a language, which decides only where a film has a dub in it.

    Under clips is their sound, under cards theirs or silence, and under all of it the beds, each beside what
    it is extracted from.
    """
    heard = lay_sound(timeline, language, files)
    reaches = _reaches(timeline, heard)
    extracts = {extract.key: extract for extract, _ in beds}
    pieces: list[SoundPiece] = []
    for part in heard:
        if part.source is None:
            pieces.append(SoundPiece(None, 0, part.start, part.length, part.cross, part.cross_before))
            continue
        extract = plan_extract(part.source, reaches[part.source], tools)
        is_card = isinstance(part.segment, CardSegment)
        extracts[extract.key] = replace(extract, ends=part.ends) if is_card else extract
        pieces.append(_piece(part, extract.key))
    fades = (timeline.sound.fade_in, timeline.sound.fade_out)
    rise, fall = (length.in_samples(timeline.rate) if length else 0 for length in fades)
    total = sample_of_frame(timeline.frames, timeline.rate)
    plan = MixPlan(total, tuple(pieces), tuple(bed for _, bed in beds), rise, fall)
    task = MixTask(plan, tuple(extracts.values()), tools["numpy"])
    return replace(task, key=hash_identity(task.identity()))


def plan_extract(source: SoundSource, reach: int, tools: Mapping[str, str]) -> ExtractTask:
    """Plan to decode the first `reach` samples of a sound, all of it where that is 0."""
    task = ExtractTask(source, reach, tools["ffmpeg"])
    return replace(task, key=hash_identity(task.identity()))


def sound_language(timeline: Timeline, language: str) -> str:
    """Give the language if it is heard, "" where the sound is the one of all languages without a dub."""
    films = (part.item.film for part in timeline.segments if isinstance(part, FootageSegment))
    return language if any(language in film.dubs for film in films) else ""


def _piece(part: Heard, source: str) -> SoundPiece:
    cross = (part.cross, part.cross_before)
    return SoundPiece(
        source, part.first, part.start, part.length, *cross, part.gain_db, part.fade_in, part.fade_out
    )


def _reaches(timeline: Timeline, heard: Iterable[Heard]) -> dict[SoundSource, int]:
    """Give how many samples of each source the timeline needs; 0 means all.

    Rounded up to half a minute, one, two, four minutes and so on: cuts that use the beginning of a long film
    do not wait for its end to be decoded, and what other cuts use never changes a key.
    """
    reaches: dict[SoundSource, int] = {}
    # A second more than is shown: joins and dissolves sound from beyond their edges.
    spare = SAMPLE_RATE
    spare += sample_of_frame(max((len(d.range) for d in timeline.dissolves), default=0), timeline.rate)
    for part in heard:
        if part.source is None:
            continue
        reach = _FIRST_REACH
        while reach < part.until + spare:
            reach *= 2
        whole = part.ends is not None and reach >= part.ends
        known = reaches.get(part.source, 1)
        reaches[part.source] = 0 if whole or known == 0 else max(known, reach)
    return reaches


def _versions(tools: Mapping[str, str]) -> str:
    # Levelling measures and encodes with the media tool, and limits with numpy.
    return f"{tools['ffmpeg']} {tools['numpy']}"
