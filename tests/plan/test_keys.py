"""What decides a key, and what does not: everything that is seen, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import astuple, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.geometry import shape_of
from assetkit.plan.build import plan_file
from assetkit.plan.spans import cut_spans, lattice_step
from assetkit.plan.tasks import FileTask, FootageSource, View
from assetkit.recipe.records import ClipItem
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.records import FootageSegment, Timeline
from support.campaigns import CAMPAIGN, TITLE_CARD
from support.scenes import (
    PLATFORMS,
    Scene,
    card_of,
    clip,
    cue_lists,
    facts,
    film,
    rich_scene,
    scenes,
    sequences,
)
from support.workspaces import write_workspace

QUICK = settings(max_examples=40, deadline=None)
LONGEST = " ".join(["Сәлеметсіздер ме, қадірлі де құрметті қауым, барша ағайын"] * 4)


# What is seen, told frame by frame from the timeline alone.


def _layer(scene: Scene, timeline: Timeline, index: int, frame: int) -> tuple[Any, ...]:
    segment = timeline.segments[index]
    if isinstance(segment, FootageSegment):
        size = scene.platform.format.size
        view = View.of(segment.item.framing_for(shape_of(size)), segment.facts.size, size)
        return (segment.facts.digest, segment.source.start + frame - segment.at, view)
    item = (segment.item.kind, segment.item.texts, segment.item.statistic, segment.item.helpline)
    zone = scene.platform.layout.cards
    return (repr(item), segment.frames, frame - segment.at, scene.language, zone, scene.campaign.brand)


def _seen(scene: Scene) -> list[tuple[Any, ...]]:
    """Describe each span: the coded picture, and for each frame its layers and its texts."""
    timeline, coded = scene.timeline, scene.platform.format
    fine = lattice_step(timeline.rate, coded.fine_seconds)
    found: list[tuple[Any, ...]] = []
    for piece in cut_spans(timeline, [event.range for event in scene.events], fine):
        indices = (piece.segment, piece.segment + 1) if piece.is_dissolve else (piece.segment,)
        frames = []
        for frame in range(piece.range.start, piece.range.stop):
            shown = FrameRange(frame, frame + 1)
            texts = tuple((e.layout, e.colour) for e in scene.events if e.range.overlap(shown))
            frames.append((tuple(_layer(scene, timeline, i, frame) for i in indices), texts))
        found.append((timeline.rate, astuple(replace(coded, name="")), tuple(frames)))
    return found


@settings(max_examples=15, deadline=None)
@given(st.lists(sequences(), min_size=1, max_size=3), cue_lists(), cue_lists(), scenes())
def test_spans_have_one_key_exactly_when_they_show_the_same(
    cuts: list[Any], kazakh: tuple[FrameCue, ...], russian: tuple[FrameCue, ...], base: Scene
) -> None:
    by_key: dict[str, tuple[Any, ...]] = {}
    by_sight: dict[tuple[Any, ...], str] = {}
    for items in cuts:
        for language, cues in (("kk", kazakh), ("ru", russian)):
            for place in PLATFORMS:
                scene = replace(base, items=items, language=language, cues={"first": cues}, platform=place)
                for span, sight in zip(scene.plan().spans, _seen(scene), strict=True):
                    assert by_key.setdefault(span.key, sight) == sight
                    assert by_sight.setdefault(sight, span.key) == span.key


def test_the_batches_of_that_property_do_share() -> None:
    """It would hold of keys that never agree: here they must."""
    items = (clip("first", 48, 200), card_of(TITLE_CARD, 60))
    base = Scene(items, {"first": facts("first")}, {})
    keys = [set(replace(base, platform=place).span_keys()) for place in PLATFORMS]
    assert keys[0] == keys[1]
    assert not keys[0] & keys[2]
    assert not keys[0] & keys[3]
    other = replace(base, language="ru")
    assert len(keys[0] & set(other.span_keys())) == 3  # all of the clip, nothing of the card


# What is not seen.


def _renamed(scene: Scene) -> Scene:
    """Give the same pictures under other names everywhere, from a master in another place."""
    names = {"first": "prime", "second": "later"}
    items = tuple(
        replace(item, film=replace(film(names[item.film.slug]), title={"en": "Another"}))
        if isinstance(item, ClipItem)
        else item
        for item in scene.items
    )
    masters = {
        names[slug]: replace(known, path=f"elsewhere/{slug}.mov") for slug, known in scene.masters.items()
    }
    place = scene.platform
    return replace(
        scene,
        items=items,
        masters=masters,
        cues={names[slug]: cues for slug, cues in scene.cues.items()},
        cut="another-cut",
        campaign=replace(scene.campaign, name="another", root="/elsewhere"),
        platform=replace(
            place,
            name="renamed",
            title="Renamed",
            format=replace(place.format, name="renamed"),
            layout=replace(place.layout, name="renamed", covered=(), source="elsewhere", as_of="2020"),
        ),
    )


@QUICK
@given(scenes())
def test_names_and_paths_decide_nothing(scene: Scene) -> None:
    plan, renamed = scene.plan(), _renamed(scene).plan()
    assert [span.key for span in plan.spans] == [span.key for span in renamed.spans]
    assert plan.sound.key == renamed.sound.key
    assert plan.key == renamed.key


@QUICK
@given(scenes(), sequences())
def test_what_stands_before_a_cut_changes_none_of_its_keys(scene: Scene, before: Any) -> None:
    """The same items later in another cut: the same spans, wherever they lie in the timeline."""
    longer = replace(scene, items=(*before, *scene.items))
    alone = scene.span_keys()
    cues = {slug: _parted(cues, longer) for slug, cues in scene.cues.items()}
    scene, longer = replace(scene, cues=cues), replace(longer, cues=cues)
    alone, later = scene.span_keys(), longer.span_keys()
    assert later[-len(alone) :] == alone


def _parted(cues: tuple[FrameCue, ...], scene: Scene) -> tuple[FrameCue, ...]:
    """Leave out cues that begin or end with a clip: one that runs on over a join is one cue there."""
    edges = {
        edge
        for segment in scene.timeline.segments
        if isinstance(segment, FootageSegment)
        for edge in (segment.source.start, segment.source.stop)
    }
    return tuple(cue for cue in cues if not any(cue.range.start <= edge <= cue.range.stop for edge in edges))


@QUICK
@given(scenes(), st.sampled_from(("en", "ru", "kk")))
def test_a_newly_declared_language_changes_no_footage(scene: Scene, language: str) -> None:
    scene = replace(scene, language=language)
    wider = replace(scene, campaign=_with_language(scene, "uz"))
    assert _footage_keys(wider.plan()) == _footage_keys(scene.plan())


def _with_language(scene: Scene, language: str) -> Any:
    """Declare a language whose texts are far longer than all others."""
    campaign = scene.campaign
    statistics = {
        name: replace(record, wording=record.wording | {language: LONGEST})
        for name, record in campaign.statistics.items()
    }
    return replace(campaign, languages=(*campaign.languages, language), statistics=statistics)


def _footage_keys(plan: FileTask) -> list[str]:
    return [span.key for span in plan.spans if all(isinstance(s, FootageSource) for s in span.sources)]


def test_a_newly_declared_language_may_change_a_card() -> None:
    scene = rich_scene()
    wider = replace(scene, campaign=_with_language(scene, "uz"))
    assert scene.span_keys() != wider.span_keys()


# What is shared.


@QUICK
@given(
    st.tuples(st.integers(0, 120), st.integers(50, 300)),
    st.tuples(st.integers(0, 120), st.integers(50, 300)),
    st.sampled_from(PLATFORMS[:2]),
    cue_lists(),
    scenes(),
)
def test_cuts_that_show_the_same_seconds_share_their_interior(
    one: tuple[int, int], two: tuple[int, int], place: Any, cues: tuple[FrameCue, ...], base: Scene
) -> None:
    base = replace(base, cues={"first": cues}, platform=PLATFORMS[0])
    ranges = [FrameRange(start, start + length) for start, length in (one, two)]
    first = replace(base, items=(clip("first", ranges[0].start, ranges[0].stop),))
    ahead = (card_of(TITLE_CARD, 31), clip("second", 20, 47))
    second = replace(base, items=(*ahead, clip("first", ranges[1].start, ranges[1].stop)), platform=place)
    rate = base.campaign.rate
    fine = lattice_step(rate, place.format.fine_seconds)
    shared = set(first.span_keys()) & set(second.span_keys())
    found = {
        (source.start, span.frames)
        for span in first.plan().spans
        for source in span.sources
        if span.key in shared and isinstance(source, FootageSource)
    }
    for start in range(0, 600, 4 * fine):
        cell = FrameRange(start, start + 4 * fine)
        quiet = not any(cue.range.overlap(cell) for cue in cues)
        if quiet and all(_holds_far_from_its_edges(area, cell, fine) for area in ranges):
            assert (cell.start, len(cell)) in found


def _holds_far_from_its_edges(area: FrameRange, cell: FrameRange, fine: int) -> bool:
    margins = (cell.start - area.start, area.stop - cell.stop)
    return all(margin == 0 or margin >= fine for margin in margins)


# How a rendition is cut.


@QUICK
@given(scenes())
def test_spans_tile_the_timeline_between_hard_edges_on_the_lattice(scene: Scene) -> None:
    timeline = scene.timeline
    fine = lattice_step(timeline.rate, scene.platform.format.fine_seconds)
    pieces = cut_spans(timeline, [event.range for event in scene.events], fine)
    assert pieces[0].range.start == 0
    assert pieces[-1].range.stop == timeline.frames
    hard = _hard_edges(timeline)
    for one, two in pairwise(pieces):
        assert one.range.stop == two.range.start
        if one.range.stop not in hard:
            assert not one.is_dissolve
            assert not two.is_dissolve
            segment = timeline.segments[one.segment]
            first = segment.source.start if isinstance(segment, FootageSegment) else 0
            assert (one.range.stop - segment.at + first) % fine == 0
    for low, high in pairwise(sorted(hard)):
        within = [len(p.range) for p in pieces if low <= p.range.start < high]
        assert min(within) >= min(fine, high - low)
        assert sum(within) == high - low


def _hard_edges(timeline: Timeline) -> set[int]:
    edges = {0, timeline.frames}
    for segment in timeline.segments:
        edges |= {segment.range.start, segment.range.stop}
    for area in (each.range for each in timeline.dissolves):
        edges -= set(range(area.start + 1, area.stop))
        edges |= {area.start, area.stop}
    return edges


# What is selected.

RECIPE = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
subtitles: {kk: subtitles/the-dress.kk.srt, ru: subtitles/the-dress.ru.srt, en: subtitles/the-dress.en.srt}
cuts:
  one:
    sequence:
      - clip: 00:00:00:10 - 00:00:05:00
      - statistic: deaths-per-year
        as: count-up
    platforms: [tiktok, youtube-short, x]
"""
SECOND_CUT = """\
  two:
    sequence: [{clip: 00:00:01:00 - 00:00:06:00}]
    platforms: [tiktok]
"""


@pytest.fixture
def workspace(tmp_path: Path, numbered_25: Path) -> Path:
    write_workspace(tmp_path, {"the-dress.yaml": RECIPE})
    for language, words in (("kk", "Үйге"), ("ru", "Домой"), ("en", "Home")):
        path = tmp_path / "subtitles" / f"the-dress.{language}.srt"
        path.write_text(f"1\n00:00:01,000 --> 00:00:02,500\n{words}\n", encoding="utf-8")
    (tmp_path / "films").mkdir()
    shutil.copy(numbered_25, tmp_path / "films" / "the-dress.mp4")
    return tmp_path


def _keys(batch: Batch) -> dict[tuple[str, str, str], tuple[str, ...]]:
    assert not batch.findings.has_errors, batch.findings.items
    return {
        (item.cut.name, item.platform.name, item.language): tuple(span.key for span in item.file.spans)
        for item in batch.deliverables
    }


def test_what_is_selected_and_what_is_added_changes_no_key(workspace: Path) -> None:
    whole = _keys(plan_batch(workspace, Selection()))
    assert len(whole) == 9
    for choice in (Selection(languages=("ru",)), Selection(platforms=("x",)), Selection(cuts=("one",))):
        chosen = _keys(plan_batch(workspace, choice))
        assert chosen
        assert chosen.items() <= whole.items()
    (workspace / "recipes" / "the-dress.yaml").write_text(RECIPE + SECOND_CUT, encoding="utf-8")
    more = _keys(plan_batch(workspace, Selection()))
    assert whole.items() <= more.items()
    assert set(more["two", "tiktok", "en"]) & set(whole["one", "tiktok", "en"])
    assert whole["one", "tiktok", "en"] == whole["one", "youtube-short", "en"]


def test_plan_file_knows_nothing_but_its_own_rendition() -> None:
    """Planned in any order, twice, after others: the same keys."""
    wanted = [replace(rich_scene(), language=lang) for lang in CAMPAIGN.languages]
    forward = [scene.span_keys() for scene in wanted]
    backward = [scene.span_keys() for scene in reversed(wanted)]
    assert forward == backward[::-1]
    assert plan_file.__defaults__ is None  # nothing can slip in besides its arguments
