"""Whole-number roundings are the roundings that the conventions write down."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assetkit.subtitles.ass import format_time
from assetkit.timecode import RATES, SAMPLE_RATE, sample_of_frame, seconds_to_frames

rates = st.sampled_from(tuple(RATES.values()))


@given(st.fractions(min_value=0, max_value=20_000, max_denominator=90_000), rates)
def test_seconds_become_the_nearest_frame_halves_up(seconds: Fraction, rate: Fraction) -> None:
    assert seconds_to_frames(seconds, rate) == (seconds * rate + Fraction(1, 2)) // 1


@given(st.integers(0, 2_000_000), rates)
def test_frames_become_the_nearest_sample_and_centisecond(frame: int, rate: Fraction) -> None:
    assert sample_of_frame(frame, rate) == (frame / rate * SAMPLE_RATE + Fraction(1, 2)) // 1
    hundredths = max(Fraction(0), (frame - Fraction(1, 2)) / rate) * 100 + Fraction(1, 2)
    hours, minutes, seconds = format_time(frame, rate).split(":")
    assert (int(hours) * 60 + int(minutes)) * 6000 + int(seconds.replace(".", "")) == hundredths // 1
