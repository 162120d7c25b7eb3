"""A workspace in which cards lie over a film: the project's own, with one cut that is shown nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILM, CUT = "the-dinner", "shown"
FRAMES = {50: "00:00:02:00", 150: "00:00:06:00"}
"""Frames of the cut, with their times: a lower third, a label and the logo, then a counter by itself."""

_TEXT = """\
assetkit: 1
film: the-dinner
title: {en: The Dinner, ru: Ужин, kk: Кешкі ас}
master: assets/films/the-dinner.mp4
cuts:
  shown:
    sequence:
      - {clip: 00:00:35:05 - 00:00:38:10, focus: [0.65, 0.55]}
      - {clip: 00:00:05:10 - 00:00:14:10, focus: [0.7, 0.55]}
      - end: family
    over:
      - {label: paid-partnership, at: start, for: 4s, where: top-left}
      - {lower-third: {en: The Dinner, ru: Ужин, kk: Кешкі ас}, at: start, for: 4s}
      - {logo: brand, at: start, for: 4s, where: top-right}
      - {counter: films, at: 4s, for: 7s, where: bottom-left}
    platforms: [tiktok, youtube]
"""


def build_workspace(folder: Path) -> Path:
    """Write the workspace below a folder; gives it."""
    root = folder / "over-footage"
    (root / "recipes").mkdir(parents=True)
    shutil.copy(ROOT / "assetkit.yaml", root)
    shutil.copytree(ROOT / "assets", root / "assets")
    (root / "recipes" / "over-footage.yaml").write_text(_TEXT, encoding="utf-8")
    return root
