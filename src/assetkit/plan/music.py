"""Music under a timeline: from what the recipe asks for to a bed in samples, and its extract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assetkit.media.sounds import SoundFileFacts, SoundSource
from assetkit.plan.sound import plan_extract
from assetkit.plan.tasks import ExtractTask
from assetkit.recipe.music_records import Ducking, Music
from assetkit.sound.ranges import merge_ranges
from assetkit.sound.records import Bed, Duck
from assetkit.timecode import SAMPLE_RATE, FrameRange, sample_of_frame
from assetkit.timeline.music import is_under_cues, lay_music
from assetkit.timeline.records import Timeline

_FIRST_REACH = 30 * SAMPLE_RATE


def plan_music(
    timeline: Timeline,
    files: Mapping[str, SoundFileFacts],
    speech: Iterable[FrameRange],
    tools: Mapping[str, str],
) -> tuple[tuple[ExtractTask, Bed], ...]:
    """Plan the music of a timeline; nothing where there is none, or its file is not known.

    `speech` is when cues stand, in timeline frames, in every declared language: the music makes room for
    what is said, whatever language a post has, so all of them share one mix.
    """
    music = timeline.sound.music
    facts = files.get(music.file) if music else None
    if music is None or facts is None:
        return ()
    laid = lay_music(timeline, music)
    ends = int(facts.ends[0] * SAMPLE_RATE)
    loop = _loop(music, laid.first, laid.first + laid.length, ends, timeline)
    reach = 0 if loop else _reach(laid.first + laid.length, ends)
    extract = plan_extract(SoundSource.of_file(facts), reach, tools)
    duck = _duck(timeline.sound.duck, timeline, speech) if timeline.sound.duck else None
    bed = Bed(
        extract.key,
        laid.start,
        laid.length,
        laid.first,
        music.gain_db,
        laid.fade_in,
        laid.fade_out,
        loop,
        duck,
    )
    return ((extract, bed),)


def _loop(music: Music, first: int, last: int, ends: int, timeline: Timeline) -> tuple[int, int] | None:
    """Give the range that is repeated; None where the music is long enough without.

    How long it really is shows when it is decoded: near its end that decides, by the same rule.
    """
    if isinstance(music.loop, tuple):
        start, stop = (edge.in_samples(timeline.rate) for edge in music.loop)
        return start, stop
    is_short = last > ends - SAMPLE_RATE
    return (first, 0) if music.loop and is_short else None


def _reach(needed: int, ends: int) -> int:
    """Give how many samples of the music are decoded, in doubling steps that cuts share; 0 for all."""
    reach = _FIRST_REACH
    while reach < needed + SAMPLE_RATE:
        reach *= 2
    return 0 if reach >= ends else reach


def _duck(ducking: Ducking, timeline: Timeline, speech: Iterable[FrameRange]) -> Duck:
    attack, release = (length.in_samples(timeline.rate) for length in (ducking.attack, ducking.release))
    if not is_under_cues(timeline):
        return Duck(ducking.depth_db, attack, release, gate_db=ducking.gate_db)
    said = [
        (sample_of_frame(area.start, timeline.rate), sample_of_frame(area.stop, timeline.rate))
        for area in speech
    ]
    # Where it would hardly come up before it goes down again, it stays down.
    return Duck(ducking.depth_db, attack, release, merge_ranges(said, attack + release))
