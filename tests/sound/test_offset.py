"""A constant under a sound is found, taken away, and nothing else is touched."""

from __future__ import annotations

import numpy as np
import pytest

from assetkit.sound.offset import MOST_OFFSET, Centred, find_offset
from support.signals import MATERIALS, RATE, shifted, silence, speech, stereo


def test_an_offset_is_found_on_either_side() -> None:
    assert find_offset(shifted(2.0)) == pytest.approx(0.2, abs=0.01)
    one_side = speech(1.5)
    one_side[:, 1] -= np.float32(0.1)
    assert find_offset(one_side) == pytest.approx(0.1, abs=0.01)
    assert find_offset(shifted(0.2)) == pytest.approx(0.2, abs=0.02)
    assert find_offset(silence(0.0)) == 0


@pytest.mark.parametrize("name", sorted(set(MATERIALS) - {"shifted"}))
def test_sound_without_one_has_none_that_matters(name: str) -> None:
    assert find_offset(MATERIALS[name](2.0)) < MOST_OFFSET / 4


def test_what_is_heard_stays() -> None:
    sound = speech(2.0)
    centred = Centred(sound + np.float32(0.2))[0 : len(sound)]
    inner = slice(RATE // 4, -RATE // 4)
    assert np.abs(centred[inner] - sound[inner]).max() < 0.01 * np.abs(sound).max() + 0.001
    assert abs(centred.mean()) < 0.001


@pytest.mark.parametrize("hertz", [20, 33, 50, 101])
def test_low_tones_keep_their_level(hertz: int) -> None:
    tone = stereo(np.sin(2 * np.pi * hertz * np.arange(2 * RATE) / RATE))
    heard = Centred(tone)[RATE // 2 : RATE]
    assert np.abs(heard).max() == pytest.approx(1, abs=0.05)


def test_parts_are_what_the_whole_holds() -> None:
    sound = shifted(1.0)
    whole = Centred(sound)[0 : len(sound)]
    for start, stop in ((0, 100), (5000, 30001), (len(sound) - 7, len(sound)), (9, 9)):
        assert np.allclose(Centred(sound)[start:stop], whole[start:stop], atol=1e-6)
    assert len(Centred(sound)) == len(sound)
