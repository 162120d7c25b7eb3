"""The campaign's own captions in every picture: where their pixels stand, against zones and a golden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assetkit.geometry import Box
from assetkit.platforms.records import Layout
from assetkit.recipe.records import Workspace
from assetkit.subtitles.layout import CaptionLayout
from support.caption_boxes import (
    LANGUAGES,
    PLACES,
    Laid,
    Seen,
    burn_each,
    compare_rows,
    distinct_pictures,
    films_with_captions,
    lay_out_film,
    look_at,
    measure_film,
    name_of,
    read_campaign,
    read_record,
)

PICTURES = (
    "1080x1920 vertical-universal",
    "1080x1350 portrait-margins",
    "1080x1080 square-margins",
    "1920x1080 wide-margins",
    "1280x720 wide-720-margins",
    "720x1280 vertical-720-universal",
)
# A halo darkens by less than what is counted as an edge; so far, in ems, it may reach beyond its zone.
HALO = 0.17


@pytest.fixture(scope="module")
def campaign() -> Workspace:
    """The project's own workspace."""
    return read_campaign()


def test_every_packaged_picture_is_looked_at(campaign: Workspace) -> None:
    assert tuple(distinct_pictures(campaign.catalogue)) == PICTURES
    wanted = {name_of(*captions, place) for captions in _all(campaign) for place in PLACES}
    assert set(read_record()[0]) == wanted
    assert len(films_with_captions(campaign)) == 4


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(name, marks=pytest.mark.soak if number else pytest.mark.slow)
        for number, name in enumerate(PICTURES)
    ],
)
def test_captions_stand_where_the_golden_says_inside_their_zone_on_one_baseline(
    campaign: Workspace, picture: str, place: str
) -> None:
    platform = distinct_pictures(campaign.catalogue)[picture]
    layout = platform.layout
    golden, slack = read_record()
    baselines: dict[int, set[int]] = {}
    for film in films_with_captions(campaign):
        for language in LANGUAGES:
            measured = measure_film(campaign, film, language, platform, place)
            name = name_of(film, language, picture, place)
            rows = [seen.as_row(laid) for laid, seen in measured]
            assert compare_rows(golden[name], rows, slack) == [], name
            for laid, seen in measured:
                _demand_inside(laid, seen, layout, layout.captions_at(place))
                baselines.setdefault(len(laid.layout.lines), set()).add(seen.baseline)
    most_lines = 3 if layout.size.ratio < 0.75 else 2
    assert set(baselines) == set(range(1, most_lines + 1))
    # At the bottom the last line stands on one height, however many there are; at the top the first one does.
    together = [set().union(*baselines.values())] if place == "bottom" else list(baselines.values())
    for heights in together:
        _demand_one_baseline(heights)


@pytest.mark.slow
def test_a_caption_that_moves_by_two_pixels_is_told(campaign: Workspace) -> None:
    picture = PICTURES[-1]
    platform = distinct_pictures(campaign.catalogue)[picture]
    golden, slack = read_record()
    laid = lay_out_film(campaign, "the-dress", "kk", platform)[:2]
    expected = golden[name_of("the-dress", "kk", picture)][:2]
    moves = {"right": (2, 0), "left": (-2, 0), "down": (0, 2), "up": (0, -2), "nowhere": (0, 0)}
    told = {}
    for name, (right, down) in moves.items():
        layouts = [_moved(each.layout, right, down) for each in laid]
        rows = [look_at(luma).as_row(each) for each, luma in zip(laid, burn_each(layouts), strict=True)]
        told[name] = len(compare_rows(expected, rows, max(slack, 1)))
    assert told == {"right": 2, "left": 2, "down": 2, "up": 2, "nowhere": 0}


def _all(campaign: Workspace) -> list[tuple[str, str, str]]:
    films = films_with_captions(campaign)
    return [(film, language, picture) for film in films for language in LANGUAGES for picture in PICTURES]


def _demand_inside(laid: Laid, seen: Seen, layout: Layout, zone: Box) -> None:
    halo = round(HALO * laid.layout.em)
    told = f"{laid.line}: {laid.layout.lines}"
    assert _holds(zone, seen.edged), told
    assert _holds(_grown(zone, halo), seen.box), told
    assert not any(_touches(covered, seen.edged) for covered in layout.covered), told
    assert seen.edged.width <= zone.width, told


def _demand_one_baseline(rows: set[int]) -> None:
    """Demand one height; round letters reach a row below it, and a caption of such letters may show that."""
    assert max(rows) - min(rows) <= 1, rows


def _moved(layout: CaptionLayout, right: int, down: int) -> CaptionLayout:
    lines = tuple(replace(line, x=line.x + right, baseline=line.baseline + down) for line in layout.lines)
    return replace(layout, lines=lines)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _grown(box: Box, by: int) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _touches(one: Box, two: Box) -> bool:
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom
