"""Where music lies under a timeline, in samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assetkit.recipe.music_records import Music
from assetkit.timecode import SAMPLE_RATE, FrameRange, sample_of_frame
from assetkit.timeline.captions import FilmCues, follow_cues
from assetkit.timeline.records import CardSegment, FootageSegment, Timeline

END_KIND = "end"
FADE_OUT = 3 * SAMPLE_RATE // 2
"""How long music falls where nobody says: a breath, and never a stop."""


@dataclass(frozen=True)
class LaidMusic:
    """Samples [start, start + length) of the timeline, from sample `first` of the music, with its fades."""

    start: int
    length: int
    first: int
    fade_in: int
    fade_out: int


def lay_music(timeline: Timeline, music: Music) -> LaidMusic:
    """Lay music under a timeline, to its end, or to where it has fallen silent over the end card.

    Without an end card it ends with the cut; fades are not longer than the music.
    """
    rate, total = timeline.rate, sample_of_frame(timeline.frames, timeline.rate)
    asked = music.fade_out.in_samples(rate) if music.fade_out else None
    card = end_card(timeline) if music.until_card else None
    begin = sample_of_frame(card.range.start, rate) if card else total
    fall = asked if asked is not None else total - begin if card else min(FADE_OUT, total)
    stop = min(begin + fall, total) if card else total
    rise = music.fade_in.in_samples(rate) if music.fade_in else 0
    first = music.start.in_samples(rate) if music.start else 0
    return LaidMusic(0, stop, first, min(rise, stop), min(fall, stop))


def end_card(timeline: Timeline) -> CardSegment | None:
    """Give the end card, with which a cut ends; None where it does not."""
    last = timeline.segments[-1] if timeline.segments else None
    return last if isinstance(last, CardSegment) and last.item.kind == END_KIND else None


def is_under_cues(timeline: Timeline) -> bool:
    """Whether music goes down at the times of cues, and not by the level of the film's sound."""
    duck = timeline.sound.duck
    if timeline.sound.music is None or duck is None or duck.under == "level":
        return False
    return duck.under == "cues" or has_subtitles(timeline)


def find_speech(timeline: Timeline, cues: Mapping[str, FilmCues]) -> tuple[FrameRange, ...]:
    """Give when cues stand in a timeline, in any language; `cues` are those of its films by language."""
    carried = [follow_cues(timeline, films) for films in cues.values()]
    return tuple(part.cue.range for each in carried for part in (*each.kept, *each.dropped))


def has_subtitles(timeline: Timeline) -> bool:
    """Whether a film of the timeline has subtitles, in any language."""
    clips = [segment for segment in timeline.segments if isinstance(segment, FootageSegment)]
    return any(clip.item.film.subtitles or clip.item.film.sdh for clip in clips)
