"""The mix: stretches of 48 kHz stereo sound laid end to end, exact to the sample, without clicks.

Sound is joined here from PCM and never from coded packets. A join is one of four:

- where the source runs on, there is no join: the samples are copied as they are (a crossfade of a signal
  with itself would be 3 dB too loud in its middle);
- where it jumps, an equal-power crossfade of 10 ms around the cut, from the sound beyond both edges; a
  side that has no sound beyond its edge fades alone;
- to and from silence, a fade of 5 ms within the piece, so that the silence stays silent;
- a dissolve (`SoundPiece.cross`), the same crossfade over the length of the dissolve.

Everything farther than 5 ms from a plain join, and outside of dissolves, is the source's samples untouched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assetkit.sound.records import MixPlan as MixPlan
from assetkit.sound.records import SoundPiece as SoundPiece
from assetkit.timecode import SAMPLE_RATE

Samples = NDArray[np.float32]
"""Interleaved stereo, shape (n, 2), float32, full scale 1.0, 48 kHz."""

FADE = SAMPLE_RATE * 5 // 1000
"""Half of a plain join, and all of a fade to silence: 5 ms in samples."""
_EDGE = SAMPLE_RATE // 1000  # the outermost millisecond tells whether the timeline begins or ends in silence


@dataclass(frozen=True)
class _Fade:
    """One side of a join: samples beyond the piece's edge, and within it, over which the gain moves."""

    outside: int = 0
    inside: int = 0


def mix(plan: MixPlan, sources: Mapping[str, Samples]) -> Samples:
    """Lay the pieces into one array of shape (plan.total, 2).

    `sources` hold the masters' sound, sample 0 at the picture's first frame; memory-mapped arrays are read
    only where a piece needs them. Where a piece reaches beyond its source there is silence, with a fade.
    Raises KeyError for a source that is not given.
    """
    out = np.zeros((plan.total, 2), np.float32)
    stretches = list(_stretches(plan, sources))
    for number, piece in enumerate(stretches):
        if piece.source is None:
            continue
        before = stretches[number - 1] if number else None
        after = stretches[number + 1] if number + 1 < len(stretches) else None
        sound = sources[piece.source]
        _lay(out, piece, sound, _head(before, piece, sound), _tail(piece, after, sound))
    return out


def _stretches(plan: MixPlan, sources: Mapping[str, Samples]) -> Iterator[SoundPiece]:
    """Join what runs on into one piece; the gain never moves within it."""
    current: SoundPiece | None = None
    for piece in (part for whole in plan.pieces for part in _within_source(whole, sources)):
        if current is not None and piece.runs_on_from(current):
            current = replace(current, length=current.length + piece.length)
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


def _within_source(piece: SoundPiece, sources: Mapping[str, Samples]) -> Iterator[SoundPiece]:
    """Split off what lies before the source's first sample or after its last: it is silence."""
    if piece.source is None:
        yield piece
        return
    extent = len(sources[piece.source])
    edges = [0, *(min(max(edge - piece.source_start, 0), piece.length) for edge in (0, extent)), piece.length]
    parts = [
        (start, stop, number == 1) for number, (start, stop) in enumerate(pairwise(edges)) if start < stop
    ]
    for number, (start, stop, sounds) in enumerate(parts):
        part = replace(
            piece,
            source=piece.source if sounds else None,
            source_start=piece.source_start + start,
            start=piece.start + start,
            length=stop - start,
        )
        yield part if number == 0 else replace(part, cross=0, cross_before=None)


def _head(before: SoundPiece | None, piece: SoundPiece, sound: Samples) -> _Fade:
    """Give the fade-in of a piece."""
    handle = piece.source_start
    if piece.cross:
        outside, inside = piece.dissolve
        return _Fade(min(outside, handle), min(inside, piece.length))
    inside = min(FADE, piece.length // 2)
    if before is None:
        edge = sound[piece.source_start : piece.source_start + min(_EDGE, piece.length)]
        return _Fade(0, inside if edge.any() else 0)
    if before.source is None:
        return _Fade(0, inside)
    return _Fade(min(FADE, before.length // 2, handle), inside)


def _tail(piece: SoundPiece, after: SoundPiece | None, sound: Samples) -> _Fade:
    """Give the fade-out of a piece."""
    end = piece.source_start + piece.length
    handle = len(sound) - end
    if after is not None and after.cross:
        inside, outside = after.dissolve
        return _Fade(min(outside, handle), min(inside, piece.length))
    inside = min(FADE, piece.length // 2)
    if after is None:
        edge = sound[end - min(_EDGE, piece.length) : end]
        return _Fade(0, inside if edge.any() else 0)
    if after.source is None:
        return _Fade(0, inside)
    return _Fade(min(FADE, after.length // 2, handle), inside)


def _lay(out: Samples, piece: SoundPiece, sound: Samples, head: _Fade, tail: _Fade) -> None:
    """Add a piece with its handles to the timeline; untouched samples are copied bit by bit."""
    first = piece.source_start - head.outside
    last = piece.source_start + piece.length + tail.outside
    window = np.array(sound[first:last], np.float32)
    rise, fall = head.outside + head.inside, tail.outside + tail.inside
    if rise:
        window[:rise] *= _rising(rise)[:, None]
    if fall:
        window[-fall:] *= _rising(fall)[::-1, None]
    start = piece.start - head.outside
    out[start : start + len(window)] += window


def _rising(length: int) -> Samples:
    """Give the gains of a fade-in; squared, they and their mirror image sum to one at every sample.

    The bare sine has a corner where it starts, heard as a tick under a loud tone; with the sine of a
    sine squared both ends are flat.
    """
    place = (np.arange(length) + 0.5) / length
    return np.sin(np.pi / 2 * np.sin(np.pi / 2 * place) ** 2).astype(np.float32)
