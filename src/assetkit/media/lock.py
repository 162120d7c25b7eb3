"""A master's facts as JSON that can be committed: plans and checks then need no media file."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts, SoundFacts

VERSION = 1
_REMEDY = "Probe the master again."
_FRACTIONS = ("rate", "time_base", "container_start")
_WORDS = ("path", "digest", "codec", "pixel_format")
_COUNTS = ("first_pts", "frame_count")
# Bounded, because a short line of a file that somebody else wrote must not fill the memory.
_FRACTION = re.compile(r"-?[0-9]{1,100}/[1-9][0-9]{0,99}")
_MOST_KEY_FRAMES = 2_000_000


def facts_to_json(facts: MasterFacts) -> str:
    """Write facts as JSON with a version; fractions as "a/b", key frames as runs of equal steps."""
    plain: dict[str, Any] = {"facts": VERSION}
    plain |= {name: getattr(facts, name) for name in (*_WORDS, *_COUNTS)}
    plain |= {name: _write_fraction(getattr(facts, name)) for name in _FRACTIONS}
    plain["size"] = str(facts.size)
    plain["colour"] = vars(facts.colour)
    plain["sounds"] = [vars(sound) for sound in facts.sounds]
    plain["key_frames"] = _runs(facts.key_frames)
    plain |= {"picture": facts.picture} if facts.picture else {}
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def facts_from_json(text: str) -> MasterFacts:
    """Read what `facts_to_json` wrote; raises MediaError when it is something else or of another version."""
    try:
        plain = json.loads(text)
        version = plain["facts"]
        if version != VERSION:
            raise MediaError(f"These facts are of version {version}, not {VERSION}.", remedy=_REMEDY)
        width, height = plain["size"].split("x")
        found = MasterFacts(
            size=Size(int(width), int(height)),
            colour=Colour(**plain["colour"]),
            sounds=tuple(SoundFacts(**sound) for sound in plain["sounds"]),
            key_frames=_unroll(plain["key_frames"]),
            picture=int(plain.get("picture", 0)),
            **_plain_fields(plain),
        )
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise MediaError("These are not the facts of a master.", remedy=_REMEDY) from error
    if not _is_possible(found):
        raise MediaError("These cannot be the facts of a master.", remedy=_REMEDY)
    return found


def _is_possible(facts: MasterFacts) -> bool:
    """Whether a film can have these facts: everything that is counted with is there and has a size."""
    sizes = (facts.rate, facts.time_base, facts.frame_count, facts.size.width, facts.size.height)
    numbers = [number for sound in facts.sounds for number in (sound.index, sound.rate, sound.channels)]
    numbers.append(facts.picture)
    return all(size > 0 for size in sizes) and all(type(number) is int and number >= 0 for number in numbers)


def _plain_fields(plain: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: str(plain[name]) for name in _WORDS}
    fields |= {name: int(plain[name]) for name in _COUNTS}
    return fields | {name: _read_fraction(plain[name]) for name in _FRACTIONS}


def _read_fraction(text: str) -> Fraction:
    if not _FRACTION.fullmatch(text):
        raise ValueError(text)
    return Fraction(text)


def _write_fraction(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def _runs(times: tuple[int, ...]) -> list[list[int]]:
    """Write sorted times as [first, step, count], so that a regular hour is one line, not thousands."""
    runs: list[list[int]] = []
    for time in times:
        if runs and runs[-1][2] == 1:
            runs[-1] = [runs[-1][0], time - runs[-1][0], 2]
        elif runs and time == runs[-1][0] + runs[-1][1] * runs[-1][2]:
            runs[-1][2] += 1
        else:
            runs.append([time, 0, 1])
    return runs


def _unroll(runs: list[list[int]]) -> tuple[int, ...]:
    if sum(count for _, _, count in runs) > _MOST_KEY_FRAMES:
        raise ValueError("more key frames than any film has")
    return tuple(first + step * index for first, step, count in runs for index in range(count))
