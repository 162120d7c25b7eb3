"""A card that stands still shows the frame on which it came to stand, and not the one before it."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.plan.reasons import find_reason, trace_span
from assetkit.plan.sources import holds_later
from assetkit.plan.tasks import CardSource, SpanTask
from assetkit.platforms.records import Format
from assetkit.render.cards import card_clip, frame_at
from assetkit.render.spans import make_spans
from support.campaigns import CAMPAIGN, COUNT_UP_CARD

SIZE, RATE, FRAMES = Size(180, 320), Fraction(25), 90
CODED = Format("small", SIZE, preset="ultrafast", crf=1, threads=1, maxrate=100_000, bufsize=100_000)


def count_up() -> CardSpec:
    return CardBook(CAMPAIGN).resolve(COUNT_UP_CARD, "kk", SIZE, Box(9, 20, 162, 280), FRAMES, RATE)


def test_what_is_seen_first_is_a_number_that_still_counts() -> None:
    spec = count_up()
    assert 5 < spec.hold_from < spec.hold_until - 10 and spec.numbers[spec.hold_from] != spec.numbers[-2]


@pytest.mark.slow
def test_that_held_frames_were_wrong_is_no_change_of_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = count_up()
    plan = partial(SpanTask.keyed, RATE, 12, CODED, (CardSource(spec, spec.hold_from - 4),), (), "test")
    now = trace_span(plan())
    monkeypatch.setattr("assetkit.plan.tasks.HELD_VERSION", 1)
    assert find_reason(now, [trace_span(plan())]) == "assetkit changed"
    monkeypatch.setattr(SpanTask, "_holds_later", False)
    assert find_reason(now, [trace_span(plan())]) == "assetkit changed"


@pytest.mark.slow
@pytest.mark.parametrize("after", [-4, -1, 0, 3])
def test_every_frame_is_the_one_that_is_due(after: int, tmp_path: Path) -> None:
    """The span begins so many frames after the card came to stand, or before."""
    spec = count_up()
    start = spec.hold_from + after
    assert holds_later(spec, start, 12) == (after < 0)
    task = SpanTask(RATE, 12, CODED, (CardSource(spec, start),), (), "test")
    assert ("held" in task.identity()) == (after < 0)  # what was right keeps its key
    (path,) = make_spans([task], tmp_path, tmp_path)
    clip = card_clip(spec)
    due = [
        frame_at(clip, start + n, RATE) @ np.array([0.2126, 0.7152, 0.0722]) * 219 / 255 + 16
        for n in range(12)
    ]
    with av.open(str(path)) as film:
        seen = [frame.to_ndarray(format="gray") for frame in film.decode(video=0)]
    assert len(seen) == 12
    for number, (one, other) in enumerate(zip(seen, due, strict=True)):
        assert float(np.abs(one - other).max()) < 24, number
