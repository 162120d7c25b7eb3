"""Sound stays in step: every container, codec, sample rate and frame rate, and after two hundred clips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.engine.run import Engine
from assetkit.engine.steps import make_objects
from assetkit.engine.store import Store
from assetkit.geometry import Box, Size
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import plan_file
from assetkit.plan.sound import plan_mix
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.recipe.records import Captions, ClipItem, Cut, Film, Framing
from assetkit.render.levelling import AAC_FRAME
from assetkit.render.sound import map_sound
from assetkit.timecode import Duration, sample_of_frame
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.probe import probe_master
from support.campaigns import CAMPAIGN, HERE
from support.clicks import find_clicks, make_clicks
from support.playing import click_times, spans_of

RATES = tuple(Fraction(rate) for rate in ("24000/1001", "24", "25", "30000/1001", "30", "50", "60"))
STEP, MIDDLE = 16, 8  # a clip is so many frames long, and its click is on that frame of it
COUNT = 24  # clips in the master


@dataclass(frozen=True)
class Kind:
    """How the sound of a master is coded and held."""

    suffix: str
    codec: str
    rate: int

    def __str__(self) -> str:
        return f"{self.codec}-{self.rate}{self.suffix}"


KINDS = (
    Kind(".mp4", "aac", 48000),
    Kind(".mov", "pcm_s16le", 44100),
    Kind(".mkv", "aac", 44100),
    Kind(".mov", "pcm_s24le", 48000),
    Kind(".mp4", "aac", 44100),
    Kind(".mkv", "pcm_s16le", 48000),
    Kind(".mkv", "pcm_s16le", 44100),
    Kind(".mov", "aac", 48000),
)


def make_master(folder: Path, kind: Kind, rate: Fraction) -> MasterFacts:
    """Make a picture with a click in the middle of every STEP frames, and give its facts."""
    frames = STEP * (COUNT + 2)
    spots = [sample_of_frame(STEP * n + MIDDLE, rate) for n in range(COUNT + 2)]
    wave = make_clicks(folder / "clicks.wav", spots, sample_of_frame(frames, rate))
    picture = ["-f", "lavfi", "-i", f"testsrc=s=64x64:r={rate}", "-i", str(wave), "-frames:v", str(frames)]
    colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    coded = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", *colours, "-pix_fmt", "yuv420p"]
    sound = ["-c:a", kind.codec, "-ar", str(kind.rate), *(["-b:a", "192k"] if kind.codec == "aac" else [])]
    path = folder / f"film{kind.suffix}"
    run_ffmpeg(["-y", *picture, *coded, *sound, str(path)])
    facts = probe_master(path, colour="bt709", name=path.name)
    assert facts.rate == rate
    return facts


def timeline_of(facts: MasterFacts, clips: int) -> Timeline:
    """Give so many clips of STEP frames from all over the master, none after its neighbour."""
    film = Film("film", {}, facts.path, {}, None, HERE)
    starts = [STEP * (1 + n * 7 % COUNT) for n in range(clips)]
    items = tuple(
        ClipItem(film, Duration(frames=start), Duration(frames=start + STEP), Framing(), {}, HERE)
        for start in starts
    )
    cut = Cut("cut", items, None, None, (), Captions(), ("small",), HERE)
    findings = Findings()
    timeline = conform(cut, {"film": facts}, replace(CAMPAIGN, rate=facts.rate), findings)
    assert timeline is not None, findings.items
    return timeline


def prove_mix(folder: Path, kind: Kind, rate: Fraction, clips: int) -> None:
    """Mix the clips, and find each click within one sample of where it belongs."""
    facts = make_master(folder, kind, rate)
    task, store = plan_mix(timeline_of(facts, clips), tool_versions()), Store(folder / "store")
    (extract,) = task.extracts
    parts = make_objects([extract], folder, store, {})
    made = make_objects([task], folder, store, parts)
    found = find_clicks(map_sound(made[task.key].path))
    wanted = [
        piece.start + sample_of_frame(STEP * (1 + n * 7 % COUNT) + MIDDLE, rate) - piece.source_start
        for n, piece in enumerate(task.plan.pieces)
    ]
    assert len(found) == len(wanted)
    assert max(abs(place - right) for place, right in zip(found, wanted, strict=True)) <= 1


@pytest.mark.slow
@pytest.mark.parametrize("index", range(len(RATES)), ids=[f"{float(rate):.3f}" for rate in RATES])
def test_clicks_arrive_within_a_sample(tmp_path: Path, index: int) -> None:
    prove_mix(tmp_path, KINDS[index], RATES[index], 20)


@pytest.mark.soak
@pytest.mark.parametrize(("kind", "rate"), list(product(KINDS, RATES)), ids=str)
def test_clicks_arrive_within_a_sample_after_two_hundred_clips(
    tmp_path: Path, kind: Kind, rate: Fraction
) -> None:
    prove_mix(tmp_path, kind, rate, 200)


def finish_clips(folder: Path, kind: Kind, rate: Fraction, clips: int) -> Path:
    """Make the finished file of so many clips, and give a copy of it in the folder."""
    size = Size(96, 96)
    small = Format("small", size, preset="ultrafast", threads=1, maxrate=8000, bufsize=8000)
    whole = Box(0, 0, 96, 96)
    platform = Platform("small", "Small", small, Layout("small", size, whole, whole), ())
    facts = make_master(folder, kind, rate)
    task = plan_file(timeline_of(facts, clips), (), CAMPAIGN, platform, "en", tool_versions())
    engine = Engine(folder, Store(folder / "store"), 2)
    made = engine.make([task])
    assert not engine.outcome.failed
    return made[task.key].path


def prove_in_step(film: Path, rate: Fraction, clips: int) -> None:
    """Find each click on its picture, and both streams on one begin and one end, by two sorts of player."""
    for honour_edits in (True, False):
        times, clicks = click_times(film, honour_edits=honour_edits)
        wanted = [times[STEP * n + MIDDLE] for n in range(clips)]
        assert len(clicks) == len(wanted)
        assert max(abs(click - time) for click, time in zip(clicks, wanted, strict=True)) <= 0.002
        (picture, picture_end), (sound, sound_end) = spans_of(film, honour_edits=honour_edits)
        assert picture == sound == 0
        assert picture_end == Fraction(STEP * clips) / rate
        assert 0 <= sound_end - picture_end < Fraction(AAC_FRAME, 48000)


@pytest.mark.slow
@pytest.mark.parametrize("index", [0, 4])
def test_picture_and_sound_begin_and_end_together(tmp_path: Path, index: int) -> None:
    rate = RATES[index]
    prove_in_step(finish_clips(tmp_path, KINDS[index], rate, 6), rate, 6)


@pytest.mark.soak
@pytest.mark.parametrize(("kind", "rate"), list(product(KINDS, RATES)), ids=str)
def test_finished_files_are_in_step(tmp_path: Path, kind: Kind, rate: Fraction) -> None:
    prove_in_step(finish_clips(tmp_path, kind, rate, 24), rate, 24)


@pytest.mark.soak
@pytest.mark.parametrize("index", range(len(RATES)), ids=[f"{float(rate):.3f}" for rate in RATES])
def test_two_hundred_clips_are_in_step_with_their_picture(tmp_path: Path, index: int) -> None:
    rate = RATES[index]
    prove_in_step(finish_clips(tmp_path, KINDS[index], rate, 200), rate, 200)


@pytest.mark.slow
def test_another_target_mixes_nothing_again(tmp_path: Path) -> None:
    size, rate, whole = Size(96, 96), Fraction(25), Box(0, 0, 96, 96)
    small = Format("small", size, preset="ultrafast", threads=1, maxrate=8000, bufsize=8000)
    platform = Platform("small", "Small", small, Layout("small", size, whole, whole), ())
    facts = make_master(tmp_path, KINDS[0], rate)
    store, tasks = Store(tmp_path / "store"), []
    for loudness in (-14, -16):
        wanted = replace(platform, loudness=Fraction(loudness))
        tasks.append(plan_file(timeline_of(facts, 4), (), CAMPAIGN, wanted, "en", tool_versions()))
    ran = []
    for task in tasks:
        engine = Engine(tmp_path, store, 1)
        assert engine.make([task])
        ran.append(set(engine.outcome.ran))
    first, second = tasks
    assert {first.sound.mix.key, *(span.key for span in first.spans)} <= ran[0]
    assert ran[1] == {second.sound.key, second.key}
