"""Levels, clipping and time of sounds as they stand in files, at several rates."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from assetkit.errors import MediaError
from assetkit.media.hearing import decibels, level_in_decibels, power_of
from assetkit.media.sounds import SoundSource
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.listen import Meter, listen
from support.voices import RATE, hear, speak, tone, write_wav


def source_of(path: Path, start: Fraction = Fraction(0)) -> SoundSource:
    return SoundSource(path.name, "digest", 0, start)


@pytest.mark.parametrize("rate", [48000, 44100, 22050, 11025])
def test_windows_follow_the_clock_at_every_rate(rate: int) -> None:
    sound = speak(1.01, [(0.5, 1.01)], rate=rate)
    heard = hear(sound, rate=rate)
    assert heard.seconds == Fraction(len(sound), rate) and len(heard) == 51
    assert decibels(power_of(heard.middle[2:24])) == pytest.approx(-80, abs=0.5)
    assert decibels(power_of(heard.speech[26:50])) == pytest.approx(-20, abs=2)


def test_levels_are_those_of_the_signal() -> None:
    heard = hear(tone(1, -20), tone(1, -26))
    assert {level_in_decibels(level) for level in heard.left} == {-20.0}
    assert {level_in_decibels(level) for level in heard.right} == {-26.0}
    assert level_in_decibels(heard.peaks[10]) == pytest.approx(-17, abs=0.25)
    assert level_in_decibels(heard.speech[10]) == pytest.approx(-22.5, abs=0.5)


def test_only_the_band_of_speech_is_speech() -> None:
    low, high = hear(tone(1, -20, 60)), hear(tone(1, -20, 8000))
    assert level_in_decibels(max(low.speech)) < -60 and level_in_decibels(max(high.speech)) < -60


def test_blocks_of_any_size_measure_the_same() -> None:
    sound = np.stack([speak(2.3, [(0.1, 1.9)])] * 2, axis=1).astype(np.float32)
    meter, at = Meter(RATE), 0
    for size in (1, 959, 960, 50_000, 7, len(sound)):
        meter.take(at, sound[at : at + size])
        at += size
    assert meter.finish(1) == hear(sound[:, 0].astype(np.float64))


def test_only_flat_tops_are_clipped() -> None:
    loud = tone(1, 6)
    assert max(hear(loud.clip(-1, 1)).clipped) >= 8
    for frequency in (50, 440, 1000):
        assert max(hear(tone(1, -3.0103, frequency)).clipped) < 4
    assert max(hear(loud).clipped) < 4  # above full scale, and whole


@pytest.mark.slow
def test_a_file_is_heard_from_the_pictures_first_frame(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", speak(2, [(1, 2)]), rate=RATE)
    late = listen(path, source_of(path, Fraction(-1, 2)))
    early = listen(path, source_of(path, Fraction(1, 2)))
    assert late.seconds == Fraction(5, 2) and early.seconds == Fraction(3, 2)
    assert late.middle[:25] == bytes(25)
    assert min(late.middle[76:124]) > 160 > max(late.middle[30:74])
    assert min(early.middle[26:74]) > 160 > max(early.middle[:24])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.m4a", "a.mka", "a.flac", "a.mp3"])
def test_coded_sound_is_heard_alike(tmp_path: Path, name: str) -> None:
    sound = speak(2, [(0.5, 1), (1.4, 1.8)], rate=44100)
    plain = write_wav(tmp_path / "a.wav", sound, -sound, rate=44100)
    path = tmp_path / name
    run_ffmpeg(["-y", "-i", str(plain), str(path)])
    wanted, heard = listen(plain, source_of(plain)), listen(path, source_of(path))
    for first, last in ((27, 49), (72, 88)):
        assert decibels(power_of(heard.left[first:last])) == pytest.approx(
            decibels(power_of(wanted.left[first:last])), abs=1
        )
        assert decibels(power_of(heard.middle[first:last])) < -45


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "channels"), [("mono", 1), ("5.1", 6), ("7.1", 8)])
def test_any_layout_is_heard_as_two_channels(tmp_path: Path, layout: str, channels: int) -> None:
    path = tmp_path / "a.mka"
    tones = "|".join(["0.1*sin(2*PI*1000*t)"] * channels)
    making = f"aevalsrc={tones}:s=48000:d=1:c={layout}"
    run_ffmpeg(["-y", "-f", "lavfi", "-i", making, "-c:a", "pcm_s16le", str(path)])
    heard = listen(path, source_of(path))
    assert heard.channels == channels and len(heard) == 50
    assert abs(heard.left[25] - heard.right[25]) <= 1
    assert -30 < level_in_decibels(heard.left[25]) < -8


@pytest.mark.slow
def test_what_cannot_be_decoded_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF" + bytes(40))
    with pytest.raises(MediaError, match="damaged"):
        listen(path, source_of(path))
