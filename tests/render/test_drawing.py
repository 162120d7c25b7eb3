from __future__ import annotations

import numpy as np

from assetkit.render.drawing import PlacedGlyph, draw_glyphs, rasterise
from assetkit.text.shaping import shape


def outline(*points: tuple[float, float]) -> np.ndarray:
    return np.array([(*a, *b) for a, b in zip(points, (*points[1:], points[0]), strict=True)], np.float64)


def test_coverage_is_the_exact_area() -> None:
    mask = rasterise(outline((2.25, 3.5), (4.5, 3.5), (4.5, 5.0), (2.25, 5.0)))
    assert (mask.x, mask.y, mask.coverage.shape) == (2, 3, (2, 3))
    assert mask.coverage.tolist() == [[96, 128, 64], [191, 255, 128]]


def test_a_slope_covers_half() -> None:
    mask = rasterise(outline((0, 0), (10, 0), (0, 10)))
    assert abs(int(mask.coverage.astype(int).sum()) - 255 * 50) <= 5 * 255 // 100 * 10
    assert [mask.coverage[i, 9 - i] for i in range(10)] == [128] * 10


def test_overlapping_contours_are_one_body_of_ink() -> None:
    square = outline((0, 0), (4, 0), (4, 4), (0, 4))
    twice = rasterise(np.concatenate([square, square + 2.0]))
    assert twice.coverage[3, 3] == 255
    assert twice.coverage[0, 5] == 0


def test_a_hole_stays_open_and_a_space_has_no_ink() -> None:
    (glyph,) = shape("О", "Montserrat-ExtraBold", 100).glyphs
    mask = draw_glyphs([PlacedGlyph(glyph.id, 0.0, 0.0)], "Montserrat-ExtraBold", 100)
    rows, columns = mask.coverage.shape
    assert mask.coverage[rows // 2, columns // 2] == 0
    assert mask.coverage[rows // 2].max() == 255
    (space,) = shape(" ", "Onest-Bold", 100).glyphs
    assert draw_glyphs([PlacedGlyph(space.id, 0.0, 0.0)], "Onest-Bold", 100).coverage.size == 0
