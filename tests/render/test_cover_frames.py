"""Which frame stands for a cut: what is asked for, what is left out, and what is better."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box, Focus
from assetkit.plan.tasks import FileTask, FootageSource
from assetkit.recipe.records import Framing
from assetkit.render.cover_frames import _mark, candidates_of, is_hidden
from assetkit.timecode import FrameRange
from support.scenes import PLATFORMS, clip, rich_scene

SCENE = rich_scene()


def texture(seed: int = 3) -> npt.NDArray[np.uint8]:
    """A picture with edges everywhere, in the middle of the range."""
    rng = np.random.default_rng(seed)
    cells = rng.integers(60, 180, (18, 32, 3), np.uint8)
    return np.repeat(np.repeat(cells, 10, axis=0), 10, axis=1)


def blurred(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The same, smeared across as by a quick pan."""
    shifted = [np.roll(picture, step, axis=1).astype(np.int32) for step in range(-9, 10)]
    mean: npt.NDArray[np.uint8] = (np.stack(shifted).sum(axis=0) // len(shifted)).astype(np.uint8)
    return mean


def file_of() -> FileTask:
    return SCENE.plan()


def test_candidates_are_footage_clear_of_dissolves_and_cuts() -> None:
    file = file_of()
    found = candidates_of(file)
    assert len(found) > 5
    # Frames 0-101 of the first clip and 102-161 of the second, a dissolve over 99-104, then a card.
    assert all(3 <= each.frame < 96 or 108 <= each.frame < 159 for each in found)
    assert {each.frame < 100 for each in found} == {True, False}
    for each in found:
        (source,) = each.still.span.sources
        assert isinstance(source, FootageSource) and source.start == each.master
        start = 48 if each.frame < 100 else 100 - 102
        assert each.master == each.frame + start
        assert each.still.span.events == () and each.still.span.frames == 1


def test_candidates_do_not_depend_on_how_spans_are_cut() -> None:
    cut_otherwise = replace(SCENE, cues={})
    assert [each.frame for each in candidates_of(cut_otherwise.plan())] == [
        each.frame for each in candidates_of(file_of())
    ]


def test_frames_with_a_caption_come_last() -> None:
    captions = (FrameRange(0, 60),)
    found = candidates_of(file_of(), captions)
    assert found and all(each.frame >= 60 for each in found)
    assert candidates_of(file_of(), (FrameRange(0, 400),)) == candidates_of(file_of())


def test_a_clip_of_a_few_frames_has_a_candidate_too() -> None:
    for frames in (1, 2, 5):
        scene = replace(SCENE, items=(clip("first", 48, 48 + frames),), cues={})
        (only,) = candidates_of(scene.plan())
        assert 0 <= only.frame < frames


def test_cards_alone_have_no_candidates() -> None:
    assert candidates_of(replace(SCENE, items=SCENE.items[-1:], cues={}).plan()) == []


def test_sharp_is_better_than_smeared_and_light_better_than_dark() -> None:
    sharp = texture()
    assert _mark(sharp, False) > _mark(blurred(sharp), False)
    assert _mark(sharp, False) > _mark(sharp // 6, False)
    assert _mark(sharp, False) > _mark((sharp // 6 + 212).astype(np.uint8), False)
    assert _mark(sharp, False) > _mark(sharp, True)
    assert _mark(np.full_like(sharp, 118), False) == 0


def test_a_subject_under_a_button_is_hidden() -> None:
    focus = Focus(0.9, 0.9)
    framed = clip("first", 48, 150, Framing("crop", focus))
    scene = replace(SCENE, items=(framed,), cues={}, platform=PLATFORMS[3])
    candidate = candidates_of(scene.plan())[0]
    # 320x180 cropped to 101x180 at its right edge: the focus is at 69 of 101, so at 122 of 180 columns.
    place = (0.9, 0.9)
    assert is_hidden(candidate, place, [Box(110, 270, 40, 40)], None)
    assert not is_hidden(candidate, place, [Box(0, 0, 100, 320)], None)
    assert not is_hidden(candidate, place, [], None)
    assert is_hidden(candidate, place, [], Box(0, 0, 180, 240))
    assert not is_hidden(candidate, place, [], Box(0, 40, 180, 260))
