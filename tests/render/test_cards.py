from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.render.cards import CARD_CLIPS, card_clip, frame_at, register_card, still_run
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS, ZONES, card
from support.figures import FIGURE_CAMPAIGN, FIGURE_CARDS

CARDS = {item.kind: item for item in (TITLE_CARD, COUNT_UP_CARD, END_CARD, *WORD_CARDS)}
GOLDENS = CARDS | {item.kind: item for item in FIGURE_CARDS}  # what they draw is measured elsewhere
GOLDEN = Path(__file__).parent / "golden" / "cards"
SMALL = Size(270, 480), Box(30, 72, 165, 240)
OF_WORDS = {item.kind for item in WORD_CARDS}
IN_FULL = [pytest.param(kind, marks=pytest.mark.slow) if kind in OF_WORDS else kind for kind in CARDS]


def resolve(
    item: CardItem, language: str = "kk", rate: Fraction = Fraction(25), where: tuple[Size, Box] = SMALL
) -> CardSpec:
    frames = card_frames(item, FIGURE_CAMPAIGN, rate)
    return resolve_card(item, FIGURE_CAMPAIGN, language, *where, frames, rate)


def ink_box(spec: CardSpec, picture: np.ndarray) -> Box:
    ground = [int(spec.background[i : i + 2], 16) for i in (1, 3, 5)]
    rows, columns = np.nonzero((picture != ground).any(axis=2))
    left, top = int(columns.min()), int(rows.min())
    return Box(left, top, int(columns.max()) + 1 - left, int(rows.max()) + 1 - top)


@pytest.mark.parametrize("language", CAMPAIGN.languages)
@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("kind", IN_FULL)
def test_the_landed_ink_lies_inside_the_zone(kind: str, shape: str, language: str) -> None:
    size, zone = ZONES[shape]
    spec = resolve(CARDS[kind], language, where=(size, zone))
    picture = frame_at(card_clip(spec), spec.hold_from, spec.rate)
    assert picture.shape == (size.height, size.width, 3)
    ink = ink_box(spec, picture)
    assert zone.contains(ink), (ink, zone)
    assert ink.x == zone.x


@pytest.mark.parametrize("kind", CARDS)
@pytest.mark.slow
def test_moving_ink_lies_inside_the_zone_too(kind: str) -> None:
    spec = resolve(CARDS[kind])
    clip = card_clip(spec)
    for number in range(1, spec.hold_from):
        assert spec.zone.contains(ink_box(spec, frame_at(clip, number, spec.rate)))


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), Fraction(25), Fraction(50)])
@pytest.mark.parametrize("kind", CARDS)
def test_the_still_run_stands_still(kind: str, rate: Fraction) -> None:
    spec = resolve(CARDS[kind], rate=rate)
    clip = card_clip(spec)
    frames = [frame_at(clip, number, rate) for number in range(spec.frames)]
    run = still_run(spec)
    assert all(np.array_equal(frames[run.start], frames[number]) for number in range(run.start, run.stop))
    assert not np.array_equal(frames[run.start - 4], frames[run.start])
    assert run.stop == spec.frames or not np.array_equal(frames[run.stop - 1], frames[run.stop])
    assert clip.duration == float(spec.frames / rate)


def test_a_card_that_leaves_ends_on_its_ground_and_an_end_card_stays() -> None:
    title, end = resolve(TITLE_CARD), resolve(END_CARD)
    assert set(np.unique(frame_at(card_clip(title), title.frames - 1, title.rate))) == {0x11}
    assert still_run(end).stop == end.frames


@pytest.mark.parametrize("kind", CARDS)
def test_a_frame_is_the_same_however_it_is_reached(kind: str) -> None:
    spec = resolve(CARDS[kind])
    first, second = card_clip(spec), card_clip(spec)
    forward = [frame_at(first, number, spec.rate) for number in range(0, spec.frames, 7)]
    backward = [frame_at(second, number, spec.rate) for number in reversed(range(0, spec.frames, 7))]
    assert all(np.array_equal(a, b) for a, b in zip(forward, reversed(backward), strict=True))


def test_standing_figures_do_not_move_while_others_count() -> None:
    """Between 14,000,000 and 15,000,000 nothing changes but the one figure."""
    spec = resolve(card("count-up", statistic="reach"), "en")
    spec = replace(spec, numbers=(*spec.numbers[:-1], "14,000,000", "15,000,000"), hold_from=40)
    clip = card_clip(spec)
    step, last = len(spec.numbers) - 2, len(spec.numbers) - 1
    changed = (frame_at(clip, step, spec.rate) != frame_at(clip, last, spec.rate)).any(axis=2)
    columns = np.nonzero(changed.any(axis=0))[0]
    assert 0 < columns.max() - columns.min() < spec.em("number")


def test_a_moviepy_clip_of_ones_own_is_what_the_encoder_gets() -> None:
    from moviepy import ColorClip

    def make(spec: CardSpec) -> Any:
        return ColorClip((spec.size.width, spec.size.height), color=(236, 0, 140), duration=2)

    register_card("magenta", make, 3)
    try:
        spec = resolve(card("magenta", texts={"words": {"kk": "сөз"}}))
        assert (spec.version, spec.text("words"), len(still_run(spec))) == (3, "сөз", 0)
        picture = frame_at(card_clip(spec), 5, spec.rate)
        assert picture.shape == (480, 270, 3)
        assert picture.dtype == np.uint8
        assert (picture == (236, 0, 140)).all()
    finally:
        del CARD_CLIPS["magenta"], OWN_KINDS["magenta"]


def test_a_drawn_kind_cannot_be_replaced() -> None:
    with pytest.raises(AssetkitError, match="'title' is taken"):
        register_card("title", lambda spec: None, 1)


def test_a_clip_that_gives_no_picture_is_refused() -> None:
    class Mute:
        def get_frame(self, seconds: float) -> np.ndarray:
            return np.zeros((4, 4))

    with pytest.raises(AssetkitError, match=r"shape \(4, 4\)"):
        frame_at(Mute(), 0, Fraction(25))


@pytest.mark.parametrize("kind", GOLDENS)
def test_a_changed_picture_needs_a_new_version(kind: str) -> None:
    """Moving, landed and leaving frames side by side, against the picture of this version.

    To renew it after a wanted change: count up the kind's version, then delete the old picture; this test
    writes the new one and fails once.
    """
    spec = resolve(GOLDENS[kind])
    clip = card_clip(spec)
    numbers = (6, spec.hold_from, spec.frames - 3)
    sheet = np.concatenate([frame_at(clip, number, spec.rate) for number in numbers], axis=1)
    record = GOLDEN / "versions.json"
    versions = json.loads(record.read_text()) if record.exists() else {}
    picture = GOLDEN / f"{kind}.png"
    if not picture.exists():
        GOLDEN.mkdir(parents=True, exist_ok=True)
        Image.fromarray(sheet).save(picture, optimize=True)
        versions[kind] = KINDS[kind].version
        record.write_text(json.dumps(versions, indent=2, sort_keys=True) + "\n")
        pytest.fail(f"{picture.name} was written; look at it")
    with Image.open(picture) as opened:
        golden = np.asarray(opened.convert("RGB"))
    assert versions[kind] == KINDS[kind].version, "the version changed: delete the old picture"
    assert golden.shape == sheet.shape
    assert np.abs(golden.astype(int) - sheet.astype(int)).max() <= 1, (
        "the picture changed: count up the version"
    )
