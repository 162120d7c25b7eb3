"""Openings, covers and pictures of cuts, as recipes write them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from assetkit.diagnostics import Findings
from assetkit.recipe.records import ClipItem, Cut, DissolveItem
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import Duration, Timecode
from support.workspaces import catalogue, write_workspace

HEAD = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
subtitles: {kk: subtitles/the-dress.kk.srt, ru: subtitles/the-dress.ru.srt}
selects: {embrace: {range: 1s - 3s}, walk: {range: 5s - 7s}}
cuts:
"""
CUT = """\
  teaser:
    sequence: [{clip: 10s - 12s}, {end: helpline}]
    over: [{super: help, text: {en: Help, ru: Помощь, kk: Көмек}, at: start, for: 1s}]
    platforms: [vertical, x]
    for-platform: {x: {length: {max: 9s}}}
"""


def cuts_of(root: Path, text: str) -> dict[str, Cut]:
    write_workspace(root, {"the-dress.yaml": HEAD + text})
    findings = Findings()
    workspace = load_workspace(root, catalogue(), findings)
    assert [item.message for item in findings.items] == []
    assert workspace
    return workspace.recipes["the-dress"].cuts


def test_each_opening_is_a_cut_of_its_own_and_what_follows_is_the_same(tmp_path: Path) -> None:
    plain = cuts_of(tmp_path, CUT)["teaser"]
    hooks = "    hooks: {a: [{clip: embrace}, {dissolve: 6f}], b: {sequence: [{clip: walk}]}, c: {}}\n"
    cuts = cuts_of(tmp_path, CUT + hooks)
    assert list(cuts) == ["teaser-a", "teaser-b", "teaser-c"]
    assert [(cut.variant_of, cut.hook) for cut in cuts.values()] == [("teaser", code) for code in "abc"]
    first, second, third = cuts.values()
    assert isinstance(first.sequence[1], DissolveItem)
    assert first.sequence[2:] == second.sequence[1:] == third.sequence == plain.sequence
    assert first.variant("x").sequence == first.sequence and first.variant("x").longest
    assert first.variant("x").name == "teaser-a"


def test_an_opening_has_words_and_a_code_of_its_own(tmp_path: Path) -> None:
    hook = "{over: [{super: hook, text: {en: Look, ru: Смотри, kk: Қара}, for: 2s}], code: {kk: ABCD1}}"
    cuts = cuts_of(
        tmp_path, CUT + f"    hooks: {{a: {hook}, b: [{{clip: walk}}]}}\n    code: {{kk: ABCD0}}\n"
    )
    assert [each.name for each in cuts["teaser-a"].supers] == ["help", "hook"]
    assert [each.name for each in cuts["teaser-b"].supers] == ["help"]
    # A code stands for one film, so that of the cut is that of no opening.
    assert (cuts["teaser-a"].codes, cuts["teaser-b"].codes) == ({"kk": "ABCD1"}, {})


def test_openings_come_along_with_like(tmp_path: Path) -> None:
    hooks = "    hooks: {a: [{clip: embrace}], b: [{clip: walk}]}\n"
    cuts = cuts_of(tmp_path, CUT + hooks + "  short: {like: teaser, sequence: [{clip: embrace}]}\n")
    assert list(cuts) == ["teaser-a", "teaser-b", "short-a", "short-b"]


def test_a_cover_is_the_best_frame_unless_the_recipe_says_another(tmp_path: Path) -> None:
    def cover(post: str):  # type: ignore[no-untyped-def]
        return cuts_of(tmp_path, CUT + post)["teaser"].post.cover

    assert cover("") is None and cover("    post: {cover: none}\n") is None
    for post in ("{}", "{cover: auto}", "{cover: {title: {en: A, ru: Б, kk: В}}}"):
        found = cover(f"    post: {post}\n")
        assert found and found.is_open
    named = cover("    post: {cover: {frame: 00:00:02:05}}\n")
    assert named and not named.is_open and named.frame(Fraction(25)) == 55
    assert cover("    post: {cover: {frame: 12f}}\n").at == Duration(frames=12)
    assert cover("    post: {cover: {frame: start}}\n").frame(Fraction(25)) == 0
    assert cover("    post: {cover: {card: 1}}\n").card == 1


def test_a_platform_may_have_another_cover(tmp_path: Path) -> None:
    more = "    post: {cover: {card: 1}, alt: {en: A, ru: Б, kk: В}}\n"
    text = CUT.replace("{x: {length: {max: 9s}}}", "{x: {post: {cover: none}}}") + more
    cut = cuts_of(tmp_path, text)["teaser"]
    assert cut.post.cover and cut.variant("x").post.cover is None
    assert cut.variant("x").post.alt


def test_pictures_are_cards_and_frames(tmp_path: Path) -> None:
    stills = (
        "  facts:\n    stills: [{frame: embrace}, {frame: 00:00:02:05, fit: pad}, {statistic: share}]\n"
        "    platforms: [x]\n"
    )
    cut = cuts_of(tmp_path, stills)["facts"]
    assert cut.makes_stills
    select, frame, card = cut.sequence
    assert isinstance(select, ClipItem) and select.stop == Duration(seconds=Fraction(3))
    assert isinstance(frame, ClipItem) and frame.start == Timecode(0, 0, Fraction(2), 5)
    rate = Fraction(25)
    assert frame.stop.in_frames(rate) == frame.start.in_frames(rate) + 1 == 56
    assert frame.framing.fit == "pad" and card == cut.cards[0]
