"""Sidecars: a cut's captions as the subtitle file that lies beside its video, and reading it back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from unicodedata import normalize

from assetkit.errors import MediaError
from assetkit.platforms.records import Platform, Sidecar
from assetkit.recipe.records import Captions
from assetkit.subtitles.cues import Cue, FrameCue
from assetkit.subtitles.read import read_subtitles
from assetkit.subtitles.write import write_cues
from assetkit.timecode import FrameRange, seconds_to_frames

_ASKED = "srt"
"""What is written where a file is asked for and none is known to be taken: what nearly everything reads."""


# A platform may not mend what our reader does: times, order, numbers and form of the file must be right.
_MENDED = frozenset({"AK432", "AK433", "AK434", "AK438"})


def has_sidecar(captions: Captions, platform: Platform) -> bool:
    """Whether a subtitle file lies beside this platform's video: its own way, or because it was asked for."""
    if platform.name in captions.without_sidecar:
        return False
    return platform.sidecar.is_taken or platform.name in captions.with_sidecar


def name_sidecar(taken: Sidecar, video: str, language: str, locale: str) -> str:
    """Give the name of the file beside the video of this name; it is plain ASCII, so that players find it."""
    pattern = taken.name or f"{{name}}.{{language}}.{_ASKED}"
    parts = {"{name}": video.rpartition(".")[0], "{language}": language, "{locale}": locale}
    for key, value in parts.items():
        pattern = pattern.replace(key, value)
    return pattern


def write_sidecar(cues: Sequence[FrameCue], taken: Sidecar, rate: Fraction) -> str:
    """Give the file's text: the cues in the time of the cut, plain where the platform takes no markup."""
    form = taken.form if taken.is_taken else _ASKED
    kept = _visible(cues)
    return write_cues([_written(cue, taken.markup) for cue in kept], form, rate)


def find_difference(data: bytes, name: str, cues: Sequence[FrameCue], rate: Fraction) -> str:
    """Read the file's bytes at the cut's rate and say what is not as in `cues`; "" where all is.

    Frames must be equal and words letter for letter, and nothing may be in need of mending.
    """
    wanted = [(cue.range, _lines(cue.text)) for cue in _visible(cues)]
    try:
        read = read_subtitles(data, name)
    except MediaError as error:
        return error.message
    found = [(_on_frames(cue, rate), _lines(cue.text)) for cue in read.cues]
    for number, (have, want) in enumerate(zip(found, wanted, strict=False), 1):
        if have != want:
            return f"cue {number} is {_describe(have, rate)} and should be {_describe(want, rate)}"
    if len(found) != len(wanted):
        return f"{len(found)} cues were read and {len(wanted)} written"
    return next((f"{note.place}: {note.message}" for note in read.notes if note.code in _MENDED), "")


def _on_frames(cue: Cue, rate: Fraction) -> FrameRange:
    return FrameRange(seconds_to_frames(cue.start, rate), seconds_to_frames(cue.stop, rate))


def _visible(cues: Sequence[FrameCue]) -> list[FrameCue]:
    return [cue for cue in cues if len(cue.range) > 0 and cue.text.strip()]


def _written(cue: FrameCue, markup: bool) -> FrameCue:
    text = "\n".join(_lines(cue.text))
    if markup and text == cue.text:  # places of markup are those of the text as it stands
        return cue
    return replace(cue, text=text, speaker="", emphasis=(), words=(), turns=())


def _lines(text: str) -> list[str]:
    """Give the lines as every reader of ours gives them: composed letters, single spaces, none empty."""
    lines = (re.sub("[ \t]+", " ", line).strip() for line in normalize("NFC", text).split("\n"))
    return [line for line in lines if line]


def _describe(cue: tuple[FrameRange, list[str]], rate: Fraction) -> str:
    reach, lines = cue
    return f"{' / '.join(lines)!r} at frames {reach.start} to {reach.stop}"
