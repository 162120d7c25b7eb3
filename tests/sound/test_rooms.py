"""An empty room is even; what is meant to be heard is not."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.sound.levels import EVEN
from assetkit.sound.rooms import find_spread
from support.signals import RATE, Samples, drums, music, room, silence, speech, stereo


def _hum() -> Samples:
    return stereo(0.003 * np.sin(2 * np.pi * 50 * np.arange(2 * RATE) / RATE)) + room(2.0, level=0.0003)


def _rumble() -> Samples:
    steps = np.random.default_rng(1).standard_normal((2 * RATE, 2))
    return (np.cumsum(steps, axis=0) * 1e-5).astype(np.float32)


def _between_cards() -> Samples:
    return np.concatenate([silence(1.0), room(2.0), silence(1.0)])


@pytest.mark.parametrize("sound", [room(2.0), _hum(), _rumble(), _between_cards()])
def test_the_noise_of_a_room_hardly_moves(sound: Samples) -> None:
    spread = find_spread(sound)
    assert spread is not None and spread < EVEN / 2


@pytest.mark.parametrize("sound", [speech(3.0), music(3.0), drums(3.0), speech(3.0, level=0.005) + room(3.0)])
def test_speech_music_and_strokes_move(sound: Samples) -> None:
    spread = find_spread(sound)
    assert spread is not None and spread > EVEN * 1.5


def test_the_level_does_not_matter_and_little_sound_is_not_judged() -> None:
    sound = speech(2.0)
    assert find_spread(sound * np.float32(0.01)) == pytest.approx(find_spread(sound), abs=0.01)
    assert find_spread(room(0.3)) is None
    assert find_spread(silence(2.0)) is None and find_spread(silence(0.0)) is None
