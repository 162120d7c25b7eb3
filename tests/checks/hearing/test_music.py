"""Music that hides speech, after gain and ducking, and loops that are heard."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.checks.hearing.music import Backing, Laid, check_backing, check_seam
from assetkit.diagnostics import Place, Severity
from assetkit.media.seams import Seam
from assetkit.sound.records import Bed, Duck
from assetkit.timecode import FrameRange
from support.voices import RATE, hear, speak, tone

SPEECH = FrameRange(50, 100)
VOICE = hear(speak(8, [(3, 4), (4.2, 5)], -20))
MUSIC = hear(tone(8, -20))
BACKING = Backing(
    "teaser",
    Fraction(25),
    Bed("music", 0, 6 * RATE),
    MUSIC,
    (Laid(VOICE, RATE, 0, 6 * RATE),),
    (SPEECH, SPEECH, FrameRange(130, 140)),
    Place("recipes/a.yaml", 12, 5),
    "theme.wav",
)
DUCKED = Duck(-12, 4800, 4800, ((2 * RATE, 4 * RATE),))


def over(backing: Backing) -> tuple[str, Severity, int] | None:
    """The code, the weight, and by how much speech stands over music."""
    found = list(check_backing(backing))
    if not found:
        return None
    (only,) = found
    return only.code, only.severity, int(only.measured.split("speech ")[1].split(" dB")[0])


def gained(gain: float, duck: Duck | None = None) -> Backing:
    return replace(BACKING, bed=replace(BACKING.bed, gain_db=gain, duck=duck))


def test_music_as_loud_as_speech_is_told_with_what_is_missing() -> None:
    (found,) = check_backing(BACKING)
    assert (found.code, found.severity, found.place) == ("AK755", Severity.WARNING, BACKING.place)
    assert "music hides what is said in teaser, at 00:00:02:00 of the cut" in found.message
    assert "by 6 dB" in found.remedy or "by 5 dB" in found.remedy or "by 4 dB" in found.remedy


@pytest.mark.parametrize(
    ("gain", "duck", "wanted"),
    [
        (-4, None, (Severity.WARNING, 4)),
        (-12, None, (Severity.NOTE, 12)),
        (0, DUCKED, (Severity.NOTE, 12)),
        (-10, DUCKED, None),
        (-24, None, None),
    ],
)
def test_gain_and_ducking_count(gain: float, duck: Duck | None, wanted: tuple[Severity, int] | None) -> None:
    told = over(gained(gain, duck))
    if wanted is None:
        assert told is None
        return
    assert told is not None and told[1] is wanted[0]
    base = over(BACKING)
    assert base is not None and told[2] == pytest.approx(base[2] + wanted[1], abs=1)


def test_ducking_by_level_counts_where_the_film_is_loud() -> None:
    by_level = gained(0, Duck(-12, 4800, 4800, gate_db=-20))
    assert over(by_level) == over(gained(0, DUCKED))


def test_the_gain_of_the_film_counts() -> None:
    louder = replace(BACKING, film=(replace(BACKING.film[0], gain_db=30),))
    assert over(louder) is None


def test_without_speech_there_is_nothing_to_hide() -> None:
    assert over(replace(BACKING, speech=())) is None
    assert over(replace(BACKING, film=(replace(BACKING.film[0], first=6 * RATE),))) is None


def test_a_seam_is_told_by_its_step_or_its_click() -> None:
    place = (0, 4 * RATE)
    good = replace(BACKING, seam=Seam(*place, -20.0, -22.0, 1.0))
    assert list(check_seam(good)) == [] and list(check_seam(BACKING)) == []
    (step,) = check_seam(replace(BACKING, seam=Seam(*place, -34.0, -20.0, 0.0)))
    assert (step.code, step.measured) == ("AK757", "a step of +14 dB")
    assert "from 4.00 s to 0.00 s" in step.message and "before the music fades" in step.remedy
    (click,) = check_seam(replace(BACKING, seam=Seam(*place, -20.0, -20.0, 15.0)))
    assert click.measured == "a click 15 dB high"


def test_repeated_music_is_measured_where_it_plays_again() -> None:
    faded = speak(8, [(0, 2)], -20)  # music for two seconds, then nothing
    music = replace(BACKING, music=hear(faded), bed=replace(BACKING.bed, loop=(0, 2 * RATE)))
    assert over(music) is None
    assert over(replace(music, seam=Seam(0, 2 * RATE, -20, -20, 0))) is not None
