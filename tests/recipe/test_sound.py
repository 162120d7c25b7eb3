"""Sound as written becomes records: of films, dubs, clips, cards and cuts, key by key over layers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.diagnostics import Findings
from assetkit.recipe.records import CardItem, ClipItem, Recipe
from assetkit.recipe.sound_models import read_decibels
from assetkit.recipe.sound_records import Offset
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import Duration
from support.workspaces import catalogue, write_workspace

RECIPE = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
sound: {track: 2, offset: -0.04s}
dubs:
  kk: {file: dubs/the-dress.kk.wav, offset: 2f, gain: +1.5 dB}
  ru: {track: ru}
cuts:
  teaser:
    sequence:
      - clip: 3s - 5s
        sound: {lag: 8f, gain: -3 dB, fade_in: 0.5s}
      - card: title
        title: {en: Look, ru: Смотри, kk: Қара}
        sound: continue
      - clip: 6s - 8s
        sound: {mute: true}
      - end: helpline
        sound: {file: sounds/breath.wav, gain: -6dB}
      - statistic: deaths-per-year
        sound: silence
    platforms: [x, tiktok]
    sound: {fade_in: 1s, fade_out: 2s}
    for-platform:
      x: {sound: {fade_out: 12f}}
  short: {like: teaser, sound: {fade_in: 5f}}
"""


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    root, findings = tmp_path_factory.mktemp("sound"), Findings()
    write_workspace(root, {"the-dress.yaml": RECIPE})
    workspace = load_workspace(root, catalogue(), findings)
    assert workspace is not None and not findings.has_errors, findings.items
    return workspace.recipes["the-dress"]


def test_a_films_sound_and_its_dubs(recipe: Recipe) -> None:
    film = recipe.film
    assert film is not None
    assert (film.sound.track, film.sound.file) == (2, None)
    assert film.sound.offset == Offset(Duration(seconds=Fraction(1, 25)), early=True)
    assert film.sound.offset.in_samples(Fraction(25)) == -1920
    kazakh, russian, english = (film.track(language) for language in ("kk", "ru", "en"))
    assert (kazakh.file, kazakh.gain_db, kazakh.place.line) == ("dubs/the-dress.kk.wav", 1.5, 7)
    assert kazakh.offset is not None and kazakh.offset.in_samples(Fraction(24)) == 4000
    assert (russian.file, russian.track) == (None, "ru")
    assert english is film.sound


def test_clips_and_cards(recipe: Recipe) -> None:
    first, running, second, end, silent = recipe.cuts["teaser"].sequence
    assert isinstance(first, ClipItem) and isinstance(second, ClipItem)
    assert first.sound.lag == Duration(frames=8) and first.sound.gain_db == -3
    assert first.sound.fade_in == Duration(seconds=Fraction(1, 2)) and first.sound.place.line == 13
    assert second.sound.mute
    assert isinstance(running, CardItem) and isinstance(end, CardItem) and isinstance(silent, CardItem)
    assert running.sound is not None and running.sound.runs_on
    assert end.sound is not None and (end.sound.file, end.sound.gain_db) == ("sounds/breath.wav", -6)
    assert silent.sound is None


def test_a_platform_and_a_like_cut_change_what_they_say(recipe: Recipe) -> None:
    teaser, short = recipe.cuts["teaser"], recipe.cuts["short"]
    one, two, few = Duration(seconds=Fraction(1)), Duration(seconds=Fraction(2)), Duration(frames=5)
    assert (teaser.sound.fade_in, teaser.sound.fade_out) == (one, two)
    x = teaser.variant("x").sound
    assert (x.fade_in, x.fade_out) == (one, Duration(frames=12))
    assert (short.sound.fade_in, short.sound.fade_out) == (few, two)


@pytest.mark.parametrize(("text", "value"), [("-3 dB", -3), ("+1.5dB", 1.5), ("0 dB", 0), ("-60 dB", -60)])
def test_decibels(text: str, value: float) -> None:
    assert read_decibels(text) == value
