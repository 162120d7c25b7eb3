"""What shares a mix and what shares an encode: a target changes the level alone, music no picture."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.media.sounds import SoundSource
from assetkit.plan.sound import plan_extract, plan_mix, plan_sound
from assetkit.plan.tasks import SoundTask
from assetkit.platforms.records import Platform
from assetkit.sound.records import Bed, Duck
from support.scenes import PLATFORMS, TOOLS, Scene, clip, facts

SCENE = Scene((clip("first", 48, 150), clip("first", 300, 400)), {"first": facts("first")}, {})
TUNE = plan_extract(SoundSource("tune.wav", "digest of a tune", 0, Fraction(0)), 0, TOOLS)
BED = Bed(TUNE.key, 0, 200_000)


def _sound(platform: Platform = PLATFORMS[0], *beds: Bed) -> SoundTask:
    mix = plan_mix(SCENE.timeline, TOOLS, beds=[(TUNE, bed) for bed in beds])
    return plan_sound(mix, platform, TOOLS)


@pytest.mark.parametrize(
    "other",
    [
        replace(PLATFORMS[0], loudness=Fraction(-16)),
        replace(PLATFORMS[0], true_peak=Fraction(-2)),
        replace(PLATFORMS[0], audio_kbps=192),
    ],
)
def test_a_target_changes_the_encode_and_neither_mix_nor_picture(other: Platform) -> None:
    before, after = SCENE.plan(), replace(SCENE, platform=other).plan()
    assert after.sound.mix.key == before.sound.mix.key
    assert [extract.key for extract in after.sound.mix.extracts] == [e.key for e in before.sound.mix.extracts]
    assert [span.key for span in after.spans] == [span.key for span in before.spans]
    assert after.sound.key != before.sound.key and after.key != before.key


def test_platforms_that_agree_on_the_level_share_the_encode() -> None:
    sounds = [replace(SCENE, platform=platform).plan().sound for platform in PLATFORMS]
    assert len({sound.key for sound in sounds}) == 1


def test_music_is_mixed_again_and_nothing_is_decoded_again() -> None:
    bare, under = _sound().mix, _sound(PLATFORMS[0], BED).mix
    assert {extract.key for extract in under.extracts} == {extract.key for extract in bare.extracts} | {
        TUNE.key
    }
    others = [
        BED,
        replace(BED, gain_db=-3.0),
        replace(BED, fade_in=4800),
        replace(BED, source_start=960),
        replace(BED, duck=Duck(-12.0, 4800, 9600, ((0, 48000),))),
    ]
    keys = {_sound(PLATFORMS[0], bed).mix.key for bed in others}
    assert len(keys | {bare.key}) == 1 + len(others)
    louder = replace(PLATFORMS[0], loudness=Fraction(-16))
    assert _sound(louder, BED).mix.key == under.key
