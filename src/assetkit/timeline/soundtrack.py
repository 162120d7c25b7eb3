"""What is heard of a timeline in one language: clips and cards with their edges moved, in samples.

Lead and lag move a join of the sound and leave that of the picture where it is. A card under which the sound
runs on has no sound of its own: what was heard before it is as much longer. A dissolve of the picture is one
of the sound too, and goes where the join of the sound goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from assetkit.media.sounds import SoundFileFacts, SoundSource
from assetkit.recipe.sound_records import CardSound, ClipSound, SoundTrack
from assetkit.timecode import sample_of_frame
from assetkit.timeline.records import CardSegment, FootageSegment, Segment, Timeline
from assetkit.timeline.tracks import find_track

Files = Mapping[str, SoundFileFacts]
"""Facts of sound files by their paths from the workspace."""

_NO_SOUND = ClipSound()


@dataclass(frozen=True)
class Heard:
    """Samples [start, start + length) of the timeline, from sample `first` of a source; None is silence.

    `cross` and `cross_before` are those of a dissolve with what is heard before. `until` is the sample of the
    source after the last that the segments themselves show. `ends` is how many samples the source is known to
    have, None where it is not.
    """

    segment: Segment
    source: SoundSource | None
    first: int
    start: int
    length: int
    cross: int = 0
    cross_before: int | None = None
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    until: int = 0
    ends: int | None = None


@dataclass(frozen=True)
class Owner:
    """Segments under which one sound is heard, from join to join of the picture, in samples.

    `lead` and `lag` are how far its sound reaches beyond them, `before` and `after` how much of a dissolve
    lies on the other side of the joins at its ends.
    """

    segment: Segment
    start: int
    stop: int
    lead: int
    lag: int
    dissolve: tuple[int, int] | None  # with what stands before: samples before its join, and after


def find_owners(timeline: Timeline) -> tuple[Owner, ...]:
    """Give whose sound is heard, in order; a card that has none to run on from is silent."""
    rate, found = timeline.rate, list[Owner]()
    dissolves = {dissolve.first + 1: dissolve.range for dissolve in timeline.dissolves}
    for index, segment in enumerate(timeline.segments):
        start, stop = (sample_of_frame(edge, rate) for edge in (segment.range.start, segment.range.stop))
        if found and runs_on(segment):
            before = found.pop()
            found.append(Owner(before.segment, before.start, stop, before.lead, before.lag, before.dissolve))
            continue
        sound, area = _moves(segment), dissolves.get(index)
        dissolve = _parts(area.start, segment.range.start, area.stop, rate) if area else None
        lead, lag = (length.in_samples(rate) if length else 0 for length in (sound.lead, sound.lag))
        found.append(Owner(segment, start, stop, lead, lag, dissolve))
    return tuple(found)


def runs_on(segment: Segment) -> bool:
    """Tell whether what is heard before a card runs on under it."""
    return isinstance(segment, CardSegment) and segment.item.sound is not None and segment.item.sound.runs_on


def lay_sound(timeline: Timeline, language: str, files: Files) -> tuple[Heard, ...]:
    """Give what is heard in a language, end to end from sample 0; the timeline must have passed the checks.

    A file without facts, and a track that does not exist, are silent.
    """
    owners = find_owners(timeline)
    joins = [0, *(join_of(one, other) for one, other in pairwise(owners))]
    joins.append(owners[-1].stop if owners else 0)
    heard = [
        _hear(timeline, owner, joins[number], joins[number + 1], language, files)
        for number, owner in enumerate(owners)
    ]
    for number in range(1, len(heard)):
        heard[number] = _in_step(heard[number - 1], heard[number])
    return tuple(heard)


def _in_step(before: Heard, part: Heard) -> Heard:
    """Let sound that runs on do so to the sample.

    Where a frame is no whole number of samples (29.97, 59.94), the edges of a clip round otherwise in the
    film than in the cut, and the same sound would be crossfaded with itself one sample apart.
    """
    runs_to = before.first + before.length
    is_near = part.source is not None and part.source == before.source and abs(part.first - runs_to) == 1
    return replace(part, first=runs_to) if is_near else part


def join_of(before: Owner, after: Owner) -> int:
    """Give the sample at which one sound gives way to the next."""
    return after.start + before.lag - after.lead


def _hear(timeline: Timeline, owner: Owner, start: int, stop: int, language: str, files: Files) -> Heard:
    segment, rate = owner.segment, timeline.rate
    before, after = owner.dissolve or (0, 0)
    cross = (before + after, before if owner.dissolve else None)
    if isinstance(segment, CardSegment):
        return _hear_card(segment, owner, start, stop, cross, rate, files)
    track, sound = segment.item.film.track(language), segment.item.sound
    found = find_track(track, segment.facts, files)
    if sound.mute or found is None:
        return Heard(segment, None, 0, start, stop - start, *cross)
    late = track.offset.in_samples(rate) if track.offset else 0
    fades = _fades(sound, rate)
    first = sample_of_frame(segment.source.start, rate) - late
    until = sample_of_frame(segment.source.stop, rate) - late
    until += stop - sample_of_frame(segment.range.stop, rate)
    gain = track.gain_db + sound.gain_db
    place = (first + start - owner.start, start, stop - start)
    return Heard(segment, found.source, *place, *cross, gain, *fades, until=until, ends=found.ends)


def _hear_card(
    segment: CardSegment,
    owner: Owner,
    start: int,
    stop: int,
    cross: tuple[int, int | None],
    rate: Fraction,
    files: Files,
) -> Heard:
    sound = segment.item.sound
    found = find_track(SoundTrack(sound.file), None, files) if sound and sound.file else None
    if sound is None or found is None:
        return Heard(segment, None, 0, start, stop - start, *cross)
    fades = _fades(sound, rate)
    place = (start - owner.start, start, stop - start)
    until = stop - owner.start
    return Heard(segment, found.source, *place, *cross, sound.gain_db, *fades, until=until, ends=found.ends)


def _fades(sound: ClipSound | CardSound, rate: Fraction) -> tuple[int, int]:
    rise, fall = sound.fade_in, sound.fade_out
    return rise.in_samples(rate) if rise else 0, fall.in_samples(rate) if fall else 0


def _moves(segment: Segment) -> ClipSound:
    return segment.item.sound if isinstance(segment, FootageSegment) else _NO_SOUND


def _parts(first: int, join: int, last: int, rate: Fraction) -> tuple[int, int]:
    start, middle, stop = (sample_of_frame(frame, rate) for frame in (first, join, last))
    return middle - start, stop - middle
