"""Where silence is asked for: quality control takes any other for a fault."""

from __future__ import annotations

from fractions import Fraction

from assetkit.delivery.silences import describe_silence
from assetkit.media.sounds import SoundSource
from assetkit.plan.tasks import ExtractTask, MixTask
from assetkit.sound.records import MixPlan, SoundPiece
from assetkit.timecode import FrameRange

SECOND = 48000


def mix(*extracts: ExtractTask) -> MixTask:
    pieces = (SoundPiece("film", 0, 0, 2 * SECOND), SoundPiece("breath", 0, 2 * SECOND, 2 * SECOND))
    return MixTask(MixPlan(4 * SECOND, pieces), extracts, "tools")


def extract(key: str, ends: int | None = None) -> ExtractTask:
    return ExtractTask(SoundSource(f"{key}.wav", key, 0, Fraction(0)), 0, "tools", key, ends)


def test_a_card_is_silent_after_its_sound() -> None:
    told = describe_silence(mix(extract("film"), extract("breath", SECOND)), Fraction(25), 100)
    assert told == (FrameRange(75, 100),)


def test_a_film_whose_sound_ends_early_is_not_meant_to() -> None:
    assert describe_silence(mix(extract("film"), extract("breath")), Fraction(25), 100) == ()
