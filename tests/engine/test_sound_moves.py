"""Leads, lags, dubs and tracks on real media: each sound in its place, and no picture made again for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.tool.ffmpeg import run_ffmpeg
from support.clicks import make_clicks
from support.numbered import make_numbered, read_numbers
from support.playing import click_times
from support.studio import CAMPAIGN, PLATFORMS, assetkit

FRAME = 1920
RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mkv
sound: {track: en}
dubs:
  kk: {file: dubs/kk.wav, offset: 1f, gain: -2 dB}
  ru: {track: 2}
cuts:
  short:
    sequence:
      - clip: 00:00:00:10 - 00:00:01:15
      - clip: 00:00:02:00 - 00:00:03:05
        sound: {lead: 6f, lag: 5f}
      - card: title
        title: {en: Home, ru: Дом, kk: Үй}
        for: 90f
        sound: {file: dubs/breath.wav, gain: -6 dB}
      - card: title
        title: {en: Come, ru: Приди, kk: Кел}
        for: 90f
        sound: continue
    platforms: [broad]
    sound: {fade_out: 2f}
"""
PLAIN = "\n".join(line for line in RECIPE.splitlines() if "sound:" not in line)
# Where clicks are, in frames of the master, and where they must be heard, in frames of the cut.
ENGLISH, RUSSIAN, KAZAKH = (20, 38, 47, 70, 82, 90), (22, 72), (24, 74)
BREATH = (10, 50, 100)  # in the card's own file; the lag covers its first five frames
CARD = 60
HEARD = {
    "en": [10, 27, 50, 62, CARD + 10, CARD + 50, CARD + 100],
    "ru": [12, 52, CARD + 10, CARD + 50, CARD + 100],
    "kk": [15, 55, CARD + 10, CARD + 50, CARD + 100],
}


@dataclass(frozen=True)
class Made:
    root: Path
    batch: Batch
    files: dict[str, Path]


def _write(root: Path, recipe: str) -> None:
    (root / "recipes" / "numbers.yaml").write_text(recipe, encoding="utf-8")


def _master(folder: Path) -> Path:
    """Mux a numbered picture with a cover before it, and with two sounds, the second in Russian."""
    film = make_numbered(folder / "film.mp4", frames=120, gop=24)
    tracks = [
        make_clicks(folder / f"{name}.wav", [frame * FRAME for frame in spots], 120 * FRAME)
        for name, spots in (("en", ENGLISH), ("ru", RUSSIAN))
    ]
    cover = folder / "cover.png"
    run_ffmpeg(["-y", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1", str(cover)])
    inputs = [word for path in (cover, film, *tracks) for word in ("-i", str(path))]
    maps = [word for name in ("0:v", "1:v", "2:a", "3:a") for word in ("-map", name)]
    told = ["-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus"]
    out = folder / "numbers.mkv"
    run_ffmpeg(["-y", *inputs, *maps, "-c:v", "copy", "-c:a", "pcm_s16le", *told, str(out)])
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("moves")
    for name in ("films", "dubs", "recipes"):
        (root / name).mkdir()
    (root / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    _write(root, RECIPE)
    _master(root / "films")
    make_clicks(root / "dubs/kk.wav", [frame * FRAME for frame in KAZAKH], 120 * FRAME, channels=1)
    make_clicks(root / "dubs/breath.wav", [2 * FRAME, *(n * FRAME for n in BREATH)], 120 * FRAME)
    batch = plan_batch(root, Selection())
    assert not batch.findings.has_errors, batch.findings.items[-1]
    engine = Engine(root, Store(root / "store"), 2)
    objects = engine.make([item.file for item in batch.deliverables])
    assert not engine.outcome.failed
    files = {item.language: objects[item.file.key].path for item in batch.deliverables}
    return Made(root, batch, files)


@pytest.mark.slow
@pytest.mark.parametrize("language", HEARD)
@pytest.mark.parametrize("honour_edits", [True, False])
def test_every_sound_is_heard_where_it_must_be(made: Made, language: str, honour_edits: bool) -> None:
    times, clicks = click_times(made.files[language], honour_edits=honour_edits)
    assert len(times) == 240
    wanted = [times[frame] for frame in HEARD[language]]
    assert len(clicks) == len(wanted), (clicks, wanted)
    assert max(abs(click - time) for click, time in zip(clicks, wanted, strict=True)) <= 0.002


@pytest.mark.slow
def test_the_picture_is_the_films_and_not_the_covers(made: Made) -> None:
    assert read_numbers(made.files["en"])[:60] == [*range(10, 40), *range(50, 80)]


@pytest.mark.slow
def test_sound_changes_no_picture_and_languages_share_it(made: Made) -> None:
    spans = {item.language: [span.key for span in item.file.spans] for item in made.batch.deliverables}
    assert spans["en"][:2] == spans["ru"][:2] == spans["kk"][:2]
    sounds = {item.file.sound.key for item in made.batch.deliverables}
    assert len(sounds) == 3
    _write(made.root, PLAIN)
    plain = plan_batch(made.root, Selection())
    _write(made.root, RECIPE)
    assert not plain.findings.has_errors, plain.findings.items
    assert {item.language: [span.key for span in item.file.spans] for item in plain.deliverables} == spans
    assert not {item.file.sound.key for item in plain.deliverables} & sounds


@pytest.mark.slow
def test_a_dub_that_is_not_there_is_told_where_it_is_named(made: Made) -> None:
    _write(made.root, RECIPE.replace("dubs/kk.wav", "dubs/ky.wav"))
    found = plan_batch(made.root, Selection()).findings.items
    _write(made.root, RECIPE)
    (told,) = [item for item in found if item.code == "AK707"]
    assert told.place is not None and told.place.line == 7


@pytest.mark.slow
def test_facts_tell_tracks_and_sound_files_and_lock_both(made: Made) -> None:
    told = assetkit("facts", "--root", made.root, "--lock")
    assert told.code == 0, told.err
    assert "1: pcm_s16le, 48000 Hz, stereo, eng; 2: pcm_s16le" in " ".join(told.out.split())
    assert "dubs/kk.wav" in told.out and (made.root / "facts/dubs/kk.wav.json").is_file()
    (made.root / "facts/dubs/kk.wav.json").unlink()
    assert assetkit("facts", "--root", made.root, "--lock", "--json").code == 0
    assert (made.root / "facts/dubs/kk.wav.json").is_file()
    dub = made.root / "dubs/kk.wav"
    dub.rename(dub.with_suffix(".away"))
    assert not plan_batch(made.root, Selection()).findings.has_errors
    refused = assetkit("render", "--root", made.root, "--language", "kk")
    dub.with_suffix(".away").rename(dub)
    assert refused.code == 1 and "AK312: dubs/kk.wav is not there" in refused.err
