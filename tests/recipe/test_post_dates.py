"""When posts come out: zones, languages, platforms, and cuts that are like another."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assetkit.campaign.zones import moments_of
from assetkit.diagnostics import Findings
from assetkit.recipe.records import Cut
from assetkit.recipe.workspace import load_workspace
from support.workspaces import CAMPAIGN, catalogue, write_workspace

CALENDAR = CAMPAIGN + "calendar: {zone: Asia/Almaty}\n"


def cuts_of(root: Path, post: str, more: str = "", campaign: str = CALENDAR) -> dict[str, Cut]:
    recipe = (
        "assetkit: 1\ntitle: {en: Facts, ru: Факты, kk: Деректер}\ncuts:\n  facts:\n"
        f"    sequence: [{{statistic: share}}]\n    platforms: [reels, x]\n    post: {post}\n{more}"
    )
    write_workspace(root, {"facts.yaml": recipe}, campaign)
    findings = Findings()
    workspace = load_workspace(root, catalogue(), findings)
    assert [item.message for item in findings.items] == []
    assert workspace
    return workspace.recipes["facts"].cuts


def test_languages_come_later_by_the_clock(tmp_path: Path) -> None:
    date = cuts_of(tmp_path, "{at: 2026-11-25 18:00, later: {ru: 90min, en: 2d}}")["facts"].post.date
    assert date
    assert date.moments == {
        "kk": datetime(2026, 11, 25, 13, tzinfo=UTC),
        "ru": datetime(2026, 11, 25, 14, 30, tzinfo=UTC),
        "en": datetime(2026, 11, 27, 13, tzinfo=UTC),
    }
    assert date.as_json("ru") == {
        "at": "2026-11-25T19:30+05:00",
        "zone": "Asia/Almaty",
        "utc": "2026-11-25T14:30Z",
    }


def test_a_day_later_is_the_same_hour_where_clocks_are_changed_between(tmp_path: Path) -> None:
    post = "{at: 2026-10-24 18:00, zone: Europe/Berlin, later: {en: 1d}}"
    date = cuts_of(tmp_path, post)["facts"].post.date
    assert date
    assert date.local("en").isoformat() == "2026-10-25T18:00:00+01:00"
    assert date.moments["en"] == datetime(2026, 10, 25, 17, tzinfo=UTC)


def test_platforms_have_times_of_their_own_or_none(tmp_path: Path) -> None:
    more = "    for-platform: {x: {post: {at: none}}, reels: {post: {at: 2026-11-26 09:00}}}\n"
    cut = cuts_of(tmp_path, "{at: 2026-11-25 18:00, later: {en: 1h}}", more)["facts"]
    on_x, on_reels = cut.variant("x").post, cut.variant("reels").post
    assert (on_x.date, on_x.undated) == (None, True)
    assert on_reels.date
    assert on_reels.date.moments["kk"] == datetime(2026, 11, 26, 4, tzinfo=UTC)
    assert on_reels.date.moments["en"] == datetime(2026, 11, 26, 5, tzinfo=UTC)


def test_a_cut_like_another_has_not_its_time(tmp_path: Path) -> None:
    more = "  more: {like: facts}\n  later: {like: facts, post: {at: 2026-12-01 08:00}}\n"
    cuts = cuts_of(tmp_path, "{at: 2026-11-25 18:00, hashtags: [A], later: {ru: 1h}}", more)
    assert cuts["more"].post.date is None
    assert cuts["more"].post.hashtags["kk"] == ("A",)
    later = cuts["later"].post.date
    assert later
    assert later.moments["ru"] == datetime(2026, 12, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "zone", "count"),
    [
        (datetime(2026, 3, 29, 2, 30), "Europe/Berlin", 0),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 2),
        (datetime(2026, 10, 25, 3, 0), "Europe/Berlin", 1),
        (datetime(2026, 3, 29, 2, 30), "Asia/Almaty", 1),
    ],
)
def test_hours_that_clocks_leave_out_or_show_twice(local: datetime, zone: str, count: int) -> None:
    assert len(moments_of(local, zone)) == count


def test_kazakhstan_has_one_time() -> None:
    """Since 1 March 2024 all of it is five hours before UTC."""
    noon = datetime(2026, 11, 25, 12)
    assert {moments_of(noon, zone) for zone in ("Asia/Almaty", "Asia/Aqtau", "Asia/Qostanay")} == {
        (datetime(2026, 11, 25, 7, tzinfo=UTC),)
    }
