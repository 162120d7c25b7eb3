"""The mark stands in the picture, clear of what cards and captions use."""

from __future__ import annotations

import pytest

from assetkit.geometry import Box, Size
from assetkit.platforms.draft import draft_of
from assetkit.platforms.read import load_catalogue
from assetkit.subtitles.mark import lay_out_mark

PLATFORMS = load_catalogue().platforms


@pytest.mark.parametrize("name", sorted(PLATFORMS))
def test_it_keeps_clear_of_cards_and_captions(name: str) -> None:
    layout = draft_of(PLATFORMS[name]).layout
    mark = lay_out_mark("DRAFT", size=layout.size, zone=layout.cards)
    assert Box(0, 0, layout.size.width, layout.size.height).contains(mark.box)
    assert mark.box.bottom <= min(layout.cards.y, layout.captions.y)
    assert mark.em >= 10


def test_without_a_free_band_it_stands_at_the_very_top() -> None:
    size = Size(64, 64)
    mark = lay_out_mark("DRAFT", size=size, zone=Box(0, 0, 64, 64))
    assert mark.box.y == 0 and Box(0, 0, 64, 64).contains(mark.box)
