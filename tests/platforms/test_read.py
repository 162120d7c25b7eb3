"""The packaged platforms keep their own rules, and a workspace can add to them and override them."""

from __future__ import annotations

from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from assetkit.codes import CODES
from assetkit.diagnostics import Findings, Place
from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.read import load_catalogue, read_catalogue, read_own_platforms

NAMES = {
    *(
        "instagram-reel",
        "instagram-story",
        "instagram-feed-4x5",
        "instagram-feed-1x1",
        "tiktok",
        "youtube-short",
    ),
    *("youtube", "facebook-reel", "x", "linkedin", "telegram", "telegram-story", "vk-clip"),
    *("whatsapp-status", "threads", "pinterest", "vk-video", "ok"),
}


def read(text: str) -> tuple[object, list[str]]:
    findings = Findings()
    catalogue = read_own_platforms(text, "platforms.yaml", load_catalogue(), findings)
    assert {item.code for item in findings.items} <= CODES.keys()
    return catalogue, [item.code for item in findings.items]


def test_all_platforms_are_there() -> None:
    catalogue = load_catalogue()
    assert set(catalogue.platforms) == NAMES
    assert set(catalogue.sets["all"]) == NAMES


def test_every_limit_has_its_evidence_and_only_first_parties_reject() -> None:
    for platform in load_catalogue().platforms.values():
        for limit in platform.limits:
            assert limit.name in LIMITS and limit.source and limit.as_of, (platform.name, limit)
            assert limit.strength == "advises" or limit.confidence == "H", (platform.name, limit)


def test_every_layout_says_where_it_comes_from() -> None:
    text = (files("assetkit.platforms") / "data" / "layouts.yaml").read_text(encoding="utf-8")
    for name, layout in yaml.safe_load(text)["layouts"].items():
        assert {"source", "as_of", "confidence"} <= layout.keys(), name


def test_platforms_that_agree_share_format_and_layout() -> None:
    catalogue = load_catalogue()
    vertical = ("instagram-reel", "instagram-story", "tiktok", "youtube-short", "facebook-reel", "vk-clip")
    pairs = {(platform.format, platform.layout) for platform in catalogue.expand(vertical)}
    assert len(pairs) == 1
    assert len({platform.format.size for platform in catalogue.platforms.values()}) == 6


def test_the_vertical_zone_is_the_intersection_and_free_of_what_is_covered() -> None:
    for layout in load_catalogue().layouts.values():
        picture = Box(0, 0, layout.size.width, layout.size.height)
        for zone in (layout.captions, layout.cards):
            assert picture.contains(zone)
            for covered in layout.covered:
                apart = zone.right <= covered.x or covered.right <= zone.x
                assert apart or zone.bottom <= covered.y or covered.bottom <= zone.y, (
                    layout.name,
                    zone,
                    covered,
                )
    assert load_catalogue().layouts["vertical-universal"].cards == Box(120, 288, 660, 960)


def test_numbers_that_were_found_and_that_were_not() -> None:
    platforms = load_catalogue().platforms
    reel = platforms["instagram-reel"].limit("largest_bytes")
    clip = platforms["vk-clip"].limit("longest_seconds")
    ratio = platforms["x"].limit("narrowest_ratio")
    assert reel and reel.value == 300_000_000 and (reel.strength, reel.as_of) == ("rejects", "2026-03-01")
    assert clip and clip.value is None
    assert ratio and ratio.value == Fraction(1, 3)


@pytest.mark.parametrize("name", ["whatsapp-status", "telegram-story"])
def test_a_minute_stays_below_the_limit_even_at_the_ceiling(name: str) -> None:
    platform = load_catalogue().platforms[name]
    shape, limit = platform.format, platform.limit("largest_bytes")
    worst = shape.maxrate + Fraction(9, 10) * shape.bufsize / shape.fine_seconds + platform.audio_kbps
    assert limit and limit.value and worst * 1000 / 8 * 60 < limit.value


@pytest.mark.parametrize(
    ("given", "codes", "coding"),
    [
        ("{size: 720x1280, codec: hevc}", [], ("main", "4.1")),
        ("{size: 720x1280, codec: hevc, level: '5.0'}", [], ("main", "5.0")),
        ("{size: 720x1280, codec: hevc, level: '4.2'}", ["AK863"], None),
        ("{size: 720x1280, codec: hevc, profile: high}", ["AK863"], None),
    ],
)
def test_a_codec_has_profiles_and_levels_of_its_own(
    given: str, codes: list[str], coding: tuple[str, str] | None
) -> None:
    catalogue, found = read(f"formats:\n  own: {given}\n")
    own = catalogue.formats.get("own")  # type: ignore[attr-defined]
    assert found == codes and (own and (own.profile, own.level)) == coding
    assert read("formats: {own: {size: 720x1280, codec: vp9}}\n")[1] == ["AK204"]


def test_own_platforms_add_and_override() -> None:
    text = """
formats:
  vertical-1080: {crf: 21}
  kiosk: {size: 1440x1080}
layouts:
  kiosk: {size: 1440x1080, captions: [90, 700, 1260, 300], cards: [90, 66, 1260, 948]}
platforms:
  kiosk: {title: Kiosk, format: kiosk, layout: kiosk, loudness: -23, limits: {longest_seconds: 45}}
  tiktok: {limits: {longest_seconds: 60}}
sets: {ours: [kiosk, tiktok]}
"""
    found, codes = read(text)
    catalogue = load_catalogue(text)
    assert not codes and found == catalogue
    kiosk, tiktok = catalogue.expand(("ours",))
    assert (
        kiosk.format.size == Size(1440, 1080) and kiosk.loudness == -23 and kiosk.true_peak == Fraction(-3, 2)
    )
    assert kiosk.limit("loudness").value == -23  # type: ignore[union-attr]
    assert tiktok.limit("longest_seconds").value == 60  # type: ignore[union-attr]
    assert tiktok.limit("lowest_rate") == load_catalogue().platforms["tiktok"].limit("lowest_rate")
    assert catalogue.platforms["instagram-reel"].format.crf == 21
    assert load_catalogue().platforms["instagram-reel"].format.crf == 18


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("platforms: {tiktok: {format: vertcal}}", "AK501"),
        ("platforms: {tiktok: {format: wide-1080}}", "AK502"),
        ("formats: {square-1080: {size: 720x720}}", "AK502"),
        ("layouts: {a: {size: 100x100, captions: [0, 0, 101, 9], cards: [0, 0, 9, 9]}}", "AK503"),
        ("layouts: {a: {size: 100x100, captions: [0, 0, 9], cards: [0, 0, 9, 9]}}", "AK503"),
        ("platforms: {kiosk: {title: Kiosk}}", "AK504"),
        ("formats: {a: {crf: 20}}", "AK504"),
        ("sets: {ours: [tictoc]}", "AK505"),
        ("sets: {tiktok: [x]}", "AK506"),
        ("platforms: {tiktok: {limits: {longest: 3}}}", "AK507"),
        ("platforms: {tiktok: {limits: {longest_seconds: {value: 3, strength: rejects}}}}", "AK508"),
        ("formats: {a: {size: 1081x1920}}", "AK509"),
        ("platforms: {tiktok: {limits: {longest_seconds: long}}}", "AK510"),
        ("platforms: {tiktok: {limts: {}}}", "AK201"),
    ],
)
def test_mistakes_are_reported_and_left_out(text: str, code: str) -> None:
    assert code in read(text)[1]
    with pytest.raises(AssetkitError):
        load_catalogue(text)


def test_a_mistake_has_its_place() -> None:
    findings = Findings()
    load_catalogue("platforms:\n  tiktok:\n    limits:\n      longest_secs: 3\n", findings=findings)
    assert [item.place for item in findings.items] == [Place("platforms.yaml", 4, 7)]
    assert "longest_seconds" in findings.items[0].remedy


def test_an_own_file_is_read_from_the_workspace_as_recipes_are(tmp_path: Path) -> None:
    findings = Findings()
    assert read_catalogue(tmp_path, findings) == load_catalogue()
    (tmp_path / "platforms.yaml").write_text("sets: {mine: [x, tiktok]}\n", encoding="utf-8")
    assert read_catalogue(tmp_path, findings).sets["mine"] == ("x", "tiktok")
    assert not findings.items
    (tmp_path / "platforms.yaml").write_bytes(b"sets:\n  \xff\xfe")
    assert read_catalogue(tmp_path, findings) == load_catalogue()
    (item,) = findings.items
    assert item.code == "AK102" and item.place is not None
    assert (item.place.file, item.place.line) == ("platforms.yaml", 2)


def test_every_platform_says_how_it_takes_pictures_or_that_nobody_knows() -> None:
    for platform in load_catalogue().platforms.values():
        image = platform.image
        assert image.source and image.as_of and image.confidence, platform.name
        assert image.is_known or (image.source, image.forms) == ("not found", ()), platform.name
        if image.forms:
            width = (image.layout or platform.layout).size.width
            assert (image.least_width or 1) <= width <= (image.greatest_width or 4096), platform.name


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("{takes: [gif]}", "AK511"),
        ("{takes: jpg}", "AK511"),
        ("{takes: []}", "AK511"),
        ("{takes: [jpg], layout: nowhere}", "AK501"),
        ("{takes: [jpg], layout: wide-margins, greatest_width: 1440}", "AK511"),
        ("{takes: [jpg], least_width: 900, greatest_width: 800}", "AK511"),
    ],
)
def test_a_wrong_way_to_take_pictures_is_told(image: str, code: str) -> None:
    assert read(f"platforms: {{x: {{image: {image}}}}}")[1] == [code]


def test_every_platform_says_how_it_takes_words_and_counts_them_or_that_nobody_knows() -> None:
    limits = ("copy_characters", "description_characters")
    for platform in load_catalogue().platforms.values():
        words = platform.words
        assert words.source and words.as_of and words.confidence, platform.name
        assert words.copy != "none" or not any(map(platform.limit, limits)), platform.name
        assert words.title == "taken" or not platform.limit("title_characters"), platform.name
