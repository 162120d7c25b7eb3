"""Jobs: how spans are grouped; nothing is lost, memory is bounded, no worker stays idle."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.geometry import Box, Size
from assetkit.plan.jobs import Job, group_spans
from assetkit.plan.tasks import CardSource, FootageSource, SpanTask, View
from assetkit.platforms.records import Format
from support.scenes import CARDS, Scene, card_of, clip, facts

FULL = Format("full", Size(1080, 1920))
TINY = Format("tiny", Size(108, 192))
VIEW = View("crop", Box(0, 0, 102, 180), "")


def span(start: int, frames: int = 24, coded: Format = FULL, view: View = VIEW) -> SpanTask:
    source = FootageSource(facts("first"), start, view)
    return SpanTask(Fraction(25), frames, coded, (source,), (), "tool", key=f"{coded.name} {start} {frames}")


def keys(jobs: list[Job]) -> list[str]:
    return sorted(task.key for job in jobs for task in job.spans)


def _fits(task: SpanTask) -> list[str]:
    return [source.view.fit for source in task.sources if isinstance(source, FootageSource)]


def test_grouping_loses_nothing_and_does_not_depend_on_order() -> None:
    spans = [span(start, coded=coded) for start in range(0, 480, 24) for coded in (FULL, TINY)]
    shuffled = random.Random(1).sample(spans, len(spans))
    jobs = group_spans(spans, 2)
    assert keys(jobs) == sorted(task.key for task in spans)
    assert group_spans(shuffled, 2) == jobs


def test_a_job_holds_one_master_view_and_format_and_bounded_memory() -> None:
    other = View("blur", Box(0, 0, 102, 180), "")
    spans = [span(start, coded=coded, view=view) for start in range(0, 2400, 24)
             for coded in (FULL, TINY) for view in (VIEW, other)]  # fmt: skip
    for job in group_spans(spans, 2):
        assert len({(task.format, *_fits(task)) for task in job.spans}) == 1
        assert job.memory <= 1000
        if job.spans[0].format is FULL:
            assert len(job.spans) <= 6


def test_spans_far_apart_do_not_share_a_decode() -> None:
    jobs = group_spans([span(0), span(24), span(500)], 1)
    assert sorted(len(job.spans) for job in jobs) == [1, 2]


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
def test_no_worker_stays_idle_where_there_is_enough_work(workers: int) -> None:
    jobs = group_spans([span(start, coded=TINY) for start in range(0, 192, 24)], workers)
    assert len(jobs) >= workers


def test_cards_and_dissolves_come_alone() -> None:
    scene = Scene((clip("first", 48, 96), card_of(CARDS[0], 40)), {"first": facts("first")}, {"first": ()})
    spans = scene.plan().spans
    cards = [task for task in spans if isinstance(task.sources[0], CardSource)]
    both = replace(span(0), sources=(span(0).sources[0], span(48).sources[0]), key="both")
    jobs = group_spans([*spans, both], 1)
    for job in jobs:
        if any(task in cards or task is both for task in job.spans):
            assert len(job.spans) == 1


def test_the_dearest_job_begins_first() -> None:
    costs = [job.cost for job in group_spans([span(0, 12), span(200, 48), span(400, 24)], 1)]
    assert costs == sorted(costs, reverse=True)
