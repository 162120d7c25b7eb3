"""What a recipe may write behind a card, and the records that come of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from assetkit.diagnostics import Findings
from assetkit.geometry import Focus
from assetkit.recipe.records import CardItem, FootageGround
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import Duration
from support.workspaces import catalogue, write_workspace

FILM = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
selects:
  embrace: {range: 3s - 12s, focus: [0.35, 0.4]}
cuts:
  own:
    sequence:
      - {clip: embrace}
      - {end: helpline, ground: {footage: embrace}}
    platforms: [x]
"""
CARDS = """\
assetkit: 1
title: {en: Numbers, ru: Числа, kk: Сандар}
cuts:
  numbers:
    sequence:
      - {statistic: share, ground: {footage: the-dress/embrace, scrim: 80, focus: [0.2, 0.5]}}
      - {end: helpline, ground: {footage: the-dress/embrace}}
      - {end: helpline}
    platforms: [x]
"""


def test_footage_behind_a_card_is_a_clip_of_its_film(tmp_path: Path) -> None:
    findings = Findings()
    root = write_workspace(tmp_path, {"film.yaml": FILM, "words.yaml": CARDS})
    workspace = load_workspace(root, catalogue(), findings)
    assert workspace is not None
    assert findings.items == []
    cut = workspace.recipes["words"].cuts["numbers"]
    first, second, third = (item.ground for item in cut.sequence if isinstance(item, CardItem))
    assert isinstance(first, FootageGround)
    assert isinstance(second, FootageGround)
    assert third is None
    assert (first.scrim, first.clip.framing.focus) == (80, Focus(0.2, 0.5))
    assert (second.scrim, second.clip.framing.focus) == (None, Focus(0.35, 0.4))
    assert first.clip.start == Duration(seconds=Fraction(3))
    assert first.clip.stop == Duration(seconds=Fraction(12))
    assert [clip.film.slug for clip in cut.clips] == ["the-dress", "the-dress"]
    own = workspace.recipes["the-dress"].cuts["own"]
    assert len(own.clips) == 2
