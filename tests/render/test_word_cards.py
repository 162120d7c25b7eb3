"""Cards of words as pictures: what stands back, what rests, what runs out."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Bar, Line
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.render.blending import Frame
from assetkit.render.painting import CardPainter
from support.campaigns import CAMPAIGN, MILESTONE_CARD, PHRASES_CARD, QUOTE_CARD, WARNING_CARD, WORD_CARDS

RATE = Fraction(25)
SMALL = Size(270, 480), Box(30, 72, 165, 240)


def painter_of(item: CardItem, language: str = "en") -> tuple[CardSpec, CardPainter]:
    frames = card_frames(item, CAMPAIGN, RATE)
    spec = resolve_card(item, CAMPAIGN, language, *SMALL, frames, RATE)
    return spec, CardPainter(spec, KINDS[item.kind].layout(spec))


def brightest(picture: Frame, box: Box) -> int:
    return int(picture[box.y : box.bottom, box.x : box.right].max())


@pytest.mark.parametrize("item", WORD_CARDS, ids=lambda item: item.kind)
def test_a_resting_frame_is_the_one_that_painting_it_gives(item: CardItem) -> None:
    """What is kept from one resting frame to the next must be what a painter that keeps nothing paints."""
    spec, painter = painter_of(item)
    fresh = painter_of(item)[1]
    for number in range(0, spec.frames, 5):
        assert np.array_equal(painter.frame(number), fresh._paint(number))


def test_what_rests_between_phrases_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    spec, painter = painter_of(PHRASES_CARD)
    painted: list[int] = []
    paint = painter._paint

    def count(number: int) -> Frame:
        painted.append(number)
        return paint(number)

    monkeypatch.setattr(painter, "_paint", count)
    for number in range(spec.hold_until):
        painter.frame(number)
    assert len(painted) < spec.hold_until // 3
    assert len(painted) == len(set(painted))


def test_an_earlier_phrase_stands_back_and_the_last_does_not() -> None:
    spec, painter = painter_of(PHRASES_CARD)
    parts = KINDS["phrases"].layout(spec).placed
    firsts = [part for part in parts if part.turns]
    start, turn = firsts[0].enters.start + 12, firsts[0].turns
    assert turn is not None
    rows = Box(0, 0, spec.size.width, spec.size.height)
    line = firsts[1].what
    assert isinstance(line, Line)
    place = Box(rows.x + 40, line.baseline - 8, 120, 8)
    assert brightest(painter.frame(start), place) == 255
    assert brightest(painter.frame(spec.hold_from), place) < 200
    assert brightest(painter.frame(spec.hold_from), rows) == 255


def test_the_mark_of_a_quote_is_in_the_accent_colour_and_the_words_are_not() -> None:
    spec, painter = painter_of(QUOTE_CARD, "ru")
    picture = painter.frame(spec.hold_from).astype(int)
    accent = (picture[..., 0] - picture[..., 1] > 100) & (picture[..., 2] - picture[..., 1] > 50)
    columns = np.nonzero(accent[: spec.size.height // 3].any(axis=0))[0]
    assert columns.min() == spec.zone.x
    assert columns.max() < spec.zone.x + spec.em("text")


def test_a_content_warning_has_no_colour() -> None:
    spec, painter = painter_of(WARNING_CARD)
    picture = painter.frame(spec.hold_from).astype(int)
    assert int((picture.max(axis=2) - picture.min(axis=2)).max()) == 0


def test_the_playing_line_grows_with_the_number() -> None:
    spec, painter = painter_of(MILESTONE_CARD)
    (line,) = [
        part.what.box
        for part in KINDS["milestone"].layout(spec).placed
        if isinstance(part.what, Bar) and part.what.colour == spec.accent
    ]
    reached = []
    for number in (0, 5, 12, spec.hold_from):
        row = painter.frame(number)[line.y + line.height // 2].astype(int)
        reached.append(int((row[:, 0] - row[:, 1] > 150).sum()))
    assert reached == sorted(set(reached))
    assert reached[-1] == line.width == spec.zone.width
