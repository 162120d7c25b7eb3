"""A whole workspace that renders in a second, and the command line run on it in this process."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from assetkit.cli.main import main

CAMPAIGN = """\
assetkit: 1
campaign: studio
title: {en: Studio, ru: Студия, kk: Студия}
languages: [kk, ru, en]
rate: 25
as_of: 2026-11-01
brand: {name: Studio}
"""
PLATFORMS = """\
formats:
  tall-640: {size: 360x640, preset: veryfast, threads: 1, level: "4.0"}
  wide-640: {size: 640x360, preset: veryfast, threads: 1, level: "4.0"}
layouts:
  tall: {size: 360x640, captions: [40, 316, 220, 100], cards: [40, 96, 220, 320],
         covered: [[0, 0, 360, 96], [0, 416, 360, 224]]}
  wide: {size: 640x360, captions: [102, 240, 436, 98], cards: [39, 22, 562, 316]}
platforms:
  tall: {title: Tall, format: tall-640, layout: tall,
         from: {source: made up, as_of: "2026-11", confidence: H, strength: rejects},
         limits: {least_width: 360, longest_seconds: 60}}
  broad: {title: Broad, format: wide-640, layout: wide}
sets:
  both: [tall, broad]
"""
# Frames: clip 0-29, dissolve over 26-34 around the join at 30, clip to 60, card to the end.
RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
subtitles: {kk: subtitles/kk.srt, ru: subtitles/ru.srt, en: subtitles/en.srt}
cuts:
  short:
    sequence:
      - clip: 00:00:00:20 - 00:00:01:05
    platforms: [tall, broad]
  long:
    sequence:
      - clip: 00:00:00:10 - 00:00:01:15
      - dissolve: 8f
      - clip: 00:00:02:00 - 00:00:03:05
      - card: title
        title: {en: Home, ru: Дом, kk: Үй}
    platforms: [tall]
"""
CUES = {"kk": "Үйге қайт", "ru": "Иди домой", "en": "Come home"}
MASTER = "films/numbers.mp4"


@dataclass(frozen=True)
class Run:
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def build_studio(root: Path, master: Path) -> Path:
    """Write the workspace: cuts `short` (10 frames, two platforms) and `long`, a cue from 0.9 to 1.1 s."""
    for name in ("films", "subtitles", "recipes"):
        (root / name).mkdir(parents=True)
    shutil.copy(master, root / MASTER)
    (root / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    (root / "recipes" / "numbers.yaml").write_text(RECIPE, encoding="utf-8")
    for language, words in CUES.items():
        cue = f"1\n00:00:00,900 --> 00:00:01,100\n{words}\n"
        (root / "subtitles" / f"{language}.srt").write_text(cue, encoding="utf-8")
    return root


def assetkit(*arguments: str | Path) -> Run:
    """Run the command line with these arguments, as a shell would, but in this process."""
    out, err = io.StringIO(), io.StringIO()
    words = ["assetkit", *map(str, arguments)]
    with (
        mock.patch.object(sys, "argv", words),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
    return Run(code if isinstance(code, int) else 1, out.getvalue(), err.getvalue())
