"""Words of a cue are shared out over its time by syllables where nobody timed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.words import count_syllables, frame_of, share_words, word_times
from assetkit.timecode import FrameRange


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("Үйге", 2),
        ("қашуға", 3),
        ("дом,", 1),
        ("«обрадуется»", 5),
        ("в", 1),
        ("together", 3),
        ("home.", 1),
        ("the", 1),
        ("beautiful", 3),
        ("15", 4),
        ("–", 0),
        ("नमस्ते", 2),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_time_is_shared_by_syllables() -> None:
    cue = FrameCue(FrameRange(10, 20), "Үйге қайт,\nәке")  # 2 + 1 + 2
    assert share_words(cue) == ((10, 0), (14, 5), (16, 11))
    assert [frame_of(cue, place) for place in (0, 5, 7, 11)] == [10, 14, 14, 16]


def test_the_name_of_who_speaks_is_not_said() -> None:
    cue = FrameCue(FrameRange(10, 20), "Кәрі әке: Үйге қайт", speaker="Кәрі әке")
    assert share_words(cue) == ((10, 0), (10, 5), (10, 10), (17, 15))
    two = FrameCue(FrameRange(0, 8), "Ann: So? Bea: No.", turns=((0, "Ann"), (9, "Bea")))
    assert share_words(two) == ((0, 0), (0, 5), (4, 9), (4, 14))


def test_times_of_the_file_are_kept() -> None:
    cue = FrameCue(FrameRange(10, 20), "Үйге қайт", words=((10, 0), (19, 5)))
    assert word_times(cue) == cue.words and frame_of(cue, 5) == 19


@given(st.text("абвеию ab1–\n", max_size=30), st.integers(1, 60))
def test_each_word_once_in_order_inside_the_cue(text: str, frames: int) -> None:
    cue = FrameCue(FrameRange(5, 5 + frames), text)
    shared = share_words(cue)
    assert [text[start:].split()[0] for _, start in shared] == text.split()
    assert sorted(shared) == list(shared)
    assert all(5 <= frame <= 5 + frames for frame, _ in shared)
