"""A whole workspace, read to records."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.diagnostics import Findings, Place
from assetkit.geometry import Focus
from assetkit.recipe.records import (
    Captions,
    CardItem,
    ClipItem,
    DissolveItem,
    Film,
    Framing,
    SubtitleFile,
    Super,
    Workspace,
)
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import Duration, Timecode
from support.workspaces import CAMPAIGN, RECIPE, catalogue, write_workspace

CONSENTED = """\
quotes:
  said:
    text: {en: I remember., ru: Я помню., kk: Есімде.}
    speaker: {en: A. B., ru: А. Б., kk: А. Б.}
    source: {en: deck, ru: дек, kk: дек}
    consent: {scope: posts, given_on: 2026-01-01, recorded_in: form 12, platforms: [PLATFORM]}
"""
CARDS = """\
assetkit: 1
title: {en: Facts, ru: Факты, kk: Деректер}
cuts:
  facts:
    sequence:
      - statistic: share
      - clip: the-dress/embrace
        focus: [0.1, 0.2]
    platforms: [x]
"""


def load(root: Path, recipes: dict[str, str], campaign: str = CAMPAIGN) -> tuple[Workspace | None, list[str]]:
    findings = Findings()
    workspace = load_workspace(write_workspace(root, recipes, campaign), catalogue(), findings)
    return workspace, [f"{item.place} {item.code}" for item in findings.items]


def load_clean(root: Path, recipes: dict[str, str]) -> Workspace:
    workspace, problems = load(root, recipes)
    assert not problems
    assert workspace is not None
    return workspace


def test_film_and_clips_resolve(tmp_path: Path) -> None:
    recipe = load_clean(tmp_path, {"dress.yaml": RECIPE}).recipes["the-dress"]
    film = Film(
        slug="the-dress",
        title={"en": "The Dress", "ru": "Платье", "kk": "Көйлек"},
        master="films/the-dress.mp4",
        subtitles={
            "kk": SubtitleFile("subtitles/the-dress.kk.srt"),
            "ru": SubtitleFile("subtitles/the-dress.ru.srt"),
        },
        colour="bt601-525",
        place=Place("recipes/dress.yaml", 4, 9),
    )
    assert (recipe.film, recipe.file, list(recipe.title)) == (film, "recipes/dress.yaml", ["kk", "ru", "en"])
    first, dissolve, second = recipe.cuts["teaser-15"].sequence[:3]
    assert first == ClipItem(
        film=film,
        start=Timecode(0, 0, Fraction(3), 0),
        stop=Timecode(0, 0, Fraction(8), 12),
        framing=Framing("crop", Focus(0.35, 0.4)),
        for_shape={"9:16": Framing("blur", Focus(0.35, 0.4)), "4:5": Framing("crop", Focus(0.5, 0.5))},
        place=Place("recipes/dress.yaml", 13, 9),
    )
    assert dissolve == DissolveItem(Duration(frames=12), Place("recipes/dress.yaml", 15, 9))
    assert isinstance(second, ClipItem)
    assert second.framing == Framing("colour", Focus(), "#101820")  # the brand's ground


def test_cards_resolve(tmp_path: Path) -> None:
    cut = load_clean(tmp_path, {"dress.yaml": RECIPE}).recipes["the-dress"].cuts["teaser-15"]
    title = {"kk": "Көйлек", "ru": "Платье", "en": "The Dress"}
    assert cut.sequence[3:] == (
        CardItem("count-up", None, {}, "deaths-per-year", None, Place("recipes/dress.yaml", 18, 9)),
        CardItem(
            "title",
            Duration(seconds=Fraction(5, 2)),
            {"title": title},
            None,
            None,
            Place("recipes/dress.yaml", 21, 9),
        ),
        CardItem("end", None, {}, None, "helpline", Place("recipes/dress.yaml", 24, 9)),
    )


def test_platforms_supers_and_captions_expand_sets(tmp_path: Path) -> None:
    cut = load_clean(tmp_path, {"dress.yaml": RECIPE}).recipes["the-dress"].cuts["teaser-15"]
    assert cut.platforms == ("reels", "tiktok", "instagram-feed-4x5", "x")
    assert cut.captions == Captions(PRESETS["box"], True, ("tiktok",))
    assert cut.supers == (
        Super(
            name="hook",
            text={"kk": "Қара", "ru": "Смотри", "en": "Look"},
            at=Duration(frames=0),
            length=Duration(seconds=Fraction(3)),
            where="top",
            excluded=("x", "reels", "tiktok"),
            place=Place("recipes/dress.yaml", 26, 9),
        ),
    )


def test_platforms_have_otherwise_what_they_say(tmp_path: Path) -> None:
    cut = load_clean(tmp_path, {"dress.yaml": RECIPE}).recipes["the-dress"].cuts["teaser-15"]
    assert cut.variant("x").longest == Duration(seconds=Fraction(10))
    assert cut.variant("tiktok").captions == Captions(PRESETS["box"], False)
    # A platform's own part lies over that of its set.
    assert cut.variant("reels").captions == Captions(PRESETS["box"], False)
    assert cut.variant("reels").shortest == Duration(seconds=Fraction(1))
    assert cut.variant("instagram-feed-4x5") is cut


def test_like_takes_what_is_not_said(tmp_path: Path) -> None:
    cuts = load_clean(tmp_path, {"dress.yaml": RECIPE}).recipes["the-dress"].cuts
    assert len(cuts["teaser-6"].sequence) == 1
    assert cuts["teaser-6"].longest == Duration(seconds=Fraction(6))
    assert cuts["teaser-6"].supers == cuts["teaser-15"].supers
    assert cuts["teaser-6"].for_platform == {}


def test_clips_of_a_film_in_another_file(tmp_path: Path) -> None:
    recipes = load_clean(tmp_path, {"a-facts.yaml": CARDS, "dress.yaml": RECIPE}).recipes
    assert list(recipes) == ["a-facts", "the-dress"]
    clip = recipes["a-facts"].cuts["facts"].sequence[1]
    assert isinstance(clip, ClipItem)
    assert recipes["a-facts"].film is None
    assert (clip.film, clip.framing.focus) == (recipes["the-dress"].film, Focus(0.1, 0.2))


def test_a_recipe_with_errors_is_left_out_and_so_is_what_needs_it(tmp_path: Path) -> None:
    broken = RECIPE.replace("films/the-dress.mp4", "../the-dress.mp4")
    workspace, problems = load(tmp_path, {"a-facts.yaml": CARDS, "dress.yaml": broken})
    assert problems == ["recipes/dress.yaml:4:9 AK230"]
    assert workspace is not None
    assert workspace.recipes == {}


def test_every_problem_of_every_file_in_one_run(tmp_path: Path) -> None:
    campaign = CAMPAIGN.replace("rate: 25\n", "").replace("en: of women, ", "")
    dress = (
        RECIPE.replace("max: 15s", "max: fast").replace("for: 3s", "fore: 3s").replace("[x, vertical]", "[y]")
    )
    facts = CARDS.replace("share", "shore").replace("embrace", "embarce")
    workspace, problems = load(tmp_path, {"a-facts.yaml": facts, "dress.yaml": dress}, campaign)
    assert workspace is None
    assert problems == [
        "assetkit.yaml:1:1 AK202",
        "assetkit.yaml:19:5 AK220",
        "recipes/a-facts.yaml:6:20 AK222",
        "recipes/a-facts.yaml:7:15 AK224",
        "recipes/dress.yaml:11:19 AK206",
        "recipes/dress.yaml:26:9 AK202",
        "recipes/dress.yaml:29:9 AK201",
        "recipes/dress.yaml:30:18 AK226",
    ]


def test_a_record_with_errors_is_blamed_once(tmp_path: Path) -> None:
    campaign = CAMPAIGN.replace('unit: "%"', "unit: per cent")
    workspace, problems = load(tmp_path, {"a-facts.yaml": CARDS, "dress.yaml": RECIPE}, campaign)
    assert problems == ["assetkit.yaml:19:11 AK204"]
    assert workspace is not None
    assert list(workspace.campaign.statistics) == ["deaths-per-year"]
    assert list(workspace.recipes) == ["the-dress"]


def test_two_recipes_of_one_name(tmp_path: Path) -> None:
    _, problems = load(tmp_path, {"a.yaml": RECIPE, "b.yaml": RECIPE.replace("box", "bax")})
    assert problems == ["recipes/b.yaml:2:7 AK232", "recipes/b.yaml:31:23 AK245"]


def test_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    root = tmp_path / "inside"
    root.mkdir()
    (root / "films").symlink_to(tmp_path / "outside")
    _, problems = load(root, {"dress.yaml": RECIPE})
    assert problems == ["recipes/dress.yaml:4:9 AK230"]


def test_other_files_are_named(tmp_path: Path) -> None:
    workspace, problems = load(tmp_path, {"dress.yml": RECIPE})
    assert problems == ["assetkit.yaml AK240", "recipes/dress.yml AK112"]
    assert workspace is not None


def test_no_campaign_file(tmp_path: Path) -> None:
    findings = Findings()
    root = write_workspace(tmp_path, {"dress.yaml": RECIPE.replace("fit: colour", "fit: color")}, None)
    assert load_workspace(root, catalogue(), findings) is None
    assert [item.code for item in findings.items] == ["AK237", "AK204"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('hashtag: "#HeForShe"', 'hashtag: "#He For She"', "AK804"),
        ("rate: 25\n", "rate: 25\n" + CONSENTED.replace("PLATFORM", "tiktoc"), "AK226"),
        ("rate: 25\n", "rate: 25\n" + CONSENTED.replace("PLATFORM", "vertical"), ""),
    ],
)
@pytest.mark.slow
def test_a_hashtag_and_a_consent_that_cannot_hold(old: str, new: str, code: str, tmp_path: Path) -> None:
    _, problems = load(tmp_path, {"dress.yaml": RECIPE}, CAMPAIGN.replace(old, new))
    assert [problem.split()[1] for problem in problems] == ([code] if code else [])
