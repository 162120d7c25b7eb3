"""What is wrong with the music under a cut before it is mixed: where it begins, loops, fades and ends."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from assetkit.diagnostics import Findings
from assetkit.media.sounds import SoundFileFacts
from assetkit.recipe.music_records import Music
from assetkit.sound.records import SHORTEST_LOOP
from assetkit.timecode import SAMPLE_RATE
from assetkit.timeline.music import end_card, has_subtitles, lay_music
from assetkit.timeline.records import Timeline


def check_music(timeline: Timeline, files: Mapping[str, SoundFileFacts], findings: Findings) -> None:
    """Report what the music of a timeline cannot do; a file that is not known has been reported."""
    music, duck = timeline.sound.music, timeline.sound.duck
    if music is None:
        return
    if music.until_card and end_card(timeline) is None:
        remedy = "end the cut with `- end: name of the helpline`, or write `until: end`"
        findings.error(
            "AK729", "the music ends on the end card, and there is none", music.place, remedy=remedy
        )
    if duck and duck.under == "cues" and not has_subtitles(timeline):
        message = "the music goes down under cues, and the films of this cut have no subtitles"
        findings.error("AK730", message, duck.place, remedy="write `under: level`, or add the subtitles")
    _check_fades(timeline, music, findings)
    if facts := files.get(music.file):
        _check_length(timeline, music, facts, findings)


def _check_fades(timeline: Timeline, music: Music, findings: Findings) -> None:
    laid, rate = lay_music(timeline, music), timeline.rate
    asked = sum(fade.in_samples(rate) for fade in (music.fade_in, music.fade_out) if fade)
    if asked > laid.length:
        findings.error(
            "AK731",
            "the fades of the music are longer than the music",
            music.place,
            measured=_seconds(asked),
            required=f"at most {_seconds(laid.length)}",
            remedy="shorten `fade_in:` or `fade_out:`",
        )


def _check_length(timeline: Timeline, music: Music, facts: SoundFileFacts, findings: Findings) -> None:
    laid, ends = lay_music(timeline, music), int(facts.ends[0] * SAMPLE_RATE)
    if laid.first >= ends:
        findings.error(
            "AK727",
            "the music ends before it begins here",
            music.place,
            measured=f"`in:` at {_seconds(laid.first)}",
            required=f"before {_seconds(ends)}, where {music.file} ends",
            remedy="begin earlier",
        )
    elif music.loop:
        _check_loop(music, laid.first, ends, timeline.rate, findings)
    elif laid.first + laid.length > ends + SAMPLE_RATE // 10:
        findings.warning(
            "AK728",
            f"the music ends {_seconds(laid.first + laid.length - ends)} before it should",
            music.place,
            measured=f"{_seconds(ends - laid.first)} of music",
            required=_seconds(laid.length),
            remedy="write `loop: true`, begin earlier, or take longer music",
        )


def _check_loop(music: Music, first: int, ends: int, rate: Fraction, findings: Findings) -> None:
    start, stop = first, ends
    if isinstance(music.loop, tuple):
        start, stop = (edge.in_samples(rate) for edge in music.loop)
    if stop > ends + SAMPLE_RATE // 10:
        found, wanted = f"a loop to {_seconds(stop)}", f"at most {_seconds(ends)}, where {music.file} ends"
    elif min(stop, ends) - start < SHORTEST_LOOP:
        found, wanted = f"a loop of {_seconds(max(stop - start, 0))}", f"at least {_seconds(SHORTEST_LOOP)}"
    elif first >= stop:
        found, wanted = f"`in:` at {_seconds(first)}", f"before {_seconds(stop)}, where the loop ends"
    else:
        return
    message = "the music cannot be repeated like this"
    findings.error("AK732", message, music.place, measured=found, required=wanted, remedy="correct `loop:`")


def _seconds(samples: int) -> str:
    return f"{samples / SAMPLE_RATE:.2f} s"
