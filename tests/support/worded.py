"""A workspace whose posts have words: a film, a cut of cards, copy with all that can be filled in."""

from __future__ import annotations

from pathlib import Path

from assetkit.diagnostics import Findings
from assetkit.platforms.read import read_catalogue
from assetkit.posts.words import PostWords, write_words
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.recipe.workspace import load_workspace
from support.workspaces import CAMPAIGN, write_workspace

WORDS = """\
music:
  theme: {file: theme.wav, title: T, author: A, licence: CC-BY-4.0, source: s,
          credit: {en: "Music: A, T", ru: "Музыка: A, T", kk: "Музыка: A, T"}}
quotes:
  father:
    text: {en: I have seen it and I remember., ru: Я видел и помню., kk: Мен көрдім және есімде.}
    speaker: {en: A. B., ru: А. Б., kk: А. Б.}
    source: {en: deck, ru: дек, kk: дек}
links:
  help: https://example.org/help
  story: {en: "https://example.org/en", ru: "https://example.org/ru", kk: "https://example.org/kk"}
mentions:
  friend:
    title: {en: Friend, ru: Друг, kk: Дос}
    handles: {instagram: friend.kz, instagram-reel: friend_reel}
copy:
  long:
    reviewed: true
    text:
      en: &long "{statistic:deaths-per-year.sentence}. See {link:story} {mention:friend}. {helpline}"
      ru: *long
      kk: *long
    short:
      - {en: "{statistic:share}", ru: "{statistic:share}", kk: "{statistic:share}"}
    title: {en: "{recipe.title}!", ru: "{recipe.title}!", kk: "{recipe.title}!"}
    for-platform:
      vertical: {text: {en: Upright, ru: Стоя, kk: Тік}}
      tiktok: {text: {en: TikTok, ru: ТикТок, kk: ТикТок}}
"""
CARDS = """\
assetkit: 1
title: {en: Facts, ru: Факты, kk: Деректер}
cuts:
  facts:
    sequence: [{statistic: share, for: 5s}, {end: helpline}]
    platforms: [x, youtube, instagram-feed-4x5, instagram-reel, instagram-story, tiktok, telegram]
    post: POST
    for-platform: {telegram: {post: {hashtags: []}}}
  heard:
    like: facts
    sound: {music: theme}
"""


def write_worded(root: Path, post: str = "{copy: long}", words: str = WORDS, cards: str = CARDS) -> Path:
    """Write the workspace with what its recipe says of its posts."""
    root.mkdir(exist_ok=True)
    (root / "theme.wav").write_bytes(b"RIFF....WAVE")
    (root / "theme.mp4").write_bytes(b"")
    return write_workspace(root, {"facts.yaml": cards.replace("POST", post)}, CAMPAIGN + words)


class Worded:
    """The words of posts of such a workspace."""

    def __init__(
        self, root: Path, post: str = "{copy: long}", words: str = WORDS, cards: str = CARDS
    ) -> None:
        findings = Findings()
        write_worded(root, post, words, cards)
        found = load_workspace(root, read_catalogue(root, findings), findings)
        assert found and findings.items == [], findings.items
        self.workspace: Workspace = found

    def recipe(self) -> Recipe:
        """Give the recipe."""
        return self.workspace.recipes["facts"]

    def cut(self, platform: str, cut: str = "facts") -> Cut:
        """Give a cut as a platform gets it."""
        return self.recipe().cuts[cut].variant(platform)

    def write(self, platform: str, language: str = "en", cut: str = "facts") -> PostWords:
        """Write the words of a post."""
        there = self.workspace.catalogue.platforms[platform]
        return write_words(self.recipe(), self.cut(platform, cut), there, language, self.workspace.campaign)

    def text(self, platform: str, language: str = "en", cut: str = "facts") -> str:
        """Give the copy of a post, "" for none."""
        written = self.write(platform, language, cut).copy
        return written.text if written else ""
