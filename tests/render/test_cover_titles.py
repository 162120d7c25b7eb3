"""Words upon a cover: clear on any picture, at the foot of their zone, of one size in every language."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.contrast import contrast
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.plan.covers import title_spec, title_zone
from assetkit.platforms.records import CoverRule, Platform
from assetkit.recipe.cover_records import Cover
from assetkit.recipe.post_records import PostItem
from assetkit.recipe.records import Captions, Cut
from assetkit.render.covers import set_title
from support.campaigns import CAMPAIGN, HERE
from support.scenes import PLATFORMS, clip

pytestmark = pytest.mark.slow

TITLE = {"kk": "Көйлек", "ru": "Платье", "en": "The Dress"}
TALL = replace(PLATFORMS[3], cover=CoverRule("jpg", shown=Box(0, 40, 180, 240)))


def spec_of(platform: Platform, language: str) -> tuple[CardSpec, int]:
    post = PostItem(cover=Cover(title=TITLE, place=HERE))
    cut = Cut("cut", (clip("first", 0, 50),), None, None, (), Captions(), ("tall",), HERE, post=post)
    found = title_spec(cut, platform, language, Fraction(25), CardBook(CAMPAIGN))
    assert found
    return found


@pytest.mark.parametrize("shade", [0, 128, 255])
@pytest.mark.parametrize("platform", [TALL, PLATFORMS[0]])
def test_words_are_clear_on_any_picture(platform: Platform, shade: int) -> None:
    spec, scrim = spec_of(platform, "kk")
    size = platform.format.size
    ground = np.full((size.height, size.width, 3), shade, np.uint8)
    drawn = set_title(ground, spec, scrim)
    zone = title_zone(platform)
    words = np.min(drawn, axis=2) >= 250
    rows = drawn[zone.bottom - spec.em("title") // 2 : zone.bottom]
    darkest = min(rows.reshape(-1, 3).tolist(), key=sum)
    assert contrast("#FFFFFF", "#{:02X}{:02X}{:02X}".format(*darkest)) >= 4.5
    if shade < 250:
        inked = np.flatnonzero(words.any(axis=1))
        assert zone.y <= inked[0] and inked[-1] < zone.bottom <= inked[-1] + spec.em("title") // 2
    # Nothing is shaded at the top, and the shade comes softly: no step that is seen as a line.
    assert (drawn[: size.height // 8] == shade).all()
    left = drawn[:, 0, 0].astype(int)
    assert np.abs(np.diff(left)).max() <= 12


def test_every_language_has_the_same_scrim_and_type() -> None:
    specs = {language: spec_of(TALL, language) for language in TITLE}
    assert len({(spec.em("title"), scrim) for spec, scrim in specs.values()}) == 1
    assert {spec.text("title") for spec, _ in specs.values()} == set(TITLE.values())


def test_a_title_stands_in_what_a_grid_shows() -> None:
    zone = title_zone(TALL)
    assert TALL.cover.shown and TALL.cover.shown.contains(zone)
    assert PLATFORMS[0].layout.cards.contains(title_zone(PLATFORMS[0]))
