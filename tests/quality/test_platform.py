"""Limits of platforms: rejections fail, advice is noted, and what was not found says nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.diagnostics import Severity
from assetkit.geometry import Size
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.read import load_catalogue
from assetkit.quality.inspect import inspect_file
from assetkit.quality.platform import check_platform, measure
from assetkit.quality.records import FileReport
from support.finished import make_finished

PLATFORMS = load_catalogue().platforms


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> FileReport:
    """A report that every platform takes but for its size, told from a small file."""
    return inspect_file(make_finished(tmp_path_factory.mktemp("film") / "film.mp4"))


def sized(report: FileReport, size: Size, seconds: int = 20) -> FileReport:
    assert report.picture and report.sound
    picture = replace(report.picture, size=size, duration=Fraction(seconds), kbps=Fraction(6000))
    sound = replace(report.sound, duration=Fraction(seconds))
    return replace(report, picture=picture, sound=sound, bytes=9_000_000)


def test_every_file_limit_can_be_measured(report: FileReport) -> None:
    assert set(measure(report)) == {name for name, kind in LIMITS.items() if kind.of == "file"}


@pytest.mark.parametrize("name", PLATFORMS)
def test_the_house_file_fails_nowhere(name: str, report: FileReport) -> None:
    platform = PLATFORMS[name]
    file = sized(report, platform.format.size)
    assert file.picture
    file = replace(file, picture=replace(file.picture, codec=platform.format.codec))
    checks = check_platform(file, platform)
    assert [check for check in checks if check.failed] == []


def test_a_rejection_fails_and_advice_is_noted(report: FileReport) -> None:
    long = sized(report, Size(1080, 1920), seconds=200)
    tiktok = [check for check in check_platform(long, PLATFORMS["tiktok"]) if not check.passed]
    assert [(check.severity, check.failed) for check in tiktok] == [(Severity.NOTE, False)]
    reel = [check for check in check_platform(long, PLATFORMS["facebook-reel"]) if check.failed]
    assert [(check.measured, check.required) for check in reel] == [("200 s", "at most 90 s")]
    assert "2026-11" in reel[0].message and reel[0].message.startswith("Facebook Reel rejects: ")
    assert tiktok[0].message.startswith("advice for TikTok: ")  # whose it is, stands in brackets


def test_what_was_not_found_says_nothing(report: FileReport) -> None:
    checks = check_platform(sized(report, Size(1080, 1920)), PLATFORMS["vk-clip"])
    assert len(checks) == 3  # advised length, loudness, true peak


@pytest.mark.parametrize(
    ("platform", "change", "count"),
    [
        ("instagram-reel", {"edit_lists": 1}, 1),
        ("instagram-reel", {"index_first": False}, 1),
        ("instagram-reel", {"bytes": 300_000_001}, 1),
        ("tiktok", {"edit_lists": 1}, 0),
        ("telegram-story", {"index_first": False}, 4),  # and H.264, in another width and height
    ],
)
def test_forms_that_a_platform_does_not_take(
    platform: str, change: dict[str, int], count: int, report: FileReport
) -> None:
    file = replace(sized(report, Size(1080, 1920)), **change)  # type: ignore[arg-type]
    assert sum(check.failed for check in check_platform(file, PLATFORMS[platform])) == count


def test_a_file_without_picture_or_rate_cannot_pass(report: FileReport, tmp_path: Path) -> None:
    path = tmp_path / "nothing.mp4"
    path.write_bytes(b"nothing")
    assert any(check.failed for check in check_platform(inspect_file(path), PLATFORMS["tiktok"]))
    assert report.picture
    uneven = replace(report, picture=replace(report.picture, rate=None))
    failed = [check for check in check_platform(uneven, PLATFORMS["facebook-reel"]) if check.failed]
    assert {check.measured for check in failed} >= {"not found", "1"}
