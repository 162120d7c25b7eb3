from __future__ import annotations

from itertools import pairwise

import pytest

from assetkit.cards.setting import ascent, cap_height, counter_cells, counter_width

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


def test_a_unit_stands_behind_the_figures_without_moving_them() -> None:
    """What counts in millions has its figures on the same cells from the first frame to the last."""
    early, late = (
        counter_cells(text, "Montserrat-ExtraBold", 108) for text in ("0,1\u00a0млн", "1,8\u00a0млн")
    )
    assert [cell.x for cell in early[1:]] == [cell.x for cell in late[1:]]
    assert [cell.glyph for cell in early[3:]] == [cell.glyph for cell in late[3:]]


def test_a_breve_reaches_above_the_capitals() -> None:
    assert ascent("Onest-Bold", 100) > cap_height("Onest-Bold", 100) + 15
    assert ascent("Onest-Bold", 100, "”Ấ") > ascent("Onest-Bold", 100)
