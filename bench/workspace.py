"""The standard batch as a workspace: three nested cuts, three languages, eight platforms in five shapes."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from bench.film import FILM, FRAMES_PER_SECOND
from bench.texts import write_cues

LANGUAGES = ("kk", "ru", "en")
PLATFORMS = (
    "instagram-reel",
    "tiktok",
    "youtube-short",
    "instagram-feed-4x5",
    "instagram-feed-1x1",
    "telegram",
    "youtube",
    "x",
)
FILM_SECONDS = 596
CUE_SECONDS = 2.4
RECIPE = "film"

# (first second in the film, frames): 6 s in two clips, 15 s in five, 30 s in ten. They begin off the lattice.
CLIPS = (
    (31.25, 60),
    (62.5, 84),
    (104.125, 96),
    (151.75, 48),
    (188.5, 72),
    (236.875, 120),
    (291.5, 72),
    (347.25, 84),
    (402.625, 48),
    (455.125, 36),
)
CUTS = {"teaser-6": 2, "teaser-15": 5, "teaser-30": 10}
WITH_CARDS = ("teaser-15", "teaser-30")


@dataclass(frozen=True)
class Standard:
    """What the standard batch holds.

    `cue_share` is the part of the film's time with a cue, `first_cue` when the first begins: chosen so that
    the clips of the longest cut carry the same share as the film.
    """

    cuts: tuple[str, ...] = tuple(CUTS)
    platforms: tuple[str, ...] = PLATFORMS
    languages: tuple[str, ...] = LANGUAGES
    cue_share: float = 0.5
    first_cue: float = 1.9
    master: str = FILM

    def dense(self) -> Standard:
        """Give the same with cues over three quarters of the time."""
        return replace(self, cue_share=0.75, first_cue=1.0)

    def small(self) -> Standard:
        """Give the sample that the benchmarks themselves are tried on."""
        return replace(self, cuts=("teaser-6", "teaser-15"), platforms=("x",))


CAMPAIGN = """\
assetkit: 1
campaign: bench
title: {en: Bench, ru: Проба, kk: Сынақ, de: Bank, tr: Deneme}
languages: [LANGUAGES]
rate: 24
as_of: 2026-11-01
brand: {name: HeForShe, background: "#111111", text: "#FFFFFF", accent: "#EC008C"}
statistics:
  deaths-per-year:
    value: 80
    wording: {en: women a year, ru: женщин в год, kk: әйел жылына}
    source: {en: campaign deck, ru: презентация, kk: таныстырылым}
    as_of: 2023-12-31
helplines:
  family:
    number: "111"
    title: {en: Help is near, ru: Помощь рядом, kk: Көмек жақын}
    source: inform.kz
    verified_on: 2025-11-06
"""


def write_standard(root: Path, film: Path, batch: Standard) -> Path:
    """Write the workspace of a batch afresh, without a store or outputs; gives its root.

    The film is linked, not copied: it must lie on the same file system.
    """
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("recipes", "assets"):
        (root / folder).mkdir(parents=True)
    os.link(film, root / "assets" / batch.master)
    campaign = campaign_text(batch.languages)
    (root / "assetkit.yaml").write_text(campaign, encoding="utf-8")
    (root / "recipes" / f"{RECIPE}.yaml").write_text(_recipe(batch), encoding="utf-8")
    for language in batch.languages:
        text = write_cues(language, FILM_SECONDS, CUE_SECONDS / batch.cue_share, first=batch.first_cue)
        (root / "assets" / f"{language}.srt").write_text(text, encoding="utf-8")
    return root


def campaign_text(languages: tuple[str, ...]) -> str:
    """Give the campaign file; texts in languages that are not declared are left out."""
    text = CAMPAIGN.replace("LANGUAGES", ", ".join(languages))
    if set(languages) != set(LANGUAGES):
        text = text[: text.index("statistics:")]
    title = ", ".join(part for part in _TITLES if part[:2] in languages)
    return "\n".join(
        f"title: {{{title}}}" if line.startswith("title:") else line for line in text.split("\n")
    )


_TITLES = ("en: Bench", "ru: Проба", "kk: Сынақ", "de: Bank", "tr: Deneme")


def film_head(batch: Standard) -> str:
    """Give the head of a recipe: the film, its title, master and subtitles."""
    files = ", ".join(f"{language}: assets/{language}.srt" for language in batch.languages)
    title = ", ".join(part for part in _TITLES if part[:2] in batch.languages)
    return (
        f"assetkit: 1\nfilm: {RECIPE}\ntitle: {{{title}}}\n"
        f"master: assets/{batch.master}\nsubtitles: {{{files}}}\ncuts:\n"
    )


def cut_text(name: str, clips: list[tuple[float, int]], cards: bool, platforms: tuple[str, ...]) -> str:
    """Give one cut of a recipe: whole clips, then two cards of about 3 s where `cards` is set."""
    lines = [f"  {name}:", "    sequence:"]
    lines += [f"      - clip: {_code(start, 0)} - {_code(start, frames)}" for start, frames in clips]
    if cards:
        # The shortest count-up that can be read: 3.1 s.
        lines += ["      - statistic: deaths-per-year", "        as: count-up", "        for: 75f"]
        lines += ["      - end: family", "        for: 3s"]
    return "\n".join([*lines, f"    platforms: [{', '.join(platforms)}]", ""])


def _recipe(batch: Standard) -> str:
    cuts = [
        cut_text(name, list(CLIPS[: CUTS[name]]), name in WITH_CARDS, batch.platforms) for name in batch.cuts
    ]
    return film_head(batch) + "".join(cuts)


def _code(seconds: float, frames: int) -> str:
    """Write a timecode: HH:MM:SS:FF."""
    number = round(seconds * FRAMES_PER_SECOND) + frames
    whole, rest = divmod(number, FRAMES_PER_SECOND)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}:{rest:02d}"
