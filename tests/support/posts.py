"""A post to deliver, made up but for its video."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from assetkit.campaign.records import Statistic
from assetkit.delivery.post import Post, digest_file
from assetkit.diagnostics import Place, Severity
from assetkit.geometry import Size
from assetkit.quality.records import Check

NAME = "the-dress_teaser-15_tiktok_kk.mp4"


def make_post(source: Path, *, name: str = NAME, passed: bool = True, reasons: tuple[str, ...] = ()) -> Post:
    """Make a post of the video at `source`, with one check and one statistic."""
    place = Place("assetkit.yaml", 3, 1)
    words = {"kk": "Дереккөз", "en": "Source"}
    number = Statistic("deaths", Fraction(400), 0, "", {}, words, words, "", "2023", False, False, place)
    return Post(
        campaign="16 days",
        recipe="the-dress",
        film="the-dress",
        cut="teaser-15",
        platform="tiktok",
        language="kk",
        file=name,
        sha256=digest_file(source),
        bytes=source.stat().st_size,
        frames=375,
        rate=Fraction(30000, 1001),
        size=Size(1080, 1920),
        loudness=-14.1,
        true_peak=None,
        sources={"recipes/the-dress.yaml": "0" * 64},
        tools={"ffmpeg": "n9.0.2"},
        statistics=(number,),
        checks=(Check("AK530", passed, Severity.ERROR, "picture size", "1080x1920", "1080x1920"),),
        reasons=reasons,
        spans=12,
        object_key="ab",
    )


def names_in(folder: Path) -> list[str]:
    """Give the names of what lies in a folder, in order."""
    return sorted(entry.name for entry in folder.iterdir())
