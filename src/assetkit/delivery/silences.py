"""Where a recipe asks for silence: muted clips, cards after their sound, films without any, ends of fades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from assetkit.plan.tasks import MixTask
from assetkit.sound.records import MixPlan
from assetkit.timecode import SAMPLE_RATE, FrameRange

_INAUDIBLE = Fraction(1, 20)
"""The share of a fade, at its silent end, that a meter may take for silence."""


def describe_silence(mix: MixTask, rate: Fraction, frames: int) -> tuple[FrameRange, ...]:
    """Give the frames in which nothing is to be heard, in order and apart; `frames` is how many there are.

    Music that plays there is heard, whatever it is turned down to.
    """
    plan = mix.plan
    beds = [(bed.start, bed.start + bed.length) for bed in plan.beds]
    ends = {extract.key: extract.ends for extract in mix.extracts}
    found: list[tuple[int, int]] = []
    for start, stop in sorted([*_without(list(_quiet(plan, ends)), beds), *_ends(plan)]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    ranges = (_in_frames(start, stop, rate, frames) for start, stop in found)
    return tuple(area for area in ranges if len(area))


def _quiet(plan: MixPlan, ends: Mapping[str, int | None]) -> Iterator[tuple[int, int]]:
    """Give the samples of pieces that are silent, those after their sound, and the silent ends of fades."""
    for piece in plan.pieces:
        if piece.source is None:
            yield piece.start, piece.stop
            continue
        known = ends.get(piece.source)
        if known is not None and piece.source_start + piece.length > known:
            yield piece.start + max(0, known - piece.source_start), piece.stop
        yield piece.start, piece.start + round(piece.fade_in * _INAUDIBLE)
        yield piece.stop - round(piece.fade_out * _INAUDIBLE), piece.stop


def _ends(plan: MixPlan) -> Iterator[tuple[int, int]]:
    yield 0, round(plan.fade_in * _INAUDIBLE)
    yield plan.total - round(plan.fade_out * _INAUDIBLE), plan.total


def _without(areas: list[tuple[int, int]], beds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take from areas what lies under music."""
    for first, last in beds:
        parts = [((start, min(stop, first)), (max(start, last), stop)) for start, stop in areas]
        areas = [part for pair in parts for part in pair if part[0] < part[1]]
    return areas


def _in_frames(start: int, stop: int, rate: Fraction, frames: int) -> FrameRange:
    """Give the frames that lie wholly within samples, but for less than half of one at each end."""
    first, last = round(start * rate / SAMPLE_RATE), round(stop * rate / SAMPLE_RATE)
    return FrameRange(min(first, frames), min(max(first, last), frames))
