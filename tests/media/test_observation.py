"""Observations as text come back whole, and what is none is refused."""

from __future__ import annotations

import json

import pytest

from assetkit.errors import MediaError
from assetkit.geometry import Box, Size
from assetkit.media.observation import Observation, Samples, observation_from_json, observation_to_json
from assetkit.timecode import FrameRange

SAMPLES = Samples(Size(4, 2), 10, bytes(range(24)))
SEEN = Observation((12, 40), SAMPLES)


def test_it_comes_back_whole() -> None:
    assert observation_from_json(observation_to_json(SEEN)) == SEEN


@pytest.mark.parametrize(
    "change",
    [{"observation": 99}, {"size": "5x2"}, {"size": "x"}, {"step": 0}, {"cuts": [40, 12]}, {"cells": "AAAA"}],
)
def test_what_is_none_is_refused(change: dict[str, object]) -> None:
    text = json.dumps(json.loads(observation_to_json(SEEN)) | change)
    with pytest.raises(MediaError):
        observation_from_json(text)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "[" * 100_000])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(MediaError):
        observation_from_json(text)


def test_samples_stand_for_the_frames_around_them() -> None:
    assert list(SAMPLES.within(FrameRange(0, 21))) == [0, 1, 2]
    assert list(SAMPLES.within(FrameRange(11, 19))) == [1]
    assert list(SAMPLES.within(FrameRange(25, 30))) == [2]
    assert list(SAMPLES.within(FrameRange(500, 600))) == []


def test_an_area_is_behind_the_cells_that_it_touches() -> None:
    assert SAMPLES.behind(1, Box(0, 0, 400, 200), Size(400, 200)) == bytes(range(8, 16))
    assert SAMPLES.behind(0, Box(100, 100, 101, 10), Size(400, 200)) == bytes([5, 6])
    assert SAMPLES.behind(0, Box(-50, 150, 60, 900), Size(400, 200)) == bytes([4])
