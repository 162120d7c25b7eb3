"""Cards on pictures: words stand out on what is really behind them, and what is too small is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assetkit.campaign.records import Campaign, Logo
from assetkit.cards.book import CardBook
from assetkit.cards.picture_scrim import MOST_SCRIM
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.geometry import Box, Focus
from assetkit.recipe.records import CardItem, ImageGround
from assetkit.tool.image_facts import image_facts
from support.campaigns import CAMPAIGN, ZONES
from support.pictures import write_mark, write_picture

pytestmark = pytest.mark.slow
HERE, GROUND = Place("recipes/one.yaml", 4, 5), Place("recipes/one.yaml", 5, 20)
TITLE = {"title": dict.fromkeys(("kk", "ru", "en"), "Help is near")}


def picture(
    level: int, width: int = 1600, height: int = 1600
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.full((height, width, 3), level, np.uint8)


class Desk:
    """A campaign with one picture, and cards that stand on it."""

    def __init__(self, root: Path, campaign: Campaign = CAMPAIGN) -> None:
        self.root = root
        self.campaign = campaign

    def on(
        self, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], scrim: int | None = None
    ) -> CardItem:
        write_picture(self.root / "a.png", pixels, compress_level=1)
        facts = image_facts(self.root, "a.png", self.root / "memo")
        self.campaign = replace(self.campaign, pictures={"a.png": facts})
        ground = ImageGround("a.png", Focus(), GROUND, scrim)
        return CardItem("title", None, TITLE, None, None, HERE, ground=ground)

    def check(self, item: CardItem, shape: str = "1:1") -> list[Diagnostic]:
        return list(CardBook(self.campaign).check(item, *ZONES[shape], 120, self.campaign.rate))

    def spec(self, item: CardItem, shape: str = "1:1") -> CardSpec:
        return CardBook(self.campaign).resolve(item, "en", *ZONES[shape], 120, self.campaign.rate)


def codes(found: list[Diagnostic]) -> list[str]:
    return [each.code for each in found]


def scrim_of(spec: CardSpec) -> int:
    assert spec.image is not None
    return spec.image.scrim


def test_a_dark_picture_has_the_brands_scrim(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    item = desk.on(picture(20))
    assert scrim_of(desk.spec(item)) == CAMPAIGN.brand.scrim and desk.check(item) == []


def test_a_bright_picture_has_as_much_as_its_words_need(tmp_path: Path) -> None:
    desk = Desk(tmp_path, replace(CAMPAIGN, brand=replace(CAMPAIGN.brand, scrim=10)))
    item = desk.on(picture(255))
    found = scrim_of(desk.spec(item))
    assert 10 < found < MOST_SCRIM and desk.check(item) == []
    less = replace(item, ground=ImageGround("a.png", Focus(), GROUND, found - 1))
    (told,) = desk.check(less)
    assert (told.code, told.severity, told.place) == ("AK626", Severity.ERROR, HERE)
    assert f"`scrim: {found}`" in told.remedy and "9:16" not in told.message


def test_only_what_is_behind_the_words_counts(tmp_path: Path) -> None:
    pixels = picture(20)
    pixels[1300:, 1200:] = 255  # a white corner, far from the words
    desk = Desk(tmp_path, replace(CAMPAIGN, brand=replace(CAMPAIGN.brand, scrim=10)))
    assert scrim_of(desk.spec(desk.on(pixels))) == 10
    pixels[:] = 20
    pixels[:, 200:260] = 255  # a white post behind them
    assert scrim_of(desk.spec(desk.on(pixels))) > 10


def test_colours_that_no_scrim_helps_are_told(tmp_path: Path) -> None:
    brand = replace(CAMPAIGN.brand, text="#3A3A3A")
    desk = Desk(tmp_path, replace(CAMPAIGN, brand=brand))
    found = desk.check(desk.on(picture(255)))
    assert codes(found) == ["AK626"] and "clearer colours" in found[0].remedy


@pytest.mark.parametrize(("edge", "expected"), [(720, []), (719, ["AK624"])])
def test_a_picture_that_is_enlarged_too_much_is_told(tmp_path: Path, edge: int, expected: list[str]) -> None:
    desk = Desk(tmp_path)
    found = desk.check(desk.on(picture(20, edge, edge)))
    assert codes(found) == expected
    assert all(each.severity is Severity.WARNING and each.place == HERE for each in found)


def test_the_crop_follows_the_focus(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    item = desk.on(picture(20, 1600, 800))
    left = replace(item, ground=ImageGround("a.png", Focus(0.0, 0.5), GROUND))
    boxes = [image.crop for each in (item, left) if (image := desk.spec(each).image)]
    assert boxes == [Box(400, 0, 800, 800), Box(0, 0, 800, 800)]


def test_a_mark_without_a_permission_makes_a_draft(tmp_path: Path) -> None:
    write_mark(tmp_path / "ours.png", 900, 300)
    pictures = {"ours.png": image_facts(tmp_path, "ours.png", tmp_path / "memo")}
    end = CardItem("end", None, {}, None, "111", HERE)
    for permission, expected in (("", ["AK628"]), ("letter of 3 March", [])):
        brand = replace(CAMPAIGN.brand, logo=Logo("ours.png", permission))
        desk = Desk(tmp_path, replace(CAMPAIGN, brand=brand, pictures=pictures))
        found = [each for each in desk.check(end, "4:5") if each.code != "AK423"]
        assert codes(found) == expected
        assert all(each.severity is Severity.DRAFT and each.place == HERE for each in found)


def test_a_mark_with_too_few_pixels_is_told(tmp_path: Path) -> None:
    write_mark(tmp_path / "ours.png", 90, 30)
    pictures = {"ours.png": image_facts(tmp_path, "ours.png", tmp_path / "memo")}
    brand = replace(CAMPAIGN.brand, logo=Logo("ours.png", "letter"))
    desk = Desk(tmp_path, replace(CAMPAIGN, brand=brand, pictures=pictures))
    found = desk.check(CardItem("end", None, {}, None, "111", HERE), "4:5")
    assert "AK625" in codes(found)
