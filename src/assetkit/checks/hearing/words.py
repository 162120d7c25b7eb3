"""Cuts within a word: speech on both sides of an edge, while a pause is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assetkit.checks.captions.records import FilmCaptions
from assetkit.checks.hearing.records import Play, Track
from assetkit.checks.hearing.thresholds import threshold
from assetkit.diagnostics import Diagnostic
from assetkit.media.hearing import WINDOW, level_in_decibels, loud_level
from assetkit.timecode import SAMPLE_RATE, format_timecode

_A_SECOND = SAMPLE_RATE // WINDOW


def check_words(track: Track, film: FilmCaptions | None) -> list[Diagnostic]:
    """Tell of each edge within a word once, however many cuts share it.

    Where the film has cues, one of them must stand over the edge: else what is loud may be anything.
    """
    told: dict[tuple[int, bool], Diagnostic] = {}
    for play in track.plays:
        for sample, is_start in _edges(play):
            if (sample, is_start) in told or not _is_said(track, sample, film):
                continue
            if found := _judge(track, play, sample, is_start):
                told[sample, is_start] = found
    return list(told.values())


def _edges(play: Play) -> Iterator[tuple[int, bool]]:
    if play.opens:
        yield play.first, True
    if play.closes:
        yield play.last, False


def _is_said(track: Track, sample: int, film: FilmCaptions | None) -> bool:
    if film is None or not film.files:
        return True
    frame = track.frame(sample)
    return any(cue.range.start < frame < cue.range.stop for file in film.files.values() for cue in file.cues)


def _judge(track: Track, play: Play, sample: int, is_start: bool) -> Diagnostic | None:
    limit, levels = threshold("cut_word"), track.heard.speech
    edge = round(sample / WINDOW)
    if not 0 < edge < len(levels):
        return None
    level = min(levels[edge - 1], levels[edge])
    if level <= 0 or level < loud_level(levels) - 2 * limit["under"]:
        return None
    pause = _nearest_pause(levels, edge, level - int(2 * limit["quieter"]))
    if pause is None:
        return None
    return _tell(track, play, sample, is_start, pause * WINDOW, level_in_decibels(level))


def _nearest_pause(levels: bytes, edge: int, most: int) -> int | None:
    """Give the window edge nearest to `edge` that lies in the middle of a pause's nearest part."""
    limit = threshold("cut_word")
    length, reach = round(limit["pause"] * _A_SECOND), round(limit["reach"] * _A_SECOND)
    starts = range(max(0, edge - reach - length), min(len(levels) - length, edge + reach) + 1)
    quiet = [start for start in starts if max(levels[start : start + length]) <= most]
    middles: Iterable[int] = (start + length // 2 for start in quiet)
    return min(middles, key=lambda middle: abs(middle - edge), default=None)


def _tell(
    track: Track, play: Play, sample: int, is_start: bool, quiet: int, level: float
) -> Diagnostic | None:
    now, then = track.frame(sample), track.frame(quiet)
    if now == then:
        return None
    limit, frames = threshold("cut_word"), abs(then - now)
    count = "1 frame" if frames == 1 else f"{frames} frames"
    way = "earlier" if then < now else "later"
    time = format_timecode(then, track.rate)
    verb = "begin" if is_start else "end"
    key = "lead" if is_start and then < now else "lag" if not is_start and then > now else ""
    moved = f", or let its sound {key} by {frames}f" if key else ""
    # The frame after an end is told as the edge, as a recipe writes it.
    return track.report(
        "AK756",
        limit,
        f"a clip {verb}s within a word, at {track.when(sample if is_start else sample - 1)}",
        play.place,
        measured=f"speech at {level:.0f} dBFS on both sides of the edge",
        required=f"a pause, or {limit['under']:g} dB under the film’s loud parts",
        remedy=f"{verb} it {count} {way}, at {time}, where it is quiet{moved}",
    )
