"""`assetkit sound`: the picture of a mix, its levels for each platform, and files to listen to."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assetkit.render.levelling import measure_sound
from assetkit.tool.ffmpeg import run_ffmpeg
from support.clicks import read_sound
from support.studio import CAMPAIGN, RECIPE, assetkit
from support.voices import RATE, speak, tone, write_wav

pytestmark = pytest.mark.slow

MUSIC = "music: {theme: {file: theme.wav, title: Theme, author: A. B., licence: CC0-1.0, source: own work}}\n"
DUCKED = "    sound: {music: {track: theme, gain: -3 dB}, duck: {depth: -12 dB}}\n    platforms: [tall]\n"


@pytest.fixture
def spoken(studio: Path) -> Path:
    """The studio with a film in which somebody speaks, and music under its cut `long`."""
    wav = write_wav(studio / "voice.wav", speak(4, [(0.4, 1.6), (2.0, 3.2)]))
    master = studio / "films/numbers.mp4"
    picture = master.rename(studio / "picture.mp4")
    joined = ["-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac"]
    run_ffmpeg(["-y", "-i", str(picture), "-i", str(wav), *joined, str(master)])
    write_wav(studio / "theme.wav", tone(9, -22, 331))
    (studio / "assetkit.yaml").write_text(CAMPAIGN + MUSIC, encoding="utf-8")
    recipe = RECIPE.replace("    platforms: [tall]\n", DUCKED)
    (studio / "recipes/numbers.yaml").write_text(recipe, encoding="utf-8")
    return studio


def pixels(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(Image.open(path).convert("RGB"))


def count(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], colour: tuple[int, int, int]) -> int:
    return int((np.abs(picture.astype(int) - colour).max(axis=2) < 6).sum())


def test_every_cut_has_a_picture_and_its_levels(spoken: Path) -> None:
    done = assetkit("sound", "--root", spoken)
    assert done.code == 0, done.err
    rows = [line.split() for line in done.out.splitlines() if line.startswith("numbers/")]
    assert [row[:5] for row in rows] == [
        ["numbers/short", "tall", "kk", "ru", "en"],
        ["numbers/short", "broad", "kk", "ru", "en"],
        ["numbers/long", "tall", "kk", "ru", "en"],
    ]
    assert {row[5] for row in rows} == {"-14"} and abs(float(rows[2][7]) + 14) <= 0.5
    folder = spoken / "out/sound/numbers"
    short, long = pixels(folder / "short.png"), pixels(folder / "long.png")
    assert short.shape[1] == long.shape[1] == 2280 and long.shape[0] > short.shape[0]
    assert count(long, (172, 186, 112)) > 2000 > 0 == count(short, (172, 186, 112))
    assert count(long, (132, 190, 224)) > 2000


def test_the_same_sound_gives_the_same_picture_and_a_rendering_finds_it(spoken: Path) -> None:
    wanted = ("-c", "long", "-p", "tall", "-l", "ru", "--root", spoken)
    assert assetkit("sound", *wanted).code == 0
    objects = {path: path.stat().st_ino for path in (spoken / ".assetkit/objects").rglob("object.*")}
    assert {path.suffix for path in objects} == {".f32", ".aac"}
    path = spoken / "out/sound/numbers/long.png"
    first = path.read_bytes()
    assert assetkit("sound", *wanted).code == 0 and path.read_bytes() == first
    assert assetkit("render", *wanted).code == 0
    post = json.loads((spoken / "out/numbers/long/tall/ru/post.json").read_text(encoding="utf-8"))
    assert abs(post["loudness"] + 14) <= 0.5
    made = {path for path in (spoken / ".assetkit/objects").rglob("object.*") if path.suffix != ".mp4"}
    assert made >= set(objects) and all(path.stat().st_ino == inode for path, inode in objects.items())
    assert {path for path in made - set(objects) if path.suffix in (".f32", ".aac")} == set()


@pytest.mark.parametrize(("flags", "suffix"), [(["--listen"], "m4a"), (["--listen", "wav"], "wav")])
def test_a_cut_is_written_to_listen_to(spoken: Path, tmp_path: Path, flags: list[str], suffix: str) -> None:
    out = tmp_path / "heard"
    done = assetkit("sound", "--root", spoken, "-c", "long", "--out", out, "--json", *flags)
    assert done.code == 0, done.err
    (told,) = json.loads(done.out)
    path = out / f"numbers/long.{suffix}"
    assert told["file"] == str(path) and told["languages"] == ["kk", "ru", "en"]
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    levels = measure_sound(path)
    assert levels.integrated == pytest.approx(told["sound"]["integrated"], abs=0.1)
    total = told["seconds"] * RATE
    assert abs(len(read_sound(path)) - total) <= 1024


def test_what_is_wrong_is_told_and_nothing_is_written(spoken: Path) -> None:
    (spoken / "films/numbers.mp4").write_bytes(b"")
    done = assetkit("sound", "--root", spoken)
    assert done.code == 1 and "AK310" in done.err and not (spoken / "out").exists()


def test_names_that_are_not_there_are_wrong_usage(spoken: Path) -> None:
    assert assetkit("sound", "--root", spoken, "-c", "teaser").code == 2
    assert assetkit("sound", "--root", spoken, "--listen", "mp3").code == 2
