"""Timecodes that are written are read back as the frames that they were written for."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.timecode import RATES, format_timecode, parse_timecode

DROPPING = st.sampled_from((Fraction(30000, 1001), Fraction(60000, 1001)))


@given(st.integers(0, 6_000_000), st.sampled_from(tuple(RATES.values())))
def test_every_frame_reads_back(frame: int, rate: Fraction) -> None:
    assert parse_timecode(format_timecode(frame, rate)).in_frames(rate) == frame


@given(st.integers(0, 6_000_000), DROPPING)
def test_every_frame_reads_back_in_drop_frame(frame: int, rate: Fraction) -> None:
    written = parse_timecode(format_timecode(frame, rate, drop_frame=True))
    assert written.drop_frame and written.in_frames(rate) == frame


@pytest.mark.parametrize(
    ("frame", "written"),
    [(0, "00:00:00;00"), (1799, "00:00:59;29"), (1800, "00:01:00;02"), (17982, "00:10:00;00")],
)
def test_drop_frame_leaves_the_first_numbers_of_a_minute_out(frame: int, written: str) -> None:
    assert format_timecode(frame, Fraction(30000, 1001), drop_frame=True) == written
