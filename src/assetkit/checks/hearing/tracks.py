"""Faults of a sound itself: clipped, too short, out of phase, one channel dead. Each is told once a sound."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from assetkit.checks.hearing.records import Play, Track, seconds
from assetkit.checks.hearing.thresholds import threshold
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.media.hearing import WINDOW, decibels, power_of
from assetkit.timecode import SAMPLE_RATE


def check_track(track: Track) -> Iterator[Diagnostic]:
    """Tell what is wrong with what cuts play of a sound, and whether it ends before its picture."""
    yield from _check_clipping(track)
    yield from _check_length(track)
    if track.heard.channels == 2:
        yield from _check_channels(track)


def _check_clipping(track: Track) -> Iterator[Diagnostic]:
    limit = threshold("clipping")
    runs = track.heard.clipped
    played = {number for play in track.plays for number in range(*_windows(track, play).indices(len(runs)))}
    clipped = sorted(number for number in played if runs[number] >= limit["samples"])
    if len(clipped) < limit["windows"]:
        return
    first, longest = clipped[0] * WINDOW, max(runs[number] for number in clipped)
    yield track.report(
        "AK751",
        limit,
        f"the sound is clipped, first at {track.when(first, first + WINDOW)}",
        measured=f"{longest} samples in a row at full scale, in {len(clipped)} windows of 20 ms",
        required=f"fewer than {limit['samples']:g}",
        remedy="export the sound again at a lower level; what is cut off cannot be brought back",
    )


def _check_length(track: Track) -> Iterator[Diagnostic]:
    limit = threshold("short")
    if track.picture is None:
        return
    ends = track.heard.samples + track.late
    missing = track.picture - ends
    if missing <= limit["seconds"] * SAMPLE_RATE:
        return
    slack = limit["seconds"] * SAMPLE_RATE
    late = [play for play in track.plays if play.last > track.heard.samples + slack]
    found = track.report(
        "AK752",
        limit,
        f"the sound ends before the picture, at {track.when(ends - track.late, track.picture - track.late)}",
        measured=f"{seconds(missing)} of picture without sound",
        required=f"at most {limit['seconds']:g} s",
        remedy="export the film again with all of its sound"
        + (", or end the clip earlier" if late else "; no clip that was chosen is silent for it"),
    )
    yield found if late else replace(found, severity=Severity.NOTE)


def _check_channels(track: Track) -> Iterator[Diagnostic]:
    """Tell of the worst stretch alone: a channel is dead, or the two undo each other."""
    dead, inverted = threshold("dead"), threshold("phase")
    worst: tuple[float, Play] | None = None
    for play in track.plays:
        if play.length < dead["seconds"] * SAMPLE_RATE:
            continue
        left, right, middle = _powers(track, play)
        louder, softer = max(left, right), min(left, right)
        if decibels(louder) < inverted["dbfs"]:
            continue
        if decibels(softer) < max(dead["dbfs"], decibels(louder) - dead["under"]):
            yield _tell_dead(track, play, "left" if left < right else "right", decibels(softer))
            return
        likeness = (4 * middle - left - right) / (2 * math.sqrt(left * right))
        if likeness < inverted["correlation"] and (worst is None or likeness < worst[0]):
            worst = (likeness, play)
    if worst:
        yield track.report(
            "AK753",
            inverted,
            f"one channel is the other turned over, at {track.when(worst[1].first, worst[1].last)}",
            measured=f"a correlation of {max(worst[0], -1):.2f}",
            required=f"at least {inverted['correlation']:g}",
            remedy="turn over one channel of the film’s sound: on one speaker the two leave silence",
        )


def _tell_dead(track: Track, play: Play, side: str, level: float) -> Diagnostic:
    limit = threshold("dead")
    found = "nothing" if level < -110 else f"{level:.0f} dBFS"
    return track.report(
        "AK754",
        limit,
        f"the {side} channel is dead, at {track.when(play.first, play.last)}",
        measured=f"{found} on the {side}",
        required=f"at least {limit['dbfs']:g} dBFS, and at most {limit['under']:g} dB under the other side",
        remedy="export the sound with both channels, or as mono",
    )


def _powers(track: Track, play: Play) -> tuple[float, float, float]:
    heard, part = track.heard, _windows(track, play)
    left, right, middle = (power_of(levels[part]) for levels in (heard.left, heard.right, heard.middle))
    return left, right, middle


def _windows(track: Track, play: Play) -> slice:
    return track.heard.windows(play.first, play.last)
