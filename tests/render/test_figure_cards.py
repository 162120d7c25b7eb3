"""Rings, pictograms, bars and timelines as pictures: what is measured of them are the records' own values."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.cards.layout import Arc
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.render.arcs import ArcInk
from assetkit.render.cards import card_clip, frame_at, still_run
from support.campaigns import card
from support.figures import (
    BARS_CARD,
    FIGURE_CAMPAIGN,
    FIGURE_CARDS,
    PICTOGRAM_CARD,
    RING_CARD,
    TIMELINE_CARD,
    YEARS,
)

# A third of the real sizes: all is laid out in shares of the frame.
ZONES = {
    "9:16": (Size(360, 640), Box(40, 96, 220, 320)),
    "4:5": (Size(360, 450), Box(25, 36, 310, 378)),
    "1:1": (Size(360, 360), Box(25, 28, 310, 304)),
    "16:9": (Size(640, 360), Box(44, 36, 552, 288)),
}
RATE = Fraction(25)
ACCENT = (0xEC, 0x00, 0x8C)
pytestmark = pytest.mark.slow


def resolve(item: CardItem, language: str = "kk", shape: str = "9:16", rate: Fraction = RATE) -> CardSpec:
    frames = card_frames(item, FIGURE_CAMPAIGN, rate)
    return resolve_card(item, FIGURE_CAMPAIGN, language, *ZONES[shape], frames, rate)


def ink_box(spec: CardSpec, picture: np.ndarray) -> Box:
    ground = [int(spec.background[i : i + 2], 16) for i in (1, 3, 5)]
    rows, columns = np.nonzero((picture != ground).any(axis=2))
    left, top = int(columns.min()), int(rows.min())
    return Box(left, top, int(columns.max()) + 1 - left, int(rows.max()) + 1 - top)


def landed(spec: CardSpec) -> np.ndarray:
    return frame_at(card_clip(spec), spec.hold_from, spec.rate)


def accent(picture: np.ndarray) -> np.ndarray:
    return np.asarray((picture == ACCENT).all(axis=2))


@pytest.mark.parametrize("language", FIGURE_CAMPAIGN.languages)
@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_the_landed_ink_lies_inside_the_zone(item: CardItem, shape: str, language: str) -> None:
    spec = resolve(item, language, shape)
    ink = ink_box(spec, landed(spec))
    assert spec.zone.contains(ink), (ink, spec.zone)
    assert ink.x == spec.zone.x


@pytest.mark.parametrize("shape", ["9:16", "16:9"])
@pytest.mark.parametrize("item", FIGURE_CARDS, ids=lambda item: item.kind)
def test_motion_stays_inside_stands_still_and_leaves_cleanly(item: CardItem, shape: str) -> None:
    spec = resolve(item, shape=shape)
    clip = card_clip(spec)
    frames = [frame_at(clip, number, spec.rate) for number in range(spec.frames)]
    run = still_run(spec)
    assert all(spec.zone.contains(ink_box(spec, frame)) for frame in frames[1 : run.start])
    assert all(np.array_equal(frames[run.start], frames[number]) for number in range(run.start, run.stop))
    assert not np.array_equal(frames[run.start - 1], frames[run.start])
    assert not np.array_equal(frames[run.stop - 1], frames[run.stop])
    assert set(np.unique(frames[-1])) == {0x11}
    again = card_clip(spec)
    for number in (run.start - 3, 7, 0):
        assert np.array_equal(frame_at(again, number, spec.rate), frames[number])


def ink_of(shares: tuple[Fraction, ...]) -> np.ndarray:
    """Paint the frames of a ring of white on black, its rest grey, one below the other."""
    size = Size(200, 200)
    ring = Arc((100, 100), 90, 60, shares, "#FFFFFF", "#808080")
    ground, white, grey = (np.array([value] * 3, np.uint16) for value in (0, 255, 128))
    ink = ArcInk(ring, size, ground, white, grey)
    pictures = np.zeros((len(shares), size.height, size.width, 3), np.uint8)
    for number, picture in enumerate(pictures):
        ink.lay(picture, number, 256)
    return pictures[..., 0].astype(float)


@given(st.fractions(0, 1))
@settings(max_examples=30, deadline=None)
def test_a_ring_is_coloured_by_its_share(share: Fraction) -> None:
    none, part, whole = (picture.sum() for picture in ink_of((Fraction(0), share, Fraction(1))))
    assert (part - none) / (whole - none) == pytest.approx(float(share), abs=0.002)


def test_a_quarter_is_the_upper_right_one() -> None:
    (picture,) = ink_of((Fraction(1, 4),))
    assert picture[100:, :].max() <= 128
    assert picture[:, :100].max() <= 128
    assert (picture[:99, 101:] == np.rot90(ink_of((Fraction(1),))[0][101:, 101:])).all()


def test_a_ring_fills_up_and_never_goes_back() -> None:
    spec = resolve(RING_CARD)
    clip = card_clip(spec)
    counts = [int(accent(frame_at(clip, number, RATE)).sum()) for number in range(12, spec.hold_from + 1)]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def bodies(row: np.ndarray) -> int:
    """Count the pieces of ink in a row of pixels."""
    return int((np.diff(np.concatenate([[0], row.astype(int)])) == 1).sum())


@pytest.mark.parametrize("shape", ZONES)
def test_as_many_people_have_the_colour_as_the_record_says(shape: str) -> None:
    spec = resolve(PICTOGRAM_CARD, "en", shape)
    shown = landed(spec)
    ink = (shown != 0x11).any(axis=2)
    column = spec.zone.x + (spec.zone.width * 52 // 100 if shape == "16:9" else 0)
    head = slice(column, spec.zone.right)
    top = next(y for y in range(spec.zone.y, spec.zone.bottom) if bodies(ink[y, head]) >= 4)
    y = top + 3
    assert bodies(accent(shown)[y, head]) == 3
    first = frame_at(card_clip(spec), 3, RATE)
    assert not accent(first)[y].any()


def longest(row: np.ndarray) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
    return int((edges[1::2] - edges[::2]).max(initial=0))


@pytest.mark.parametrize("shape", ZONES)
def test_bars_are_as_long_as_their_numbers(shape: str) -> None:
    spec = resolve(BARS_CARD, "ru", shape)
    shown = landed(spec)
    pale = (shown == [round(0x11 + (0xFF - 0x11) * 36 / 100)] * 3).all(axis=2)
    lengths = [longest(row) for row in pale]
    found = sorted({length for length in lengths if length > 8}, reverse=True)
    whole = max(longest(row) for row in accent(shown))
    assert found == [round(whole * Fraction(value, 450)) for value in (270, 180, 23)]


def test_columns_are_as_high_as_their_numbers() -> None:
    spec = resolve(TIMELINE_CARD, "en", "4:5")
    shown = landed(spec)
    pale = (shown == [round(0x11 + (0xFF - 0x11) * 36 / 100)] * 3).all(axis=2)
    heights = [longest(column) for column in pale.T]
    found = [height for n, height in enumerate(heights) if height > 8 and height != heights[n - 1]]
    whole = max(longest(column) for column in accent(shown).T)
    assert found == [round(whole * Fraction(value, 80)) for _, value in YEARS[:-1]]


def test_the_number_of_the_last_frame_is_that_of_the_record() -> None:
    """The counter of the landed card is the picture of its final text alone."""
    spec = resolve(card("ring", statistic="at-home"), "ru")
    assert spec.numbers[-1] == "90\u00a0%"
    alone = landed(
        resolve_card(card("ring", statistic="at-home"), FIGURE_CAMPAIGN, "ru", *ZONES["9:16"], 20, RATE)
    )
    assert np.array_equal(landed(spec), alone)
