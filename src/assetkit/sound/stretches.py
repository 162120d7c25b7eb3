"""From the pieces of a mix to stretches: what is copied from where, and along which ramps its gain moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.records import MixPlan, SoundPiece
from assetkit.timecode import SAMPLE_RATE

Samples = NDArray[np.float32]
"""Interleaved stereo, shape (n, 2), float32, full scale 1.0, 48 kHz."""

FADE = SAMPLE_RATE * 5 // 1000
"""Half of a plain join, and all of a fade to silence: 5 ms in samples."""
EQUAL_POWER, SMOOTH = "equal power", "smooth"
_EDGE = SAMPLE_RATE // 1000  # the outermost millisecond tells whether the timeline begins or ends in silence


class Sound(Protocol):
    """Sound that is read by slices: an array, or a file."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> Samples: ...


@dataclass(frozen=True)
class Ramp:
    """Samples [start, start + length) of the timeline over which a gain rises from nothing or falls to it."""

    start: int
    length: int
    shape: str = SMOOTH
    falls: bool = False


@dataclass(frozen=True)
class Stretch:
    """Samples [start, stop) of the timeline from `source_start` of a source, handles and ramps included."""

    source: str
    source_start: int
    start: int
    stop: int
    gain_db: float
    ramps: tuple[Ramp, ...]


@dataclass(frozen=True)
class _Part:
    """A piece, or so much of it as its source holds, with the fades that were asked for the whole of it."""

    piece: SoundPiece
    fades: tuple[Ramp, ...] = ()

    @property
    def rises(self) -> bool:
        return any(not fade.falls and fade.start == self.piece.start for fade in self.fades)

    @property
    def falls(self) -> bool:
        return any(fade.falls and fade.start + fade.length == self.piece.stop for fade in self.fades)


@dataclass(frozen=True)
class _Fade:
    """One side of a join: samples beyond the piece's edge, and within it, over which the gain moves."""

    outside: int = 0
    inside: int = 0
    shape: str = EQUAL_POWER


def find_stretches(plan: MixPlan, sources: Mapping[str, Sound]) -> list[Stretch]:
    """Give what is laid, in the order of the timeline; raises KeyError for a source that is not given."""
    parts: list[_Part | None] = [None, *_parts(plan, sources), None]
    found: list[Stretch] = []
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        if part is None or part.piece.source is None:
            continue
        sound = sources[part.piece.source]
        found.append(_stretch(part, _head(before, part, sound), _tail(part, after, sound)))
    return found


def _stretch(part: _Part, head: _Fade, tail: _Fade) -> Stretch:
    piece = part.piece
    start, stop = piece.start - head.outside, piece.stop + tail.outside
    rise, fall = head.outside + head.inside, tail.outside + tail.inside
    ramps = [Ramp(start, rise, head.shape)] if rise else []
    ramps += [Ramp(stop - fall, fall, tail.shape, falls=True)] if fall else []
    source_start = piece.source_start - head.outside
    return Stretch(piece.source or "", source_start, start, stop, piece.gain_db, (*ramps, *part.fades))


def _parts(plan: MixPlan, sources: Mapping[str, Sound]) -> Iterator[_Part]:
    """Join what runs on into one part; the gain never moves within it but for the fades of its ends."""
    current: _Part | None = None
    for part in (part for whole in plan.pieces for part in _within_source(whole, sources)):
        if current is not None and _is_one(current, part):
            length = current.piece.length + part.piece.length
            current = _Part(replace(current.piece, length=length), (*current.fades, *part.fades))
            continue
        if current is not None:
            yield current
        current = part
    if current is not None:
        yield current


def _is_one(current: _Part, part: _Part) -> bool:
    if current.falls or part.rises:
        return False
    return part.piece.runs_on_from(current.piece) and part.piece.gain_db == current.piece.gain_db


def _within_source(piece: SoundPiece, sources: Mapping[str, Sound]) -> Iterator[_Part]:
    """Split off what lies before the source's first sample or after its last: it is silence."""
    if piece.source is None:
        yield _Part(piece)
        return
    extent = len(sources[piece.source])
    edges = [0, *(min(max(edge - piece.source_start, 0), piece.length) for edge in (0, extent)), piece.length]
    for number, (start, stop) in enumerate(pairwise(edges)):
        if start >= stop:
            continue
        part = replace(
            piece,
            source=piece.source if number == 1 else None,
            source_start=piece.source_start + start,
            start=piece.start + start,
            length=stop - start,
        )
        is_first = start == 0
        part = part if is_first else replace(part, cross=0, cross_before=None)
        yield _Part(part, _asked(piece) if number == 1 else ())


def _asked(piece: SoundPiece) -> tuple[Ramp, ...]:
    rise, fall = min(piece.fade_in, piece.length), min(piece.fade_out, piece.length)
    rising = (Ramp(piece.start, rise),) if rise else ()
    return (*rising, Ramp(piece.stop - fall, fall, falls=True)) if fall else rising


def _head(before: _Part | None, part: _Part, sound: Sound) -> _Fade:
    """Give the fade-in of a part; one that was asked for is enough."""
    piece = part.piece
    handle = piece.source_start
    if part.rises:
        return _Fade()
    if piece.cross:
        outside, inside = piece.dissolve
        return _Fade(min(outside, handle), min(inside, piece.length))
    inside = min(FADE, piece.length // 2)
    if before is None:
        edge = sound[piece.source_start : piece.source_start + min(_EDGE, piece.length)]
        return _Fade(0, inside if edge.any() else 0)
    if before.piece.source is None or before.falls:
        return _Fade(0, inside)
    outside = min(FADE, before.piece.length // 2, handle)
    return _Fade(outside, inside, _shape(before.piece, piece))


def _tail(part: _Part, after: _Part | None, sound: Sound) -> _Fade:
    """Give the fade-out of a part; one that was asked for is enough."""
    piece = part.piece
    end = piece.source_start + piece.length
    handle = len(sound) - end
    if part.falls:
        return _Fade()
    if after is not None and after.piece.cross:
        inside, outside = after.piece.dissolve
        return _Fade(min(outside, handle), min(inside, piece.length))
    inside = min(FADE, piece.length // 2)
    if after is None:
        edge = sound[end - min(_EDGE, piece.length) : end]
        return _Fade(0, inside if edge.any() else 0)
    if after.piece.source is None or after.rises:
        return _Fade(0, inside)
    return _Fade(min(FADE, after.piece.length // 2, handle), inside, _shape(piece, after.piece))


def _shape(before: SoundPiece, after: SoundPiece) -> str:
    """Give how a join fades: the same sound on both sides adds up, two sounds add in power."""
    return SMOOTH if after.runs_on_from(before) else EQUAL_POWER
