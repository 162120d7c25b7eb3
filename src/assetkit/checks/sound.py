"""Sound that cannot be laid as written: tracks and handles that are not there, moves that cross."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from assetkit.diagnostics import Findings, Place
from assetkit.media.facts import MasterFacts
from assetkit.recipe.sound_records import CardSound, ClipSound, SoundTrack
from assetkit.timecode import SAMPLE_RATE, sample_of_frame
from assetkit.timeline.records import FootageSegment, Segment, Timeline
from assetkit.timeline.soundtrack import (
    Files,
    Heard,
    Owner,
    find_owners,
    join_of,
    lay_sound,
    runs_on,
)
from assetkit.timeline.tracks import find_track, tell_tracks

_SHORT = SAMPLE_RATE // 10  # samples that a dub may end early: a coder leaves out as much at its end
_ROUNDING = 1  # sample by which sound that runs on may stand beside its picture


def check_sound(timeline: Timeline, languages: Iterable[str], files: Files, findings: Findings) -> bool:
    """Report what is wrong with the sound of a timeline; True where it can be laid in all these languages."""
    before = len(findings.items)
    owners = find_owners(timeline)
    if not owners:
        return True
    _check_whole(timeline, findings)
    _check_neighbours(timeline, owners, findings)
    _check_room(owners, timeline, findings)
    if any(item.severity.value == "error" for item in findings.items[before:]):
        return False
    for language in languages:
        _check_tracks(timeline, language, files, findings)
        for owner, heard in zip(owners, lay_sound(timeline, language, files), strict=True):
            _check_handles(owner, heard, timeline, findings)
            _check_fades(heard, timeline, findings)
            _check_end(heard, language, timeline, findings)
    return not any(item.severity.value == "error" for item in findings.items[before:])


def _check_tracks(timeline: Timeline, language: str, files: Files, findings: Findings) -> None:
    for segment in timeline.segments:
        if isinstance(segment, FootageSegment):
            _check_track(segment.item.film.track(language), segment.facts, files, findings)
            _check_choice(segment, language, findings)


def _check_track(track: SoundTrack, master: MasterFacts, files: Files, findings: Findings) -> None:
    is_known = track.file is None or track.file in files  # what is wrong with a file has been said
    if track.track is None or not is_known or find_track(track, master, files):
        return
    path, sounds = (track.file, files[track.file].sounds) if track.file else (master.path, master.sounds)
    which = f"no sound track {track.track}" if isinstance(track.track, int) else _spoken(track.track)
    findings.error(
        "AK700",
        f"{path} has {which}",
        track.place,
        measured=tell_tracks(sounds),
        remedy="Write the number of one of them." if sounds else "Remove `track:`, or use a file with sound.",
    )


def _check_choice(segment: FootageSegment, language: str, findings: Findings) -> None:
    """Tell that the first of several sounds is heard: editing suites write left and right as two of them."""
    film, sounds = segment.item.film, segment.facts.sounds
    track = film.track(language)
    if len(sounds) < 2 or track.file is not None or track.track is not None or segment.item.sound.mute:
        return
    left, right = sounds[:2]
    is_pair = left.channels == right.channels == 1 and left.language == right.language
    remedy = "Name the one that is meant: `sound: {track: 1}`."
    (findings.warning if is_pair else findings.note)(
        "AK711",
        f"{segment.facts.path} has {len(sounds)} sound tracks, and only the first is heard",
        film.place,
        measured=tell_tracks(sounds),
        remedy=f"{remedy} Left and right belong in one stereo track: export it so." if is_pair else remedy,
    )


def _spoken(language: str) -> str:
    return f"no one sound track that is marked as {language}"


def _check_whole(timeline: Timeline, findings: Findings) -> None:
    """The fades of all that is heard must find room in the cut."""
    sound, total = timeline.sound, sample_of_frame(timeline.frames, timeline.rate)
    asked = sum(fade.in_samples(timeline.rate) for fade in (sound.fade_in, sound.fade_out) if fade)
    if asked > total:
        findings.error(
            "AK710",
            "the fades are longer than the cut",
            sound.place,
            measured=_frames(asked, timeline),
            required=f"at most {_frames(total, timeline)}",
            remedy="Shorten `fade_in:` or `fade_out:`.",
        )


def _check_neighbours(timeline: Timeline, owners: tuple[Owner, ...], findings: Findings) -> None:
    """A sound leads and runs on over something that stands beside it."""
    first, last = owners[0], owners[-1]
    if runs_on(timeline.segments[0]):
        message = "nothing stands before this card whose sound could run on"
        place = _place(timeline.segments[0])
        findings.error("AK705", message, place, remedy="Write `sound: silence`, or a file.")
    if first.lead:
        message = "the sound leads, and nothing stands before this clip"
        findings.error("AK705", message, _place(first.segment), remedy="Remove `lead:`.")
    if last.lag:
        message = "the sound runs on, and nothing else is heard after this clip"
        findings.error("AK705", message, _place(last.segment), remedy="Remove `lag:`.")


def _check_room(owners: tuple[Owner, ...], timeline: Timeline, findings: Findings) -> None:
    """Joins of the sound must follow one another, with the dissolves around them."""
    joins = [(0, 0, 0)]  # where its dissolve begins, where it is, where its dissolve ends
    for one, other in pairwise(owners):
        before, after = other.dissolve or (0, 0)
        join = join_of(one, other)
        if one.lag and other.lead:
            _tell_crossing(other.segment, one.lag + other.lead, timeline, findings)
        joins.append((join - before, join, join + after))
    joins.append((owners[-1].stop,) * 3)
    for owner, (opens, closes) in zip(owners, pairwise(joins), strict=True):
        over = max(opens[2] - closes[0], opens[1] - closes[1] + 1)
        if over > 0:
            segment = owner.segment if owner.lead or owner.lag else _mover(owner, owners)
            _tell_crossing(segment, over, timeline, findings)


def _mover(owner: Owner, owners: tuple[Owner, ...]) -> Segment:
    """Give the neighbour whose sound covers all of this one's."""
    at = owners.index(owner)
    before, after = (owners[at - 1] if at else None), (owners[at + 1] if at + 1 < len(owners) else None)
    return before.segment if before and before.lag else after.segment if after else owner.segment


def _tell_crossing(segment: Segment, samples: int, timeline: Timeline, findings: Findings) -> None:
    findings.error(
        "AK704",
        "two sounds cross: one begins before the one before it has ended",
        _place(segment),
        measured=f"{_frames(samples, timeline)} too many",
        remedy="Shorten `lead:` or `lag:`, or lengthen what stands between.",
    )


def _check_handles(owner: Owner, heard: Heard, timeline: Timeline, findings: Findings) -> None:
    """A lead or lag plays sound of the film from outside of the clip, and it must be there."""
    if heard.source is None or heard.ends is None or not isinstance(heard.segment, FootageSegment):
        return
    last = heard.first + heard.length
    for key, side, needs, lacks in (
        ("lead", "before", owner.lead, -heard.first),
        ("lag", "after", owner.lag, last - heard.ends),
    ):
        if not needs or lacks <= _ROUNDING:
            continue
        findings.error(
            "AK703",
            f"the sound of {heard.source.path} has nothing {side} the clip for so long a {key}",
            _place(heard.segment),
            measured=f"{_frames(max(needs - lacks, 0), timeline)} of handle",
            required=f"{_frames(needs, timeline)} of handle",
            remedy=f"Shorten `{key}:` by {_frames(lacks, timeline)}, or move the clip's edge.",
        )


def _check_fades(heard: Heard, timeline: Timeline, findings: Findings) -> None:
    if heard.fade_in + heard.fade_out > heard.length:
        findings.error(
            "AK710",
            "the fades are longer than the sound",
            _place(heard.segment),
            measured=_frames(heard.fade_in + heard.fade_out, timeline),
            required=f"at most {_frames(heard.length, timeline)}",
            remedy="Shorten `fade_in:` or `fade_out:`.",
        )


def _check_end(heard: Heard, language: str, timeline: Timeline, findings: Findings) -> None:
    """A dub that ends before its clip leaves silence, which is seldom meant."""
    if heard.source is None or heard.ends is None or not isinstance(heard.segment, FootageSegment):
        return
    track = heard.segment.item.film.track(language)
    missing = heard.first + heard.length - heard.ends
    if track.file is None or missing <= _SHORT:
        return
    findings.warning(
        "AK708",
        f"{track.file} ends before a clip that it is heard under",
        track.place,
        measured=f"{_frames(missing, timeline)} of silence, in the clip of {heard.segment.item.place}",
        remedy="Use the whole dub, or end the clip earlier.",
    )


def _frames(samples: int, timeline: Timeline) -> str:
    count = -(-samples * timeline.rate // SAMPLE_RATE)
    return "1 frame" if count == 1 else f"{count} frames"


def _place(segment: Segment) -> Place:
    sound: ClipSound | CardSound | None = segment.item.sound
    return sound.place if sound is not None and sound.place.file else segment.item.place
