"""Posts that come out too soon after each other, against a search over all pairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.posts.schedule import Slot, find_close, write_gap

START = datetime(2026, 11, 25, tzinfo=UTC)
HOURS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["tiktok", "x"])), max_size=8)


@pytest.mark.slow
@given(HOURS, st.integers(0, 12))
@settings(max_examples=60)
def test_every_post_with_a_near_one_is_in_a_pair(hours: list[tuple[int, str]], least: int) -> None:
    slots = [Slot((where,), START + timedelta(hours=at), str(n)) for n, (at, where) in enumerate(hours)]
    close = find_close(slots, timedelta(hours=least))
    near = {
        slot.post
        for slot in slots
        for other in slots
        if slot is not other
        and slot.account == other.account
        and (abs(slot.at - other.at) < timedelta(hours=least) or slot.at == other.at)
    }
    assert {slot.post for pair in close for slot in pair} == near
    assert all(first.at <= second.at for first, second in close)


def test_gaps_in_words() -> None:
    gaps = (timedelta(), timedelta(minutes=90), timedelta(days=2, hours=3), timedelta(hours=6))
    assert [write_gap(gap) for gap in gaps] == ["0 min", "1 h 30 min", "2 d 3 h", "6 h"]
