"""Facts survive being written and read, exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts, SoundFacts
from assetkit.media.lock import facts_from_json, facts_to_json

FACTS = MasterFacts(
    path="films/платье.mp4",
    digest="ab" * 32,
    codec="h264",
    size=Size(1280, 720),
    pixel_format="yuv420p",
    rate=Fraction(24000, 1001),
    time_base=Fraction(1, 90000),
    first_pts=126000,
    frame_count=1000,
    key_frames=(-1024, 0, 512, 1024, 1536, 9000),
    container_start=Fraction(1458667, 1_000_000),
    colour=Colour("bt709", "unknown", "bt709", full_range=False, assumed=True),
    sounds=(SoundFacts(0, "aac", 48000, 2, "stereo", "kaz"), SoundFacts(1, "pcm_s16le", 44100, 1, "mono")),
)


def test_facts_come_back_exactly() -> None:
    assert facts_from_json(facts_to_json(FACTS)) == FACTS


@given(some.lists(some.integers(-(10**9), 10**9), unique=True).map(sorted), some.fractions())
def test_any_key_frames_and_times_come_back(keys: list[int], start: Fraction) -> None:
    facts = replace(FACTS, key_frames=tuple(keys), container_start=start)
    assert facts_from_json(facts_to_json(facts)) == facts


def test_regular_key_frames_take_one_line_not_thousands() -> None:
    regular = replace(FACTS, key_frames=tuple(range(0, 512 * 20_000, 512)))
    assert len(facts_to_json(regular)) < 2000


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"facts": 1}', "3"])
def test_something_else_is_refused(text: str) -> None:
    with pytest.raises(MediaError):
        facts_from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        {"rate": "1e999999999"},
        {"rate": "0/1"},
        {"rate": "-25/1"},
        {"time_base": "1/0"},
        {"container_start": 3},
        {"frame_count": 0},
        {"frame_count": 1e400},
        {"size": "0x720"},
        {"size": "1280"},
        {"key_frames": [[0, 1, 10**15]]},
        {"key_frames": [[0, 1]]},
        {"sounds": [{"index": "0", "codec": "aac", "rate": 48000, "channels": 2, "layout": "stereo"}]},
        {"sounds": [{}]},
        {"colour": None},
    ],
    ids=str,
)
def test_facts_that_no_film_has_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(MediaError):
        facts_from_json(json.dumps(json.loads(facts_to_json(FACTS)) | change))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(MediaError):
        facts_from_json("[" * 100_000)


def test_another_version_is_refused_by_number() -> None:
    other = json.loads(facts_to_json(FACTS)) | {"facts": 99}
    with pytest.raises(MediaError, match="99"):
        facts_from_json(json.dumps(other))
