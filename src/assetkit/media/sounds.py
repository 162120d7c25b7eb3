"""What is known of files that are heard and not seen, as values: dubs, sounds of cards, music."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction

from assetkit.errors import MediaError
from assetkit.media.facts import MasterFacts, SoundFacts

VERSION = 1  # raise it when the same file gives other facts
_REMEDY = "Probe the file again."


@dataclass(frozen=True)
class SoundFileFacts:
    """What planning needs to know of a file with sound in it.

    `start` is the time in seconds, as the file counts, that stands for the film's first frame: that of the
    file's own first frame where it holds a picture. `ends` are the seconds from there to the end of each of
    its sounds.
    """

    path: str
    digest: str
    start: Fraction
    sounds: tuple[SoundFacts, ...]
    ends: tuple[Fraction, ...]


@dataclass(frozen=True)
class SoundSource:
    """One sound stream of a file, in step with what stands for the picture's first frame.

    `stream` is its place among the sound streams, from 0; `start` is the time in seconds, as the file
    counts, of its sample 0. `mixed_down` says that it has more than two channels.
    """

    path: str
    digest: str
    stream: int
    start: Fraction
    mixed_down: bool = False

    @staticmethod
    def of_master(facts: MasterFacts, sound: SoundFacts) -> SoundSource:
        """Give a sound stream of a master, in step with its first frame."""
        start = facts.first_pts * facts.time_base
        return SoundSource(facts.path, facts.digest, sound.index, start, sound.channels > 2)

    @staticmethod
    def of_file(facts: SoundFileFacts, sound: SoundFacts | None = None) -> SoundSource:
        """Give a sound stream of a file, the first where none is given."""
        sound = sound or facts.sounds[0]
        return SoundSource(facts.path, facts.digest, sound.index, facts.start, sound.channels > 2)


def sound_facts_to_json(facts: SoundFileFacts) -> str:
    """Write facts as JSON with a version; fractions as "a/b"."""
    plain = {
        "sound_facts": VERSION,
        "path": facts.path,
        "digest": facts.digest,
        "start": str(facts.start),
        "sounds": [vars(sound) for sound in facts.sounds],
        "ends": [str(end) for end in facts.ends],
    }
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def sound_facts_from_json(text: str) -> SoundFileFacts:
    """Read what `sound_facts_to_json` wrote; raises MediaError where it is something else."""
    try:
        plain = json.loads(text)
        if plain["sound_facts"] != VERSION:
            raise MediaError("These facts are of another version.", remedy=_REMEDY)
        sounds = tuple(SoundFacts(**sound) for sound in plain["sounds"])
        ends = tuple(_read_fraction(end) for end in plain["ends"])
        start = _read_fraction(plain["start"])
        facts = SoundFileFacts(str(plain["path"]), str(plain["digest"]), start, sounds, ends)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise MediaError("These are not the facts of a sound file.", remedy=_REMEDY) from error
    if not sounds or len(sounds) != len(ends):
        raise MediaError("These cannot be the facts of a sound file.", remedy=_REMEDY)
    return facts


def _read_fraction(text: str) -> Fraction:
    # Short, because a line of a file that somebody else wrote must not fill the memory.
    if len(text) > 100 or "e" in text.lower():
        raise ValueError(text)
    return Fraction(text)
