"""Checks of the words of posts that the corpus of broken recipes does not hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assetkit.campaign.records import Campaign
from assetkit.checks.messages.consent import check_consent
from assetkit.checks.messages.parity import KnownNumbers, check_parity
from assetkit.checks.messages.required import helplines_of
from assetkit.checks.messages.texts import texts_of_post
from assetkit.checks.messages.words import check_words
from assetkit.checks.posts import PostChecks
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.recipe.records import Cut
from support.worded import Worded

LANGUAGES = ("kk", "ru", "en")
FILM = """\
assetkit: 1
film: facts
title: {en: Facts, ru: Факты, kk: Деректер}
master: theme.mp4
cuts:
  facts: {sequence: [{clip: 1s - 2s}], platforms: [telegram], post: POST}
"""


def own(text: str, more: str = "") -> str:
    """Give a post with copy of its own, the same in all languages."""
    return f'{{copy: {{text: {{en: "{text}", ru: "{text}", kk: "{text}"}}}}{more}}}'


def on(worded: Worded, platform: str, cut: str = "facts") -> list[Diagnostic]:
    """Give what is found in the posts of a cut on a platform."""
    findings = Findings()
    checks = PostChecks(worded.workspace.campaign, LANGUAGES)
    there = worded.workspace.catalogue.platforms[platform]
    checks.platform(worded.recipe(), worded.cut(platform, cut), there, findings)
    return findings.items


def of_numbers(worded: Worded) -> list[str]:
    """Give what the copy says of numbers that no record has."""
    known = KnownNumbers.of(worded.workspace.campaign, worded.workspace.recipes.values())
    cut = worded.cut("tiktok")
    said = texts_of_post(cut, worded.workspace.campaign)
    return [item.measured for each in said for item in check_parity(each, known)]


def test_a_credit_that_nobody_can_read_is_told(tmp_path: Path) -> None:
    worded = Worded(tmp_path)
    assert [(item.code, item.severity) for item in on(worded, "instagram-story", "heard")] == [
        ("AK808", "warning")
    ]
    assert on(worded, "instagram-story") == on(worded, "tiktok", "heard") == []


def test_a_description_is_asked_for_only_where_it_is_taken_and_cannot_be_told(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    film = Worded(root, own("Words"), cards=FILM)
    for alt, found in (("all", ["AK809"]), ("images", []), ("none", []), ("unknown", [])):
        take(film, alt)
        assert [item.code for item in on(film, "telegram")] == found
    described = take(Worded(root, own("Words", ", alt: {en: A, ru: А, kk: А}"), cards=FILM), "all")
    assert on(described, "telegram") == []
    # What cards say describes them.
    assert on(take(Worded(root), "all"), "telegram") == []


def take(worded: Worded, alt: str) -> Worded:
    """Let Telegram take descriptions of such pictures."""
    catalogue = worded.workspace.catalogue  # shared by all who read it: a changed copy takes its place
    there = catalogue.platforms["telegram"]
    changed = replace(there, words=replace(there.words, alt=alt))
    platforms = catalogue.platforms | {"telegram": changed}
    worded.workspace = replace(worded.workspace, catalogue=replace(catalogue, platforms=platforms))
    return worded


def test_copy_and_its_figures_are_drafts_until_somebody_has_signed(tmp_path: Path) -> None:
    worded = Worded(tmp_path, own("{statistic:deaths-per-year.number} {statistic:share.number}"))
    findings = Findings()
    PostChecks(worded.workspace.campaign, LANGUAGES).cut(worded.cut("tiktok"), findings)
    # The card tells of `share`, which is reviewed; the other is said in the copy alone.
    assert [(item.code, item.severity) for item in findings.items] == [
        ("AK810", "draft"),
        ("AK424", "draft"),
        ("AK425", "draft"),
    ]


def test_typed_figures_are_held_against_the_records(tmp_path: Path) -> None:
    assert of_numbers(Worded(tmp_path, own("{statistic:share} and 12 % and https"))) == ["12%"] * 3
    assert of_numbers(Worded(tmp_path, own("33.3% or {link:help} {credits}"))) == []
    assert of_numbers(Worded(tmp_path, own("more than {statistic:deaths-per-year.number}"))) == ["more-than"]


def test_words_of_copy_are_weighed_like_those_of_cards(tmp_path: Path) -> None:
    worded = Worded(tmp_path, own("provoked him", ", alt: {en: provoked him, ru: а, kk: а}"))
    said = list(texts_of_post(worded.cut("tiktok"), worded.workspace.campaign))
    assert [each.what for each in said] == ["the copy of the post"] * 3 + [
        "the description of the picture"
    ] * 3
    assert sum(bool(list(check_words(each))) for each in said) == 2


@pytest.mark.parametrize(
    "text", ["{quote:father}", "{quote:father.speaker}", "I have seen it and I remember."]
)
def test_a_quote_in_copy_needs_consent(tmp_path: Path, text: str) -> None:
    worded = Worded(tmp_path, own(text))
    assert "AK487" in consents(worded.cut("tiktok"), worded.workspace.campaign)


def consents(cut: Cut, campaign: Campaign) -> set[str]:
    """Give the codes of what nobody has allowed."""
    findings = Findings()
    check_consent(cut, "tiktok", LANGUAGES, campaign, findings)
    return {item.code for item in findings.items}


def test_helplines_of_copy_are_looked_after_too(tmp_path: Path) -> None:
    cards = "assetkit: 1\ntitle: {en: A, ru: А, kk: А}\ncuts:\n  facts: {sequence: [{statistic: share}], "
    cards += "platforms: [tiktok], post: POST}\n"
    worded = Worded(tmp_path, own("{helpline:helpline}"), cards=cards)
    assert helplines_of(worded.cut("tiktok"), worded.workspace.campaign) == ("helpline",)
