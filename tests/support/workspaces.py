"""Workspaces on disk to read, and a small catalogue of platforms."""

from __future__ import annotations

from pathlib import Path

from assetkit.geometry import Box, Size
from assetkit.platforms.records import Catalogue, Format, Layout, Platform

CAMPAIGN = """\
assetkit: 1
campaign: he-for-she
title: {en: HeForShe, ru: ХиФорШи, kk: ХиФорШи}
languages: [kk, ru, en]
rate: 25
as_of: 2026-11-01
hashtag: "#HeForShe"
brand: {background: "#101820", accent: "#ec008c", name: HeForShe}
reviewed: {en: true}
statistics:
  deaths-per-year:
    value: 80
    qualifier: {en: about, ru: около, kk: шамамен}
    wording: {en: women die, ru: женщин погибают, kk: әйел қаза табады}
    source: {en: campaign deck, ru: презентация, kk: презентация}
    as_of: 2023-01-01
  share:
    value: 33.3
    unit: "%"
    wording: {en: of women, ru: женщин, kk: әйелдер}
    source: {en: campaign deck, ru: презентация, kk: презентация}
    url: https://example.org/deck
    as_of: 2023-01-01
    primary: true
    reviewed: true
helplines:
  helpline:
    number: 150
    title: {en: Helpline, ru: Телефон доверия, kk: Сенім телефоны}
    source: campaign deck
    verified_on: 2023-01-01
"""
RECIPE = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
subtitles: {kk: subtitles/the-dress.kk.srt, ru: subtitles/the-dress.ru.srt}
colour: bt601-525
selects:
  embrace: {range: 00:00:03:00 - 00:00:08:12, focus: [0.35, 0.4]}
cuts:
  teaser-15:
    length: {max: 15s}
    sequence:
      - clip: embrace
        for-shape: {9:16: {fit: blur}, 4:5: {focus: [0.5, 0.5]}}
      - dissolve: 12f
      - clip: 00:00:21:00 - 00:00:25:00
        fit: colour
      - statistic: deaths-per-year
        as: count-up
        for: auto
      - card: title
        title: {en: The Dress, ru: Платье, kk: Көйлек}
        for: 2.5s
      - end: helpline
    over:
      - super: hook
        text: {en: Look, ru: Смотри, kk: Қара}
        at: start
        for: 3s
        except: [x, vertical]
    captions: {style: box, burn: {vertical: false, reels: true}}
    platforms: [vertical, instagram-feed-4x5, x]
    for-platform:
      x: {length: {max: 10s}}
      vertical: {captions: {burn: false}}
      reels: {length: {min: 1s}}
  teaser-6:
    like: teaser-15
    length: {max: 6s}
    sequence: [{clip: embrace}]
    for-platform: {}
"""


def catalogue() -> Catalogue:
    """Give four platforms in three shapes, and two sets."""
    sizes = {
        "reels": Size(1080, 1920),
        "tiktok": Size(1080, 1920),
        "instagram-feed-4x5": Size(1080, 1350),
        "x": Size(1280, 720),
    }
    platforms = {name: _platform(name, size) for name, size in sizes.items()}
    return Catalogue(platforms, {"vertical": ("reels", "tiktok"), "all": tuple(sizes)})


def _platform(name: str, size: Size) -> Platform:
    whole = Box(0, 0, size.width, size.height)
    return Platform(name, name.title(), Format(name, size), Layout(name, size, whole, whole), ())


def write_workspace(root: Path, recipes: dict[str, str], campaign: str | None = CAMPAIGN) -> Path:
    """Write a campaign file, recipes by file name, and the subtitle files of the film `the-dress`."""
    if campaign is not None:
        (root / "assetkit.yaml").write_text(campaign, encoding="utf-8")
    (root / "recipes").mkdir(exist_ok=True)
    for name, text in recipes.items():
        (root / "recipes" / name).write_text(text, encoding="utf-8")
    (root / "subtitles").mkdir(exist_ok=True)
    for language in ("kk", "ru", "en"):
        (root / "subtitles" / f"the-dress.{language}.srt").write_text("", encoding="utf-8")
    return root
