"""Faults of sound planted in real files are found by `check --observe`, each once, and good sound is not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assetkit.errors import MediaError
from assetkit.media.hearing import Hearing
from assetkit.media.sounds import SoundSource
from assetkit.tool.ffmpeg import run_ffmpeg
from support.numbered import make_numbered
from support.studio import CAMPAIGN, PLATFORMS, assetkit
from support.voices import RATE, Signal, speak, tone, write_wav

pytestmark = pytest.mark.slow

MUSIC = "music: {theme: {file: theme.wav, title: Theme, author: A. B., licence: CC0-1.0, source: own work}}\n"
RECIPE = """\
assetkit: 1
film: numbers
title: {kk: Сандар, ru: Числа, en: Numbers}
master: films/numbers.mov
subtitles: {kk: subtitles/kk.srt, ru: subtitles/ru.srt, en: subtitles/en.srt}
cuts:
  short:
    sequence:
      - clip: 00:00:00:10 - 00:00:03:10
    platforms: [tall, broad]
  long:
    like: short
    sequence:
      - clip: 00:00:00:10 - 00:00:03:10
      - clip: 00:00:06:05 - 00:00:07:05
"""
WORDS = [(0.8, 1.2), (1.3, 1.7), (1.8, 2.4), (6.4, 6.9)]
VOICE = speak(8, WORDS)
Fault = Callable[[Signal, Signal], tuple[Signal, Signal]]


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_numbered(tmp_path_factory.mktemp("film") / "picture.mp4", frames=200)


@pytest.fixture
def workspace(tmp_path: Path, picture: Path) -> Path:
    for name in ("films", "subtitles", "recipes"):
        (tmp_path / name).mkdir()
    (tmp_path / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    shutil.copy(picture, tmp_path / "picture.mp4")
    for language, words in {"kk": "Үйге қайт", "ru": "Иди домой", "en": "Come home"}.items():
        cue = f"1\n00:00:00,800 --> 00:00:02,400\n{words}\n\n2\n00:00:06,400 --> 00:00:06,900\n{words}\n"
        (tmp_path / f"subtitles/{language}.srt").write_text(cue, encoding="utf-8")
    return tmp_path


def dress(root: Path, left: Signal, right: Signal, recipe: str = RECIPE, campaign: str = CAMPAIGN) -> None:
    """Give the workspace a master with this sound, its recipe and its campaign."""
    (root / "assetkit.yaml").write_text(campaign, encoding="utf-8")
    (root / "recipes/numbers.yaml").write_text(recipe, encoding="utf-8")
    wav = write_wav(root / "sound.wav", left, right)
    joined = ["-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "pcm_s16le"]
    master = root / "films/numbers.mov"
    run_ffmpeg(["-y", "-i", str(root / "picture.mp4"), "-i", str(wav), *joined, str(master)])


def found(root: Path, *flags: str) -> list[dict[str, str]]:
    told = json.loads(assetkit("check", "--root", root, "--json", *flags).out)["findings"]
    assert [item for item in told if item["severity"] == "error" and "AK75" not in item["code"]] == []
    return [item for item in told if item["code"].startswith("AK75")]


def spoil(fault: str) -> tuple[Signal, Signal]:
    left, right = VOICE.copy(), 0.8 * VOICE
    match fault:
        case "silent":
            left[: 3 * RATE] = right[: 3 * RATE] = 0
        case "clipped":
            left[2 * RATE :][: RATE // 5] = tone(0.2, 3)
        case "short":
            left, right = left[: 13 * RATE // 2], right[: 13 * RATE // 2]
        case "inverted":
            right = -right
        case "dead":
            right = np.zeros_like(right)
    return left, right


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        ("silent", "AK750", "is silent under a cue in kk, at 00:00:00:20 of the film (short 00:00:00:10"),
        ("clipped", "AK751", "clipped, first at 00:00:02:00 of films/numbers.mov (short 00:00:01:15"),
        ("short", "AK752", "ends before the picture, at 00:00:06:12 of films/numbers.mov (long 00:00:03:07)"),
        ("inverted", "AK753", "turned over, at 00:00:00:10 of films/numbers.mov (short 00:00:00:00"),
        ("dead", "AK754", "the right channel is dead, at 00:00:00:10 of films/numbers.mov"),
    ],
)
def test_a_planted_fault_is_told_once(workspace: Path, fault: str, code: str, said: str) -> None:
    dress(workspace, *spoil(fault))
    (item,) = found(workspace, "--observe")
    assert item["code"] == code and said in item["message"]
    assert item["severity"] == "warning" and item["measured"] and item["required"] and item["remedy"]


def test_good_sound_is_not_told_of_and_what_was_heard_is_kept(workspace: Path) -> None:
    dress(workspace, VOICE, 0.8 * VOICE)
    bare = json.loads(assetkit("check", "--root", workspace, "--json").out)
    assert bare["unheard"] == ["films/numbers.mov"] and found(workspace) == []
    assert "1 file not listened to (assetkit check --observe)" in assetkit("check", "--root", workspace).err
    assert found(workspace, "--observe") == []
    assert json.loads(assetkit("check", "--root", workspace, "--json").out)["unheard"] == []
    assert "not listened to" not in assetkit("check", "--root", workspace).err
    for memo in (workspace / ".assetkit/observations").iterdir():
        memo.write_text("{", encoding="utf-8")
    assert "1 file not listened to" in assetkit("check", "--root", workspace).err


def test_a_cut_within_a_word_is_told_of_and_its_remedy_mends_it(workspace: Path) -> None:
    cut = RECIPE.replace("00:00:00:10 - 00:00:03:10", "00:00:00:10 - 00:00:01:13")
    dress(workspace, VOICE, 0.8 * VOICE, cut)
    (item,) = found(workspace, "--observe")
    assert item["code"] == "AK756" and "(short 00:00:01:02, long 00:00:01:02)" in item["message"]
    assert "00:00:01:18" in item["remedy"] and "lag by 5f" in item["remedy"]
    (workspace / "recipes/numbers.yaml").write_text(cut.replace(":01:13", ":01:18"), encoding="utf-8")
    assert found(workspace) == []
    lagging = cut.replace("- 00:00:01:13", "- 00:00:01:13\n        sound: {lag: 5f}").replace(
        "long:", "other:"
    )
    (workspace / "recipes/numbers.yaml").write_text(lagging, encoding="utf-8")
    assert "AK756" not in {item["code"] for item in found(workspace, "-c", "other")}


def under(theme: str) -> str:
    """A recipe whose cuts have music."""
    return RECIPE.replace("    platforms:", f"    sound: {{music: {theme}}}\n    platforms:")


def test_music_that_hides_speech_and_a_loop_that_steps(workspace: Path) -> None:
    fades = np.concatenate([np.ones(2 * RATE), np.linspace(1, 0.03, RATE)])
    write_wav(workspace / "theme.wav", tone(3, -20, 997) * fades)
    recipe = under("{track: theme, loop: 0s - 2.8s}")
    dress(workspace, VOICE, 0.8 * VOICE, recipe, CAMPAIGN + MUSIC)
    told = found(workspace, "--observe")
    assert sorted({item["code"] for item in told}) == ["AK755", "AK757"]
    assert {item["severity"] for item in told} == {"warning"}
    quiet = under("{track: theme, gain: -24 dB, loop: 0s - 1.9s}")
    (workspace / "recipes/numbers.yaml").write_text(quiet, encoding="utf-8")
    assert found(workspace, "--observe") == []


def test_findings_can_be_weighed_and_waived(workspace: Path) -> None:
    dress(workspace, *spoil("dead"), campaign=CAMPAIGN + "checks: {AK754: error}\n")
    assert assetkit("check", "--root", workspace, "--observe").code == 1
    waived = RECIPE + "waive:\n  - {check: AK754, reason: one microphone}\n"
    (workspace / "recipes/numbers.yaml").write_text(waived, encoding="utf-8")
    assert found(workspace) == [] and assetkit("check", "--root", workspace).code == 0


def test_a_dub_is_listened_to_for_its_own_language(workspace: Path) -> None:
    dubbed = RECIPE.replace("cuts:\n", "dubs: {ru: {file: dub.wav}}\ncuts:\n", 1)
    dress(workspace, VOICE, 0.8 * VOICE, dubbed)
    write_wav(workspace / "dub.wav", speak(8, [(6.4, 6.9)]))
    (item,) = found(workspace, "--observe")
    assert item["code"] == "AK750" and "dub.wav is silent under a cue in ru" in item["message"]


def test_sound_that_cannot_be_decoded_is_an_error_of_its_own(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, source: SoundSource) -> Hearing:
        raise MediaError(f"{source.path}: its sound is damaged.", remedy="Export it again.")

    dress(workspace, VOICE, 0.8 * VOICE)
    monkeypatch.setattr("assetkit.tool.listen.listen", fail)
    done = assetkit("check", "--root", workspace, "--observe")
    assert done.code == 1 and done.err.count("AK758: films/numbers.mov: its sound is damaged") == 1


@pytest.mark.soak
@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("numbers.mov", "pcm_s24le"),
        ("numbers.mp4", "aac"),
        ("numbers.mkv", "flac"),
        ("numbers.mkv", "libmp3lame"),
        ("numbers.ts", "aac"),
    ],
)
@pytest.mark.parametrize("fault", ["good", "silent", "short", "inverted", "dead"])
def test_faults_are_found_in_every_kind_of_master(workspace: Path, fault: str, name: str, codec: str) -> None:
    left, right = spoil(fault)
    dress(workspace, left, right, RECIPE.replace("numbers.mov", name))
    joined = ["-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", codec, "-ar", "44100"]
    inputs = ["-i", str(workspace / "picture.mp4"), "-i", str(workspace / "sound.wav")]
    run_ffmpeg(["-y", *inputs, *joined, str(workspace / "films" / name)])
    wanted = {"silent": "AK750", "short": "AK752", "inverted": "AK753", "dead": "AK754"}
    assert [item["code"] for item in found(workspace, "--observe")] == [
        code for kind, code in wanted.items() if kind == fault
    ]
