"""Music under a cut, from the recipe to the mix: its licence, its place, its keys, and what is heard."""

from __future__ import annotations

import json
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from assetkit.checks.licences import draft_licences
from assetkit.diagnostics import Severity
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.engine.steps import make_objects
from assetkit.engine.store import Store
from assetkit.errors import MediaError
from assetkit.plan.tasks import MixTask
from assetkit.recipe.licences import credits_of
from assetkit.sound.records import Bed
from support.clicks import read_sound
from support.rendering import RECIPE, make_workspace, render

RATE = 48000
FRAME = RATE // 25
MUSIC = """\
music:
  theme: {file: theme.wav, title: Theme, author: A. B., licence: CC0-1.0, source: own work}
"""
CUT = "    platforms: [small-tall, small-square]\n"


def make_tune(path: Path, seconds: float, frequency: float = 1500.0, level: float = 0.1) -> Path:
    """Write a mono WAV at 44.1 kHz: one tone."""
    places = np.arange(round(seconds * 44100))
    tone = level * np.sin(2 * np.pi * frequency * places / 44100)
    with wave.open(str(path), "wb") as sink:
        sink.setnchannels(1)
        sink.setsampwidth(2)
        sink.setframerate(44100)
        sink.writeframes(np.round(tone * 32767).astype("<i2").tobytes())
    return path


@dataclass
class Workspace:
    """A small workspace whose cut lasts 11.08 s; `plan` plans it with music of this record and use."""

    root: Path
    campaign: str

    def plan(self, sound: str = "", music: str = MUSIC, more: str = "") -> Batch:
        text = self.campaign + (music if sound else "")
        (self.root / "assetkit.yaml").write_text(text, encoding="utf-8")
        cut = RECIPE.replace(CUT, f"{CUT}    sound: {sound}\n" if sound else CUT)
        (self.root / "recipes/numbers.yaml").write_text(cut + more, encoding="utf-8")
        return plan_batch(self.root, Selection())


@pytest.fixture
def workspace(toned_master: Path, tmp_path: Path) -> Workspace:
    root = make_workspace(tmp_path / "workspace", toned_master)
    make_tune(root / "theme.wav", 20)
    return Workspace(root, (root / "assetkit.yaml").read_text(encoding="utf-8"))


def mix_of(batch: Batch) -> MixTask:
    assert [str(item.message) for item in batch.findings.items if item.severity == "error"] == []
    (mix,) = {item.file.sound.mix for item in batch.deliverables}
    return mix


def bed_of(batch: Batch) -> Bed:
    (bed,) = mix_of(batch).plan.beds
    return bed


def codes(batch: Batch) -> list[str]:
    return [item.code for item in batch.findings.items if item.code.startswith("AK7")]


def spans(batch: Batch) -> set[str]:
    return {span.key for item in batch.deliverables for span in item.file.spans}


pytestmark = pytest.mark.slow


def test_music_changes_the_sound_and_no_picture(workspace: Workspace) -> None:
    bare, under = workspace.plan(), workspace.plan("{music: theme}")
    assert spans(bare) == spans(under)
    assert mix_of(bare).key != mix_of(under).key
    film, music = (extract for extract in mix_of(under).extracts[::-1])
    assert film in mix_of(bare).extracts
    assert music.source.path == "theme.wav"
    make_tune(workspace.root / "theme.wav", 21)
    other = workspace.plan("{music: theme}")
    assert spans(other) == spans(bare)
    assert mix_of(other).key != mix_of(under).key
    assert film in mix_of(other).extracts


def test_without_music_a_mix_has_the_key_that_it_had(workspace: Workspace) -> None:
    assert mix_of(workspace.plan()).plan.identity().keys() == {"total", "pieces"}


def test_music_is_laid_as_written(workspace: Workspace) -> None:
    use = "{music: {track: theme, in: 2.5s, gain: -6 dB, fade_in: 10f, fade_out: 2s}}"
    batch = workspace.plan(use)
    total = mix_of(batch).plan.total
    wanted = Bed(bed_of(batch).source, 0, total, 120_000, -6.0, 10 * FRAME, 2 * RATE)
    assert bed_of(batch) == wanted
    assert bed_of(workspace.plan("{music: theme}")).fade_out == 72_000


def test_a_loop_is_planned_only_where_the_music_is_too_short(workspace: Workspace) -> None:
    use = "{music: {track: theme, in: 2.5s, loop: true}}"
    assert bed_of(workspace.plan(use)) == bed_of(workspace.plan("{music: {track: theme, in: 2.5s}}"))
    make_tune(workspace.root / "theme.wav", 6)
    assert bed_of(workspace.plan(use)).loop == (120_000, 0)
    ranged = "{music: {track: theme, loop: 1s - 4s}}"
    assert bed_of(workspace.plan(ranged)).loop == (48_000, 192_000)


def test_music_goes_down_under_cues_of_all_languages(workspace: Workspace) -> None:
    cue = "1\n00:00:05,000 --> 00:00:05,800\nHome\n"
    (workspace.root / "subtitles/en.srt").write_text(cue, encoding="utf-8")
    batch = workspace.plan("{music: theme, duck: -12 dB}")
    duck = bed_of(batch).duck
    assert duck is not None
    assert (duck.depth_db, duck.attack, duck.release, duck.gate_db) == (-12.0, 14_400, 28_800, None)
    # The Russian cue at 1 s of the film is at 0.6 s of the cut, the English one at 5 s is at 3.4 s.
    starts = [start for start, _ in duck.ranges]
    assert starts == [15 * FRAME, 85 * FRAME]
    one = plan_batch(workspace.root, Selection(languages=("ru",)))
    assert mix_of(one).key == mix_of(batch).key


def test_music_goes_down_by_the_level_where_there_are_no_cues(workspace: Workspace) -> None:
    duck = bed_of(workspace.plan("{music: theme, duck: {under: level, threshold: -15 dB}}")).duck
    assert duck is not None
    assert (duck.gate_db, duck.ranges) == (-15.0, ())


def test_music_ends_on_the_end_card(workspace: Workspace) -> None:
    helpline = (
        "helplines:\n  help: {number: 111, title: {en: Help, ru: Помощь}, source: deck, "
        "verified_on: 2026-10-01}\n"
    )
    end = "      - end: help\n        for: 75f\n"
    text = RECIPE.replace(CUT, f"{end}{CUT}    sound: {{music: {{track: theme, until: end-card}}}}\n")
    (workspace.root / "assetkit.yaml").write_text(workspace.campaign + MUSIC + helpline, encoding="utf-8")
    (workspace.root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")
    batch = plan_batch(workspace.root, Selection())
    bed, total = bed_of(batch), mix_of(batch).plan.total
    assert (bed.start + bed.length, bed.fade_out) == (total, 75 * FRAME)
    text = text.replace("until: end-card", "until: end-card, fade_out: 1s")
    (workspace.root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")
    bed = bed_of(plan_batch(workspace.root, Selection()))
    assert (bed.length, bed.fade_out) == (total - 75 * FRAME + RATE, RATE)


@pytest.mark.parametrize(
    ("use", "found"),
    [
        ("{track: theme, in: 30s}", "AK727"),
        ("{track: theme, in: 15s}", "AK728"),
        ("{track: theme, until: end-card}", "AK729"),
        ("{track: theme, fade_in: 8s, fade_out: 8s}", "AK731"),
        ("{track: theme, loop: 1s - 1.2s}", "AK732"),
        ("{track: theme, loop: 1s - 30s}", "AK732"),
        ("{track: theme, in: 6s, loop: 1s - 5s}", "AK732"),
    ],
)
def test_what_music_cannot_do_is_said(workspace: Workspace, use: str, found: str) -> None:
    assert codes(workspace.plan(f"{{music: {use}}}")) == [found]


def test_ducking_under_cues_needs_cues(workspace: Workspace) -> None:
    recipe = RECIPE.replace(CUT, f"{CUT}    sound: {{music: theme, duck: {{under: cues}}}}\n")
    text = recipe.replace("subtitles: {ru: subtitles/ru.srt, en: subtitles/en.srt}\n", "")
    (workspace.root / "assetkit.yaml").write_text(workspace.campaign + MUSIC, encoding="utf-8")
    (workspace.root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")
    assert codes(plan_batch(workspace.root, Selection())) == ["AK730"]


def test_a_missing_file_is_an_error(workspace: Workspace) -> None:
    (workspace.root / "theme.wav").unlink()
    assert codes(workspace.plan("{music: theme}")) == ["AK707"]


LICENCES = {
    "": [],
    "until: 2026-10-31": ["AK722"],
    "until: 2026-11-20": ["AK725"],
    "until: 2027-11-20": [],
    "platforms: [small-tall]": ["AK723"],
    "platforms: [small-tall, small-square]": [],
    "territory: [DE]": ["AK726"],
    "territory: [world]": [],
}


@pytest.mark.parametrize(("term", "found"), LICENCES.items())
def test_licences_are_kept(workspace: Workspace, term: str, found: list[str]) -> None:
    music = MUSIC.replace("own work}", f"own work, {term}}}" if term else "own work}")
    batch = workspace.plan("{music: theme}", music)
    assert sorted(set(codes(batch))) == found
    if found == ["AK723"]:
        (told,) = [item for item in batch.findings.items if item.code == "AK723"]
        assert "numbers/short on small-square" in told.message


def test_a_territory_that_the_licence_lacks_blocks(workspace: Workspace) -> None:
    music = MUSIC.replace("own work}", "own work, territory: [KZ]}")
    assert codes(workspace.plan("{music: theme}", f"{music}territory: [KZ]\n")) == []
    both = f"{music}territory: [KZ, DE]\n"
    assert set(codes(workspace.plan("{music: theme}", both))) == {"AK724"}


def test_a_platform_may_have_other_music(workspace: Workspace) -> None:
    music = MUSIC.replace("own work}", "own work, platforms: [small-tall]}")
    other = "    for-platform: {small-square: {sound: {music: none}}}\n"
    (workspace.root / "assetkit.yaml").write_text(workspace.campaign + music, encoding="utf-8")
    text = RECIPE.replace(CUT, f"{CUT}    sound: {{music: theme, duck: -9 dB}}\n{other}")
    (workspace.root / "recipes/numbers.yaml").write_text(text, encoding="utf-8")
    batch = plan_batch(workspace.root, Selection())
    assert codes(batch) == []
    beds = {item.platform.name: len(item.file.sound.mix.plan.beds) for item in batch.deliverables}
    assert beds == {"small-tall": 1, "small-square": 0}


def test_music_is_heard_and_makes_room(workspace: Workspace) -> None:
    music = MUSIC.replace("source: own work", "credit: {en: 'Music: Theme', ru: 'Музыка: Theme'}")
    music = music.replace("author: A. B., ", "")
    workspace.plan("{music: {track: theme, loop: true}, duck: {depth: -20 dB}}", music)
    make_tune(workspace.root / "theme.wav", 3)
    done = render(workspace.root, "--platform", "small-tall", "--language", "ru")
    assert done.code == 0, done.err
    folder = workspace.root / "out/numbers/short/small-tall/ru"
    post = json.loads((folder / "post.json").read_text(encoding="utf-8"))
    (work,) = post["licences"]
    assert (work["kind"], work["name"], work["credit"]) == ("music", "theme", "Музыка: Theme")
    assert any(reason.startswith("AK720") for reason in post["reasons"])
    assert "theme.wav" in post["sources"]
    sound = read_sound(folder / post["file"])[:, 0]
    # The cue stands from 0.6 to 1.2 s; the film's tones are at 440 and 550 Hz, the music at 1500 Hz.
    ducked, alone = level_at(sound, 1500, 0.7, 1.1), level_at(sound, 1500, 3.0, 3.4)
    assert ducked - alone == pytest.approx(-20, abs=0.5)
    film = [level_at(sound, 440, 0.7, 1.1), level_at(sound, 440, 3.0, 3.4)]
    assert film[0] == pytest.approx(film[1], abs=0.5)


def level_at(sound: np.ndarray, frequency: float, start: float, stop: float) -> float:
    """Give the level of one tone in decibels."""
    part = sound[round(start * RATE) : round(stop * RATE)]
    window = np.hanning(len(part))
    turns = np.exp(-2j * np.pi * frequency * np.arange(len(part)) / RATE)
    return float(20 * np.log10(abs((part * window * turns).sum()) / window.sum() + 1e-9))


def test_a_film_of_others_has_a_licence_too(workspace: Workspace) -> None:
    licences = (
        "licences:\n  archive: {title: Street, author: C. D., licence: contract 17, source: archive 3, "
        "until: 2026-10-01, credit: {en: 'Film: C. D.', ru: 'Фильм: C. D.'}}\n"
    )
    recipe = RECIPE.replace("master: ", "licence: archive\nmaster: ")
    (workspace.root / "assetkit.yaml").write_text(workspace.campaign + licences, encoding="utf-8")
    (workspace.root / "recipes/numbers.yaml").write_text(recipe, encoding="utf-8")
    batch = plan_batch(workspace.root, Selection())
    assert set(codes(batch)) == {"AK722"}
    (item, *_) = batch.deliverables
    assert batch.workspace is not None
    campaign = batch.workspace.campaign
    assert credits_of(item.cut, "small-tall", "ru", campaign) == ("Фильм: C. D.",)
    assert credits_of(item.cut, "small-tall", "kk", campaign) == ()
    assert draft_licences(item.cut, campaign) == ()


def test_what_is_not_recorded_makes_drafts(workspace: Workspace) -> None:
    music = MUSIC.replace("author: A. B., ", "").replace("own work}", "own work, territory: [KZ]}")
    batch = workspace.plan("{music: theme}", music)
    assert batch.workspace is not None
    reasons = draft_licences(batch.deliverables[0].cut, batch.workspace.campaign)
    assert [reason[:5] for reason in reasons] == ["AK720", "AK726"]
    drafts = {item.code for item in batch.findings.items if item.severity is Severity.DRAFT}
    assert {"AK720", "AK726"} <= drafts


@pytest.mark.slow
def test_music_that_is_replaced_after_planning_is_refused(workspace: Workspace) -> None:
    mix, store = mix_of(workspace.plan("{music: theme}")), Store(workspace.root / ".assetkit/store")
    music, film = sorted(mix.extracts, key=lambda each: each.source.path != "theme.wav")
    make_tune(workspace.root / "theme.wav", 20, frequency=700)
    with pytest.raises(MediaError, match=r"theme\.wav has changed since"):
        make_objects([music], workspace.root, store, {})
    assert store.find(music.key) is None
    assert make_objects([film], workspace.root, store, {})


@pytest.mark.slow
def test_a_master_that_is_replaced_after_planning_is_refused(workspace: Workspace) -> None:
    batch, store = workspace.plan(), Store(workspace.root / ".assetkit/store")
    span = next(each for each in batch.deliverables[0].file.spans if each.footage)
    film = workspace.root / span.footage[0].facts.path
    film.write_bytes(film.read_bytes() + b"\0\0\0\x08free")  # the same pictures, and another file
    with pytest.raises(MediaError, match=r"numbers\.mp4 has changed since"):
        make_objects([span], workspace.root, store, {})
    assert store.find(span.key) is None
