"""What a recipe says of music under a cut, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from assetkit.diagnostics import Place
from assetkit.timecode import Duration


@dataclass(frozen=True)
class Music:
    """A track of the campaign under a whole cut, with its `file` by its path from the workspace.

    `start` is where in the music it begins. `loop` is a range of it that is repeated, True for all from
    where it begins. `until_card` ends it on the end card: it begins to fall where that begins.
    """

    track: str
    file: str = ""
    start: Duration | None = None
    gain_db: float = 0.0
    loop: bool | tuple[Duration, Duration] = False
    fade_in: Duration | None = None
    fade_out: Duration | None = None
    until_card: bool = False
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class Ducking:
    """How music makes room for speech: by `depth_db` (negative), from `attack` before to `release` after.

    `under` is "cues" or "level", "" for cues where the films of the cut have any. `gate_db` is how far under
    the films' loud parts still counts as loud.
    """

    depth_db: float
    attack: Duration
    release: Duration
    under: str = ""
    gate_db: float = -20.0
    place: Place = field(default=Place(""), compare=False)
