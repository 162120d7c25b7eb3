"""Which sound of which file a film has: by number, by language, or the first there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assetkit.media.facts import MasterFacts, SoundFacts
from assetkit.media.sounds import SoundFileFacts, SoundSource
from assetkit.recipe.sound_records import SoundTrack
from assetkit.timecode import SAMPLE_RATE, sample_of_frame

_LONG_CODE = 3  # letters of the codes that media files carry: rus


@dataclass(frozen=True)
class Found:
    """A sound, and how many samples it is known to have, counted from the picture's first frame."""

    source: SoundSource
    ends: int


def find_track(
    track: SoundTrack, master: MasterFacts | None, files: Mapping[str, SoundFileFacts]
) -> Found | None:
    """Give the sound that a track names; None where there is none, or more than one that may be meant."""
    if track.file is not None:
        facts = files.get(track.file)
        stream = choose(facts.sounds, track.track) if facts else None
        if facts is None or stream is None:
            return None
        seconds = facts.ends[facts.sounds.index(stream)]
        return Found(SoundSource.of_file(facts, stream), int(seconds * SAMPLE_RATE))
    stream = choose(master.sounds, track.track) if master else None
    if master is None or stream is None:
        return None
    ends = sample_of_frame(master.frame_count, master.rate)
    return Found(SoundSource.of_master(master, stream), ends)


def choose(sounds: Sequence[SoundFacts], wanted: int | str | None) -> SoundFacts | None:
    """Give the sound of this number (from 1) or language; None where there is none, or more than one."""
    if wanted is None:
        return sounds[0] if sounds else None
    if isinstance(wanted, int):
        return sounds[wanted - 1] if wanted <= len(sounds) else None
    found = [sound for sound in sounds if _same_language(sound.language, wanted)]
    return found[0] if len(found) == 1 else None


def tell_tracks(sounds: Sequence[SoundFacts]) -> str:
    """Name the sounds of a file with their numbers, as a person chooses them."""
    told = [
        f"{number}: {sound.layout}" + (f", {sound.language}" if sound.language else "")
        for number, sound in enumerate(sounds, 1)
    ]
    return "; ".join(told) or "no sound track"


def _same_language(tag: str, wanted: str) -> bool:
    """Compare a file's language, mostly of three letters, with one as recipes write it: rus is ru."""
    short = tag.lower().partition("-")[0]
    if len(short) == _LONG_CODE and len(wanted.partition("-")[0]) != _LONG_CODE:
        from babel.core import get_global

        short = str(get_global("language_aliases").get(short, short))
    return short == wanted.lower().partition("-")[0]
