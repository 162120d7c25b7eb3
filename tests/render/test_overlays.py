"""Cards over the picture and footage behind cards, on real media: exact to the frame and to the colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.kinds.style import mix
from assetkit.media.facts import MasterFacts
from assetkit.plan.jobs import group_spans
from assetkit.plan.tasks import CardSource, SpanTask
from assetkit.recipe.records import FootageGround
from assetkit.render.blending import over_ground
from assetkit.render.cards import CARD_CLIPS, clear_frame_at, register_card
from assetkit.render.painting import CardPainter
from assetkit.render.spans import make_spans
from assetkit.render.stills import draw_still, still_of
from assetkit.timecode import Duration
from assetkit.tool.probe import probe_master
from support.campaigns import COUNT_UP_CARD, TITLE_CARD, card
from support.numbered import code_box, read_number
from support.overlaid import (
    CORNER,
    FIRST_NUMBER,
    KIND,
    SIZE,
    VEIL,
    VEIL_COLOUR,
    Pixels,
    clip_of,
    cut_of,
    decode,
    joined,
    numbered_over,
    overlay_of,
    plan_cut,
)

pytestmark = pytest.mark.slow
BOX = code_box(SIZE)
MIDDLE = (BOX.x, BOX.y, BOX.width, BOX.height)
PLACE = (CORNER.x + 25, CORNER.y + 25, 40, 40)
START, LENGTH = 13, 70  # over two joins of spans and the dissolve, frames 57 to 63


@pytest.fixture(scope="module", autouse=True)
def kind() -> Iterator[None]:
    register_card(KIND, numbered_over, 1)
    yield
    del OWN_KINDS[KIND], CARD_CLIPS[KIND]


@pytest.fixture(scope="module")
def facts(numbered_25: Path) -> MasterFacts:
    return probe_master(numbered_25, name=numbered_25.name)


def _corner(frame: Pixels) -> int:
    inner = frame[CORNER.y : CORNER.bottom, CORNER.x : CORNER.right, 1]
    return read_number(np.ascontiguousarray(inner))


@pytest.fixture(scope="module")
def shown(
    facts: MasterFacts, numbered_25: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Pixels], list[Pixels]]:
    """The frames of one cut, with the overlay and without."""
    overlay = overlay_of(card(KIND), START, LENGTH)
    plans = (plan_cut(cut_of(joined(facts), overlay), facts), plan_cut(cut_of(joined(facts)), facts))
    folder, root = tmp_path_factory.mktemp("overlaid"), numbered_25.parent
    with_it, without = (decode(plan.spans, root, folder / str(number)) for number, plan in enumerate(plans))
    return with_it, without


def test_an_overlay_is_seen_from_its_first_frame_to_its_last_and_counts_on(
    shown: tuple[list[Pixels], list[Pixels]],
) -> None:
    numbers = [_corner(frame) for frame in shown[0]]
    expected = [-1] * len(numbers)
    expected[START : START + LENGTH] = range(FIRST_NUMBER, FIRST_NUMBER + LENGTH)
    assert numbers == expected


def test_the_footage_below_keeps_its_frames(shown: tuple[list[Pixels], list[Pixels]]) -> None:
    below = [read_number(np.ascontiguousarray(frame[..., 1]), MIDDLE) for frame in shown[0]]
    assert below[:57] == list(range(10, 67))
    assert below[63:] == list(range(103, 160))


def test_what_lies_over_it_is_mixed_as_its_mask_says(shown: tuple[list[Pixels], list[Pixels]]) -> None:
    inside = slice(VEIL.y + 4, VEIL.bottom - 4), slice(VEIL.x + 4, VEIL.right - 4)
    for number in (START, 40, 60, START + LENGTH - 1):
        over, below = (frames[number][inside].astype(np.float64) for frames in shown)
        expected = (below * 127 + np.array(VEIL_COLOUR) * 128) / 255
        assert np.abs(over - expected).mean() < 1.5, number
        assert np.abs(over.mean(axis=(0, 1)) - expected.mean(axis=(0, 1))).max() < 1.5, number


def test_nothing_else_changes(shown: tuple[list[Pixels], list[Pixels]]) -> None:
    for number in range(len(shown[0])):
        over, below = (frames[number].astype(np.int16) for frames in shown)
        inside = START <= number < START + LENGTH
        apart = np.abs(over[:, 110:220] - below[:, 110:220]) if inside else np.abs(over - below)
        assert apart.mean() < 0.6, number


def test_a_drawn_card_over_footage_has_no_rim(facts: MasterFacts, numbered_25: Path, tmp_path: Path) -> None:
    """The edge of white letters over footage is what laying them over the decoded picture gives."""
    overlay = overlay_of(replace(TITLE_CARD, length=None), 0, 24)
    items = (clip_of(facts, 24, 48),)
    over, below = (plan_cut(cut_of(items, *lying), facts) for lying in ((overlay,), ()))
    (span,) = over.spans
    spec = span.overlays[0].spec
    painter = CardPainter(spec, KINDS[spec.kind].layout(spec))
    (made, plain) = (
        decode(plan.spans, numbered_25.parent, tmp_path / name)[20]
        for plan, name in ((over, "over"), (below, "below"))
    )
    alpha = painter.frame(20)
    edge = (alpha[..., 3] > 40) & (alpha[..., 3] < 215)
    assert edge.sum() > 100
    apart = np.abs(made.astype(np.int16) - over_ground(alpha, plain))
    assert apart[edge].mean() < 4
    assert apart[alpha[..., 3] == 255].mean() < 3


def test_a_still_shows_the_overlay_of_its_frame(
    facts: MasterFacts, numbered_25: Path, tmp_path: Path
) -> None:
    plan = plan_cut(cut_of(joined(facts), overlay_of(card(KIND), START, LENGTH)), facts)
    for frame, number in ((START - 1, -1), (START + 9, FIRST_NUMBER + 9)):
        (folder := tmp_path / str(frame)).mkdir()
        still = still_of(plan, frame)
        assert _corner(draw_still(still, numbered_25.parent, folder)) == number
        assert len(still.span.overlays) == (number > 0)


def test_spans_with_overlays_are_made_together_as_they_are_alone(
    facts: MasterFacts, numbered_25: Path, tmp_path: Path
) -> None:
    items = (clip_of(facts, 0, 144),)
    overlays = (overlay_of(card(KIND), 0, 144), overlay_of(TITLE_CARD, 20, 110))
    spans = plan_cut(cut_of(items, *overlays), facts).spans
    job = max(group_spans(spans, 1), key=lambda job: len(job.spans))
    assert len(job.spans) > 2
    assert any(len(span.overlays) == 2 for span in job.spans)
    (tmp_path / "job").mkdir()
    together = [path.read_bytes() for path in make_spans(job.spans, numbered_25.parent, tmp_path / "job")]
    for number, span in enumerate(job.spans):
        (tmp_path / str(number)).mkdir()
        (alone,) = make_spans([span], numbered_25.parent, tmp_path / str(number))
        assert alone.read_bytes() == together[number]


# Footage behind cards.


def _on_footage(facts: MasterFacts, scrim: int | None) -> SpanTask:
    ground = FootageGround(clip_of(facts, 40, 120), scrim)
    item = replace(COUNT_UP_CARD, length=Duration(frames=80), ground=ground)
    first, *_ = plan_cut(cut_of((item,)), facts).spans
    return first


def test_footage_runs_behind_a_card_frame_by_frame(
    facts: MasterFacts, numbered_25: Path, tmp_path: Path
) -> None:
    span = _on_footage(facts, 70)
    (source,) = span.sources
    assert isinstance(source, CardSource)
    assert source.ground is not None
    bare = replace(span, sources=(source.ground,))
    made, footage = (
        decode((task,), numbered_25.parent, tmp_path / name)
        for task, name in ((span, "card"), (bare, "bare"))
    )
    dark = np.array([int(mix(source.spec.background, "#000000", 70)[i : i + 2], 16) for i in (1, 3, 5)])
    painter = CardPainter(source.spec, KINDS[source.spec.kind].layout(source.spec))
    for number in (0, 20, 40):
        clear = painter.frame(number)[..., 3] == 0
        expected = [0.3 * footage[n].astype(np.float64) + dark for n in (number, number + 4)]
        # Coding mixes a little of the letters into what is beside them: most of the ground is far from any.
        now, later = (np.median(np.abs(made[number] - each)[clear]) for each in expected)
        assert now < 1, number
        assert later > now + 0.5, number


def test_the_words_of_a_card_on_footage_are_whole(
    facts: MasterFacts, numbered_25: Path, tmp_path: Path
) -> None:
    span = _on_footage(facts, None)
    (source,) = span.sources
    assert isinstance(source, CardSource)
    painter = CardPainter(source.spec, KINDS[source.spec.kind].layout(source.spec))
    frame = decode((span,), numbered_25.parent, tmp_path)[span.frames - 1]
    alpha = painter.frame(span.frames - 1)
    whole = alpha[..., 3] == 255
    assert whole.sum() > 400
    assert np.abs(frame.astype(np.int16) - alpha[..., :3])[whole].mean() < 6


def test_a_clear_clip_gives_what_its_mask_says(facts: MasterFacts) -> None:
    plan = plan_cut(cut_of(joined(facts), overlay_of(card(KIND), 0, 20)), facts)
    spec = plan.spans[0].overlays[0].spec
    frame = clear_frame_at(numbered_over(spec), 3, spec.rate)
    assert frame.shape == (SIZE.height, SIZE.width, 4)
    assert set(np.unique(frame[..., 3])) == {0, 128, 255}
