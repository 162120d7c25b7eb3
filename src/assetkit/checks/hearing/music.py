"""Music that hides speech, and loops whose join is heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from assetkit.checks.hearing.records import seconds
from assetkit.checks.hearing.thresholds import Threshold, threshold
from assetkit.diagnostics import Diagnostic, Place
from assetkit.media.hearing import (
    WINDOW,
    Hearing,
    decibels,
    level_in_decibels,
    loud_level,
    power_of,
)
from assetkit.media.seams import Seam
from assetkit.sound.records import Bed
from assetkit.timecode import FrameRange, format_timecode, sample_of_frame


@dataclass(frozen=True)
class Laid:
    """Samples [first, first + length) of a film's sound at a gain, from sample `at` of the timeline on."""

    heard: Hearing
    first: int
    at: int
    length: int
    gain_db: float = 0.0


@dataclass(frozen=True)
class Backing:
    """Music under a cut as it is planned, what was heard of it, and of what lies over it.

    `speech` is when cues stand, in timeline frames, in any language.
    """

    cut: str
    rate: Fraction
    bed: Bed
    music: Hearing
    film: tuple[Laid, ...]
    speech: tuple[FrameRange, ...]
    place: Place
    name: str = ""
    seam: Seam | None = None


def check_backing(backing: Backing) -> Iterator[Diagnostic]:
    """Tell of the cue under which the music is nearest to the speech, if that is too near."""
    found = [(each, *levels) for each in _cues(backing.speech) if (levels := _levels(backing, each))]
    close = [each for each in found if each[1] - each[2] < threshold("over_music")["decibels"]]
    limit = threshold("over_music") if close else threshold("over_music_clearly")
    missed = close or [each for each in found if each[1] - each[2] < limit["decibels"]]
    if missed:
        worst = min(missed, key=lambda each: each[1] - each[2])
        yield _tell(backing, limit, *worst, len(missed))


def _cues(speech: Iterable[FrameRange]) -> tuple[FrameRange, ...]:
    return tuple(sorted(set(speech)))


def _tell(
    backing: Backing, limit: Threshold, cue: FrameRange, speech: float, music: float, count: int
) -> Diagnostic:
    more = f" (under {count} cues; this is the worst)" if count > 1 else ""
    over = speech - music
    lower = round(limit["decibels"] - over + 0.5)
    ducked = "a deeper `duck:`" if backing.bed.duck else f"`duck: -{max(lower, 3)} dB`"
    is_hidden = limit is threshold("over_music")
    return Diagnostic(
        "AK755",
        limit.severity,
        f"music {'hides' if is_hidden else 'is near'} what is said in {backing.cut}, at "
        f"{format_timecode(cue.start, backing.rate)} of the cut{more}",
        backing.place,
        measured=f"speech {over:+.0f} dB over the music ({speech:.0f} and {music:.0f} dBFS)",
        required=f"at least {limit['decibels']:g} dB ({limit.source.split(':')[0]})",
        remedy=f"turn the music down by {lower} dB with `gain:`, or give it {ducked}",
    )


def _levels(backing: Backing, cue: FrameRange) -> tuple[float, float] | None:
    """Give the levels of the film and of the music under a cue; None where either is not heard.

    Between words music stands alone: what is compared are the windows in which the film is loudest, a
    quarter of them.
    """
    start, stop = (sample_of_frame(edge, backing.rate) for edge in (cue.start, cue.stop))
    pairs: list[tuple[float, float]] = []
    for at in range(start, stop, WINDOW):
        film = _film_at(backing.film, at, "speech")
        music = _music_at(backing, at)
        if film is not None and music is not None:
            pairs.append((film, music))
    loudest = sorted(pairs, reverse=True)[: max(1, len(pairs) // 4)]
    if not loudest:
        return None
    speech, music_level = (decibels(sum(each) / len(each)) for each in zip(*loudest, strict=True))
    # Where nothing is said either way, there is nothing to hide: silence is told by another check.
    return None if speech <= threshold("silence")["dbfs"] else (speech, music_level)


def _film_at(film: Iterable[Laid], at: int, band: str) -> float | None:
    """Give the power of the film's sound at a sample of the timeline."""
    for laid in film:
        if laid.at <= at < laid.at + laid.length:
            levels: bytes = getattr(laid.heard, band)
            place = (laid.first + at - laid.at) // WINDOW
            power = power_of(levels[place : place + 1]) if place >= 0 else 0.0
            return power * 10 ** (laid.gain_db / 10)
    return None


def _music_at(backing: Backing, at: int) -> float | None:
    bed = backing.bed
    if not bed.start <= at < bed.start + bed.length:
        return None
    place = bed.source_start + at - bed.start
    if backing.seam and place >= backing.seam.end:
        head, end = backing.seam.head, backing.seam.end
        place = head + (place - head) % max(1, end - head)
    power = power_of(backing.music.speech[place // WINDOW : place // WINDOW + 1])
    return power * 10 ** ((bed.gain_db + _ducked(backing, at)) / 10)


def _ducked(backing: Backing, at: int) -> float:
    duck = backing.bed.duck
    if duck is None:
        return 0.0
    if duck.gate_db is None:
        return duck.depth_db if any(start <= at < stop for start, stop in duck.ranges) else 0.0
    loudest = max((_loud(laid) for laid in backing.film), default=0.0)
    film = _film_at(backing.film, at, "middle") or 0.0
    return duck.depth_db if decibels(film) >= loudest + duck.gate_db else 0.0


def _loud(laid: Laid) -> float:
    part = laid.heard.windows(laid.first, laid.first + laid.length)
    return level_in_decibels(loud_level(laid.heard.middle[part])) + laid.gain_db


def check_seam(backing: Backing) -> Iterator[Diagnostic]:
    """Tell of a loop whose join steps in level or clicks."""
    seam, limit = backing.seam, threshold("seam")
    if seam is None or (abs(seam.after - seam.before) < limit["step"] and seam.click < limit["click"]):
        return
    steps = abs(seam.after - seam.before) >= limit["step"]
    told = f"a step of {seam.after - seam.before:+.0f} dB" if steps else f"a click {seam.click:.0f} dB high"
    required = f"less than {limit['step' if steps else 'click']:g} dB"
    quiet = seam.before < seam.after
    remedy = (
        "end the loop before the music fades" if quiet else "begin the loop after the music has set in"
    ) + ", for example `loop: 4s - 20s`"
    yield Diagnostic(
        "AK757",
        limit.severity,
        f"the join of the loop is heard: {backing.name} goes back from {seconds(seam.end)} to "
        f"{seconds(seam.head)}",
        backing.place,
        measured=told,
        required=required,
        remedy=remedy if steps else "choose other ends of the loop, on a beat or in a pause",
    )
