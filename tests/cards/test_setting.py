from __future__ import annotations

from itertools import pairwise

import pytest

from assetkit.cards.setting import counter_cells, counter_width, wrap_into

FONTS = ["Montserrat-ExtraBold", "Oswald-Bold"]


@pytest.mark.parametrize("font", FONTS)
def test_figures_stand_on_the_same_cells_whatever_they_are(font: str) -> None:
    """Counted from the right: Oswald has no tabular figures, and its ones are centred in their cells."""
    narrow, wide = (counter_cells(text, font, 200) for text in ("1\u00a0111", "8\u00a0888"))
    assert counter_width("1\u00a0111", font, 200) >= counter_width("8\u00a0888", font, 200) - 200 // 8
    steps = {b.x - a.x for cells in (narrow, wide) for a, b in pairwise(cells[2:])}
    assert len(steps) == 1


def test_more_places_do_not_move_those_at_the_right() -> None:
    short, long = (counter_cells(text, "Montserrat-ExtraBold", 108) for text in ("999", "15,000,999"))
    assert [cell.x for cell in short] == [cell.x for cell in long[-3:]]


def test_a_text_is_not_broken_into_a_line_of_one_short_word() -> None:
    assert wrap_into("to be a", "Onest-Bold", 40, 400, 3, "en") is None
    assert wrap_into("domestic violence", "Onest-Bold", 40, 400, 2, "en") == ("domestic", "violence")
