"""What the picture of a mix shows, gathered from the plan and from what was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from assetkit.diagnostics import Findings
from assetkit.engine.batch import Batch
from assetkit.engine.reading import Masters
from assetkit.engine.sounding import Sounds
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import MixTask, SoundTask
from assetkit.render.loudness import trace_loudness
from assetkit.render.sound import map_sound
from assetkit.render.sound_picture import MixPicture, Music, Stretch
from assetkit.sound.levels import SoundReport
from assetkit.sound.mix import mix as mix_pieces
from assetkit.sound.stretches import Samples
from assetkit.timecode import FrameRange, format_timecode
from assetkit.timeline.conform import conform
from assetkit.timeline.records import CardSegment, FootageSegment, Segment, Timeline


def picture_of(
    batch: Batch, task: SoundTask, items: Sequence[Deliverable], sounds: Sounds, report: SoundReport
) -> MixPicture:
    """Gather what is shown of the sound that these posts of one cut share."""
    timeline = _timeline(batch, items[0])
    film, music = _parts(task.mix, sounds)
    languages = dict.fromkeys(item.language for item in items)
    platforms = dict.fromkeys(item.platform.name for item in items)
    length = format_timecode(timeline.frames, timeline.rate)
    return MixPicture(
        f"{items[0].recipe.slug} / {items[0].cut.name}",
        f"{length};  {', '.join(platforms)};  {' '.join(languages)}",
        timeline.rate,
        film,
        tuple(_stretch(segment, timeline) for segment in timeline.segments),
        tuple(dissolve.range for dissolve in timeline.dissolves),
        tuple(piece.start for piece in task.mix.plan.pieces[1:]),
        tuple(_cues(items)),
        music,
        trace_loudness(sounds.objects[task.key].path),
        report,
        task.target,
        task.ceiling,
    )


def _timeline(batch: Batch, item: Deliverable) -> Timeline:
    assert batch.workspace is not None
    masters = Masters(batch.root, Findings()).facts(item.cut)
    timeline = conform(item.cut, masters, batch.workspace.campaign, Findings())
    assert timeline is not None, "a cut that was planned has a timeline"
    return timeline


def _parts(task: MixTask, sounds: Sounds) -> tuple[Samples, Music | None]:
    """Give what is heard without the music, and what the music adds to it."""
    whole = map_sound(sounds.objects[task.key].path)
    if not task.plan.beds:
        return whole, None
    bed = task.plan.beds[0]
    sources = {key: map_sound(path) for key, path in sounds.parts_of(task).items()}
    film = mix_pieces(replace(task.plan, beds=()), sources)
    return film, Music(np.subtract(whole, film), bed)


def _stretch(segment: Segment, timeline: Timeline) -> Stretch:
    if isinstance(segment, FootageSegment):
        time = format_timecode(segment.source.start, timeline.rate)
        return Stretch(segment.range, (f"{segment.film} {time}", time, time.removeprefix("00:")))
    assert isinstance(segment, CardSegment)
    return Stretch(segment.range, (segment.item.kind,), is_card=True)


def _cues(items: Sequence[Deliverable]) -> Iterator[tuple[str, tuple[tuple[FrameRange, str], ...]]]:
    """Give the cues of each language that has any, once."""
    told: set[str] = set()
    for item in items:
        if item.captions and item.language not in told:
            told.add(item.language)
            yield item.language, tuple((cue.range, cue.text) for cue in item.captions)
