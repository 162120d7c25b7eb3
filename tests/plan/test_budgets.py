"""The step at which a file keeps within its platform's size: decided by what its spans weigh alone."""

from __future__ import annotations

import functools
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.plan.budgets import (
    at_step,
    budget_of,
    choose_step,
    fit_key,
    fits_surely,
    surely_fitting_seconds,
)
from assetkit.plan.tasks import FileTask
from assetkit.platforms.ladder import load_ladder
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Limit, Platform
from support.scenes import PLATFORMS, Scene, clip, facts

QUICK = settings(max_examples=30, deadline=None)
LADDER = load_ladder()


@functools.cache
def planned(seconds: int = 20, place: Platform = PLATFORMS[0]) -> FileTask:
    return Scene((clip("a", 0, 25 * seconds),), {"a": facts("a")}, {}, platform=place).plan()


def limited(size: int, place: Platform = PLATFORMS[0]) -> Platform:
    limit = Limit("largest_bytes", Fraction(size), "bytes", "rejects", "made up", "2026-11", "H")
    return replace(place, limits=(limit,))


def weighed(file: FileTask, *weights: int) -> dict[str, int]:
    return {span.key: weights[n % len(weights)] for n, span in enumerate(file.spans)}


def test_steps_go_down_to_the_floor_and_not_below() -> None:
    story = load_catalogue().platforms["telegram-story"].format
    formats = LADDER.formats(story, Fraction(25))
    assert [coded.maxrate for coded in formats] == [3000, 2100, 1500, 1050, 750]
    assert [coded.crf for coded in formats] == [20, 22, 24, 26, 28]
    assert len({coded.name for coded in formats}) == len(formats)
    assert {coded.codec for coded in formats} == {"hevc"}
    # Twice as many frames, twice as many pixels to the second: the floor is higher.
    assert len(LADDER.formats(story, Fraction(50))) == 3
    assert LADDER.formats(replace(story, maxrate=100), Fraction(25)) == (replace(story, maxrate=100),)


def test_shares_only_go_down() -> None:
    for one, other in zip(LADDER.steps, LADDER.steps[1:], strict=False):
        assert one.crf < other.crf and one.rate > other.rate and one.left > other.left


def test_nothing_is_decided_without_a_limit_or_where_all_fits() -> None:
    file = planned()
    assert budget_of(file, PLATFORMS[0]) is None
    for size, sure in ((10**9, True), (10**6, False)):
        budget = budget_of(file, limited(size))
        assert budget and fits_surely(file, budget) == sure
        assert (surely_fitting_seconds(file, budget) is None) == sure


@QUICK
@given(
    st.lists(st.integers(2_000, 900_000), min_size=1, max_size=6),
    st.integers(100_000, 4_000_000),
    st.integers(2_000, 200_000),
)
def test_the_best_step_that_fits_is_taken(weights: list[int], size: int, beside: int) -> None:
    file = planned()
    budget, sizes = budget_of(file, limited(size)), weighed(file, *weights)
    whole = sum(sizes[span.key] for span in file.spans) + beside
    assert budget
    fit = choose_step(file, budget, whole, sizes)
    assert fit.whole == whole and fit.most <= whole
    assert fit == choose_step(file, budget, whole, dict(reversed(sizes.items())))
    if fit.step is None:
        assert fit.most > budget.planned and fit.seconds and fit.seconds < 20
        return
    assert fit.most <= (budget.planned if fit.step else size) and fit.seconds is None
    # One more byte for the file than allowed, and the step is lower.
    tighter = budget_of(file, limited(int(fit.most) - 1))
    assert tighter
    lower = choose_step(file, tighter, whole, sizes).step
    assert lower is None or lower > fit.step


def test_restless_spans_are_held_by_their_rate_and_quiet_ones_by_their_share() -> None:
    file = planned(4)
    quiet, restless = weighed(file, 1_000), weighed(file, 10**7)
    for sizes in (quiet, restless):
        whole = sum(sizes[span.key] for span in file.spans)
        budget = budget_of(file, limited(int(whole * Fraction(92, 100))))
        assert budget
        fit = choose_step(file, budget, whole, sizes)
        assert fit.step == (2 if sizes is quiet else 1), fit


def test_a_step_changes_the_picture_s_keys_and_is_shared_by_whoever_comes_to_it() -> None:
    one, other = planned(), planned(place=PLATFORMS[1])  # formats of other names that are equal
    steps = [budget_of(file, limited(10**6)) for file in (one, other)]
    assert steps[0] and steps[1]
    first, second = (
        at_step(file, budget.formats[2]) for file, budget in zip((one, other), steps, strict=True) if budget
    )
    assert [span.key for span in first.spans] == [span.key for span in second.spans]
    assert not {span.key for span in first.spans} & {span.key for span in one.spans}
    assert first.sound == one.sound and first.frames == one.frames and first.key != one.key
    # It is what would be planned for a platform whose format says so itself.
    assert first.key == planned(place=replace(PLATFORMS[0], format=steps[0].formats[2])).key


def test_what_was_decided_is_remembered_for_the_same_question_alone() -> None:
    file, longer = planned(), planned(22)
    keys = set()
    for each, size in ((file, 10**6), (longer, 10**6), (file, 10**6 + 1)):
        budget = budget_of(each, limited(size))
        assert budget
        keys.add(fit_key(each, budget))
        keys.add(fit_key(each, replace(budget, left=budget.left[:-1])))
    assert len(keys) == 6
